//! What a host wants of programs, and whose turn it is.

use crate::server::{Reply, Server, get};
use intake::fetch::{Client, Error, Fetched, Request, Settings, many};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// A host with rules.
fn ruled(rules: &'static str) -> Server {
    Server::with_rules(move |asked| match asked.target() {
        "/robots.txt" => Reply::new(200, &[("Content-Type", "text/plain")], rules.as_bytes()),
        _ => Reply::page("a"),
    })
}

#[test]
fn rules_are_kept_to_and_asked_for_once() {
    let server = ruled(
        "User-agent: *\nDisallow: /\n\nUser-agent: Parallax\nDisallow: /private\nAllow: /private/but\n",
    );
    let client = Client::new(server.settings()).expect("a client");
    assert!(client.get(&server.url("/news"), None).is_ok());
    assert!(client.get(&server.url("/private/but/this?page=1"), None).is_ok());
    let error = client.get(&server.url("/private/a"), None).expect_err("forbidden");
    assert_eq!(error, Error::Robots(server.url("/robots.txt")));
    assert_eq!(
        error.to_string(),
        format!(
            "{} does not allow programs to fetch this page; open it in a browser and save it",
            server.url("/robots.txt")
        )
    );
    assert_eq!(server.asked_for_rules(), 1);
    assert_eq!(server.asked().len(), 2);
}

#[test]
fn rules_stand_at_redirects_too() {
    let server = Server::with_rules(|asked| match asked.target() {
        "/robots.txt" => Reply::new(200, &[], b"User-agent: *\nDisallow: /private\n"),
        _ => Reply::to("/private"),
    });
    let error = server.get("/open").expect_err("forbidden");
    assert!(matches!(error, Error::Onward { reason, .. } if matches!(*reason, Error::Robots(_))));
    assert_eq!(server.asked().len(), 1);
}

#[test]
fn no_rules_allow_and_unreadable_ones_forbid() {
    let with = |answer: fn() -> Reply| {
        Server::with_rules(move |asked| match asked.target() {
            "/robots.txt" => answer(),
            "/elsewhere" => Reply::new(200, &[], b"User-agent: *\nDisallow: /\n"),
            _ => Reply::page("a"),
        })
    };
    for none in [|| Reply::new(404, &[], b""), || Reply::new(403, &[], b""), || Reply::to("/robots.txt")] {
        assert!(with(none).get("/").is_ok());
    }
    assert!(matches!(with(|| Reply::to("/elsewhere")).get("/"), Err(Error::Robots(_))));
    let error = with(|| Reply::new(500, &[], b"")).get("/").expect_err("forbidden");
    let Error::RobotsUnread { address, reason } = &error else { panic!("{error}") };
    assert!(address.ends_with("/robots.txt"));
    assert_eq!(**reason, Error::Status(500));
    assert!(error.to_string().contains("so nothing is fetched from this host: the server failed"), "{error}");
}

#[test]
fn rules_that_do_not_come() {
    let server = Server::with_rules(|_| Reply(vec![(Duration::from_secs(1), Vec::new())]));
    let settings = Settings { time: Duration::from_millis(200), ..server.settings() };
    let error = get(settings, &server.url("/")).expect_err("forbidden");
    assert!(matches!(error, Error::RobotsUnread { reason, .. } if matches!(*reason, Error::Time(_))));
}

#[test]
fn rules_without_end_are_cut() {
    let server = Server::with_rules(|asked| match asked.target() {
        "/robots.txt" => {
            let filler = "# nothing\n".repeat(200_000);
            Reply::new(
                200,
                &[],
                format!("User-agent: *\nDisallow: /private\n{filler}Disallow: /\n").as_bytes(),
            )
        }
        _ => Reply::page("a"),
    });
    assert!(server.get("/news").is_ok());
    assert!(matches!(server.get("/private"), Err(Error::Robots(_))));
}

