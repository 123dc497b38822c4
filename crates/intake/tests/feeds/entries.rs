//! What single fields hold.

use super::{ORIGIN, body, feed, headline, reports, rss};
use intake::Limits;
use intake::feed::{Origin, read};

#[test]
fn a_summary_says_that_it_is_one() {
    let all = reports(&rss(
        "<item><title>Ferry</title><link>https://harbour.example/a</link><description>A ferry ran aground near \
         Marsa. &lt;a href=\"/a\"&gt;Continue reading...&lt;/a&gt;</description></item>\
         <item><title>Only a headline</title><link>https://harbour.example/b</link></item>",
    ));
    assert_eq!(body(&all[0]), ["A ferry ran aground near Marsa."]);
    assert_eq!(all[0].notices, ["only the feed's summary; the article is at https://harbour.example/a"]);
    assert_eq!(all[1].notices, ["only the feed's headline; the article is at https://harbour.example/b"]);
}

#[test]
fn the_source_is_the_publisher() {
    let all = reports(&rss(
        "<item><title>Ferry runs aground - Marsa Daily</title><link>https://news.example/r/1</link>\
         <source url=\"https://marsa.example\">Marsa Daily</source>\
         <description>&lt;a href=\"https://news.example/r/1\"&gt;Ferry runs aground&lt;/a&gt;&amp;nbsp;&amp;nbsp;\
         &lt;font color=\"#6f6f6f\"&gt;Marsa Daily&lt;/font&gt;</description></item>\
         <item><title>Talks end - in tears</title><link>https://news.example/r/2</link></item>",
    ));
    assert_eq!(all[0].outlet.as_deref(), Some("Marsa Daily"));
    assert_eq!(headline(&all[0]), "Ferry runs aground");
    assert!(body(&all[0]).is_empty());
    assert_eq!(headline(&all[1]), "Talks end - in tears");
    assert_eq!(all[1].outlet.as_deref(), Some("Harbour Post"));
}

#[test]
fn the_same_entry_twice_and_entries_that_share_an_address() {
    let all = reports(&rss("<item><title>One</title><link>https://harbour.example/live</link></item>\
         <item><title>One</title><link>https://harbour.example/live</link></item>\
         <item><title>Two</title><link>https://harbour.example/live</link></item>\
         <item><title>No link</title><guid isPermaLink='false'>x-1</guid></item><item><title>Nothing</title></item>\
         <item><title>A guid</title><guid>https://harbour.example/guid</guid></item>"));
    let ids: Vec<&str> = all.iter().map(|report| report.id.as_str()).collect();
    let live = "https://harbour.example/live";
    assert_eq!(
        ids,
        [live, "https://harbour.example/live#3", "x-1", "feed#5", "https://harbour.example/guid"]
    );
}

#[test]
fn entries_without_title_or_text() {
    let read = feed(&rss(
        "<item><description>Only a text, said Ann Vale.</description><link>https://harbour.example/1</link></item>\
         <item><link>https://harbour.example/2</link></item>",
    ));
    let first = read.entries[0].as_ref().unwrap();
    assert_eq!((first.headline, body(first)), (None, vec!["Only a text, said Ann Vale."]));
    let many = feed(&rss(&"<item/>".repeat(1000)));
    assert_eq!((many.entries.len(), many.problems.len()), (10, 1));
    assert_eq!(
        read.entries[1],
        Err("entry 2: an entry without a title and a text; it was left out".to_owned())
    );
}

#[test]
fn doubly_escaped() {
    let all = reports(&rss(
        "<item><title>Fish &amp;amp; chips &amp;#8217;n&amp;#8217; peas</title><link>https://harbour.example/1</link>\
         <description>&amp;lt;p&amp;gt;One.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Two.&amp;lt;/p&amp;gt;</description></item>",
    ));
    assert_eq!(headline(&all[0]), "Fish & chips ’n’ peas");
    assert_eq!(body(&all[0]), ["One.", "Two."]);
}

#[test]
fn outlets_of_feeds_that_name_sections_only() {
    let of = |title: &str, field: &str| {
        let item = "<item><title>Ferry</title><link>https://www.marsa.example/1?utm_source=rss</link>";
        let text =
            format!("<rss version='2.0'><channel><title>{title}</title>{item}{field}</item></channel></rss>");
        reports(&text).remove(0)
    };
    assert_eq!(of("Top Stories", "").outlet.as_deref(), Some("marsa.example"));
    assert_eq!(
        of("Top Stories", "<dc:publisher>Marsa Media</dc:publisher>").outlet.as_deref(),
        Some("Marsa Media")
    );
    assert_eq!(
        of("Marsa Daily", "<dc:publisher>Marsa Media</dc:publisher>").outlet.as_deref(),
        Some("Marsa Daily")
    );
    assert_eq!(of("Marsa Daily", "").id, "https://www.marsa.example/1");
}

#[test]
fn the_encoding_that_is_declared_unless_it_is_wrong() {
    let feed = |bytes: &[u8], charset: Option<&str>| {
        let origin = Origin { charset, ..ORIGIN };
        let mut feed = read(bytes, origin, &Limits::default()).expect("a feed");
        feed.entries.remove(0).expect("a report")
    };
    let item = |encoding: &str, title: &[u8]| {
        let start = format!("<?xml version='1.0' encoding='{encoding}'?><rss><channel><item><title>");
        [start.as_bytes(), title, b"</title></item></channel></rss>"].concat()
    };
    assert_eq!(headline(&feed(&item("ISO-8859-1", b"The caf\xe9"), None)), "The café");
    assert_eq!(headline(&feed(&item("ISO-8859-1", "The café".as_bytes()), None)), "The café");
    assert_eq!(headline(&feed(&item("Shift_JIS", b"\x93\x8c\x8b\x9e"), None)), "東京");
    let wrong =
        feed(&item("utf-8", b"The caf\xe9 on the Champs-\xc9lys\xe9es was closed, the mayor said"), None);
    assert!(headline(&wrong).contains("café on the Champs-Élysées") && !wrong.notices.is_empty());
    let bare = b"<rss><channel><item><title>The caf\xe9</title></item></channel></rss>";
    assert_eq!(headline(&feed(bare, Some("iso-8859-1"))), "The café");
    let wide: Vec<u8> =
        rss("<item><title>Café</title></item>").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(headline(&feed(&wide, None)), "Café");
    let marked: Vec<u8> = [0xfe_u8, 0xff]
        .into_iter()
        .chain(rss("<item><title>Café</title></item>").encode_utf16().flat_map(u16::to_be_bytes))
        .collect();
    assert_eq!(headline(&feed(&marked, None)), "Café");
}
