//! What the page says about its own state.

use super::{Place, Rule};
use model::MarginalKind::Update;

/// "This story has been updated …"
pub(super) const RULE: Rule = Rule {
    kind: Update,
    words: 40,
    place: Place::Anywhere,
    shapes: &[
        r"(?i)^\W*(?:note: )?(?:this (?:is a )?(?:breaking |developing )?(?:news )?(?:story|article|post|report|page|piece|live ?blog)|the story|the article)\b.{0,40}\b(?:updated|updating|developing)\b",
        r"(?i)^\W*(?:this is )?(?:a |an )?(?:breaking|developing)(?: news)? story\b",
        r"(?i)^\W*this article is more than \d+ (?:days|weeks|months?|years?) old",
        r"(?i)^\W*this is a rush(?:ed)? transcript\b|^\W*copy may not be in its final form\b",
        r"(?i)^\W*(?:please )?check back\b",
        r"(?i)^\W*(?:please )?refresh (?:this|the) (?:page|story)\b",
        r"(?i)^\W*(?:more|further) (?:details|information|updates?|news|on this story)? ?(?:to (?:follow|come)|soon|will follow|as (?:we|they|it))\b",
        r"(?i)^\W*updates?\b.{0,40}[:—–-]\s*(?:adds?|added|this (?:story|article|post|report)|the (?:story|article|headline)|includes?|included|recasts?|clarif|with (?:new|more|comment|details))",
        r"^\W*\((?:Adds|Updates|Recasts|Refiles|Repeats|Rewrites|Writes through)\b",
        r"(?i)^\W*we(?: will|['’]ll) (?:continue to )?(?:update|bring you|keep you)\b",
        r"(?i)^\W*(?:the )?(?:story|article|headline|post) (?:has been|was) (?:updated|changed)\b",
    ],
};

/// "Updated at 6:57 p.m. ET"
pub(super) const STAMP: Rule = Rule {
    kind: Update,
    words: 12,
    place: Place::Anywhere,
    shapes: &[
        r"(?i)^\W*(?:last |first |originally )?(?:updated|published|posted|modified|created)\s*(?:at|on|:|,|\||-|–|—)?\s*(?:\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec|an? (?:hour|minute|day)).*$",
        r"(?i)^\W*updated \d+ (?:minutes?|hours?|days?) ago\W*$",
    ],
};

#[cfg(test)]
mod tests {
    use super::super::{assert_left, assert_marked};
    use super::Update;

    #[test]
    fn updates() {
        assert_marked(
            Update,
            &[
                "This story has been updated with additional information.",
                "This is a developing story and will be updated.",
                "Updated at 6:57 p.m. ET",
                "Originally published July 27, 9:42 a.m.",
                "Update, 5:15 p.m.: Added the ferry owner's statement.",
                "(Adds quotes, background)",
                "More details to follow.",
            ],
        );
    }

    #[test]
    fn news_of_updates_stays() {
        assert_left(&[
            "The town updated its flood plan in May.",
            "The report was published on Monday by the commission, which spent a year on the ferry and its crew.",
            "The owner updated the story of the ferry for the court.",
        ]);
    }
}
