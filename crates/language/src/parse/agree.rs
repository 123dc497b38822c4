//! Tags and relations that must agree: where the tree knows better, the tag follows.
//!
//! In Universal Dependencies a preposition that marks a clause is a subordinator, and "be", "have" and
//! "do" are auxiliaries exactly where they hang on a verb or a predicate as such. The tagger decides
//! from a few neighbours; the parser has seen the clause.

use model::{Token, Upos};

/// Changes the universal tag of a parsed token where its relation asks for another.
pub(crate) fn agree(token: &mut Token) {
    let relation = token.relation.split(':').next().unwrap_or("");
    token.upos = match (token.upos, relation) {
        (Upos::ADP, "mark") if token.xpos == "IN" => Upos::SCONJ,
        (Upos::SCONJ, "case") => Upos::ADP,
        (Upos::AUX, "root" | "conj" | "ccomp" | "xcomp" | "acl" | "parataxis")
            if matches!(&*token.lemma, "have" | "do" | "be") && token.xpos.starts_with("VB") =>
        {
            Upos::VERB
        }
        (Upos::VERB, "aux" | "cop") if matches!(&*token.lemma, "have" | "do" | "be" | "get") => Upos::AUX,
        (upos, _) => upos,
    };
}

#[cfg(test)]
mod tests {
    use super::agree;
    use model::{Span, Token, Upos};

    #[test]
    fn the_tree_decides() {
        for (lemma, upos, xpos, relation, expected) in [
            ("after", Upos::ADP, "IN", "mark", Upos::SCONJ),
            ("after", Upos::SCONJ, "IN", "case", Upos::ADP),
            ("have", Upos::AUX, "VBZ", "root", Upos::VERB),
            ("have", Upos::VERB, "VBZ", "aux", Upos::AUX),
            ("sail", Upos::VERB, "VBZ", "aux", Upos::VERB),
            ("will", Upos::AUX, "MD", "root", Upos::AUX),
        ] {
            let span = Span::new(0, 1);
            let mut token =
                Token { span, sentence: 0, lemma: lemma.into(), upos, xpos, head: None, relation };
            agree(&mut token);
            assert_eq!(token.upos, expected, "{lemma} {relation}");
        }
    }
}
