//! The page: it needs nothing else, its links lead somewhere, and text of reports stays text.

use crate::call::Folder;
use serde_json::json;
use std::collections::BTreeMap;

const SAMPLES: [&str; 2] =
    [include_str!("../../../../examples/ferry.jsonl"), include_str!("../../../../examples/journey.jsonl")];

fn page_of(lines: &str) -> String {
    let folder = Folder::new().with("reports.jsonl", lines);
    folder.run(&["read", "--format", "html", "reports.jsonl"]).ends(0, &[]).out
}

/// The values of an attribute of the page, as they are written.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    let parts = page.split(start.as_str()).skip(1);
    parts.filter_map(|part| part.split('"').next()).collect()
}

/// A report whose every part tries to become a part of the page.
fn hostile(id: &str, url: &str) -> String {
    let script = "<script>alert(1)</script>";
    json!({
        "id": format!("{id}{script}"),
        "outlet": format!("Post \"{script}"),
        "url": url,
        "title": format!("Ferry {script} runs aground off Marsa"),
        "text": format!("The ferry {script} ran aground off Marsa on Tuesday, the coastguard said.\n\n\
            “Nobody </span></article> was hurt & \"all\" are well,” harbour master Ann Vale said.\n\n\
            At least 17 people were hurt '><img src=x onerror=alert(1)> on Tuesday, officials said."),
    })
    .to_string()
}

#[test]
fn nothing_is_requested_from_outside() {
    let page = page_of(&SAMPLES.concat());
    assert_eq!(values(&page, "src"), [""; 0]);
    for address in values(&page, "href") {
        assert!(address.starts_with('#'), "the samples have no addresses, so what is {address}?");
    }
    for outside in ["@import", "url(", "<link", "<iframe", "http://", "https://", "fetch(", "XMLHttpRequest"]
    {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn only_the_address_of_a_report_leads_outside() {
    let page = page_of(&[hostile("a", "https://post.example/ferry?a=1&b=2"), hostile("b", "")].join("\n"));
    let outside: Vec<_> = values(&page, "href").into_iter().filter(|at| !at.starts_with('#')).collect();
    assert!(!outside.is_empty());
    assert!(outside.iter().all(|at| *at == "https://post.example/ferry?a=1&amp;b=2"), "{outside:?}");
}

#[test]
fn an_address_that_would_run_is_no_link() {
    for url in ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", " vbscript:x", "file:///x"]
    {
        let page = page_of(&hostile("a", url));
        assert!(values(&page, "href").iter().all(|at| at.starts_with('#')), "{url}");
    }
}

#[test]
fn every_link_leads_to_one_place() {
    let page = page_of(&SAMPLES.concat());
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for id in values(&page, "id") {
        *places.entry(id).or_default() += 1;
    }
    let twice: Vec<_> = places.iter().filter(|(_, times)| **times > 1).collect();
    assert!(twice.is_empty(), "{twice:?}");
    let links: Vec<_> = values(&page, "href").into_iter().filter_map(|at| at.strip_prefix('#')).collect();
    assert!(links.len() > 10);
    let lost: Vec<_> = links.iter().filter(|at| !places.contains_key(**at)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn text_of_reports_stays_text() {
    let page = page_of(&[hostile("a", "https://post.example/\"><script>"), hostile("b", "")].join("\n"));
    let (_, body) = page.split_once("<body").expect("a body");
    assert!(body.contains("&lt;script&gt;alert(1)"), "the text is there");
    for tag in ["<script>alert", "<img", "</span></article> was", "\"><script>"] {
        assert!(!page.contains(tag), "{tag}");
    }
    let own = include_str!("../../src/render/html/script.js");
    assert_eq!(page.matches("<script").count(), own.matches("<script").count() + 1);
}
