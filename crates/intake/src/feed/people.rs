//! Names of people as feeds write them.

use super::html::plain;
use super::outlet::same;

/// Names of people in the fields for authors; `outlet` is none of them. Agencies come apart.
pub(super) fn people(fields: &[String], outlet: Option<&str>) -> (Vec<String>, Vec<String>) {
    let (mut people, mut agencies): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for field in fields.iter().take(50) {
        for name in apart(&without_mail(&plain(field))) {
            let is_outlet = outlet.is_some_and(|outlet| same(outlet, &name));
            if let Some(agency) = crate::clean::agency(&name) {
                add(&mut agencies, agency);
            } else if !is_outlet && is_person(&name) {
                add(&mut people, &name);
            }
        }
    }
    (people, agencies)
}

fn add(names: &mut Vec<String>, name: &str) {
    if !names.iter().any(|known| same(known, name)) && names.len() < 50 {
        names.push(name.to_owned());
    }
}

/// "news@harbour.example (Ann Vale)" and "Ann Vale <ann@harbour.example>" without the address.
fn without_mail(field: &str) -> String {
    if let Some((before, rest)) = field.split_once('(') {
        let inside = rest.split(')').next().unwrap_or("").trim();
        return if before.contains('@') { inside.to_owned() } else { before.trim().to_owned() };
    }
    let words = field.split(' ').filter(|word| !word.contains('@') && !word.contains("://"));
    words.collect::<Vec<_>>().join(" ")
}

/// "By Ann Vale and Bo Reed, Marsa correspondent": one name each, without what people are.
fn apart(field: &str) -> Vec<String> {
    let field = field.trim().trim_start_matches(['-', '–', '—', ' ']);
    let starts_by = field.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("by "));
    let field = if starts_by { field.get(3..).unwrap_or(field) } else { field };
    let parts =
        field.split(" and ").flat_map(|part| part.split(" & ")).flat_map(|part| part.split([',', ';', '|']));
    let parts: Vec<&str> =
        parts.map(|part| part.trim().trim_end_matches('.')).filter(|p| !p.is_empty()).collect();
    if let [last, first] = parts.as_slice()
        && field.contains(',')
        && ![last, first].iter().any(|word| word.contains(' ') || word.chars().all(char::is_uppercase))
    {
        return vec![format!("{first} {last}")];
    }
    parts.into_iter().map(|part| part.trim_start_matches("and ").to_owned()).collect()
}

/// Words that stand in what people are and in the names of accounts, not in names.
#[rustfmt::skip]
const NO_PERSON: [&str; 30] = [
    "admin", "administrator", "agencies", "agency", "associate", "bureau", "chief", "contributor", "correspondent",
    "desk", "digital", "editor", "editorial", "editors", "guest", "media", "news", "newsroom", "online", "press",
    "producer", "reporter", "service", "staff", "team", "unknown", "webdesk", "webmaster", "writer", "writers",
];

fn is_person(name: &str) -> bool {
    let mut words = name.split(' ').filter(|word| !word.is_empty());
    let count = words.clone().count();
    let fits = (1..=6).contains(&count) && name.len() <= 80 && !name.chars().any(|c| c.is_ascii_digit());
    let named = name.starts_with(char::is_alphabetic)
        && !name.starts_with(|c: char| c.is_ascii_lowercase() && count == 1);
    fits && named && !words.any(|word| NO_PERSON.binary_search(&word.to_lowercase().as_str()).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_by_their_names() {
        let of = |field: &str| people(&[field.to_owned()], Some("Harbour Post")).0;
        assert_eq!(of("news@harbour.example (Ann Vale)"), ["Ann Vale"]);
        assert_eq!(of("Ann Vale <ann@harbour.example>"), ["Ann Vale"]);
        assert_eq!(of("By Ann Vale and Bo Reed"), ["Ann Vale", "Bo Reed"]);
        assert_eq!(of("Ann Vale, Bo Reed, and Cy Lund"), ["Ann Vale", "Bo Reed", "Cy Lund"]);
        assert_eq!(of("Ann Vale, political correspondent"), ["Ann Vale"]);
        assert_eq!(of("Vale, Ann"), ["Ann Vale"]);
        assert_eq!(of("Ann O&amp;#8217;Vale"), ["Ann O’Vale"]);
        for field in [
            "The Harbour Post",
            "noreply@harbour.example",
            "admin",
            "Staff Writer",
            "",
            "/u/annvale",
            "https://a.example/b",
        ] {
            assert!(of(field).is_empty(), "{field}");
        }
    }

    #[test]
    fn agencies_are_credits_not_people() {
        let (people, agencies) = people(&["Ann Vale, Reuters".to_owned(), "AFP".to_owned()], None);
        assert_eq!(
            (people, agencies),
            (vec!["Ann Vale".to_owned()], vec!["Reuters".to_owned(), "AFP".to_owned()])
        );
    }
}
