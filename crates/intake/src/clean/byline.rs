//! "By A. Writer", at the head of the report or at its foot.

use super::agencies;
use super::narrow::Shape;
use model::{Marginal, MarginalKind::Byline, Report, Span};
use std::sync::LazyLock;

/// Words of the longest byline.
const WORDS: usize = 16;

static SHAPE: LazyLock<Shape> = LazyLock::new(|| {
    Shape::new(
        r"(?x) ^ [—–-]{0,2}\ ? (?:By|BY|by|Written\ by|Words\ by|Story\ by|Posted\ by)[:\ ]\ ? (?P<names>
          (?: [\p{Lu}\d@][\w.'’@&/-]*[,;|]? | and | AND | for | of | the | in | at | de | van | von | with | \| | , )
          (?: \ (?: [\p{Lu}\d@][\w.'’@&/-]*[,;|]? | and | for | of | the | in | at | de | van | von | with | staff | writers? | reporters? | correspondents? | \| ) )* ) \.? $",
    )
});

/// "Ann Vale, harbour.example": a name and a site.
static NAME_AND_SITE: LazyLock<Shape> = LazyLock::new(|| {
    Shape::new(r"^(?P<names>\p{Lu}[\w.'’-]+(?: \p{Lu}[\w.'’-]+){1,3}), (?:[A-Za-z0-9-]+\.)+[a-z]{2,8}$")
});

/// Marks bylines in the first and last paragraphs; fills the authors where none are known.
pub(super) fn mark(report: &mut Report, found: &mut Vec<Marginal>) {
    let count = report.paragraphs.len();
    let mut names: Vec<String> = Vec::new();
    for (index, &span) in report.paragraphs.iter().enumerate() {
        if index >= 4 && index + 2 < count {
            continue;
        }
        if let Some(written) = names_in(span.of(&report.text)) {
            found.push(Marginal { span, kind: Byline });
            names.extend(authors(written));
            if let Some(outlet) = outlet_below(report, index) {
                found.push(Marginal { span: outlet, kind: Byline });
            }
        }
    }
    if report.authors.is_empty() {
        report.authors = names;
    }
}

fn names_in(line: &str) -> Option<&str> {
    if line.split(' ').count() > WORDS {
        return None;
    }
    SHAPE.group(line, "names").or_else(|| NAME_AND_SITE.group(line, "names"))
}

/// The names of people in a byline.
fn authors(names: &str) -> Vec<String> {
    let parts = names.split(" and ").flat_map(|part| part.split([',', ';', '|'])).map(str::trim);
    let person = |name: &&str| {
        let words = name.split(' ').count();
        let lower = name.to_lowercase();
        let staff = ["staff", "writer", "reporter", "correspondent", "news", "desk", " for "].iter();
        (2..=4).contains(&words)
            && !name.contains(|c: char| c.is_numeric() || c == '@')
            && !staff.into_iter().any(|word| lower.contains(word))
            && agencies::name_of(name).is_none()
    };
    parts.filter(person).map(str::to_owned).collect()
}

/// The outlet's name on a line of its own under the byline.
fn outlet_below(report: &Report, index: usize) -> Option<Span> {
    let span = *report.paragraphs.get(index + 1)?;
    let line = span.of(&report.text);
    let capital = |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "of" | "the" | "and");
    let words = line.split(' ').count();
    let known = report.outlet.as_deref().is_some_and(|outlet| outlet.eq_ignore_ascii_case(line));
    let like =
        index < 3 && line.starts_with("The ") && (2..=5).contains(&words) && line.split(' ').all(capital);
    ((known || like) && !line.ends_with('.')).then_some(span)
}

#[cfg(test)]
mod tests {
    use super::super::{assert_left, assert_marked};
    use super::{Byline, authors};

    #[test]
    fn bylines() {
        assert_marked(
            Byline,
            &[
                "By Ann Vale",
                "By Ann Vale and HARBOUR 7 Staff",
                "By Ann Vale, Harbour Post",
                "Ann Vale, harbournews.example",
            ],
        );
        assert_eq!(authors("Ann Vale, Tom Reed and HARBOUR 7 Staff"), ["Ann Vale", "Tom Reed"]);
        assert!(authors("The Associated Press").is_empty());
    }

    #[test]
    fn sentences_with_by_stay() {
        assert_left(&[
            "By Tuesday the ferry was afloat again.",
            "By law, the owner must pay for it.",
            "By then Ann Vale had left",
        ]);
    }
}
