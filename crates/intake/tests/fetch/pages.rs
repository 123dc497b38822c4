//! What comes of a page, and of one that is not there.

use crate::server::{Reply, Server, get};
use intake::fetch::{Client, Error, Fetched, Settings};

#[test]
fn a_page_with_what_is_known_of_it() {
    let server = Server::new(|_| {
        let headers = [
            ("Content-Type", "text/html; charset=windows-1252"),
            ("ETag", "\"one\""),
            ("Last-Modified", "Tue, 03 Mar 2026 08:00:00 GMT"),
            ("Date", "Tue, 03 Mar 2026 09:00:00 GMT"),
        ];
        Reply::new(200, &headers, b"<p>The ferry ran aground.")
    });
    let page = server.get("/ferry?day=3#photos").expect("a page");
    assert_eq!(page.body, b"<p>The ferry ran aground.");
    assert_eq!(page.content_type.as_deref(), Some("text/html; charset=windows-1252"));
    assert_eq!(page.date.as_deref(), Some("Tue, 03 Mar 2026 09:00:00 GMT"));
    assert_eq!(page.validators.etag.as_deref(), Some("\"one\""));
    assert_eq!(page.requested, server.url("/ferry?day=3#photos"));
    assert_eq!(page.address, server.url("/ferry?day=3"));
    let asked = server.asked();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].target(), "/ferry?day=3");
    let named = asked[0].header("user-agent").expect("a name");
    assert_eq!(named, format!("Parallax/{}", env!("CARGO_PKG_VERSION")));
}

#[test]
fn no_name_and_no_password_leave_the_house() {
    let server = Server::new(|_| Reply::page("a"));
    let address = format!("http://reader:secret@{}/", server.authority);
    let page = get(server.settings(), &address).expect("a page");
    assert_eq!((page.requested, page.address), (server.url("/"), server.url("/")));
    assert_eq!(server.asked()[0].header("authorization"), None);
}

#[test]
fn statuses_are_failures_in_words() {
    for (status, words) in [
        (404, "there is no such page (status 404); check the address"),
        (500, "the server failed (status 500); try again later"),
        (
            403,
            "the server refuses to give this page to a program (status 403); open it in a browser and save it",
        ),
        (418, "no page: the server answered with status 418"),
    ] {
        let server = Server::new(move |_| Reply::new(status, &[], b"no"));
        let error = server.get("/").expect_err("no page");
        assert_eq!(error, Error::Status(status));
        assert_eq!(error.to_string(), words);
    }
}

#[test]
fn an_unchanged_page_is_not_sent_again() {
    let server = Server::new(|asked| match asked.header("if-none-match") {
        Some("\"two\"") => Reply::raw(b"HTTP/1.1 304 Word\r\nConnection: close\r\n\r\n"),
        _ => {
            Reply::new(200, &[("ETag", "\"two\""), ("Last-Modified", "Tue, 03 Mar 2026 08:00:00 GMT")], b"a")
        }
    });
    let client = Client::new(server.settings()).expect("a client");
    let first = client.get(&server.url("/"), None).expect("an answer");
    let Fetched::Page(page) = first else { panic!("unchanged from what?") };
    let again = client.get(&server.url("/"), Some(&page.validators)).expect("an answer");
    assert_eq!(again, Fetched::Unchanged { requested: server.url("/"), address: server.url("/") });
    assert_eq!(server.asked()[1].header("if-modified-since"), Some("Tue, 03 Mar 2026 08:00:00 GMT"));
    // At another address they mean nothing.
    let other = client.get(&server.url("/b"), Some(&page.validators)).expect("an answer");
    assert!(matches!(other, Fetched::Page(_)));
}

#[test]
fn what_is_no_page_comes_through_as_it_is() {
    let server =
        Server::new(|_| Reply::new(200, &[("Content-Type", "application/pdf")], b"%PDF-1.7 and so on"));
    let page = server.get("/report").expect("bytes");
    assert_eq!(page.content_type.as_deref(), Some("application/pdf"));
    assert!(page.body.starts_with(b"%PDF-"));
}

#[test]
fn a_host_that_is_not_there() {
    let gone = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    let settings = Settings { private: true, ..Settings::default() };
    let error = get(settings, &format!("http://{gone}/")).expect_err("nobody listens");
    assert_eq!(
        error.to_string(),
        "no connection to 127.0.0.1: it refuses; check the address, or try again later"
    );
}

#[test]
fn what_is_no_http() {
    let server = Server::with_rules(|_| Reply::raw(b"SSH-2.0-server\r\n\r\n"));
    let error = server.get("/").expect_err("no page");
    assert!(error.to_string().contains("no HTTP"), "{error}");
}
