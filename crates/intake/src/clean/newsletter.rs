//! Calls to subscribe, follow, write, listen, pay.

use super::{Place, Rule};
use model::MarginalKind::Promotion;

/// Newsletters, accounts, apps, broadcasts.
pub(super) const RULE: Rule = Rule {
    kind: Promotion,
    words: 45,
    place: Place::Anywhere,
    shapes: &[
        r"(?i)^\W*(?:or )?(?:click|tap|press) (?:here|on the link|below)\b",
        r"(?i)^\W*(?:or )?sign[ -]?up (?:for|to|here|now|today|and|below)\b",
        r"(?i)^\W*subscribe(?: now| today| here)?(?: to| for|\W*$)",
        r"(?i)^\W*(?:get|sign|subscribe|receive|join|view|manage|try|want|like|love|enjoy|for|to|our|stay|never|don['’]t|read|see|e-?mail|free|daily|you)\b.*\bnewsletters?\b",
        r"(?i)\b(?:to|in|into|meet|hit) your (?:inbox|e-?mail|mailbox)\b",
        r"(?i)^\W*get (?:the (?:latest|best|day['’]s|week['’]s|news|top)|breaking|daily|our|e-?mail|unlimited|exclusive|updates?|alerts?|push|more (?:news|stories)|today['’]s)\b",
        r"(?i)\b(?:news|stories) (?:and|that) .{0,20}\bmatters?, delivered\b|\bdelivered (?:weekday|every|each|straight|directly|daily)\b.{0,16}(?:mornings?|inbox|day|week)\W*$",
        r"(?i)^\W*(?:thank you|thanks) for (?:subscribing|signing up|reading|watching|listening)\b",
        r"(?i)^\W*(?:an error (?:has )?occurred|please (?:try again later|verify|enter a valid|re-?enter|check your (?:inbox|e-?mail)|enable (?:java ?script|cookies)|log ?in|sign in|subscribe|whitelist|support))\b",
        r"(?i)^\W*(?:by )?(?:signing up|clicking|subscribing|submitting|continuing|registering)\b.*\b(?:agree|terms|privacy|policy)\b",
        r"(?i)\bprotected by recaptcha\b",
        r"(?i)\b(?:create|open|set up|register for) (?:an?|your) (?:free )?account\b(?: (?:at|on|with|to|today|now|here|for free))?.{0,20}$",
        r"(?i)^\W*(?:already (?:have an account|a (?:subscriber|member))|not (?:a|yet a) (?:subscriber|member)|become a (?:member|subscriber|supporter)|log ?in (?:to|or)|register (?:now|for free|to)|support (?:our|independent|quality) journalism|donate (?:now|today|here))\b",
        r"(?i)^\W*download (?:the|our)\b.{0,40}\bapps?\b",
        r"(?i)^\W*(?:the )?(?:android|iphone|ipad|ios|mobile)\b.{0,20}\bapps?\W*$",
        r"(?i)^\W*(?:listen|tune in|watch)\b.{0,60}\b(?:podcast|episode|live (?:stream|on|at)|full (?:video|interview)|on (?:youtube|spotify|itunes))",
        r"(?i)^\W*(?:stay|keep) (?:in touch|connected|informed|up[ -]to[ -]date|on top)\b.{0,60}(?:with|on|anytime|follow|twitter|facebook|$)",
        r"^\W*(?i:for (?:more|all|the latest))\b(?: (?:on|from|of|about|local|breaking|world|top|our|the)| \p{Lu}[\w’'.]*){0,6} (?:news|coverage|stories|headlines|updates|newsletters|videos?)\b",
        r"(?i)^\W*(?:for more (?:on|from|about|information)|to (?:learn|find out|read|see) more)\b.{2,90}(?:visit|click|check out|go to|https?:|www\.)",
        r"(?i)^\W*visit .{2,50} for more\b",
        r"(?i)^\W*(?:click|tap) (?:to|for) (?:get|read|watch|see|more|listen|subscribe)\b|^\W*get the .{2,40} app\W*$",
        r"(?i)^\W*(?:the )?(?:opinions?|views?) expressed (?:by|in|here|herein|are)\b.*\b(?:own|not necessarily|do not)\b",
        r"(?i)\bspecial offers (?:for|from|and)\b",
    ],
};

/// Calls to write, comment, share and follow.
pub(super) const CONTACT: Rule = Rule {
    kind: Promotion,
    words: 30,
    place: Place::Anywhere,
    shapes: &[
        r"(?i)^\W*(?:we pay for|do you have (?:a (?:story|tip|question|news)|an? opinion|information|something)|got a (?:story|tip|news|question|confidential)|have (?:a (?:tip|story|question|news)|you (?:been affected|witnessed)))\b",
        r"(?i)^\W*(?:send (?:us|letters|tips|your (?:letters|tips|comments|feedback|stories|photos))|tell us (?:what|about|your|in the)|let us know|share your (?:thoughts|views|story|opinion|experience)|have your say)\b",
        r"(?i)^\W*(?:join the (?:conversation|discussion|debate)|leave a comment|(?:view |post |show |hide )?comments? (?:are closed|below|section|policy|\(\d+\))|what do you think\?|like us on|find us on|follow (?:us|@\w+|.{2,60}? on (?:twitter|facebook|instagram|telegram|x|social))|connect with us)\b",
        r"(?i)^\W*(?:share|tweet|pin|print|e-?mail|save|read or share) (?:this|the) (?:story|article|post|page)\b",
        r"(?i)^\W*e-?mail(?: us)?(?: at|:)? [\w.+-]+@[\w-]+\.",
        r"(?i)^\W*(?:contact|write to|call|reach) us\b",
        r"(?i)^\W*visit (?:us at |our |www\.|https?:|[\w-]+(?:\.[\w-]+)+)",
        r"(?i)^\W*(?:join|like|follow|find) .{0,40}\b(?:facebook|twitter|instagram|telegram|youtube|whatsapp) ?(?:page|channel|group)?\W*$",
        r"(?i)^\W*find .{2,40} (?:at|on) (?:https?://|www\.)",
    ],
};

#[cfg(test)]
mod tests {
    use super::super::{assert_left, assert_marked};
    use super::Promotion;

    #[test]
    fn calls() {
        assert_marked(
            Promotion,
            &[
                "Sign up for our daily briefing.",
                "Sign up for Daily Newsletters Manage Newsletters",
                "For more Harbour Post news and newsletters create an account at",
                "Get the latest from Marsa in your inbox.",
                "Let our news meet your inbox.",
                "Click here to read more.",
                "Follow Harbour Post on Twitter",
                "Do you have a story for our team?",
                "Email us at tips@harbour.example or call 0100 100100",
                "Download the Harbour app:",
            ],
        );
    }

    #[test]
    fn news_about_such_things_stays() {
        assert_left(&[
            "Thousands signed up for the march on Sunday.",
            "In a newsletter to members the union called the plan reckless.",
            "For more than a decade the news from Marsa has been bad.",
            "The suspects followed him on Twitter for weeks, the police said.",
            "Subscribers of the bank were told on Monday.",
            "The minister wants to join the coalition before the vote.",
        ]);
    }
}