#[test]
fn a_host_that_is_busy_is_asked_again_when_it_says() {
    let busy = |status: u16, again: &'static str, times: usize| {
        let asked = AtomicUsize::new(0);
        Server::new(move |_| match asked.fetch_add(1, Ordering::SeqCst) {
            count if count < times && again.is_empty() => Reply::new(status, &[], b""),
            count if count < times => Reply::new(status, &[("Retry-After", again)], b""),
            _ => Reply::page("a"),
        })
    };
    let patient = busy(429, "1", 1);
    let started = Instant::now();
    assert!(patient.get("/").is_ok());
    assert!(started.elapsed() >= Duration::from_secs(1));
    assert!(busy(503, "0", 2).get("/").is_ok());
    assert_eq!(busy(503, "0", 9).get("/"), Err(Error::Busy { status: 503, wait: Some(Duration::ZERO) }));
    assert_eq!(busy(429, "", 1).get("/"), Err(Error::Busy { status: 429, wait: None }));
    let error = busy(429, "3600", 1).get("/").expect_err("an hour");
    assert_eq!(error.to_string(), "the server is busy (status 429); it asks to come back in 3600 s");
}

#[test]
fn a_host_rests_between_pages_and_can_ask_for_more() {
    let server = ruled("User-agent: *\nCrawl-delay: 0.15\n");
    let client = Client::new(server.settings()).expect("a client");
    for path in ["/a", "/b", "/c"] {
        assert!(client.get(&server.url(path), None).is_ok());
    }
    let asked = server.asked();
    for (one, next) in asked.iter().zip(asked.iter().skip(1)) {
        assert!(next.at - one.at >= Duration::from_millis(150), "{:?}", next.at - one.at);
    }
    let server = ruled("User-agent: *\nCrawl-delay: 86400\n");
    let settings = Settings { patience: Duration::from_millis(50), ..server.settings() };
    let client = Client::new(settings).expect("a client");
    assert!(client.get(&server.url("/a"), None).is_ok() && client.get(&server.url("/b"), None).is_ok());
}

#[test]
fn hosts_side_by_side_and_results_in_order() {
    // Two names of one machine are two hosts.
    let slow = Server::new(|_| Reply(vec![(Duration::from_millis(300), Reply::page("slow").0.remove(0).1)]));
    let quick = Server::new(|asked| match asked.target() {
        "/none" => Reply::new(404, &[], b""),
        target => Reply::page(target),
    });
    let other = quick.authority.replace("127.0.0.1", "localhost");
    let settings = Settings {
        allowed: vec![slow.authority.clone(), other.clone()],
        pause: Duration::from_millis(20),
        ..quick.settings()
    };
    let mut requests = vec![Request::from(slow.url("/").as_str()), Request::from("https://")];
    let paths = ["/a", "/b", "/none", "/c", "/d"];
    requests.extend(paths.iter().map(|path| Request::from(format!("http://{other}{path}").as_str())));
    let client = Arc::new(Client::new(settings).expect("a client"));
    let results: Vec<_> = many(&client, requests).collect();
    let body = |result: &Result<Fetched, Error>| match result {
        Ok(Fetched::Page(page)) => String::from_utf8_lossy(&page.body).into_owned(),
        Ok(Fetched::Unchanged { .. }) => "unchanged".to_owned(),
        Err(error) => error.to_string().chars().take(11).collect(),
    };
    let bodies: Vec<String> = results.iter().map(body).collect();
    assert_eq!(bodies, ["slow", "not an addr", "/a", "/b", "there is no", "/c", "/d"]);
    let (first, rest) = (slow.asked(), quick.asked());
    assert!(rest.iter().all(|asked| asked.at < first[0].at + Duration::from_millis(300)), "not side by side");
    assert!(rest.windows(2).all(|two| two[1].at - two[0].at >= Duration::from_millis(20)));
}

#[test]
fn who_stops_listening_stops_the_rest() {
    let server = Server::new(|_| Reply::page("a"));
    let settings = Settings { pause: Duration::from_millis(50), ..server.settings() };
    let client = Arc::new(Client::new(settings).expect("a client"));
    let requests = (0..100).map(|page| Request::from(server.url(&format!("/{page}")).as_str())).collect();
    assert_eq!(many(&client, requests).take(2).count(), 2);
    std::thread::sleep(Duration::from_millis(200));
    assert!(server.asked().len() < 6, "{}", server.asked().len());
}
