//! Lines to paragraphs: hard-wrapped text told from text with one paragraph a line.
//!
//! A wrapped line ends where the next word would not have fitted any more, and mostly in the
//! middle of a sentence. A paragraph on one line ends anywhere, and with the end of a sentence.

use std::ops::Range;

/// Lines of one paragraph: indices into the lines that were given.
pub type Block = Range<usize>;

/// Wider lines are not wrapped by hand or by a mail program.
const WIDEST: usize = 140;
/// Narrower lines are verse, lists, scores.
const NARROWEST: usize = 32;

/// The paragraphs of the lines. Empty lines separate paragraphs and belong to none.
#[must_use]
pub fn blocks(lines: &[&str]) -> Vec<Block> {
    let width = wrap_width(lines);
    let mut blocks: Vec<Block> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let previous = index.checked_sub(1).and_then(|before| lines.get(before));
        let joins = match (width, previous) {
            (Some(width), Some(previous)) => continues(previous, line, width),
            _ => false,
        };
        match blocks.last_mut() {
            Some(block) if joins && block.end == index => block.end = index + 1,
            _ => blocks.push(index..index + 1),
        }
    }
    blocks
}

/// The width at which the text is wrapped; none where it is not.
fn wrap_width(lines: &[&str]) -> Option<usize> {
    let pairs = || lines.iter().zip(lines.iter().skip(1)).filter(|(a, b)| !blank(a) && !blank(b));
    let width = pairs().map(|(line, _)| length(line)).max()?;
    if !(NARROWEST..=WIDEST).contains(&width) {
        return None;
    }
    let (mut all, mut full, mut open) = (0_usize, 0_usize, 0_usize);
    for (line, next) in pairs() {
        all += 1;
        full += usize::from(is_full(line, next, width));
        open += usize::from(!ends_sentence(line));
    }
    // A single pair proves little: then the sentence must plainly run on.
    if all == 1 {
        return pairs().all(|(line, next)| runs_on(line, next)).then_some(width);
    }
    (full * 10 >= all * 6 && open * 10 >= all * 5).then_some(width)
}

/// Whether a line goes on in the next one, in a text wrapped at `width`.
fn continues(line: &str, next: &str, width: usize) -> bool {
    if blank(line) || is_list_item(next) || (is_indented(next) && !is_indented(line)) {
        return false;
    }
    runs_on(line, next) || is_full(line, next, width) || !ends_sentence(line) && length(line) * 2 >= width
}

/// Whether the next line's first word would not have fitted.
fn is_full(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().map_or(0, length);
    length(line) + 1 + word > width
}

/// A sentence that goes on in small letters.
fn runs_on(line: &str, next: &str) -> bool {
    !ends_sentence(line) && next.trim_start().starts_with(char::is_lowercase)
}

fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end().trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']);
    line.ends_with(['.', '!', '?', '…', ':'])
}

fn is_indented(line: &str) -> bool {
    line.starts_with('\t') || line.starts_with("  ")
}

fn is_list_item(line: &str) -> bool {
    let line = line.trim_start();
    ["- ", "* ", "• ", "– "].iter().any(|mark| line.starts_with(mark))
}

fn blank(line: &str) -> bool {
    line.trim().is_empty()
}

fn length(line: &str) -> usize {
    line.trim_end().chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> Vec<usize> {
        let lines: Vec<&str> = text.split('\n').collect();
        blocks(&lines).into_iter().map(|block| block.len()).collect()
    }

    #[test]
    fn one_paragraph_a_line() {
        let text = "The ferry ran aground at dawn.\nTwo crew members were hurt, the coastguard said.\n\
            Divers will look at the hull on Thursday.\n\nThe owner declined to comment.";
        assert_eq!(count(text), [1, 1, 1, 1]);
        let long = format!("{}.\n{}.\n{}.", "word ".repeat(60), "word ".repeat(80), "word ".repeat(20));
        assert_eq!(count(&long), [1, 1, 1]);
    }

    #[test]
    fn wrapped_with_empty_lines_between() {
        let text = "The ferry ran aground near the old lighthouse shortly\nafter dawn on Tuesday, and the \
            crew of twelve was taken\noff by a lifeboat.\n\nNobody was badly hurt, the coastguard said, \
            though two\nof the passengers were seen by a doctor in the harbour.";
        assert_eq!(count(text), [3, 2]);
    }

    #[test]
    fn wrapped_with_indented_paragraphs() {
        let text = "  The ferry ran aground near the old lighthouse shortly\nafter dawn on Tuesday, and the \
            crew of twelve was taken\noff by a lifeboat.\n  Nobody was badly hurt, the coastguard said, \
            though two\nof the passengers were seen by a doctor in the harbour.";
        assert_eq!(count(text), [3, 2]);
    }

    #[test]
    fn a_heading_and_a_list_stay_alone() {
        assert_eq!(count("What we know\n\nThe ferry ran aground."), [1, 1]);
        assert_eq!(count("Short\nlines\nof\na\npoem"), [1, 1, 1, 1, 1]);
    }
}
