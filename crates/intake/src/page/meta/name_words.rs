//! The words by which a byline is taken apart: what stands before names, between their parts and
//! behind them, and what is no name.

/// What stands before the names, in lower case.
#[rustfmt::skip]
pub(super) const OPENINGS: [&str; 34] = [
    "this post was written by", "this article was written by", "analysis by", "opinion by", "perspective by",
    "commentary by", "interview by",
    "view all posts by", "all posts by", "posts by", "more from", "more by", "written by", "posted by", "published by", "words by", "story by", "text by", "reported by", "article by",
    "authored by", "created by", "submitted by", "contributed by", "a post by", "by", "authors", "author", "von", "par",
    "por", "autor", "text", "writer",
];

/// What is nobody's name, as keys.
#[rustfmt::skip]
pub(super) const NOBODY: [&str; 27] = [
    "admin", "administrator", "author", "authors", "byline", "contributor", "contributors", "default", "editor", "follow",
    "guest", "more", "na", "name", "noauthor", "none", "null", "posted", "published", "readmore", "share", "site", "undefined",
    "unknown", "viewallposts", "website", "writtenby",
];

/// Words of institutions, roles and desks, sorted.
#[rustfmt::skip]
pub(super) const NO_PERSON: [&str; 122] = [
    "academy", "admin", "agencies", "agency", "analyst", "archives", "article", "assistant", "associate",
    "associated", "association", "astrologer", "attorney", "author", "bank", "blog", "board", "books", "bureau",
    "business", "care", "category", "center", "centre", "chief", "city", "clinic", "club", "college",
    "columnist", "committee", "communications", "community", "company", "consultant", "content", "contributor",
    "contributors", "coordinator", "correspondent", "daily", "department", "desk", "developer", "dietitian",
    "digital", "director", "editor", "editorial", "editors", "education", "engineer", "executive", "expert",
    "files", "foundation", "founder", "from", "gardener", "global", "group", "guide", "head", "health",
    "hospital", "inc", "industry", "institute", "insurance", "international", "journal", "journalist",
    "limited", "llc", "ltd", "magazine", "manager", "marketing", "media", "ministry", "network", "news",
    "newsletter", "newsroom", "office", "officer", "online", "partner", "partners", "photographer", "post",
    "posts", "president", "press", "producer", "publisher", "read", "report", "reporter", "research",
    "researcher", "reuters", "school", "security", "senior", "service", "services", "site", "society",
    "solutions", "specialist", "staff", "strategist", "studio", "subway", "team", "the", "times", "university",
    "vice", "writer", "writers",
];

/// What stands before the names of people who did not write it.
#[rustfmt::skip]
pub(super) const OTHERS: [&str; 22] = [
    "reviewed by", "edited by", "updated by", "researched by", "designed by", "photograph", "photo", "medically reviewed",
    "fact check", "fact-check", "checked by", "translated by", "illustrated by", "image", "sponsored", "powered by",
    "presented by", "recommended by", "approved by", "video by", "featured in", "verified by",
];

/// Words between the parts of a person's name.
#[rustfmt::skip]
pub(super) const PARTICLES: [&str; 24] = [
    "al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el", "ibn", "la", "le",
    "ten", "ter", "van", "von", "y", "zu",
];

/// Words that a date or another line begins with.
pub(super) fn is_end(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let year = word.len() == 4
        && word.chars().all(|c| c.is_ascii_digit())
        && (word.starts_with("19") || word.starts_with("20"));
    let ends = ["published", "updated", "posted", "last", "reviewed", "edited", "follow", "shares"];
    year || ends.contains(&word) || is_month(word)
}

pub(super) fn is_month(word: &str) -> bool {
    #[rustfmt::skip]
    const MONTHS: [&str; 22] = [
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "oct", "nov", "dec",
    ];
    MONTHS.contains(&word)
}

pub(super) fn is_date(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let lower = text.to_lowercase();
    let first = lower.split([' ', ',', '.']).next().unwrap_or("");
    let day = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().any(|day| first.starts_with(day));
    let day = day && (first.len() == 3 || first.ends_with("day"));
    digits * 2 >= text.len().max(2) || (is_month(first) || day) && (digits > 0 || lower == first)
}

pub(super) fn is_degree(word: &str) -> bool {
    let word: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
    matches!(
        word.as_str(),
        "PhD" | "MD" | "RD" | "RN" | "MBA" | "MSc" | "MPH" | "CPA" | "DO" | "LMFT" | "JD" | "Esq"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(NO_PERSON.is_sorted());
    }

    #[test]
    fn days_are_no_names() {
        assert!(is_date("April 25") && is_date("Sat") && is_date("2024-03-05"));
        assert!(!is_date("April Vale") && !is_date("Ann Vale"));
    }
}
