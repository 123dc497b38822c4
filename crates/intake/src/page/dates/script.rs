//! The dates in scripts that hold data: the state that pages hand to their own programs. Other
//! scripts are not kept when a page is parsed.

use super::candidate::{Candidate, Source};
use super::expression::value;
use super::words::Role;
use memchr::memchr_iter;

/// Keys of when something was published.
const PUBLISHED: [&str; 20] = [
    "datePublished",
    "publishedAt",
    "published_at",
    "publishDate",
    "publish_date",
    "publishedDate",
    "published_date",
    "publicationDate",
    "publication_date",
    "pubDate",
    "pub_date",
    "published_time",
    "publishedTime",
    "publishTime",
    "publish_time",
    "firstPublished",
    "firstPublishedAt",
    "firstPublishDate",
    "date_published",
    "articlePublicationDate",
];

const MODIFIED: [&str; 9] = [
    "dateModified",
    "modifiedAt",
    "updatedAt",
    "updated_at",
    "lastModified",
    "modifiedDate",
    "modified_date",
    "lastUpdated",
    "updateDate",
];

/// More than this many dates in one script are a list of articles.
const MOST: usize = 24;

/// The dates that stand as values of known keys in the text of a script.
pub(super) fn read(text: &str, out: &mut Vec<Candidate>) {
    let most = out.len() + MOST;
    for colon in memchr_iter(b':', text.as_bytes()) {
        if out.len() >= most {
            return;
        }
        let Some(key) = key_before(text, colon) else { continue };
        let role = if PUBLISHED.contains(&key) {
            Role::Published
        } else if MODIFIED.contains(&key) {
            Role::Modified
        } else {
            continue;
        };
        if let Some(found) = value_after(text, colon + 1).and_then(value) {
            out.push(Candidate::told(&found, role, Source::Script));
        }
    }
}

/// The name in front of a colon, quoted or not.
fn key_before(text: &str, colon: usize) -> Option<&str> {
    let before = text.get(..colon)?.trim_end_matches([' ', '"', '\'', '\\']);
    let is_key = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let start = before.bytes().rposition(|byte| !is_key(&byte)).map_or(0, |at| at + 1);
    before.get(start..).filter(|key| (7..=24).contains(&key.len()))
}

/// The string or number after it.
fn value_after(text: &str, from: usize) -> Option<&str> {
    let rest = text.get(from..)?;
    let rest = rest.get(..rest.floor_char_boundary(100))?.trim_start_matches([' ', '\n', '\\']);
    match rest.strip_prefix(['"', '\'']) {
        Some(inside) => inside.find(['"', '\'', '\\']).and_then(|end| inside.get(..end)),
        None => rest.get(..rest.find(|c: char| !c.is_ascii_digit())?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(String, Role)> {
        let mut out = Vec::new();
        read(text, &mut out);
        out.into_iter().map(|found| (found.moment.stamp().text, found.role)).collect()
    }

    #[test]
    fn values_of_known_keys() {
        let text = r#"var a = {"datePublished": "2023-11-06T10:15:00Z", updatedAt: 1699265700123, "id": 7}"#;
        assert_eq!(
            all(text),
            [
                ("2023-11-06T10:15:00Z".to_owned(), Role::Published),
                ("2023-11-06T10:15:00Z".to_owned(), Role::Modified)
            ]
        );
        assert_eq!(all(r#"{\"pubDate\":\"2023-11-06\"}"#), [("2023-11-06".to_owned(), Role::Published)]);
    }

    #[test]
    fn nothing_else() {
        for text in ["", ":", "datePublished:", "\"dateOfBirth\":\"1980-01-01\"", "\"datePublished\":\"é"] {
            assert_eq!(all(text), [], "{text}");
        }
    }
}
