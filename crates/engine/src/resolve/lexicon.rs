//! The lists that resolving stands on: given names, titles, roles, countries, well-known aliases.
//!
//! Everything is compiled in and read once. Keys are folded (see [`super::fold`]).

use super::fold::{fold, key};
use model::Kind;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What a name, a title or a role word tells about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Female,
    Male,
}

/// All lists.
pub(crate) struct Lexicon {
    given: HashMap<String, Option<Gender>>,
    short_forms: HashMap<String, Vec<String>>,
    /// Titles of one or several words, folded; true where they are honorifics.
    titles: HashMap<String, bool>,
    roles: HashMap<String, Option<Gender>>,
    countries: HashMap<String, String>,
    aliases: HashMap<String, String>,
    /// What the common keys of aliases name.
    alias_kinds: HashMap<String, Kind>,
    /// Keys of capitals with the ISO codes of their countries.
    capitals: HashMap<String, &'static str>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// The lists that are compiled in.
pub(crate) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

/// Rows of a table, without comments.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').collect())
}

/// The cell of a row, or nothing.
fn cell<'a>(row: &[&'a str], column: usize) -> &'a str {
    row.get(column).copied().unwrap_or("")
}

impl Lexicon {
    fn read() -> Self {
        let titles = titles();
        Self {
            given: given_names(),
            short_forms: short_forms(),
            roles: roles(&titles),
            titles,
            countries: countries(),
            aliases: aliases(),
            alias_kinds: alias_kinds(),
            capitals: capitals(),
        }
    }

    /// Whether it is a known given name.
    pub(crate) fn is_given(&self, folded: &str) -> bool {
        self.given.contains_key(folded)
    }

    /// The gender that a given name tells.
    pub(crate) fn gender_of_given(&self, folded: &str) -> Option<Gender> {
        self.given.get(folded).copied().flatten()
    }

    /// Whether one of two given names is a short form of the other.
    pub(crate) fn are_nicknames(&self, one: &str, other: &str) -> bool {
        let holds = |name: &str, short: &str| {
            self.short_forms.get(name).is_some_and(|forms| forms.iter().any(|form| form == short))
        };
        holds(one, other) || holds(other, one)
    }

    /// Whether these words are a title or a role before a name ("Prime Minister").
    pub(crate) fn is_title(&self, folded: &str) -> bool {
        self.titles.contains_key(folded)
    }

    /// Whether it is a bare honorific ("Mrs"), which is no role.
    pub(crate) fn is_honorific(&self, folded: &str) -> bool {
        self.titles.get(folded).copied().unwrap_or(false)
    }

    /// Whether the noun says what a person is ("spokesman", "resident").
    pub(crate) fn is_role(&self, folded: &str) -> bool {
        self.roles.contains_key(folded)
    }

    /// The gender that a title or a role word tells.
    pub(crate) fn gender_of_role(&self, folded: &str) -> Option<Gender> {
        self.roles.get(folded).copied().flatten().or_else(|| gender_of_title(folded))
    }

    /// The folded country of an adjective, a people or a name of it ("iraqi" gives "iraq").
    pub(crate) fn country(&self, folded: &str) -> Option<&str> {
        self.countries.get(folded).map(String::as_str)
    }

    /// What a well-known name names, by its common key.
    pub(crate) fn kind_of_alias(&self, common: &str) -> Option<Kind> {
        self.alias_kinds.get(common).copied()
    }

    /// ISO code of the country whose capital bears the name.
    pub(crate) fn capital_of(&self, folded: &str) -> Option<&'static str> {
        self.capitals.get(folded).copied()
    }

    /// The common key of the names of a well-known body or place.
    pub(crate) fn alias(&self, folded: &str) -> Option<&str> {
        self.aliases.get(folded).map(String::as_str)
    }
}

fn gender_of_title(folded: &str) -> Option<Gender> {
    const MALE: [&str; 22] = [
        "mr",
        "sir",
        "lord",
        "king",
        "prince",
        "father",
        "brother",
        "monsieur",
        "herr",
        "don",
        "senor",
        "baron",
        "duke",
        "emperor",
        "pope",
        "archbishop",
        "imam",
        "sheikh",
        "emir",
        "rabbi",
        "sultan",
        "crown prince",
    ];
    const FEMALE: [&str; 16] = [
        "mrs", "ms", "miss", "lady", "dame", "madam", "madame", "mme", "queen", "princess", "sister", "frau",
        "senora", "duchess", "baroness", "empress",
    ];
    if MALE.contains(&folded) || folded.ends_with("man") {
        Some(Gender::Male)
    } else if FEMALE.contains(&folded) || folded.ends_with("woman") || folded.ends_with("ess") {
        Some(Gender::Female)
    } else {
        None
    }
}

