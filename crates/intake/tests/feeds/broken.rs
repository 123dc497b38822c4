//! Feeds that are broken, cut off, hostile or none.

use super::{ORIGIN, feed, headline, reports, rss};
use intake::Limits;
use intake::feed::{Unreadable, read};
use model::Report;

#[test]
fn cut_off_in_the_midst_of_an_entry() {
    let whole =
        rss("<item><title>One</title><link>https://harbour.example/1</link></item><item><title>Two</title>\
         <link>https://harbour.example/2</link><description>A ferry ran agro");
    let cut = feed(whole.split("agro").next().unwrap());
    assert_eq!(cut.entries.len(), 1);
    assert_eq!(
        cut.problems,
        ["the file breaks off after 1 entries in the midst of an entry, which is left out; fetch it again"]
    );
    let cut = feed(whole.split("</title><link>https://harbour.example/2").next().unwrap());
    assert_eq!((cut.entries.len(), cut.problems.len()), (1, 1));
    let inside_a_tag = feed(whole.split("k>https://harbour.example/2").next().unwrap());
    assert_eq!(
        (inside_a_tag.entries.len(), inside_a_tag.problems.len()),
        (1, 1),
        "{:?}",
        inside_a_tag.problems
    );
}

#[test]
fn broken_mark_up_costs_one_entry_at_most() {
    let broken = feed(&rss(
        "<item><title>AT&T & Marks & Spencer; sold</title><link>https://harbour.example/1?a=1&b=2</link></item>\
         <item><title>Unclosed<link>https://harbour.example/2</link></item>\
         <item><description><p>Not escaped<br>at all<img src=a></p></b></description><title>Three</title></item>\
         <item><title>Four</title><description><![CDATA[never closed</description></item>\
         <item><title>Five</title></item><item><title>No end tag</title>",
    ));
    let good: Vec<&Report> = broken.entries.iter().filter_map(|entry| entry.as_ref().ok()).collect();
    let lines: Vec<&str> = good.iter().map(|report| headline(report)).collect();
    assert!(lines.starts_with(&["AT&T & Marks & Spencer; sold"]), "{lines:?}");
    assert!(lines.contains(&"Three") && lines.contains(&"Five"), "{lines:?}");
    assert_eq!(good[0].id, "https://harbour.example/1?a=1&b=2");
    assert!(!broken.problems.is_empty());
}

#[test]
fn an_xml_bomb_does_not_grow() {
    let mut bomb = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\">".to_owned();
    for n in 1..10 {
        bomb.push_str(&format!("<!ENTITY lol{n} \"{}\">", format!("&lol{};", n - 1).repeat(10)));
    }
    bomb.push_str("]><rss version=\"2.0\"><channel><title>&lol9;</title><item><title>A &lol9; ferry</title></item></channel></rss>");
    let read = feed(&bomb);
    assert_eq!(read.entries.len(), 1);
    assert!(read.entries[0].as_ref().unwrap().text.len() < 100);
    assert_eq!(read.problems, ["entities that the feed declares itself are not expanded"]);
}

#[test]
fn limits_are_named() {
    let limits = Limits { page: 100, ..Limits::default() };
    let error = read(rss("").as_bytes(), ORIGIN, &limits).unwrap_err();
    assert!(error.to_string().contains("--max-page"), "{error}");
    let limits = Limits { report: 10, ..Limits::default() };
    let text =
        rss("<item><title>A headline that is too long</title></item><item><title>Short</title></item>");
    let read = read(text.as_bytes(), ORIGIN, &limits).unwrap();
    assert!(read.entries[0].as_ref().unwrap_err().contains("--max-report"));
    assert!(read.entries[1].is_ok());
}

#[test]
fn what_is_no_feed() {
    for other in ["<html><body><p>Not a feed</p></body></html>", "", "plain", "<opml><body/></opml>", "[1]"] {
        assert_eq!(read(other.as_bytes(), ORIGIN, &Limits::default()), Err(Unreadable::Other), "{other}");
    }
    for broken in
        ["{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"id\"", "{}", "<rss><channel><ite"]
    {
        let error = read(broken.as_bytes(), ORIGIN, &Limits::default()).unwrap_err();
        assert!(matches!(error, Unreadable::Broken(_)), "{broken}: {error:?}");
    }
    assert!(feed("<rss version='2.0'><channel><title>Empty</title></channel></rss>").entries.is_empty());
}

#[test]
fn fifty_thousand_items() {
    let item = |n: usize| {
        format!(
            "<item><title>Ferry {n} runs aground</title><link>https://harbour.example/{n}</link>\
             <pubDate>Mon, 06 Nov 2023 08:15:00 EST</pubDate><description>&lt;p&gt;A ferry ran aground at dawn \
             near the lighthouse, the coastguard said.&lt;/p&gt; Nobody was hurt.</description></item>"
        )
    };
    let text = rss(&(0..50_000).map(item).collect::<String>());
    let begun = std::time::Instant::now();
    assert_eq!(reports(&text).len(), 50_000);
    eprintln!("{:?}", begun.elapsed());
}

#[test]
fn hostile_nesting_is_linear() {
    for piece in ["<a>", "<item>", "<a><b></c>", "<item><![CDATA[", "<item", "&", "<item><title>&a", "<p x='"]
    {
        let text = rss(&piece.repeat(100_000));
        let begun = std::time::Instant::now();
        let _ = read(text.as_bytes(), ORIGIN, &Limits::default());
        assert!(begun.elapsed().as_secs() < 20, "{piece}: {:?}", begun.elapsed());
        eprintln!("{piece}: {:?}", begun.elapsed());
    }
}

#[test]
fn a_json_feed_that_is_cut_off() {
    let cut = feed(
        "{\"version\": \"x\", \"title\": \"Harbour Post\", \"items\": [{\"id\": \"a\", \"title\": \"Ferry\"}, {\"id\": \"b",
    );
    assert_eq!((cut.entries.len(), cut.problems.len()), (1, 1), "{:?}", cut.problems);
    let entry = cut.entries[0].as_ref().unwrap();
    assert_eq!((headline(entry), entry.outlet.as_deref()), ("Ferry", Some("Harbour Post")));
}
