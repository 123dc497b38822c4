//! Names of people as feeds write them.

use super::html::plain;
use super::outlet::same;
use crate::page::names;

/// Names of people in the fields for authors; `outlet` is none of them. Agencies come apart.
pub(super) fn people(fields: &[String], outlet: Option<&str>) -> (Vec<String>, Vec<String>) {
    let (mut people, mut agencies): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for field in fields.iter().take(50) {
        let field = turned(&without_mail(&plain(field)));
        let parts = field.split([',', ';', '|', '/']).flat_map(|part| part.split(" and ")).map(str::trim);
        parts.filter_map(crate::clean::agency).for_each(|agency| add(&mut agencies, agency));
        for name in names::names(&field) {
            let is_outlet = outlet.is_some_and(|outlet| same(outlet, &name));
            if !is_outlet && crate::clean::agency(&name).is_none() && is_person(&name) {
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

/// "Vale, Ann" the right way round; "Vale, AFP" is two.
fn turned(field: &str) -> String {
    match field.split_once(", ") {
        Some((_, first)) if !first.contains([',', ' ']) && !first.chars().all(char::is_uppercase) => {
            names::turned(field)
        }
        _ => field.to_owned(),
    }
}

/// Names of accounts that could be the only name of a person.
const ACCOUNTS: [&str; 10] =
    ["agencies", "bureau", "desk", "digital", "editorial", "news", "newsroom", "online", "press", "staff"];

/// The full name of a person, or the only one.
fn is_person(name: &str) -> bool {
    let one = !name.contains(' ') && name.chars().all(char::is_alphabetic);
    let one = one && name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
    names::is_person(name) || one && !ACCOUNTS.contains(&name.to_lowercase().as_str())
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
        assert_eq!(of("BY ANN VALE, MARSA"), ["Ann Vale"]);
        assert_eq!(of("Ann Vale in Marsa"), ["Ann Vale"]);
        assert_eq!(of("Suhari"), ["Suhari"]);
        for field in [
            "The Harbour Post",
            "News Desk",
            "Newsroom",
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
