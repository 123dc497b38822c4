//! No page breaks the reading, and what it gives holds together.

use intake::page::{fragment, read_page};
use intake::text::normal;
use model::Report;
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// Pieces of which pages are made, well and badly.
const PIECES: [&str; 64] = [
    "<html>",
    "<body class=article>",
    "</body>",
    "<main>",
    "</main>",
    "<article>",
    "</article>",
    "<div>",
    "</div>",
    "<div class=story-body>",
    "<div class=related>",
    "<div hidden>",
    "<p>",
    "</p>",
    "<p class=byline>",
    "<br>",
    "<br><br>",
    "<h1>",
    "</h1>",
    "<h2>",
    "</h2>",
    "<ul><li>",
    "<li>",
    "</ul>",
    "<table>",
    "<tr>",
    "<td>",
    "<th>",
    "</table>",
    "<a href=/x>",
    "<a href='#n1'>",
    "</a>",
    "<sup>",
    "</sup>",
    "<q>",
    "</q>",
    "<pre>",
    "</pre>",
    "<span style='display:block'>",
    "</span>",
    "<time datetime='2024-09-03T08:00:00Z'>",
    "</time>",
    "<div class=liveblog>",
    "<script>",
    "</script>",
    "<script type=application/ld+json>",
    "{\"@type\":\"NewsArticle\",\"headline\":\"One\"}",
    "{\"@type\":\"LiveBlogPosting\"}",
    "<style>",
    "</style>",
    "<svg>",
    "</svg>",
    "<!--",
    "-->",
    "<template>",
    "</template>",
    "<img class=emoji alt=🧊>",
    "The ferry ran aground at dawn, the coastguard said on Tuesday. ",
    "e\u{301} ",
    "\u{ad}",
    "\0",
    "&amp;&nbsp;",
    "2 ",
    "Subscribe to continue reading",
];

fn page() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60).prop_map(|pieces| pieces.concat())
}

fn holds(report: &Report) {
    for block in report.blocks() {
        let text = block.of(&report.text);
        assert!(!text.is_empty(), "an empty block");
        assert_eq!(normal(text), text, "a block out of normal form");
    }
}

fn read(html: &str) {
    let address = Some("https://a.example/x");
    let page = read_page(html, address);
    assert_eq!(page, read_page(html, address), "another result from the same page");
    if let Ok(page) = page {
        page.entries.iter().chain([&page.report]).for_each(holds);
        assert!(!page.report.paragraphs.is_empty());
    }
    for paragraph in fragment(html) {
        assert!(!paragraph.is_empty() && normal(&paragraph) == paragraph);
    }
}

proptest! {
    #[test]
    fn any_text(text in ".{0,300}") {
        read(&text);
    }

    #[test]
    fn any_page(page in page()) {
        read(&page);
    }
}

/// Each of these made a reader of pages slow once, or could: what it costs must grow with its length.
#[test]
fn large_pages_of_one_thing_are_quick() {
    let ends = ["", "</div></p></table></a></sup></q></pre>"];
    for piece in PIECES {
        for end in ends {
            let html = format!("{}{end}", format!("{piece}x").repeat(150_000 / (piece.len() + 1)));
            let start = Instant::now();
            let _ = read_page(&html, Some("https://a.example/x"));
            let spent = start.elapsed();
            assert!(spent < Duration::from_secs(10), "{piece}: {spent:?}");
        }
    }
}

/// What fuzzing found.
#[test]
fn a_headline_that_is_never_closed() {
    read("<aside>\"2022-10-09T21></aside>.<h1>a<t>.<h1>>");
}
