//! What a page calls itself in its title, without the name of its site.

use super::words::{key, key_words};

/// Signs between a title and the name of the site, with white space on both sides.
const BETWEEN: [&str; 12] = ["|", "-", "–", "—", "»", "«", "::", ":", "•", "·", "~", "_"];

/// The names that the site goes by, as [`key`]s.
#[derive(Debug, Default)]
pub(super) struct SiteNames(pub Vec<String>);

impl SiteNames {
    /// Whether it is a name of the site, with or without "The".
    pub(super) fn is(&self, text: &str) -> bool {
        let text = key(text);
        let bare = |name: &str| name.strip_prefix("the").unwrap_or(name).to_owned();
        !text.is_empty() && self.0.iter().any(|name| bare(name) == bare(&text))
    }

    /// Whether a part of a title names the site: its name, a piece of it, or little more.
    pub(super) fn has(&self, part: &str) -> bool {
        let part = key(part);
        let like = |name: &String| {
            // "Post" is the "Harbour Post", but "a" is not.
            let piece = part.len() >= 4 && name.contains(part.as_str()) && name.len() <= part.len() * 4;
            let more = name.len() >= 3 && part.contains(name.as_str()) && part.len() <= name.len() * 2;
            piece || more || *name == part
        };
        !part.is_empty() && self.0.iter().any(like)
    }
}

/// The title without the parts at its ends that name the site.
pub(super) fn without_site<'t>(title: &'t str, names: &SiteNames) -> &'t str {
    let mut rest = title.trim();
    while let Some((at, sign)) = last_border(rest) {
        let (before, after) = (rest.get(..at).unwrap_or(rest), rest.get(at + sign..).unwrap_or(""));
        if key(before).is_empty() || !names.has(after) {
            break;
        }
        rest = before.trim_end();
    }
    while let Some((at, sign)) = first_border(rest) {
        let (before, after) = (rest.get(..at).unwrap_or(""), rest.get(at + sign..).unwrap_or(rest));
        if key_words(after).len() < 2 || !names.has(before) {
            break;
        }
        rest = after.trim_start();
    }
    rest
}

/// The title up to the last sign that often stands before the name of a site; for titles that
/// nothing else on the page confirms.
pub(super) fn without_last_part(title: &str) -> &str {
    let Some((at, sign)) = last_border(title) else { return title };
    let (before, after) = (title.get(..at).unwrap_or(title), title.get(at + sign..).unwrap_or(""));
    let (before_words, after_words) = (key_words(before).len(), key_words(after).len());
    let bar = title.get(at..at + sign).is_some_and(|sign| sign.contains(['|', '»', '•', '·']));
    let is_tail = after_words <= if bar { 6 } else { 4 } && before_words >= if bar { 2 } else { 3 };
    if is_tail && before_words > after_words { before.trim_end() } else { title }
}

/// A heading up to its last bar, behind which sections and the like stand.
pub(super) fn without_bar(heading: &str) -> &str {
    let Some((before, after)) = heading.rsplit_once('|') else { return heading };
    let (before_words, after_words) = (key_words(before).len(), key_words(after).len());
    if before_words >= 3 && before_words >= after_words {
        without_bar_again(before.trim_end())
    } else {
        heading
    }
}

/// One more bar at most.
fn without_bar_again(heading: &str) -> &str {
    match heading.rsplit_once('|') {
        Some((before, _)) if key_words(before).len() >= 3 => before.trim_end(),
        _ => heading,
    }
}

/// The last parts of a title, each from a sign to the end: where the site's name stands.
pub(super) fn tails(title: &str) -> Vec<&str> {
    let mut tails: Vec<&str> =
        borders(title).filter_map(|(at, sign)| title.get(at + sign..)).map(str::trim).collect();
    tails.retain(|tail| !tail.is_empty());
    tails
}

/// Place and length of the first and the last sign with white space around; a bar needs none.
fn first_border(text: &str) -> Option<(usize, usize)> {
    borders(text).min_by_key(|border| border.0)
}

fn last_border(text: &str) -> Option<(usize, usize)> {
    borders(text).max_by_key(|border| border.0)
}

fn borders(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let spaced = move |at: usize, len: usize| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + len..).and_then(|after| after.chars().next());
        let wide = |c: Option<char>| c.is_some_and(|c| ('\u{2e80}'..'\u{ff00}').contains(&c));
        let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        match text.get(at..at + len) {
            Some("|") => true,
            // Scripts without spaces set their signs without them.
            Some("-" | "_" | "–") if wide(before) || wide(after) => true,
            Some(":") => space(after),
            _ => space(before) && space(after),
        }
    };
    let found =
        BETWEEN.iter().flat_map(move |sign| text.match_indices(sign).map(|(at, sign)| (at, sign.len())));
    found.filter(move |&(at, len)| spaced(at, len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_site_goes() {
        let names = SiteNames(vec!["harbourpost".into()]);
        for title in [
            "Ferry runs aground - at dawn | Harbour Post",
            "Ferry runs aground - at dawn – The Harbour Post",
            "Harbour Post: Ferry runs aground - at dawn",
            "Ferry runs aground - at dawn | Harbour | Harbour Post",
        ] {
            assert_eq!(without_site(title, &names), "Ferry runs aground - at dawn", "{title}");
        }
        assert_eq!(without_site("Harbour Post", &names), "Harbour Post");
    }

    #[test]
    fn a_last_part_that_is_short() {
        assert_eq!(
            without_last_part("Ferry runs aground off Marsa - Shore News"),
            "Ferry runs aground off Marsa"
        );
        assert_eq!(without_last_part("Ferry - what we know so far"), "Ferry - what we know so far");
        assert_eq!(without_last_part("Ferry aground"), "Ferry aground");
    }
}
