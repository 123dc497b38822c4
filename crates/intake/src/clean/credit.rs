//! Who else worked on the report, and how to reach its author.

use super::{Place, Rule};
use model::MarginalKind::Credit;

/// "Reporting by …", "… contributed to this report."
pub(super) const RULE: Rule = Rule {
    kind: Credit,
    words: 60,
    place: Place::Anywhere,
    shapes: &[
        r"(?i)\bcontributed (?:reporting |material |research )?(?:to|for) this (?:\w+ )?(?:report|story|article|post|piece|dispatch|analysis)\b",
        r"(?i)\b(?:contributed|provided) (?:additional )?(?:reporting|research)\b",
        r"^\W*(?i:additional |further )?(?i:reporting|writing|editing|research) (?:and (?:writing|editing|research) )?by:? (?:the )?\p{Lu}",
        r"^\W*(?:Edited|Compiled|Translated|Produced) by:? \p{Lu}",
        r"^\W*[Ww]ith (?:additional )?(?:reporting|assistance|material|files|inputs?|contributions?|reports?) (?:by|from) (?:[\p{Lu}\d@][\w.'’&/-]*|and|the|of|in|for|at|de|van|von|[,;]|\s)+\W*$",
        r"(?i)^\W*with (?:news |wire |\w+ )?(?:agencies|agency (?:inputs|reports)|wire reports|wires)\W*$",
        r"(?i)^\W*this (?:story|article|report|piece|interview) (?:was |is )?(?:first |originally )?(?:published|produced|provided|appeared|supplied|co-published|reported in partnership|syndicated)\b",
        r"^\W*(?:\p{Lu}[\w.'’-]+ ){1,3}(?:and (?:\p{Lu}[\w.'’-]+ ){1,3})?(?:is|are)? ?report(?:ed|ing) from \p{Lu}[^,]{1,60}$",
        r"(?i)^\W*(?:the )?(?:associated press|reuters|agence france-presse|afp|ap|dpa|xinhua|pti|ians|ani|upi|tass|bloomberg news|press association|wire reports|news agencies|agencies)(?: and (?:the )?(?:associated press|reuters|afp|ap|agencies))?\W*$",
        r"(?i)^\W*\(?(?:source|via)\s*:\s*(?:the )?[\w .,/&-]{2,40}\)?$",
    ],
};

/// Who wrote it and how to reach them, in the last paragraphs.
pub(super) const AUTHOR: Rule = Rule {
    kind: Credit,
    words: 45,
    place: Place::End,
    shapes: &[
        r"^[—–-]{1,2} ?(?:\p{Lu}[\w.'’-]+ ){1,3}\p{Lu}[\w.'’-]+$",
        r"(?i)\bcan be (?:reached|contacted|followed) (?:at|by|via|on)\b",
        r"(?i)^\W*(?:reach|contact|follow|e-?mail) (?:him|her|them|me|the (?:author|reporter|writer)s?)\b",
        r"(?i)^\W*(?:write|e-?mail|tweet|contact) (?:to )?.{0,80}@",
        r"^\W*(?:\p{Lu}[\w.'’-]+ ){2,4}(?:is|are|writes?|covers?|reports?) .{0,70}\b(?:reporters?|correspondents?|writers?|columnists?|editors?|producers?|contributors?|politics|news) (?:for|at|with|on|in|based|covering|and)\b",
    ],
};

#[cfg(test)]
mod tests {
    use super::super::{assert_left, assert_marked};
    use super::Credit;

    #[test]
    fn credits() {
        assert_marked(
            Credit,
            &[
                "Coastal News Agency contributed to this report.",
                "Ann Vale, Tom Reed and Li Moor contributed reporting from Marsa.",
                "(Reporting by Ann Vale in Marsa; Editing by Tom Reed)",
                "— With assistance by Ann Vale, and Tom Reed",
                "With files from The Coastal Press",
                "Vale reported from Marsa.",
                "This article was originally published in Harbour Notes.",
                "Ann Vale can be reached at ann@harbour.example.",
                "Ann Vale is a politics reporter for the Post.",
            ],
        );
    }

    #[test]
    fn help_from_others_is_news() {
        assert_left(&[
            "With assistance from the navy, the crew reached the shore before noon.",
            "Residents contributed to the report of the commission, she said.",
            "The writing by the wall was his, the court heard.",
            "“Ann Vale contributed to this report,” the minister said.",
            "The firm said the fuel leak contributed to this year's losses.",
        ]);
    }
}
