//! Networks that are not to be reached into.

use crate::server::{Reply, Server, get};
use intake::fetch::{Error, Settings};

#[test]
fn this_machine_is_refused_unless_allowed() {
    let server = Server::new(|_| Reply::page("secret"));
    let error = get(Settings::default(), &server.url("/")).expect_err("refused");
    assert_eq!(
        error.to_string(),
        "127.0.0.1 stands for an address of this machine, which is not asked; --allow-private allows it"
    );
    let port = server.authority.rsplit(':').next().expect("a port").to_owned();
    for host in ["localhost", "[::ffff:127.0.0.1]", "0x7f000001", "[::1]", "0.0.0.0"] {
        let error = get(Settings::default(), &format!("http://{host}:{port}/")).expect_err("refused");
        assert!(matches!(error, Error::Private { .. }), "{host}: {error}");
    }
    assert!(server.asked().is_empty() && server.asked_for_rules() == 0);
    let settings = Settings { private: true, ..Settings::default() };
    assert!(get(settings, &server.url("/")).is_ok());
}

#[test]
fn a_redirect_does_not_reach_further() {
    let inner = Server::new(|_| Reply::page("secret"));
    let (to, rules_to) = (inner.url("/"), inner.url("/robots.txt"));
    let outer = Server::new(move |_| Reply::to(&to));
    let error = outer.get("/").expect_err("refused");
    assert!(
        matches!(&error, Error::Onward { reason, .. } if matches!(**reason, Error::Private { .. })),
        "{error}"
    );
    // The rules of a host are no way in either.
    let outer = Server::with_rules(move |_| Reply::to(&rules_to));
    assert!(outer.get("/").is_err());
    assert!(inner.asked().is_empty() && inner.asked_for_rules() == 0);
}
