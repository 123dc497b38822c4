//! One entry in every format.

use super::{body, headline, published, reports, rss};

#[test]
fn rss_2() {
    let text = rss("<item><title>Ferry runs aground</title><link>https://harbour.example/ferry</link>\
         <guid isPermaLink=\"false\">17</guid><dc:creator><![CDATA[Ann Vale and Bo Reed]]></dc:creator>\
         <pubDate>Mon, 06 Nov 2023 08:15:00 +0100</pubDate><description>A ferry ran aground.</description>\
         <content:encoded><![CDATA[<p>A ferry ran aground at dawn.</p><p>Nobody was hurt, the coastguard \
         said.</p><figure><img src=\"f.jpg\"><figcaption>The ferry.</figcaption></figure>]]></content:encoded></item>");
    let all = reports(&text);
    let [report] = all.as_slice() else { panic!("one report") };
    assert_eq!(report.id, "https://harbour.example/ferry");
    assert_eq!(report.url.as_deref(), Some("https://harbour.example/ferry"));
    assert_eq!(headline(report), "Ferry runs aground");
    assert_eq!(body(report), ["A ferry ran aground at dawn.", "Nobody was hurt, the coastguard said."]);
    assert_eq!(report.authors, ["Ann Vale", "Bo Reed"]);
    assert_eq!(published(report), "2023-11-06T08:15:00+01:00");
    assert_eq!(report.outlet.as_deref(), Some("Harbour Post"));
    assert_eq!(report.language.as_deref(), Some("en"));
    assert!(report.notices.is_empty(), "{:?}", report.notices);
}

#[test]
fn atom_1() {
    let all = reports(
        "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en-GB' xml:base='https://harbour.example/news/'>\
         <title type='text'>Harbour Post</title><link rel='self' href='feed'/><link href='https://harbour.example/'/>\
         <author><name>Desk of all</name></author>\
         <entry><title type='html'>Mayor &amp;lt;b&gt;quits&lt;/b&gt;</title><id>tag:harbour.example,2023:1</id>\
         <link rel='edit' href='/edit/1'/><link rel='alternate' type='text/html' href='mayor'/>\
         <published>2023-11-06T23:15:00-05:00</published><updated>2023-11-07T10:00:00Z</updated>\
         <author><name>Ann Vale</name><email>ann@harbour.example</email></author><author><name>Bo Reed</name></author>\
         <source><title>Marsa Daily</title><id>x</id></source>\
         <content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>The mayor <em>quit</em> on Monday.</p>\
         <p>She gave no reason &amp; left.</p></div></content></entry>\
         <entry><title>Two</title><id>https://harbour.example/two</id><updated>2023-11-07T10:00:00Z</updated>\
         <summary>Short.</summary><content type='image/png' src='/a.png'/></entry></feed>",
    );
    let first = &all[0];
    assert_eq!(first.id, "https://harbour.example/news/mayor");
    assert_eq!(headline(first), "Mayor quits");
    assert_eq!(body(first), ["The mayor quit on Monday.", "She gave no reason & left."]);
    assert_eq!(first.authors, ["Ann Vale", "Bo Reed"]);
    assert_eq!(first.outlet.as_deref(), Some("Marsa Daily"));
    assert_eq!(
        (published(first), first.published.as_ref().unwrap().date.day()),
        ("2023-11-06T23:15:00-05:00", 6)
    );
    assert_eq!(first.modified.as_ref().unwrap().text, "2023-11-07T10:00:00Z");
    let second = &all[1];
    assert_eq!(second.id, "https://harbour.example/two");
    assert_eq!((published(second), second.modified.is_none()), ("2023-11-07T10:00:00Z", true));
    assert_eq!(body(second), ["Short."]);
    assert!(second.authors.is_empty(), "a desk is no person");
}

#[test]
fn rdf_and_rss_0_9() {
    let rdf = |space: &str| {
        format!(
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='{space}' \
             xmlns:d='http://purl.org/dc/elements/1.1/'><channel rdf:about='https://harbour.example/'>\
             <title>Harbour Post</title><link>https://harbour.example/</link><items><rdf:Seq>\
             <rdf:li rdf:resource='https://harbour.example/1'/></rdf:Seq></items></channel>\
             <item rdf:about='https://harbour.example/1'><title>Ferry</title><link>https://harbour.example/1</link>\
             <description>A ferry ran aground.</description><d:date>2023-11-06</d:date><d:creator>Ann Vale</d:creator>\
             </item></rdf:RDF>"
        )
    };
    for space in ["http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/"] {
        let all = reports(&rdf(space));
        assert_eq!(all.len(), 1);
        assert_eq!((headline(&all[0]), published(&all[0])), ("Ferry", "2023-11-06"));
        assert_eq!(all[0].authors, ["Ann Vale"]);
        assert_eq!(all[0].outlet.as_deref(), Some("Harbour Post"));
    }
    let old = "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://my.netscape.com/publish/formats/rss-0.91.dtd\">\
        <rss version=\"0.91\"><channel><title>Harbour Post</title><item><title>Caf&eacute; burns</title>\
        <link>/cafe</link></item></channel></rss>";
    let all = reports(old);
    assert_eq!((headline(&all[0]), all[0].id.as_str()), ("Café burns", "https://harbour.example/cafe"));
}

