//! Addresses of the web and of mail: one token each.

/// What may follow an address without belonging to it.
const AFTER: &[char] = &['.', ',', ';', ':', '!', '?', '"', '\'', '”', '’', '»', '>', ']', '…', '*'];

/// Endings of names in the net that are taken for one without "www" or a scheme before them.
const TOP: &[&str] = &[
    "com", "org", "net", "edu", "gov", "info", "uk", "de", "fr", "io", "eu", "int", "tv", "ca", "au", "biz",
    "mil",
];

/// The length of the address with which `chunk` (text without white space) begins.
pub(super) fn length(chunk: &str) -> Option<usize> {
    if !chunk.contains(['.', ':', '@']) {
        return None;
    }
    let end = chunk.find(['<', '>', '"', '“', '”', '|']).unwrap_or(chunk.len());
    let head = chunk.get(..end)?;
    let mut body = head.trim_end_matches(AFTER);
    if body.ends_with(')') && !body.contains('(') {
        body = body.trim_end_matches(')').trim_end_matches(AFTER);
    }
    if is_link(body) || is_mail(body) {
        return Some(body.len());
    }
    let host = body.strip_suffix("'s").or_else(|| body.strip_suffix("’s")).unwrap_or(body);
    (is_host(host) || is_group(host)).then_some(host.len())
}

/// "alt.boats.old": three or more words in small letters.
fn is_group(body: &str) -> bool {
    let word = |part: &str| {
        part.len() > 1
            && part.starts_with(|c: char| c.is_ascii_lowercase())
            && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    body.split('.').count() > 2 && body.split('.').all(word)
}

fn is_link(body: &str) -> bool {
    let after_scheme = body.split_once("://").is_some_and(|(scheme, rest)| {
        !rest.is_empty() && !scheme.is_empty() && scheme.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    let www = body.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
    after_scheme || www && body.len() > 4 || body.starts_with("mailto:")
}

fn is_mail(body: &str) -> bool {
    let Some((user, host)) = body.split_once('@') else { return false };
    let plain = |part: &str| {
        part.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '%' | '/' | '='))
    };
    !user.is_empty() && host.len() > 2 && plain(user) && plain(host) && !host.starts_with('.')
}

fn is_host(body: &str) -> bool {
    let host = body.split('/').next().unwrap_or("");
    let Some((name, top)) = host.rsplit_once('.') else { return false };
    let plain = |part: &str| part.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    TOP.contains(&top)
        && name.len() > 2
        && plain(name)
        && !name.contains("..")
        && name.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn finds_addresses_and_leaves_what_follows() {
        for (chunk, address) in [
            ("http://harbour.example/a?b=1,2).", "http://harbour.example/a?b=1,2"),
            ("www.marsa.example,", "www.marsa.example"),
            ("desk@marsa.example>", "desk@marsa.example"),
            ("harbourpost.com’s", "harbourpost.com"),
            ("alt.boats.old,", "alt.boats.old"),
            ("boats.old", ""),
            ("harbourpost.com.", "harbourpost.com"),
            ("U.S.", ""),
            ("end.The", ""),
            ("@harbour", ""),
        ] {
            assert_eq!(length(chunk).unwrap_or(0), address.len(), "{chunk}");
        }
    }
}
