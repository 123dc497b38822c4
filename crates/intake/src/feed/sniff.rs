//! Whether a text begins like a feed or a list of addresses.

/// Outermost elements of feeds and lists, without prefix.
const ROOTS: [&str; 8] = ["channel", "entry", "feed", "opml", "rdf", "rss", "sitemapindex", "urlset"];

/// Whether the outermost element is one of those.
pub(crate) fn is_xml_feed(start: &str) -> bool {
    let name = root(start).to_ascii_lowercase();
    let local = name.split_once(':').map_or(name.as_str(), |(_, local)| local);
    ROOTS.contains(&local)
}

/// The name of the outermost element, behind the declaration, comments and the document type, which
/// names it too.
fn root(start: &str) -> &str {
    let mut rest = start;
    while let Some((_, tag)) = rest.split_once('<') {
        rest = match tag.as_bytes() {
            [b'?', ..] => tag.split_once("?>").map_or("", |(_, rest)| rest),
            [b'!', b'-', b'-', ..] => tag.split_once("-->").map_or("", |(_, rest)| rest),
            [b'!', ..] => return name(tag.get(8..).unwrap_or("").trim_start()),
            _ => return name(tag),
        };
    }
    ""
}

fn name(text: &str) -> &str {
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/' | '[')).unwrap_or(text.len());
    text.get(..end).unwrap_or("")
}

/// Whether an object of JSON says, before anything long, that it is a JSON Feed.
pub(crate) fn is_json_feed(start: &str) -> bool {
    let Some(at) = start.find("jsonfeed.org") else { return false };
    let before = start.get(..at).unwrap_or("").trim_end_matches(['/', '\\', ':']);
    let before = before.trim_end_matches("https").trim_end_matches("http").trim_end_matches(['"', ' ', ':']);
    before.ends_with("version")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots() {
        for feed in [
            "<?xml version='1.0'?>\n<?xml-stylesheet href='a'?><!-- <html> --><rss version='2.0'>",
            "<feed xmlns='a'>",
            "<rdf:RDF\n xmlns='a'>",
            "<a:feed>",
            "<!DOCTYPE rss PUBLIC 'a'>",
            "<opml>",
            "<urlset>",
            "<sitemapindex/>",
        ] {
            assert!(is_xml_feed(feed), "{feed}");
        }
        for other in
            ["<!DOCTYPE html><feed>", "<html><rss>", "<feedback>", "<svg>", "<!-- <rss>", "<", "text"]
        {
            assert!(!is_xml_feed(other), "{other}");
        }
    }

    #[test]
    fn json() {
        assert!(is_json_feed("{\n  \"version\": \"https://jsonfeed.org/version/1.1\","));
        assert!(is_json_feed("{\"title\":\"a\",\"version\":\"https:\\/\\/jsonfeed.org\\/version\\/1\""));
        assert!(!is_json_feed("{\"text\": \"See https://jsonfeed.org/version/1\"}"));
        assert!(!is_json_feed("{\"version\": 1}"));
    }
}
