//! What the outlet got wrong before.

use super::{Place, Rule};
use model::MarginalKind::Correction;

/// "An earlier version of this story misstated …"
pub(super) const RULE: Rule = Rule {
    kind: Correction,
    words: 80,
    place: Place::Anywhere,
    shapes: &[
        r"(?i)^\W*(?:corrections?|clarifications?|erratum|corrects?)\b\s*(?:\([^)]*\)|and clarification)?\s*(?:,[^:]{0,40})?(?::|—|–|-|$)",
        r"(?i)^\W*corrections? (?:&|and) (?:amplifications?|clarifications?)\W*$",
        r"(?i)^\W*editor['’]?s['’]? note\b",
        r"(?i)\b(?:an?|the) (?:earlier|previous|original|initial|prior) (?:version|edition|headline|caption) (?:of|on|to|for) (?:this|the) (?:story|article|post|report|piece|page|headline|photo|caption)\b",
        r"(?i)^\W*(?:this|the) (?:story|article|post|report|piece|headline|caption)\b.{0,20}\b(?:has been|was|is) (?:corrected|amended|clarified)\b",
    ],
};

#[cfg(test)]
mod tests {
    use super::super::{assert_left, assert_marked};
    use super::Correction;

    #[test]
    fn corrections() {
        assert_marked(
            Correction,
            &[
                "Correction: The ferry carries 212 people, not 221.",
                "An earlier version of this story misstated the name of the port.",
                "This story has been corrected to show that the ferry is named Alba.",
                "Correction: An earlier version of this story gave another year. It was 1997, not 1979.",
                "Editor’s note: The ferry's owner holds shares in this paper.",
            ],
        );
    }

    #[test]
    fn correction_as_a_subject_stays() {
        assert_left(&[
            "The department of correction runs the prison.",
            "An earlier version of the bill had no such clause.",
        ]);
    }
}
