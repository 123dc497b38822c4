//! Whose property the page is.

use super::{Place, Rule};
use model::MarginalKind::Promotion;

/// "Copyright 2019 …", "All rights reserved."
pub(super) const RULE: Rule = Rule {
    kind: Promotion,
    words: 50,
    place: Place::Anywhere,
    shapes: &[
        r"(?i)^\W*(?:copyright\W{0,3}(?:\(c\)|©)?\s*(?:\d{4}|by\b|the\b|$)|©|\(c\) ?\d{4})",
        r"(?i)^\W*all rights reserved\b",
        r"(?i)^\W*this (?:material|content|story|article|document)\b.{0,20}\b(?:may not be|is (?:subject to|protected by)) .{0,20}(?:published|reproduced|reprinted|copyright|redistributed|broadcast)",
        r"(?i)\bmay not be (?:published|reproduced|reprinted|republished), (?:broadcast|rewritten|redistributed|copied)",
        r"(?i)^\W*used (?:under licen[sc]e|with permission)\W*$",
        r"(?i)\b(?:reprint permissions?|licensing opportunities)\b",
    ],
};

#[cfg(test)]
mod tests {
    use super::super::{assert_left, assert_marked};
    use super::Promotion;

    #[test]
    fn property() {
        assert_marked(
            Promotion,
            &[
                "Copyright © 2019 Harbour Post, LLC.",
                "Copyright 2017 Coastal News Agency. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
                "© 2019 Harbour Agency, LLC.",
            ],
        );
    }

    #[test]
    fn disputes_over_copyright_stay() {
        assert_left(&["Copyright law was on the side of the painter, the judge found."]);
    }
}
