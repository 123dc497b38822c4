//! Through proxies, as the environment names them.

use crate::secure::Secure;
use crate::server::{Reply, Server, get, head, join};
use intake::fetch::{Error, Proxies, Settings};
use std::io::{BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

/// Settings with one variable of the environment.
fn with(name: &'static str, proxy: String) -> Settings {
    let proxies = Proxies::read(move |asked| (asked == name).then(|| proxy.clone()));
    Settings { proxies, pause: Duration::ZERO, time: Duration::from_secs(5), ..Settings::default() }
}

#[test]
fn plain_pages_are_asked_for_by_their_whole_address() {
    let proxy = Server::with_rules(|asked| match asked.target() {
        "http://news.example/robots.txt" => Reply::new(404, &[], b""),
        target => Reply::page(target),
    });
    let settings = with("http_proxy", format!("http://desk:open@{}", proxy.authority));
    let page = get(settings, "http://news.example/a?b=1").expect("a page");
    assert_eq!(page.body, b"http://news.example/a?b=1");
    assert_eq!(page.address, "http://news.example/a?b=1");
    let asked = proxy.asked();
    assert!(asked.iter().all(|asked| asked.header("host") == Some("news.example")));
    assert!(asked.iter().all(|asked| asked.header("proxy-authorization") == Some("Basic ZGVzazpvcGVu")));
}

#[test]
fn what_the_address_spells_out_is_checked_all_the_same() {
    let proxy = Server::with_rules(|_| Reply::page("secret"));
    for address in ["http://127.0.0.1:8000/", "http://10.0.0.1/", "http://localhost/", "http://[fd00::1]/"] {
        let error = get(with("ALL_PROXY", proxy.authority.clone()), address).expect_err("refused");
        assert!(matches!(error, Error::Private { .. }), "{error}");
    }
    assert!(proxy.asked().is_empty());
}

#[test]
fn secure_pages_go_through_a_tunnel() {
    let server = Secure::new("news.example", 2020, 2100);
    let inner = server.authority.clone();
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let proxy = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let asked = head(&mut BufReader::with_capacity(1, &mut stream)).expect("a head");
            if asked.line == "CONNECT news.example:443 HTTP/1.1" {
                stream.write_all(b"HTTP/1.1 200 Word\r\n\r\n").expect("sent");
                join(stream, TcpStream::connect(&inner).expect("the server"));
            } else {
                stream.write_all(b"HTTP/1.1 403 Word\r\n\r\n").expect("sent");
            }
        }
    });
    let settings = || Settings {
        certificates: server.settings().certificates,
        ..with("https_proxy", format!("http://{proxy}"))
    };
    let page = get(settings(), "https://news.example/").expect("a page");
    assert_eq!(page.body, b"secure");
    let error = get(settings(), "https://other.example/").expect_err("forbidden");
    assert!(matches!(&error, Error::Proxy { host, .. } if host == "other.example"), "{error}");
}

#[test]
fn a_proxy_of_the_other_kind_resolves_nothing_by_itself() {
    // SOCKS 5 without authentication, with the name passed on (socks5h).
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let proxy = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut hello = [0; 3];
            stream.read_exact(&mut hello).expect("a hello");
            stream.write_all(&[5, 0]).expect("sent");
            let mut wanted = [0; 5 + 12 + 2];
            stream.read_exact(&mut wanted).expect("a wish");
            assert_eq!(&wanted[5..17], b"news.example");
            stream.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0]).expect("sent");
            let _ = crate::server::serve(stream, |asked| Reply::page(asked.target()));
        }
    });
    let page = get(with("all_proxy", format!("socks5h://{proxy}")), "http://news.example/a").expect("a page");
    assert_eq!(page.body, b"/a");
}

#[test]
fn a_proxy_that_is_not_there() {
    let gone = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    let error =
        get(with("HTTP_PROXY", format!("http://{gone}")), "http://news.example/").expect_err("nobody");
    assert!(matches!(&error, Error::Proxy { .. }), "{error}");
    let words =
        get(with("HTTP_PROXY", "ftp://a:secret@b".to_owned()), "http://news.example/").expect_err("no proxy");
    assert!(matches!(&words, Error::Setting(_)), "{words}");
}
