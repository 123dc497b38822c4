//! News agencies: which of them a report draws on.

use model::{Report, Span};

/// The name shown, and the ways in which lines of credit write it. Short forms stand alone as a word.
const AGENCIES: &[(&str, &[&str])] = &[
    ("AP", &["Associated Press", "The AP", "AP"]),
    ("Reuters", &["Reuters", "Thomson Reuters"]),
    ("AFP", &["Agence France-Presse", "Agence France Presse", "AFP"]),
    ("UPI", &["United Press International", "UPI"]),
    ("dpa", &["Deutsche Presse-Agentur", "German Press Agency", "dpa", "DPA"]),
    ("PA", &["Press Association", "PA Media"]),
    ("EFE", &["Agencia EFE", "EFE"]),
    ("ANSA", &["ANSA"]),
    ("TASS", &["TASS", "Itar-Tass", "ITAR-TASS"]),
    ("Interfax", &["Interfax"]),
    ("RIA Novosti", &["RIA Novosti"]),
    ("Xinhua", &["Xinhua"]),
    ("Kyodo", &["Kyodo News", "Kyodo"]),
    ("Yonhap", &["Yonhap"]),
    ("Anadolu", &["Anadolu Agency", "Anadolu"]),
    ("PTI", &["Press Trust of India", "PTI"]),
    ("ANI", &["Asian News International"]),
    ("IANS", &["Indo-Asian News Service", "IANS"]),
    ("Bernama", &["Bernama"]),
    ("SANA", &["Syrian Arab News Agency"]),
    ("IRNA", &["IRNA"]),
    ("Canadian Press", &["Canadian Press"]),
    ("AAP", &["Australian Associated Press", "AAP"]),
    ("Bloomberg", &["Bloomberg News", "Bloomberg"]),
    ("CNN Wire", &["CNN Wire", "CNN Newsource"]),
    ("Tribune News Service", &["Tribune News Service"]),
];

/// A dateline stands in the first characters of the first paragraph.
const DATELINE: usize = 90;
/// A line of credit has no more characters than this.
const CREDIT_LINE: usize = 220;
/// Words by which a line says that others had a part in it.
const CREDITING: &[&str] = &[
    "contribut",
    "with material",
    "with files",
    "with reporting",
    "reporting by",
    "from wire",
    "wire service",
    "this report",
    "this article",
    "this story",
    "news agenc",
    "compiled from",
    "©",
    "copyright",
    "source:",
];

/// The agencies that a report credits, in the order of the list. The credits that came with the report
/// count, a dateline with an agency in it, and closing lines of credit.
pub(super) fn credited(report: &Report) -> Vec<&'static str> {
    let lines = lines(report);
    let named = |forms: &[&str]| {
        report.credits.iter().any(|credit| names(credit, forms))
            || lines.iter().any(|line| names(line, forms))
    };
    AGENCIES.iter().filter(|(_, forms)| named(forms)).map(|(name, _)| *name).collect()
}

/// Whether the outlet is an agency.
pub(super) fn is_agency(report: &Report) -> bool {
    let Some(outlet) = &report.outlet else { return false };
    AGENCIES.iter().any(|(_, forms)| names(outlet, forms))
}

/// The passages in which agencies are credited.
fn lines(report: &Report) -> Vec<&str> {
    let text = &report.text;
    let mut found: Vec<&str> = report
        .marginalia
        .iter()
        .map(|line| line.span.of(text))
        .filter(|line| line.len() <= CREDIT_LINE)
        .collect();
    if let Some(first) = report.paragraphs.first() {
        found.extend(dateline(first.of(text)));
    }
    let closing = |line: &&str| {
        let small = line.to_lowercase();
        line.len() <= CREDIT_LINE && CREDITING.iter().any(|word| small.contains(word))
    };
    found.extend(report.paragraphs.iter().rev().take(3).map(|span: &Span| span.of(text)).filter(closing));
    found
}

/// The dateline of a paragraph with the agency in it: "MARSA (Reuters) -", "MARSA, 3 March (AFP) —".
fn dateline(paragraph: &str) -> Option<&str> {
    let end = paragraph
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .take_while(|end| *end <= DATELINE)
        .last()?;
    let start = paragraph.get(..end)?;
    let dash = [" - ", " – ", " — ", " -- ", "—"].iter().filter_map(|dash| start.find(dash)).min()?;
    let line = start.get(..dash)?;
    (!line.contains(". ")).then_some(line)
}

/// Whether one of the forms stands in `line` as words of its own.
fn names(line: &str, forms: &[&str]) -> bool {
    forms.iter().any(|form| {
        line.match_indices(form).any(|(at, _)| {
            let before = line.get(..at).and_then(|part| part.chars().next_back());
            let after = line.get(at + form.len()..).and_then(|part| part.chars().next());
            ![before, after].into_iter().flatten().any(char::is_alphanumeric)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{Report, Span, credited, is_agency};

    fn report(body: &str) -> Report {
        let mut paragraphs = Vec::new();
        let mut at = 0;
        for line in body.split('\n') {
            paragraphs.push(Span::new(at, at + line.len()));
            at += line.len() + 1;
        }
        Report { text: body.to_owned(), paragraphs, ..Report::default() }
    }

    #[test]
    fn credits_datelines_and_closing_lines_name_agencies() {
        assert_eq!(credited(&report("MARSA (Reuters) - A ferry ran aground.")), ["Reuters"]);
        assert_eq!(
            credited(&report("A ferry ran aground.\nThe Associated Press contributed to this report.")),
            ["AP"]
        );
        let given = Report { credits: vec!["AFP".to_owned()], ..report("A ferry ran aground.") };
        assert_eq!(credited(&given), ["AFP"]);
        assert!(is_agency(&Report { outlet: Some("Reuters".to_owned()), ..Report::default() }));
    }

    #[test]
    fn an_agency_in_the_news_is_no_credit() {
        assert!(credited(&report("The minister told Reuters that the ferry was old.")).is_empty());
        assert!(
            credited(&report("MARSA - A ferry with APPLES ran aground.\nIt was old, AFP said.")).is_empty()
        );
    }
}
