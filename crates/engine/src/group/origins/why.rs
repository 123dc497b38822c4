//! Why reports are one origin, in words for a person.

use super::links::Links;
use super::reuse::Text;
use model::Reading;

/// What is known of the reports of a story.
pub(super) struct Why<'a> {
    pub(super) readings: &'a [Reading],
    pub(super) texts: &'a [Text],
    pub(super) links: &'a Links,
    pub(super) credits: &'a [Vec<&'static str>],
}

impl Why<'_> {
    /// "Harbour Post: 84 % of its text outside quotations stands in Coastal News; credits AFP".
    pub(super) fn tell(&self, original: usize, group: &[usize]) -> String {
        if group.len() < 2 {
            return format!("own text{}", self.credited(original));
        }
        let copies: Vec<String> = group
            .iter()
            .filter(|index| **index != original)
            .map(|index| self.copy(*index, original))
            .collect();
        format!("original: {}{} · {}", self.name(original), self.credited(original), copies.join(" · "))
    }

    /// The larger of the two shares: of the copy's text, or, where it adds much, of the original's.
    fn copy(&self, index: usize, original: usize) -> String {
        let shared = self.links.between(index, original).shared;
        let share = |report: usize| self.texts.get(report).map_or(0.0, |text| text.share(shared));
        let (copy, whole) = (self.name(index), self.name(original));
        let what = if share(index) >= share(original) {
            format!("{copy}: {} of its text outside quotations stands in {whole}", percent(share(index)))
        } else {
            format!(
                "{copy}: {} of the text of {whole} outside quotations stands in it",
                percent(share(original))
            )
        };
        what + &self.credited(index)
    }

    fn name(&self, index: usize) -> &str {
        let report = self.readings.get(index).map(|reading| &reading.report);
        report.map_or("", |report| report.outlet.as_deref().unwrap_or(&report.id))
    }

    fn credited(&self, index: usize) -> String {
        match self.credits.get(index).map(Vec::as_slice) {
            None | Some([]) => String::new(),
            Some(agencies) => format!("; credits {}", agencies.join(", ")),
        }
    }
}

fn percent(share: f64) -> String {
    if share >= 0.995 { "all".to_owned() } else { format!("{:.0} %", share * 100.0) }
}
