//! A plain text to a report.

use super::{Block, blocks, lines, normal};
use model::{Report, Span};

/// A report from a plain text: the first line that is not empty is the headline, the rest the body.
#[must_use]
pub fn plain(text: &str) -> Report {
    let mut all = lines(text);
    let headline = all.by_ref().map(normal).find(|line| !line.is_empty()).unwrap_or_default();
    let rest: Vec<&str> = all.collect();
    assemble(Some(&headline), &paragraphs(&rest))
}

/// The paragraphs of the lines in normal form.
fn paragraphs(lines: &[&str]) -> Vec<String> {
    let joined = blocks(lines).into_iter().map(|block| join(lines, block));
    joined.filter(|paragraph| !paragraph.is_empty()).collect()
}

/// The lines of one block as one paragraph in normal form.
///
/// A word that was broken at its hyphen is put together again with the hyphen: programs that wrap
/// text break at hyphens that stand there anyway.
#[must_use]
pub fn join(lines: &[&str], block: Block) -> String {
    let mut out = String::new();
    for line in lines.get(block).unwrap_or(&[]).iter().map(|line| normal(line)) {
        let mut end = out.chars().rev();
        let broken = end.next() == Some('-')
            && end.next().is_some_and(char::is_alphabetic)
            && line.starts_with(char::is_lowercase);
        if !out.is_empty() && !line.is_empty() && !broken {
            out.push(' ');
        }
        out.push_str(&line);
    }
    normal(&out)
}

/// A report from a headline and paragraphs that are in normal form already.
#[must_use]
pub fn assemble(headline: Option<&str>, paragraphs: &[String]) -> Report {
    let mut report = Report::default();
    let mut put = |part: &str| {
        if !report.text.is_empty() {
            report.text.push_str("\n\n");
        }
        let start = report.text.len();
        report.text.push_str(part);
        Span::new(start, report.text.len())
    };
    report.headline = headline.filter(|line| !line.is_empty()).map(&mut put);
    report.paragraphs = paragraphs.iter().map(|paragraph| put(paragraph)).collect();
    report
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn headline_and_body() {
        let report = plain("\r\n  Ferry runs  aground \r\n\r\nA ferry ran aground.\r\nNobody was hurt.\r\n");
        assert_eq!(report.text, "Ferry runs aground\n\nA ferry ran aground.\n\nNobody was hurt.");
        assert_eq!(report.headline.map(|span| span.of(&report.text)), Some("Ferry runs aground"));
        assert_eq!(report.paragraphs.len(), 2);
    }

    #[test]
    fn wrapped_lines_become_paragraphs() {
        let report = plain(
            "Ferry runs aground\n\nThe ferry ran aground near the old light-\nhouse shortly after dawn on \
             the long-\nawaited day, and the crew of twelve\nwas taken off.\n",
        );
        assert_eq!(report.paragraphs.len(), 1);
        assert!(report.text.ends_with("long-awaited day, and the crew of twelve was taken off."));
    }

    #[test]
    fn one_word_and_nothing() {
        assert_eq!(plain("Fire").text, "Fire");
        assert_eq!(plain("\n \u{200b}\n").text, "");
    }
}
