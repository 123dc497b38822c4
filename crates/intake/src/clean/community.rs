//! A last line with an outlet's name and a word of its marketing: "The Harbour Post Community."

use super::{Place, Rule};
use model::MarginalKind::Promotion;

/// A name of an outlet's own offer, without a verb, at the end.
pub(super) const RULE: Rule = Rule {
    kind: Promotion,
    words: 9,
    place: Place::End,
    shapes: &[
        r"^\W*(?:(?:\p{Lu}[\w’'&.-]*|of|the|and|our|with|by) ){0,7}(?:Community|Newsletters?|Subscribers?|Subscriptions?|Membership|Podcasts?|App|Premium|Briefing|Comments|Store|Bookshop)\W*$",
    ],
};

#[cfg(test)]
mod tests {
    use super::super::{assert_left, assert_marked};
    use super::Promotion;

    #[test]
    fn offers() {
        assert_marked(Promotion, &["The Harbour Times Community.", "Harbour Post Newsletters", "Comments"]);
    }

    #[test]
    fn a_sentence_about_a_community_stays() {
        assert_left(&[
            "The fire shook the Harbour Community.",
            "He was 54 and led the Council of Community.",
        ]);
    }
}
