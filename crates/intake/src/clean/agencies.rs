//! News agencies that a report credits, by their usual names.

use super::narrow::Shape;
use model::{MarginalKind, Report};
use std::sync::LazyLock;

/// The name that is given out, and the forms that pages write.
#[rustfmt::skip]
const AGENCIES: [(&str, &str); 26] = [
    ("AFP", r"AFP|Agence France[- ]Presse"),
    ("AP", r"AP|Associated Press|ASSOCIATED PRESS"),
    ("Reuters", r"Reuters|REUTERS"),
    ("dpa", r"dpa|DPA|Deutsche Presse-Agentur"),
    ("UPI", r"UPI|United Press International"),
    ("EFE", r"EFE|Agencia EFE"),
    ("ANSA", r"ANSA"),
    ("Bloomberg", r"Bloomberg(?: News)?"),
    ("Xinhua", r"Xinhua|XINHUA"),
    ("TASS", r"TASS|ITAR-TASS"),
    ("Interfax", r"Interfax"),
    ("RIA Novosti", r"RIA Novosti"),
    ("Kyodo", r"Kyodo(?: News)?"),
    ("Yonhap", r"Yonhap(?: News Agency)?"),
    ("PTI", r"PTI|Press Trust of India"),
    ("IANS", r"IANS|Indo-Asian News Service"),
    ("ANI", r"ANI|Asian News International"),
    ("PA", r"PA Media|Press Association"),
    ("AAP", r"AAP|Australian Associated Press"),
    ("Canadian Press", r"Canadian Press"),
    ("Anadolu", r"Anadolu(?: Agency)?"),
    ("KUNA", r"KUNA|Kuwait News Agency"),
    ("WAM", r"WAM|Emirates News Agency"),
    ("SANA", r"Syrian Arab News Agency"),
    ("Bernama", r"Bernama"),
    ("Thomson Reuters Foundation", r"Thomson Reuters Foundation"),
];

static SHAPES: LazyLock<Vec<(&str, Shape)>> = LazyLock::new(|| {
    let shape = |forms: &str| Shape::new(&format!(r"\b(?:{forms})\b"));
    AGENCIES.iter().map(|(name, forms)| (*name, shape(forms))).collect()
});

/// An agency that no list holds, by the words of its name.
static UNLISTED: LazyLock<Shape> = LazyLock::new(|| {
    Shape::new(
        r"(?:\p{Lu}[\w'’-]+ ){1,3}(?:News Agency|Press Agency|News Service|Newswire|Press Association)",
    )
});

/// The agency that a passage is the name of.
pub(crate) fn name_of(text: &str) -> Option<&'static str> {
    let text = text.trim_start_matches("The ").trim_start_matches("the ");
    let whole = |shape: &Shape| shape.find(text).is_some_and(|found| found.len() == text.len());
    SHAPES.iter().find(|(_, shape)| whole(shape)).map(|(name, _)| *name)
}

/// The agencies in credits, datelines, bylines and copyright lines, in the order of the text.
/// Credits of pictures do not count: the words are the outlet's all the same.
pub(super) fn credited(report: &Report) -> Vec<String> {
    let mut credited: Vec<String> = report.credits.clone();
    for line in &report.marginalia {
        let passage = line.span.of(&report.text);
        let counts = match line.kind {
            MarginalKind::Credit | MarginalKind::Dateline | MarginalKind::Byline => true,
            MarginalKind::Promotion => is_copyright(passage),
            MarginalKind::Update | MarginalKind::Correction => false,
        };
        if counts {
            add(passage, &mut credited);
        }
    }
    credited
}

fn is_copyright(passage: &str) -> bool {
    passage.starts_with("Copyright") || passage.starts_with('©') || passage.contains("All rights reserved")
}

/// Longer names hide shorter ones inside them: "Australian Associated Press" is not AP.
fn add(passage: &str, credited: &mut Vec<String>) {
    let mut found: Vec<(usize, usize, &str)> = Vec::new();
    for (name, shape) in SHAPES.iter() {
        let Some(hit) = shape.find(passage) else { continue };
        found.push((hit.start, hit.end, name));
    }
    let covered =
        |a: &(usize, usize, &str)| found.iter().any(|b| b.0 <= a.0 && a.1 <= b.1 && b.1 - b.0 > a.1 - a.0);
    let mut kept: Vec<_> = found.iter().filter(|hit| !covered(hit)).collect();
    kept.sort();
    let unlisted = UNLISTED.find(passage).filter(|_| kept.is_empty());
    let unlisted = unlisted.and_then(|hit| passage.get(hit)).map(|name| name.trim_start_matches("The "));
    for name in kept.into_iter().map(|hit| hit.2).chain(unlisted) {
        if !credited.iter().any(|known| *known == name) {
            credited.push(name.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{clean::mark, text::plain};

    fn credits(body: &str) -> Vec<String> {
        let mut report = plain(&format!("Ferry runs aground\n\n{body}"));
        mark(&mut report);
        report.credits
    }

    #[test]
    fn agencies_in_credits_and_datelines() {
        assert_eq!(credits("A ferry ran aground.\n\nAFP contributed to this report."), ["AFP"]);
        assert_eq!(
            credits("MARSA (AP) — A ferry ran aground on Tuesday morning.\n\nWith material from Reuters"),
            ["AP", "Reuters"]
        );
        assert_eq!(
            credits("A ferry ran aground.\n\nThe Associated Press and Reuters contributed to this report."),
            ["AP", "Reuters"]
        );
        assert_eq!(credits("A ferry ran aground.\n\nWith files from The Canadian Press"), ["Canadian Press"]);
    }

    #[test]
    fn agencies_that_no_list_holds() {
        let body = "MARSA (Coastal News Agency) — A ferry ran aground on Tuesday morning.";
        assert_eq!(credits(body), ["Coastal News Agency"]);
    }

    #[test]
    fn pictures_and_sources_do_not_count() {
        assert!(credits("A ferry ran aground, Reuters reported.\n\nPhotograph: Ann Vale/AFP").is_empty());
    }
}