#[test]
fn atom_0_3() {
    let all = reports(
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>Harbour Post</title><entry><title>Ferry</title>\
         <link rel='alternate' type='text/html' href='https://harbour.example/1'/><issued>2023-11-06T08:00:00+01:00</issued>\
         <modified>2023-11-06T09:00:00+01:00</modified><content type='text/html' mode='escaped'>&lt;p&gt;A ferry.&lt;/p&gt;\
         &lt;p&gt;Aground.&lt;/p&gt;</content></entry></feed>",
    );
    assert_eq!(body(&all[0]), ["A ferry.", "Aground."]);
    assert_eq!(published(&all[0]), "2023-11-06T08:00:00+01:00");
}

#[test]
fn json_feed() {
    let all = reports(
        r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Post", "home_page_url": "https://harbour.example/",
        "language": "en", "items": [
        {"id": 1, "url": "/ferry", "title": "Ferry &amp; crew", "content_html": "<p>A ferry ran aground.</p>", "summary": "A ferry",
         "date_published": "2023-11-06T08:00:00+01:00", "authors": [{"name": "Ann Vale"}, {"url": "x"}]},
        {"id": "b", "content_text": "First line.\n\nSecond < line.", "author": {"name": "Bo Reed"}},
        7]}"#,
    );
    assert_eq!(all.len(), 2);
    assert_eq!((all[0].id.as_str(), headline(&all[0])), ("https://harbour.example/ferry", "Ferry & crew"));
    assert_eq!(all[0].authors, ["Ann Vale"]);
    assert_eq!(published(&all[0]), "2023-11-06T08:00:00+01:00");
    assert_eq!((all[1].id.as_str(), body(&all[1])), ("b", vec!["First line.", "Second < line."]));
}

#[test]
fn a_feed_of_one_entry_and_prefixed_names() {
    let all = reports(
        "<a:entry xmlns:a='http://www.w3.org/2005/Atom'><a:title>Ferry</a:title><a:id>x</a:id>\
         <a:author><a:name>Ann Vale</a:name></a:author></a:entry>",
    );
    assert_eq!((headline(&all[0]), all[0].authors.as_slice()), ("Ferry", &["Ann Vale".to_owned()][..]));
    let all = reports(&rss(
        "<item><title>Ferry</title><link>https://click.example/1</link><a10:updated xmlns:a10='http://www.w3.org/2005/Atom'>\
         2023-11-06T08:00:00Z</a10:updated><fb:origLink xmlns:fb='http://rssnamespace.org/feedburner/ext/1.0'>\
         https://harbour.example/1</fb:origLink><media:title>A picture</media:title></item>",
    ));
    assert_eq!(
        (all[0].id.as_str(), published(&all[0])),
        ("https://harbour.example/1", "2023-11-06T08:00:00Z")
    );
}

#[test]
fn feeds_and_lists_among_the_files() {
    use intake::{Reports, Settings};
    let of = |text: &str| {
        Reports::from_bytes("f", text.as_bytes().to_vec(), Settings::default()).collect::<Vec<_>>()
    };
    let all = of(&rss("<item><title>Ferry</title><link>https://harbour.example/1</link></item><item/>"));
    assert_eq!(all.len(), 2);
    assert_eq!(all[0].as_ref().unwrap().id, "https://harbour.example/1");
    assert!(all[1].as_ref().unwrap_err().to_string().starts_with("f: entry 2: "));
    let twice: Vec<_> = [1, 2].map(|n| {
        let item = format!("<item><title>Ferry</title><link>https://harbour.example/1</link></item><item><title>{n}</title></item>");
        intake::Captures::from_bytes(&format!("f{n}"), rss(&item).into_bytes(), intake::Limits::default())
    }).into_iter().flatten().collect();
    let mut ids = intake::Ids::default();
    let admitted =
        twice.into_iter().flat_map(|capture| ids.admit(capture.unwrap().read(&Settings::default())));
    let admitted: Vec<String> = admitted.map(|report| report.unwrap().id).collect();
    assert_eq!(admitted, ["https://harbour.example/1", "f1#2", "f2#2"]);
    let list = of("<opml><body><outline xmlUrl='https://harbour.example/feed'/></body></opml>");
    let reason = list[0].as_ref().unwrap_err().to_string();
    assert!(reason.contains("1 feed (such as https://harbour.example/feed)"), "{reason}");
    let none = of(&rss(""));
    assert_eq!(none[0].as_ref().unwrap_err().to_string(), "f: a feed without entries; nothing to read");
    let json = of(
        "{\n  \"version\": \"https://jsonfeed.org/version/1\",\n  \"items\": [{\"id\": \"a\", \"title\": \"Ferry\"}]}",
    );
    assert_eq!(json[0].as_ref().unwrap().id, "a");
}
