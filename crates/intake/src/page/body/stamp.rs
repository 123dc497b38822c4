//! Lines that hold nothing but a date, a time or how long a page takes to read.

/// Words that may stand beside numbers in such a line.
const WORDS: &[&str] = &[
    "a",
    "ago",
    "am",
    "apr",
    "april",
    "at",
    "aug",
    "august",
    "bst",
    "by",
    "cest",
    "cet",
    "date",
    "day",
    "days",
    "dec",
    "december",
    "edt",
    "est",
    "et",
    "feb",
    "february",
    "fri",
    "friday",
    "gmt",
    "hour",
    "hours",
    "hr",
    "hrs",
    "ist",
    "jan",
    "january",
    "jul",
    "july",
    "jun",
    "june",
    "last",
    "mar",
    "march",
    "may",
    "min",
    "mins",
    "minute",
    "minutes",
    "modified",
    "mon",
    "monday",
    "month",
    "months",
    "nov",
    "november",
    "oct",
    "october",
    "on",
    "pdt",
    "pm",
    "posted",
    "pst",
    "pt",
    "published",
    "read",
    "reading",
    "sat",
    "saturday",
    "sec",
    "sep",
    "sept",
    "september",
    "sun",
    "sunday",
    "th",
    "thu",
    "thursday",
    "time",
    "today",
    "tue",
    "tuesday",
    "uhr",
    "update",
    "updated",
    "utc",
    "wed",
    "wednesday",
    "week",
    "weeks",
    "year",
    "years",
    "yesterday",
    "st",
    "nd",
    "rd",
    "edited",
    "created",
    "first",
];

/// Whether a line is such a stamp.
pub(super) fn is_stamp(text: &str) -> bool {
    if text.len() > 100 || !text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let mut lower = String::new();
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).peekable();
    if words.peek().is_none() {
        return is_date(text);
    }
    words.all(|word| {
        lower.clear();
        lower.extend(word.chars().flat_map(char::to_lowercase));
        WORDS.contains(&lower.as_str())
    })
}

/// Three numbers with the same sign between them.
fn is_date(text: &str) -> bool {
    ['.', '/', '-'].iter().any(|&sign| {
        let parts = text.trim().split(sign);
        parts.clone().count() == 3 && parts.clone().all(|part| part.trim().parse::<u16>().is_ok())
    })
}

#[cfg(test)]
mod tests {
    use super::is_stamp;

    #[test]
    fn dates_times_and_reading_times() {
        for line in [
            "8 hours ago",
            "PUBLISHED: March 3, 2021 at 8:59 pm | UPDATED: 4 March 2021",
            "5 min read",
            "03.03.2021",
        ] {
            assert!(is_stamp(line), "{line}");
        }
        for line in [
            "The ferry left at 8:59 pm.",
            "March of the ferries",
            "Two hours ago",
            "In May 2021",
            "4.6",
            "+55 158-23-2012",
        ] {
            assert!(!is_stamp(line), "{line}");
        }
    }
}
