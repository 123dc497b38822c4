//! Credits of pictures, and sentences that only tell what a picture shows.

use super::narrow::Shape;
use super::{Place, Rule};
use memchr::{memchr2, memmem};
use model::{Marginal, MarginalKind::Promotion, Span};
use std::sync::LazyLock;

/// Sentences in the language of captions.
pub(super) const SENTENCE: Rule = Rule {
    kind: Promotion,
    words: 80,
    place: Place::Anywhere,
    shapes: &[
        r"^\W*(?:FILE|File)(?: (?:PHOTO|photo|picture|image))?\s*[:–—-]",
        r"(?i)\bin this .{0,60}\b(?:file photo|file picture|file image|handout|photo provided|photo (?:taken|released)|image (?:taken|released|made|provided)|frame grab|screen ?grab|still image|undated)\b",
        r"(?i)\b(?:handout (?:photo|picture|image|photograph)|(?:this|a) file (?:photo|picture|image))\b",
        r"\((?:\d(?:st|nd|rd|th) (?:[LRC]|left|right)|[LR]-[LR]|(?:far |top |bottom )?(?:left|right|centre|center)|pictured)\)",
        r"^\W*\p{Lu}[\w.]*[’']s? \p{Lu}[\w’'-]+ \p{Lu}[\w’'-]+ (?:discusses|explains|has (?:more|the (?:story|details))|joins us|breaks down|takes a look|reports (?:on|from|live))\b",
        r"(?i)\bposes? for (?:a |the )?(?:picture|photo|photograph|camera)",
        r"^\W*(?:Enlarge this image|Image (?:copyright|source|credit)|toggle caption|Picture (?:credit|copyright)|Photo (?:credit|courtesy|illustration))\b[^.]*$",
        r"(?i)^\W*(?:photograph|photo|image|picture|illustration|video|graphic|cover|composite)s?(?: credits?| by| courtesy(?: of)?)?\s*: ?[^.]{2,80}\.?$",
        r"^\W*(?:Photograph|Photo|Image|Picture|Illustration)s? (?:by|courtesy(?: of)?) \p{Lu}[^.]{2,70}\.?$",
        r"^\W*REUTERS ?/ ?\p{Lu}[\w .'’-]{2,40}$",
        r"^\W*(?:\p{Lu}[\w.'’-]*[ ,]{1,2}){1,5}(?:File ?)?/ ?(?:AP|AFP|Reuters|REUTERS|Getty|Associated Press|EPA|Bloomberg|Shutterstock|Rex|PA|NurPhoto|Pool|Anadolu)\b[^.]{0,40}$",
        r"^\W*(?:AP Photo|Getty Images|AFP PHOTO|AFP/Getty)\b[^.]{0,60}$",
    ],
};

/// A credit in brackets, or at the end of a caption.
static CREDIT: LazyLock<Shape> = LazyLock::new(|| {
    Shape::new(
        r"(?x)
        \( (?: (?:AP|AFP|Reuters|REUTERS)\ (?:Photo|PHOTO)[^()]{0,60}
             | (?:[Pp]hotos?|PHOTO|[Ii]mages?|[Pp]ictures?|[Cc]redit|[Ss]creenshot)\ ?(?::|by|via|courtesy|credit)[^()]{1,80}
             | (?:[Ff]ile\ )?(?:photo|picture|image)
             | [^()]{2,60} (?:/|\ via\ |\ for\ ) \ ? (?:AP|AFP|Reuters|REUTERS|Getty|Associated\ Press|The\ Associated\ Press|EPA|Bloomberg|Shutterstock|Rex|PA|NurPhoto|Pool|Anadolu|Sipa)(?-u:\b) [^()]{0,40}
             | (?:AFP|AP|Reuters|Getty)\ ?/\ ?Getty\ Images | Getty\ Images )
        \) | (?-u:\b)REUTERS/\p{Lu}[\w.'’-]+(?:\ \p{Lu}[\w.'’-]+){0,3} | \(?(?-u:\b)(?:Hide|Show)\ Caption(?:\ \d+\ of\ \d+)?
        | ^Image\ (?:copyright|source)\ .{2,60}?\ Image\ caption | ^Image\ \d+\ of\ \d+
        | ^Media\ playback\ is\ (?:un|not\ )supported\ on\ your\ device(?:\ Media\ caption)?",
    )
});

/// What people do in pictures, in the tense of captions.
static SHOWS: LazyLock<Shape> = LazyLock::new(|| {
    Shape::new(
        r"(?-u:\b)(?:speaks?|walks?|arrives?|attends?|waves?|looks? (?:on|at)|stands?|sits?|holds?|gestures?|listens?|shakes? hands|(?:is|are) (?:seen|pictured|shown)|gather|watch(?:es)?|poses?)(?-u:\b).*(?-u:\b)\d{4}(?-u:\b)",
    )
});

/// Finds credits of pictures in a paragraph, and the caption before one.
pub(super) fn find(text: &str, paragraph: Span, found: &mut Vec<Marginal>) {
    let body = paragraph.of(text);
    if memchr2(b'(', b'/', body.as_bytes()).is_none()
        && memmem::find(body.as_bytes(), b"Caption").is_none()
        && !body.starts_with("Image ")
        && !body.starts_with("Media ")
    {
        return;
    }
    for credit in CREDIT.find_iter(body) {
        let span = Span::new(paragraph.start + credit.start, paragraph.start + credit.end);
        found.push(Marginal { span, kind: Promotion });
        let before = body.get(..credit.start).unwrap_or("").trim_end();
        let alone = body.get(credit.end..).is_some_and(|after| after.trim().is_empty());
        if alone && before.ends_with(|c: char| c == '.' || c.is_numeric()) && SHOWS.is_match(before) {
            found.push(Marginal { span: Span::new(paragraph.start, span.end), kind: Promotion });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{assert_left, assert_marked, marked};
    use super::Promotion;

    #[test]
    fn captions() {
        assert_marked(
            Promotion,
            &[
                "FILE - In this May 3, 2016, file photo, the ferry leaves Marsa.",
                "Photograph: Ann Vale/Reuters",
                "toggle caption Ann Vale/AP",
                "Enlarge this image toggle caption Ann Vale/AP Ann Vale/AP",
                "Mayor Ann Vale (2nd R) shakes hands with sailors in Marsa.",
                "The mayor speaks after a meeting in Marsa, May 9, 2019. (Ann Vale/Reuters)",
            ],
        );
    }

    #[test]
    fn the_credit_alone_where_the_caption_tells_something() {
        let found =
            marked("The ferry lies on rocks off Marsa. (Ann Vale/Coast Pool via AP)\n\nIt ran aground.");
        assert_eq!(found, [(Promotion, "(Ann Vale/Coast Pool via AP)".to_owned())]);
    }

    #[test]
    fn brackets_in_sentences_stay() {
        assert_left(&[
            "The party (PLM/Alliance) lost four seats.",
            "Some 500 km (310 miles) were covered in a day, the navy said.",
            "She posted the picture on Sunday (local time), police said.",
        ]);
    }
}