fn given_names() -> HashMap<String, Option<Gender>> {
    let gender = |letter: &str| match letter {
        "m" => Some(Gender::Male),
        "f" => Some(Gender::Female),
        _ => None,
    };
    let mut names = HashMap::new();
    for row in rows(include_str!("../../data/given-names.tsv")) {
        names.entry(fold(cell(&row, 0))).or_insert_with(|| gender(cell(&row, 1)));
    }
    names
}

fn short_forms() -> HashMap<String, Vec<String>> {
    let forms = |row: &[&str]| cell(row, 1).split('|').map(fold).collect();
    rows(include_str!("../../data/nicknames.tsv")).map(|row| (fold(cell(&row, 0)), forms(&row))).collect()
}

fn titles() -> HashMap<String, bool> {
    let table = include_str!("../../data/titles.tsv");
    rows(table).map(|row| (key(cell(&row, 0)), cell(&row, 1) == "honorific")).collect()
}

fn roles(titles: &HashMap<String, bool>) -> HashMap<String, Option<Gender>> {
    let mut roles = HashMap::new();
    for line in include_str!("../../data/role-nouns.txt").lines().filter(|line| !line.starts_with('#')) {
        let (word, gender) = match line.strip_suffix(" m") {
            Some(word) => (word, Some(Gender::Male)),
            None => match line.strip_suffix(" f") {
                Some(word) => (word, Some(Gender::Female)),
                None => (line, None),
            },
        };
        roles.insert(fold(word), gender);
    }
    let occupations = rows(include_str!("../../data/occupations.tsv")).map(|row| fold(cell(&row, 0)));
    for words in occupations.chain(titles.iter().filter(|(_, bare)| !**bare).map(|(title, _)| title.clone()))
    {
        let noun = words.rsplit(' ').next().unwrap_or("").to_owned();
        if noun.len() > 3 && !["state", "justice", "staff", "affaires", "parliament"].contains(&noun.as_str())
        {
            roles.entry(noun).or_insert(None);
        }
    }
    roles
}

fn countries() -> HashMap<String, String> {
    let mut countries = HashMap::new();
    for row in rows(include_str!("../../data/countries.tsv")) {
        let name = key(cell(&row, 1));
        for form in cell(&row, 2).split('|').chain(cell(&row, 3).split('|')).chain([cell(&row, 1)]) {
            if !form.is_empty() {
                countries.entry(key(form)).or_insert_with(|| name.clone());
            }
        }
    }
    countries
}

fn capitals() -> HashMap<String, &'static str> {
    let table = rows(include_str!("../../data/countries.tsv"));
    table.map(|row| (key(cell(&row, 4)), cell(&row, 0))).filter(|(name, _)| !name.is_empty()).collect()
}

fn aliases() -> HashMap<String, String> {
    let mut aliases = HashMap::new();
    for row in rows(include_str!("../../data/aliases.tsv")) {
        let common = key(cell(&row, 1));
        for name in row.iter().skip(1) {
            aliases.entry(key(name)).or_insert_with(|| common.clone());
        }
    }
    aliases
}

fn alias_kinds() -> HashMap<String, Kind> {
    let kind = |word: &str| if word == "place" { Kind::Place } else { Kind::Organization };
    rows(include_str!("../../data/aliases.tsv"))
        .map(|row| (key(cell(&row, 1)), kind(cell(&row, 0))))
        .collect()
}

/// Words of a name that carry no identity of their own.
pub(crate) static COMPANY_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    [
        "inc",
        "incorporated",
        "corp",
        "corporation",
        "co",
        "company",
        "companies",
        "cos",
        "ltd",
        "limited",
        "llc",
        "llp",
        "lp",
        "plc",
        "ag",
        "sa",
        "nv",
        "se",
        "gmbh",
        "spa",
        "ab",
        "as",
        "oy",
        "asa",
        "bhd",
        "kk",
        "group",
        "holding",
        "holdings",
        "international",
        "technologies",
        "industries",
        "enterprises",
        "partners",
        "systems",
        "airlines",
        "airways",
        "motors",
        "motor",
        "energy",
        "pharmaceuticals",
        "bank",
        "& co",
    ]
    .into_iter()
    .collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_names_roles_and_countries() {
        let l = lexicon();
        assert_eq!(l.gender_of_given("antony"), Some(Gender::Male));
        assert!(l.are_nicknames("william", "bill") && !l.are_nicknames("mark", "daniel"));
        assert!(l.is_title("prime minister") && l.is_title("mr") && l.is_honorific("mr"));
        assert!(l.is_role("spokeswoman") && l.is_role("minister") && !l.is_role("state"));
        assert_eq!(l.gender_of_role("spokeswoman"), Some(Gender::Female));
        assert_eq!(l.country("iraqi"), Some("iraq"));
        assert_eq!(l.alias("us"), l.alias("america"));
    }
}
