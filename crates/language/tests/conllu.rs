//! CoNLL-U keeps to the format: what a validator of Universal Dependencies asks of form, ids, trees.

#![allow(clippy::unwrap_used, reason = "a table that cannot be read fails the test")]

use language::English;
use proptest::prelude::*;
use std::collections::HashSet;
use std::sync::LazyLock;

static ENGLISH: LazyLock<English> = LazyLock::new(English::new);

/// Comments and rows of each sentence.
fn sentences(table: &str) -> Vec<(Vec<&str>, Vec<Vec<&str>>)> {
    let blocks = table.split_terminator("\n\n");
    blocks
        .map(|block| {
            let (comments, rows): (Vec<_>, Vec<_>) =
                block.split('\n').partition(|line| line.starts_with("# "));
            (comments, rows.into_iter().map(|row| row.split('\t').collect()).collect())
        })
        .collect()
}

/// Panics where the table breaks the format.
fn check(table: &str) {
    assert!(table.is_empty() || table.ends_with("\n\n"), "an empty line ends each sentence");
    assert!(!table.contains("\n\n\n"));
    let mut ids = HashSet::new();
    for (comments, rows) in sentences(table) {
        let value = |name: &str| comments.iter().find_map(|line| line.strip_prefix(name));
        let id = value("# sent_id = ").unwrap();
        assert!(!id.contains(['/', ' ']) && ids.insert(id), "sentence ids are unique words: {id}");
        let text = value("# text = ").unwrap();
        assert_eq!(text, text.trim());
        assert_eq!(written(&rows), text.replace(char::is_whitespace, " "), "the words make the text");
        columns(&rows);
        tree(&rows);
    }
}

/// The text that the rows spell.
fn written(rows: &[Vec<&str>]) -> String {
    let (mut text, mut covered) = (String::new(), 0);
    for row in rows {
        if let Some((_, end)) = row[0].split_once('-') {
            covered = end.parse().unwrap();
        } else if row[0].parse::<usize>().unwrap() <= covered {
            continue;
        }
        text.push_str(row[1]);
        if !row[9].split('|').any(|part| part == "SpaceAfter=No") {
            text.push(' ');
        }
    }
    text.trim_end().to_owned()
}

fn columns(rows: &[Vec<&str>]) {
    let mut next = 1;
    for row in rows {
        assert_eq!(row.len(), 10, "{row:?}");
        assert!(row.iter().all(|cell| !cell.is_empty() && cell.trim() == *cell), "{row:?}");
        if let Some((start, end)) = row[0].split_once('-') {
            let (start, end): (usize, usize) = (start.parse().unwrap(), end.parse().unwrap());
            assert!(start == next && end > start && end < start + rows.len());
            assert!(row[2..9].iter().all(|cell| *cell == "_"), "a range has no annotation");
        } else {
            assert_eq!(row[0], next.to_string(), "words are numbered");
            assert!(row[3].chars().all(|c| c.is_ascii_uppercase()));
            next += 1;
        }
    }
}

/// One root, and from every word a way to it.
fn tree(rows: &[Vec<&str>]) {
    let words: Vec<_> = rows.iter().filter(|row| !row[0].contains('-')).collect();
    let heads: Vec<usize> = words.iter().map(|row| row[6].parse().unwrap()).collect();
    assert_eq!(heads.iter().filter(|head| **head == 0).count(), 1, "one root");
    for (word, head) in words.iter().zip(&heads) {
        assert_eq!(*head == 0, word[7] == "root", "{word:?}");
    }
    for start in 0..heads.len() {
        let (mut at, mut steps) = (start, 0);
        while heads[at] != 0 {
            at = heads[at] - 1;
            steps += 1;
            assert!(steps <= heads.len(), "no circles");
        }
    }
}

const TEXT: &str = "Ferry aground off Marsa\n\n“We can't sail,” Gen. Tom Brandt said.  He's the \
    captains' chief.Then\the cannot wait… (Write to desk@marsa.example, won’t you?)\nAll safe 👍";

#[test]
fn a_text_is_written_to_the_format() {
    let table = ENGLISH.read(TEXT).conllu("news/ferry no. 1");
    check(&table);
    assert!(
        table.starts_with("# newdoc id = news/ferry no. 1\n# newpar\n# sent_id = news%2Fferry%20no.%201-1\n")
    );
    assert_eq!(table.matches("# newpar\n").count(), 3, "one for each line");
    for row in ["\tcan't\t", "\tHe's\t", "\tcaptains'\t", "\tcannot\t", "\twon’t\t"] {
        assert!(table.contains(row), "{row} is written in one");
    }
    assert!(
        table.contains("\tTom\t") && table.contains("NER=B-person\n") && table.contains("NER=I-person\n")
    );
}

#[test]
fn documents_can_stand_in_one_file() {
    let one = ENGLISH.read("All safe. None hurt.").conllu("a");
    let other = ENGLISH.read("All safe.").conllu("b");
    check(&format!("{one}{}{other}", ENGLISH.read(" \n ").conllu("empty")));
}

#[test]
fn control_characters_break_no_column() {
    check(
        &ENGLISH
            .read("A\tferry \u{b}sank\u{0}here.\u{c} \u{1f}All\u{2028}safe.\u{85}Good \u{7f} bye.")
            .conllu(""),
    );
}

proptest! {
    #[test]
    fn any_text_is_written_to_the_format(parts in prop::collection::vec(prop_oneof![
        4 => prop::sample::select(TEXT.split_inclusive(' ').collect::<Vec<_>>()).prop_map(str::to_owned),
        1 => "[\\x00-\\x{2FF}]{0,4}",
        1 => "\\PC{0,3}",
    ], 0..30)) {
        check(&ENGLISH.read(parts.concat()).conllu("x"));
    }
}
