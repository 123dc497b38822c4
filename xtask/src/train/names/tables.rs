//! Invented results, tables and datelines: lines of names that no sentence holds together. News
//! has them, treebanks do not. Every name is drawn from the training lists.

use super::{Example, Folders, Result, lines};
use crate::train::chance::Chance;
use model::{Kind, Span};

/// The names that lines are made of.
struct Pools {
    given: Vec<String>,
    surnames: Vec<String>,
    towns: Vec<String>,
    countries: Vec<String>,
}

const AGENCIES: [&str; 6] = ["AP", "AFP", "Reuters", "UPI", "Xinhua", "dpa"];
const CLUBS: [&str; 10] =
    ["United", "City", "Rovers", "Athletic", "Wanderers", "Rangers", "Dynamo", "Tigers", "FC", "Town"];
const MONTHS: [&str; 6] = ["Jan.", "March", "May", "July", "Sept.", "November"];

/// So many invented documents.
pub(super) fn examples(folders: &Folders, others: &[Example], count: usize) -> Result<Vec<Example>> {
    let pools = Pools::read(folders, others)?;
    let mut chance = Chance::new(11);
    Ok((0..count).map(|_| example(&pools, &mut chance)).collect())
}

fn column(folders: &Folders, file: &str, at: usize, keep: impl Fn(&[&str]) -> bool) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for line in lines(&folders.sets.join(file))?.skip(2) {
        let line = line?;
        let row: Vec<&str> = line.split('\t').collect();
        if let Some(name) = row.get(at).filter(|_| keep(&row)) {
            names.push((*name).to_owned());
        }
    }
    Ok(names)
}

/// The last names of the persons of other texts.
fn last_names(examples: &[Example]) -> Vec<String> {
    let persons = examples.iter().flat_map(|example| {
        let persons = example.names.iter().filter(|(_, kind)| *kind == Kind::Person);
        persons.filter_map(|(span, _)| Some(span.of(&example.text).rsplit_once(' ')?.1))
    });
    let simple = |name: &&str| {
        name.len() > 2 && name.chars().all(char::is_alphabetic) && name.chars().any(char::is_lowercase)
    };
    let mut names: Vec<String> = persons.filter(simple).map(str::to_owned).collect();
    names.sort();
    names.dedup();
    names
}

impl Pools {
    fn read(folders: &Folders, others: &[Example]) -> Result<Self> {
        let people = |row: &[&str], least: u64| {
            row.get(2) == Some(&"city") && row.get(7).is_some_and(|n| n.parse().unwrap_or(0) > least)
        };
        let towns = column(folders, "places.tsv.gz", 1, |row| people(row, 100_000))?;
        let mut surnames = column(folders, "surnames.tsv", 0, |_| true)?;
        surnames.extend(last_names(others));
        Ok(Self {
            given: column(folders, "given-names.tsv", 0, |_| true)?,
            surnames,
            towns,
            countries: column(folders, "countries.tsv", 3, |_| true)?,
        })
    }
}

/// A text that grows, with its names.
struct Writer<'a> {
    example: Example,
    pools: &'a Pools,
    chance: &'a mut Chance,
    /// Some clubs stand in capitals: the winners, or those at home.
    loud: bool,
}

fn example(pools: &Pools, chance: &mut Chance) -> Example {
    let form = below(chance, 9);
    let lines = 4 + below(chance, 10);
    let loud = below(chance, 3) == 0;
    let mut writer = Writer {
        example: Example { text: String::new(), names: Vec::new(), trusted: 0 },
        pools,
        chance,
        loud,
    };
    writer.dateline();
    for place in 1..=lines {
        writer.line(form, place);
    }
    writer.example.trusted = writer.example.text.len();
    writer.example
}

