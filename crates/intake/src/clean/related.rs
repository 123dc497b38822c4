//! Links to other pages.

use super::{Place, Rule};
use model::{Marginal, MarginalKind::Promotion, Span};

/// "Read more: …", "Related stories …"
pub(super) const RULE: Rule = Rule {
    kind: Promotion,
    words: 45,
    place: Place::Anywhere,
    shapes: &[
        r"^\W*(?:READ MORE|Read more|Read More|READ ALSO|Read also|Read Also|ALSO READ|Also read|Also Read|SEE ALSO|See also|See Also|RELATED|Related|MORE|More|READ|Read|READ NEXT|Read next|SEE MORE|See more|DON['’]T MISS|Don['’]t miss|RECOMMENDED|Recommended|TRENDING|Trending|MUST READ|Must read|Go deeper|FURTHER READING|Further reading|IN THE NEWS|More from [^:]{2,40}|More on [^:]{2,40}|MORE FROM [^:]{2,40})\s*[:|»>]",
        r"(?i)^\W*(?:related (?:stories|articles|content|coverage|videos?|photos|links|topics|posts?)|recommended (?:stories|for you|reading)|you (?:may|might) (?:also )?(?:like|be interested in)|read (?:the )?(?:full (?:story|article|report)|next|or share)|continue reading|keep reading|(?:story|article) continues|more (?:stories|coverage) (?:from|on|like))\b",
        r"(?i)^\W*(?:(?:click|tap) (?:here )?to )?(?:read|see|view|show|load) (?:more|all)\W*$",
        r"(?i)\bread more\W*$|^\W*(?:read|see) more (?:from|on|about|at|by|of)\b",
        r"(?i)^\W*full coverage\b.{0,60}$",
        r"^\[[^\]\[.]{15,180}\]$",
        r"(?i)^\W*(?:more|latest) (?:from|on) [^.!?]{2,60}$",
        r"(?i)^\W*(?:(?:this (?:article|story) )?(?:tagged|filed) under|tags|topics|keywords|categories)\s*:",
        r"^\W*(?:WATCH|Watch|VIDEO|Video|PHOTOS?|Photos?|GALLERY|Gallery|GRAPHIC|Graphic|INTERACTIVE|SLIDESHOW|Slideshow|LISTEN|Listen|LIVE ?BLOG|IN PICTURES|In pictures|INFOGRAPHIC|PODCAST|Podcast)\s*[:|](?:[^.]*|.*https?://\S+|.* \S+\.\S+/\S+)$",
        r"(?i)^\W*today['’]s coverage from\b",
    ],
};

/// A line that opens a list of links.
const OPENERS: [&str; 9] = [
    "read more",
    "related",
    "related stories",
    "related articles",
    "see also",
    "more stories",
    "also read",
    "further reading",
    "read next",
];

/// Paragraphs of a list of links.
const LIST: usize = 6;
/// Bytes of the longest link.
const LINK: usize = 180;

/// A list of links at the end of a page: "Read more:", then short lines to the end.
pub(super) fn mark_list_at_end(text: &str, paragraphs: &[Span], found: &mut Vec<Marginal>) {
    let last = paragraphs.iter().rev().take(LIST + 1).position(|paragraph| opens_list(paragraph.of(text)));
    let Some(back) = last else { return };
    let links = paragraphs.get(paragraphs.len() - back..).unwrap_or(&[]);
    if links.iter().all(|link| link.len() <= LINK) {
        found.extend(links.iter().map(|&span| Marginal { span, kind: Promotion }));
    }
}

fn opens_list(line: &str) -> bool {
    let line = line.trim_end_matches([':', ' ', '.']).to_lowercase();
    OPENERS.contains(&line.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::{assert_left, assert_marked, marked};
    use super::Promotion;

    #[test]
    fn links() {
        assert_marked(
            Promotion,
            &[
                "Read more: Who owns the ferry?",
                "Related Stories THE FERRY Who owns it, and who paid?",
                "RELATED | A year of accidents",
                "More: Ferry owner had been warned",
                "Advertisement Continue reading the main story",
                "GRAPHIC: The ferry's last hour - example.com/2x",
                "Mayor of Marsa to step down Read more",
                "[Mapping the reefs: where ferries ran aground]",
                "Read or Share this story: http://example.com/1",
            ],
        );
    }

    #[test]
    fn a_list_at_the_end_goes_with_its_opener() {
        let marked = marked(
            "The ferry ran aground.\n\nRead more:\n\nWho owns the ferry. It is not simple.\n\nA bad year",
        );
        assert_eq!(marked.len(), 3);
    }

    #[test]
    fn sentences_with_such_words_stay() {
        assert_left(&[
            "More on the ferry were hurt than first thought, the owner said.",
            "Related charges were dropped in May.",
            "Read his lips, the mayor told them: no new taxes.",
        ]);
    }
}
