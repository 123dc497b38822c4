//! Pages that send elsewhere.

use crate::server::{Reply, Server, get};
use intake::fetch::{Error, Settings};

#[test]
fn followed_and_named() {
    let server = Server::new(|asked| match asked.target() {
        "/a" => Reply::to("b?c=1"),
        "/b?c=1" => Reply::new(308, &[("Location", "/d#part")], b""),
        _ => Reply::page("here"),
    });
    let page = server.get("/a").expect("a page");
    assert_eq!((page.requested, page.address), (server.url("/a"), server.url("/d")));
}

#[test]
fn a_circle_is_named() {
    let server = Server::new(|asked| Reply::to(if asked.target() == "/a" { "/b" } else { "/a" }));
    let error = server.get("/a").expect_err("no page");
    assert_eq!(error, Error::Circle(server.url("/a")));
    assert_eq!(server.asked().len(), 2);
}

#[test]
fn an_endless_way_ends() {
    let server = Server::new(|asked| Reply::to(&format!("{}a", asked.target())));
    let settings = Settings { redirects: 3, ..server.settings() };
    assert_eq!(get(settings, &server.url("/a")), Err(Error::Redirects(3)));
    assert_eq!(server.asked().len(), 4);
}

#[test]
fn nowhere_and_out_of_the_web() {
    let server = Server::new(|asked| match asked.target() {
        "/file" => Reply::to("file:///etc/passwd"),
        "/gone" => Reply::to("/none"),
        "/none" => Reply::new(404, &[], b""),
        _ => Reply::new(301, &[], b""),
    });
    assert_eq!(server.get("/"), Err(Error::Nowhere(301)));
    assert_eq!(server.get("/file"), Err(Error::Scheme("file".to_owned())));
    let error = server.get("/gone").expect_err("no page").to_string();
    assert_eq!(
        error,
        format!(
            "redirected to {}: there is no such page (status 404); check the address",
            server.url("/none")
        )
    );
}