impl Writer<'_> {
    fn text(&mut self, text: &str) {
        self.example.text.push_str(text);
    }

    fn name(&mut self, name: &str, kind: Kind) {
        let start = self.example.text.len();
        self.example.text.push_str(name);
        self.example.names.push((Span::new(start, self.example.text.len()), kind));
    }

    fn pick(&mut self, pool: fn(&Pools) -> &Vec<String>) -> String {
        let pool = pool(self.pools);
        pool.get(below(self.chance, pool.len())).cloned().unwrap_or_default()
    }

    fn number(&mut self, least: usize, most: usize) {
        let number = least + below(self.chance, most - least);
        self.text(&number.to_string());
    }

    fn score(&mut self) {
        self.text(" ");
        self.number(0, 7);
        self.text("-");
        self.number(0, 7);
    }

    fn person(&mut self) {
        let name = format!("{} {}", self.pick(|pools| &pools.given), self.pick(|pools| &pools.surnames));
        self.name(&name, Kind::Person);
    }

    fn surname(&mut self) {
        let name = self.pick(|pools| &pools.surnames);
        self.name(&name, Kind::Person);
    }

    fn initial(&mut self) {
        let given = self.pick(|pools| &pools.given);
        let name = format!("{}. {}", given.get(..1).unwrap_or("A"), self.pick(|pools| &pools.surnames));
        self.name(&name, Kind::Person);
    }

    fn country(&mut self) {
        let name = self.pick(|pools| &pools.countries);
        self.name(&name, Kind::Place);
    }

    fn club(&mut self) {
        let mut name = self.pick(|pools| &pools.towns);
        if below(self.chance, 3) == 0 {
            name.push(' ');
            name.push_str(CLUBS.get(below(self.chance, CLUBS.len())).unwrap_or(&"City"));
        }
        if self.loud && below(self.chance, 2) == 0 {
            name = name.to_uppercase();
        }
        self.name(&name, Kind::Organization);
    }

    fn dateline(&mut self) {
        let mut town = self.pick(|pools| &pools.towns);
        if below(self.chance, 4) > 0 {
            town = town.to_uppercase();
        }
        self.name(&town, Kind::Place);
        if below(self.chance, 4) == 0 {
            self.text(", ");
            self.country();
        }
        if below(self.chance, 4) == 0 {
            self.text(" ");
            self.number(1990, 2030);
            let day = below(self.chance, 3);
            self.text(["-05-14", "-08-31", "-11-02"].get(day).unwrap_or(&""));
            self.text("\n");
            return;
        }
        if below(self.chance, 2) == 0 {
            let month = MONTHS.get(below(self.chance, MONTHS.len())).copied().unwrap_or("May");
            self.text(&format!(", {month} "));
            self.number(1, 30);
        }
        if below(self.chance, 2) == 0 {
            self.text(" (");
            let agency = AGENCIES.get(below(self.chance, AGENCIES.len())).copied().unwrap_or("AP");
            self.name(agency, Kind::Organization);
            self.text(")");
        }
        self.text("\n");
    }

    /// One line of a document of the given form.
    fn line(&mut self, form: usize, place: usize) {
        match form {
            0 | 1 => {
                self.text(&format!("{place}. "));
                self.person();
                self.text(" (");
                self.country();
                self.text(") ");
                self.number(1, 60);
            }
            2 => {
                self.person();
                self.text(" (");
                self.country();
                self.text(") beat ");
                self.person();
                self.text(" (");
                self.country();
                self.text(")");
                self.score();
                self.score();
            }
            3 => {
                self.club();
                for _ in 0..6 {
                    self.text(" ");
                    self.number(0, 40);
                }
            }
            4 => {
                self.club();
                self.text(" ");
                self.number(0, 5);
                self.text(" ");
                self.club();
                self.text(" ");
                self.number(0, 5);
            }
            5 => {
                self.initial();
                self.text(" c ");
                self.surname();
                self.text(" b ");
                self.surname();
                self.text(" ");
                self.number(0, 120);
            }
            6 => {
                self.text("- ");
                self.person();
                self.text(", ");
                self.club();
                self.text(", ");
                self.number(1, 40);
            }
            7 => {
                self.club();
                self.text(if self.loud { " AT " } else { " at " });
                self.club();
            }
            _ => {
                self.text("- ");
                self.country();
                self.score();
                self.text(" ");
                self.country();
            }
        }
        self.text("\n");
    }
}

fn below(chance: &mut Chance, end: usize) -> usize {
    (chance.share() * end as f64) as usize
}
