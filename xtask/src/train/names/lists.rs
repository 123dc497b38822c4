//! The file of lists: names, places, titles, words of organizations, clusters, use of capitals.

use super::{Folders, Result, blocks, cache, lines, news};
use language::English;
use language::train::names::{encode_lists, flag_named};
use serde_json::Value;
use std::collections::BTreeMap;

/// Flags and use of capitals by words in lower case.
type Entries = BTreeMap<String, (u16, u8)>;

const LONGEST: usize = 5;
const CALENDAR: &str = "monday tuesday wednesday thursday friday saturday sunday january february march april \
    may june july august september october november december mon. tue. wed. thu. fri. sat. sun. jan. feb. mar. \
    apr. jun. jul. aug. sept. sep. oct. nov. dec. christmas easter ramadan thanksgiving halloween gmt utc edt est";

/// Reads all lists and packs them.
pub(super) fn build(english: &English, folders: &Folders) -> Result<Vec<u8>> {
    let mut maker = Maker { english, entries: Entries::new() };
    maker.rows(folders, "given-names.tsv", |row| vec![(cell(row, 0), "given")])?;
    maker.rows(folders, "surnames.tsv", |row| vec![(cell(row, 0), "surname")])?;
    maker.rows(folders, "nicknames.tsv", |row| {
        cell(row, 1).split('|').chain([cell(row, 0)]).map(|name| (name, "given")).collect()
    })?;
    maker.rows(folders, "titles.tsv", |row| vec![(cell(row, 0), "title")])?;
    maker.rows(folders, "occupations.tsv", |row| vec![(cell(row, 0), "occupation")])?;
    maker.rows(folders, "organization-words.tsv", |row| {
        vec![(cell(row, 0), organization_word(cell(row, 1)))]
    })?;
    maker.rows(folders, "countries.tsv", |row| {
        let adjectives = cell(row, 6).split('|').map(|word| (word, "adjective"));
        let people = cell(row, 7).split('|').map(|word| (word, "people"));
        adjectives.chain(people).chain([(cell(row, 3), "country")]).collect()
    })?;
    maker.rows(folders, "places.tsv.gz", |row| {
        let flag = place(row);
        let large = flag == "country" || flag == "large place" && cell(row, 2) == "city";
        let alternates = cell(row, 8).split('|').filter(|_| large).map(|name| (name, flag));
        alternates.chain([(cell(row, 1), flag)]).collect()
    })?;
    for word in CALENDAR.split_whitespace() {
        maker.add(word, "calendar");
    }
    capitals(folders, &mut maker.entries)?;
    let entries: Vec<_> =
        maker.entries.into_iter().map(|(word, (flags, capital))| (word, flags, capital)).collect();
    let clusters = clusters(folders)?;
    println!("  {} entries, {} words in clusters", entries.len(), clusters.len());
    Ok(encode_lists(&entries, &clusters))
}

fn cell<'a>(row: &[&'a str], at: usize) -> &'a str {
    row.get(at).copied().unwrap_or_default()
}

fn organization_word(kind: &str) -> &'static str {
    match kind {
        "company suffix" => "company",
        "institution prefix" => "institution opening",
        _ => "institution",
    }
}

fn place(row: &[&str]) -> &'static str {
    let population: u64 = cell(row, 7).parse().unwrap_or(0);
    match (cell(row, 2), population) {
        ("country", _) => "country",
        ("continent" | "admin1", _) | ("city", 300_000..) => "large place",
        ("city", 40_000..) => "place",
        ("city", _) => "small place",
        _ => "district",
    }
}

struct Maker<'a> {
    english: &'a English,
    entries: Entries,
}

impl Maker<'_> {
    /// Adds what `read` takes from the rows of a table, its notice and header passed over.
    fn rows<'r>(
        &mut self,
        folders: &Folders,
        file: &str,
        read: impl for<'s> Fn(&[&'s str]) -> Vec<(&'s str, &'r str)>,
    ) -> Result<()> {
        for line in lines(&folders.sets.join(file))?.skip(2) {
            let line = line?;
            let row: Vec<&str> = line.split('\t').collect();
            for (name, flag) in read(&row) {
                self.add(name, flag);
            }
        }
        Ok(())
    }

    fn add(&mut self, name: &str, flag: &str) {
        let name = name.trim();
        if name.is_empty() || name.chars().count() < 2 {
            return;
        }
        let document = self.english.tagged(name, &blocks(name));
        let words: Vec<&str> = document.tokens.iter().map(|token| token.span.of(name)).collect();
        if words.len() > LONGEST {
            return;
        }
        let key = language::train::names::key(&words);
        self.entries.entry(key).or_default().0 |= flag_named(flag);
        if words.len() > 1
            && let Some(first) = words.first()
        {
            let key = language::train::names::key(&[first]);
            self.entries.entry(key).or_default().0 |= flag_named("opens");
        }
    }
}

/// How often each word is written with a capital where no sentence begins.
fn capitals(folders: &Folders, entries: &mut Entries) -> Result<()> {
    let mut counts: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for line in lines(&news(folders))? {
        let row: Value = serde_json::from_str(&line?)?;
        for paragraph in row["text"].as_str().unwrap_or_default().split('\n') {
            count(paragraph, &mut counts);
        }
    }
    for (word, (capital, small)) in counts {
        let all = capital + small;
        let known = entries.contains_key(&word);
        if all < 12 && !(known && all >= 4) {
            continue;
        }
        let class = match f64::from(capital) / f64::from(all) {
            share if share < 0.03 => 1,
            share if share < 0.3 => 2,
            share if share < 0.7 => 3,
            share if share < 0.97 => 4,
            _ => 5,
        };
        entries.entry(word).or_default().1 = class;
    }
    Ok(())
}

fn count(paragraph: &str, counts: &mut BTreeMap<String, (u32, u32)>) {
    let mut opens = true;
    for piece in paragraph.split_whitespace() {
        let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
        let begins = piece.starts_with(|c: char| !c.is_alphanumeric());
        if let Some(first) = word.chars().next().filter(|c| c.is_alphabetic())
            && !opens
            && !begins
        {
            let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
            let count = counts.entry(word.to_lowercase()).or_default();
            if first.is_uppercase() { count.0 += 1 } else { count.1 += 1 }
        }
        opens = piece.ends_with(|c: char| !c.is_alphanumeric() && !matches!(c, ',' | ')' | '%' | ';'));
    }
}

/// The clusters that the teacher's word vectors give: word, fine, coarse.
fn clusters(folders: &Folders) -> Result<Vec<(String, u16, u8)>> {
    let path = cache(folders, "clusters.tsv");
    if !path.exists() {
        return Ok(Vec::new());
    }
    lines(&path)?
        .map(|line| {
            let line = line?;
            let row: Vec<&str> = line.split('\t').collect();
            Ok((cell(&row, 0).to_owned(), cell(&row, 1).parse()?, cell(&row, 2).parse()?))
        })
        .collect()
}
