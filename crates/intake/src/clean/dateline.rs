//! Where and by which agency a report was filed: "BAGHDAD (Reuters) -". Only these words are
//! marked; the sentence goes on after them.

use super::narrow::Shape;
use model::{Marginal, MarginalKind::Dateline, Span};
use std::sync::LazyLock;

static SHAPE: LazyLock<Shape> = LazyLock::new(|| {
    Shape::new(
        r"(?x) ^ (?:
        # PORT MARSA, Wis. (Agency), May 3 —
        (?: [\p{Lu}][\p{Lu}.'’-]+ (?:[\ /-][\p{Lu}][\p{Lu}.'’-]*){0,3} )
          (?: ,\ (?:\p{Lu}[\w.'’-]*\ ?){1,3} )?
          (?: ,?\ (?:on\ )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\ \d{1,2} (?:,?\ \d{4})? )?
          (?: ,?\ ?\([\p{Lu}][^()]{1,40}\) )? (?: ,?\ (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\ \d{1,2} )?
          \ ? (?: [—–] | -- | _ ) (?:\ |$)
        # MADISON, Wis. -
        | [\p{Lu}][\p{Lu}.'’-]+ (?:[\ /-][\p{Lu}][\p{Lu}.'’-]*){0,3}
          (?: ,\ (?:\p{Lu}[\w.'’-]*\ ?){1,3} (?:\ ?\([\p{Lu}][^()]{1,40}\))? | (?: ,\ (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\ \d{1,2} )? ,?\ ?\([\p{Lu}][^()]{1,40}\) )
          (?: ,?\ (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\ \d{1,2} )? \ ? [-:] (?:\ |$)
        # Marsa, Coastland (Agency) —
        | (?:\p{Lu}[\w.'’-]*,?\ ){1,5} \([\p{Lu}][^()]{1,40}\) \ ? (?: [—–] | --? | _ | : ) (?:\ |$)
        # PORT MARSA (Agency)
        | [\p{Lu}][\p{Lu}.'’-]+ (?:[\ -][\p{Lu}][\p{Lu}.'’-]*){0,3} (?: ,\ (?:\p{Lu}[\w.'’-]*\ ?){1,3} )? \ ?
          \((?:AP|AFP|Reuters|REUTERS|CNN|dpa|DPA|UPI|ANI|PTI|IANS|Xinhua|Bloomberg|Tribune)[^()]{0,20}\) (?:\ ?[—–_:-]{1,2})? (?:\ |$)
        # (Agency) -
        | \((?:[A-Z][A-Za-z]*|[A-Z][a-z]+\ (?:News|Press|Agency)(?:\ Agency)?)\) (?: \ ?(?:[—–]|--?|_|:) (?:\ |$) | \  )
        )",
    )
});

/// The dateline at the beginning of a paragraph.
pub(super) fn find(text: &str, paragraph: Span) -> Option<Marginal> {
    let body = paragraph.of(text);
    let shape = SHAPE.find(body)?;
    // A line that is nothing else, or a heading in capitals, is no dateline of this paragraph.
    let rest = body.get(shape.end..)?;
    let goes_on = rest.split(' ').take(5).count() == 5;
    let span = Span::new(paragraph.start, paragraph.start + shape.end).trimmed(text);
    (goes_on || rest.is_empty()).then_some(Marginal { span, kind: Dateline })
}

#[cfg(test)]
mod tests {
    use super::super::{assert_left, marked};
    use super::Dateline;

    #[test]
    fn datelines() {
        let rest = "A ferry ran aground off the coast on Tuesday.";
        for line in [
            "MARSA (Reuters) -",
            "PORT MARSA, Coastland —",
            "NEW MARSA, Wis. (AP) _",
            "MARSA, May 3 (Reuters) -",
            "Marsa, Coastland (CNN) —",
            "(CNN)",
            "(Reuters) -",
            "MARSA --",
        ] {
            assert_eq!(marked(&format!("{line} {rest}")), [(Dateline, line.to_owned())], "{line}");
        }
    }

    #[test]
    fn other_beginnings_stay() {
        assert_left(&[
            "NATO - which has 30 members - will meet on Tuesday in the town of Marsa.",
            "The mayor (Labour) said on Tuesday that the ferry was safe.",
            "WHAT WE KNOW: two people were hurt and the ferry lies on the rocks off the coast.",
            "Ann Vale (Labour) won the seat with a majority of two votes.",
        ]);
    }
}
