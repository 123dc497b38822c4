//! Whether `06/11/2023` is in November or in June.

use super::candidate::Candidate;
use crate::page::tree::Tree;
use html5ever::local_name;

/// How the outlet writes days in digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
    /// English of nobody knows where.
    Unknown,
}

/// Countries whose English has the day first, as the end of a host or in the code of a language.
const DAY_FIRST: [&str; 17] =
    ["gb", "uk", "ie", "au", "nz", "in", "za", "ng", "ke", "gh", "pk", "bd", "sg", "my", "mt", "jm", "tt"];

/// What the page's address and language say.
pub(super) fn of_page(tree: &Tree, address: Option<&str>) -> Order {
    let country = address.and_then(top_domain);
    let html = tree.all(local_name!("html")).next();
    let attribute = |name| html.and_then(|id| tree.attribute_named(id, name)).filter(|code| !code.is_empty());
    let code = attribute("lang").or_else(|| attribute("xml:lang")).unwrap_or("").to_ascii_lowercase();
    let (language, region) = code.split_once(['-', '_']).unwrap_or((&code, ""));
    match country {
        Some("us" | "gov" | "mil") => Order::MonthFirst,
        Some(country) if DAY_FIRST.contains(&country) => Order::DayFirst,
        _ if DAY_FIRST.contains(&region) => Order::DayFirst,
        // Two letters stand for a country, and hardly any but the United States write the month first.
        Some(country)
            if country.len() == 2
                && !matches!(country, "io" | "co" | "me" | "tv" | "ai" | "fm" | "ca" | "ph") =>
        {
            Order::DayFirst
        }
        _ if region == "us" => Order::MonthFirst,
        _ if language.is_empty() || language == "en" => Order::Unknown,
        _ => Order::DayFirst,
    }
}

fn top_domain(address: &str) -> Option<&str> {
    let host = address.split_once("//")?.1.split(['/', '?', '#', ':']).next()?;
    host.rsplit_once('.').map(|(_, last)| last)
}

/// Settles every date of two readings, or takes it out where nothing settles it.
pub(super) fn settle(candidates: &mut Vec<Candidate>, order: Order) {
    let sure: Vec<_> =
        candidates.iter().filter(|one| one.other.is_none()).map(|one| one.moment.date).collect();
    candidates.retain_mut(|one| {
        let Some(other) = one.other else { return true };
        let take_other = match order {
            Order::DayFirst => false,
            Order::MonthFirst => true,
            Order::Unknown if sure.contains(&one.moment.date) => false,
            Order::Unknown if sure.contains(&other) => true,
            Order::Unknown => return false,
        };
        if take_other {
            one.moment.date = other;
        }
        one.other = None;
        true
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_pages_say() {
        let order = |lang: &str, address: &str| {
            of_page(&Tree::parse(&format!("<html lang='{lang}'>")), Some(address))
        };
        assert_eq!(order("en-US", "https://example.com/a"), Order::MonthFirst);
        assert_eq!(order("en-US", "https://example.co.uk/a"), Order::DayFirst);
        assert_eq!(order("en-GB", "https://example.com/a"), Order::DayFirst);
        assert_eq!(order("de", "https://example.com/a"), Order::DayFirst);
        assert_eq!(order("en", "https://example.com/a"), Order::Unknown);
        assert_eq!(order("", "https://example.gov/a"), Order::MonthFirst);
    }
}
