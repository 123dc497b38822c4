//! Labels of a page that stand alone: buttons, rules, players.

use super::{Place, Rule};
use model::MarginalKind::Promotion;

/// "Advertisement", "1 of 4."
pub(super) const RULE: Rule = Rule {
    kind: Promotion,
    words: 14,
    place: Place::Anywhere,
    shapes: &[
        r"(?i)^\W*(?:advertisements?|ads?|advertising|sponsored(?: content)?|promoted|photos?|video|videos|image|images|gallery|caption|audio|facebook|twitter|google ?(?:plus|\+)|linkedin|pinterest|whatsapp|reddit|tumblr|e-?mail|print|share|tweet|copy link|close|menu|loading|play|pause|mute|skip ad|play facebook|comments?|view comments|back to top|share this|more|next|previous|embed|share on (?:facebook|twitter|whatsapp))\W*$",
        r"(?i)^\W*advertisement (?:continue reading|story continues|article continues)",
        r"(?i)^\W*(?:slideshow|gallery|photos?) ?\(\d+ (?:images?|photos?|pictures?)\)\W*$",
        r"(?i)^\W*(?:story continue[sd] below|listen to (?:this )?article\b|link copied|enlarge|scroll down for (?:video|more)|newsletter sign-?up|hidden ad unit|(?:share|like) this: )",
        r"^\W*\d{1,3} (?:of|/) \d{1,3}\W*$",
        r"^[_*#=~•·—–-]{2,}$|^(?:\* ?){2,}$|^(?:# ?){2,}$|^\W*-30-\W*$",
        r"(?i)^\W*(?:skip|end of) (?:twitter|instagram|facebook|youtube)? ?(?:post|content|video|ad|advertisement)\b",
        r"(?i)^\W*(?:view this post on instagram|a post shared by\b|this (?:video|content) (?:is )?(?:not available|cannot be|can not be)|your browser (?:does not|doesn['’]t) support|(?:show|hide) caption)",
    ],
};

#[cfg(test)]
mod tests {
    use super::super::{assert_left, assert_marked};
    use super::Promotion;

    #[test]
    fn labels() {
        assert_marked(
            Promotion,
            &[
                "Advertisement",
                "Slideshow (32 Images)",
                "1 of 4.",
                "———",
                "Share this",
                "AD",
                "Story Continued Below",
            ],
        );
    }

    #[test]
    fn headings_and_short_sentences_stay() {
        assert_left(&["What we know", "He ran.", "Fire at sea", "2 of 4 crew members were hurt."]);
    }
}
