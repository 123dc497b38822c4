//! Files and addresses together, as captures and reports.

use crate::server::{Reply, Server};
use intake::fetch::{Client, Inputs, Plan};
use intake::{Content, Limits, Settings};
use std::sync::Arc;

const PAGE: &[u8] = b"<!DOCTYPE html><html><head><title>Ferry runs aground off Marsa</title></head><body><article>\
    <h1>Ferry runs aground off Marsa</h1>\
    <p>The ferry Alba ran aground near the caf\xe9 of Marsa on Tuesday morning, the coastguard said in a statement.</p>\
    <p>Nobody was badly hurt, the harbour master told reporters, and the crew of twelve was taken off by a lifeboat.</p>\
    </article></body></html>";

fn inputs(server: &Server, paths: &[&str]) -> Inputs {
    let client = Arc::new(Client::new(server.settings()).expect("a client"));
    let paths: Vec<_> = paths.iter().map(|path| server.url(path).into()).collect();
    Inputs::new(&paths, client, Plan::default(), Limits::default())
}

#[test]
fn what_the_server_says_reaches_the_report() {
    let server = Server::new(|asked| match asked.target() {
        "/short" => Reply::to("/ferry"),
        _ => {
            let headers = [
                ("Content-Type", "text/html; charset=windows-1252"),
                ("Date", "Tue, 03 Mar 2026 09:00:00 GMT"),
            ];
            Reply::new(200, &headers, PAGE)
        }
    });
    let captures: Vec<_> = inputs(&server, &["/short"]).map(|capture| capture.expect("a page")).collect();
    assert_eq!(captures.len(), 1);
    assert_eq!(captures[0].name, server.url("/short"));
    assert_eq!(captures[0].address, Some(server.url("/ferry")));
    assert!(matches!(captures[0].content, Content::Page(_)));
    let outcome = captures[0].clone().read(&Settings::default());
    let report = outcome.reports[0].as_ref().expect("a report");
    assert!(report.text.contains("the café of Marsa"), "{}", report.text);
    assert_eq!(report.url, Some(server.url("/ferry")));
}

#[test]
fn how_far_it_is_and_what_is_at_hand() {
    let server = Server::new(|asked| match asked.target() {
        "/none" => Reply::new(404, &[], b""),
        _ => Reply::page("A ferry."),
    });
    let mut inputs = inputs(&server, &["/a", "/none", "/b"]);
    let tally = inputs.tally();
    assert_eq!(tally.get(), (0, 3));
    assert!(inputs.next().expect("a page").is_ok());
    assert!(inputs.next().expect("a failure").is_err());
    assert_eq!(tally.get(), (2, 3));
    assert!(inputs.next().expect("a page").is_ok());
    assert!(inputs.ready());
    assert!(inputs.next().is_none());
    assert_eq!(tally.get(), (3, 3));
}
