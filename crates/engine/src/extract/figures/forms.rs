//! Verb forms that news counts by, brought to one participle each.

use super::words::Words;

/// The canonical participle of a verb form.
pub(super) fn form(word: &str) -> Option<&'static str> {
    const STEMS: [(&str, &str); 37] = [
        ("kill", "killed"),
        ("slay", "killed"),
        ("slain", "killed"),
        ("murder", "killed"),
        ("wound", "wounded"),
        ("injur", "injured"),
        ("hospitaliz", "hospitalized"),
        ("hospitalis", "hospitalized"),
        ("arrest", "arrested"),
        ("detain", "detained"),
        ("abduct", "abducted"),
        ("kidnap", "kidnapped"),
        ("captur", "captured"),
        ("releas", "released"),
        ("freed", "freed"),
        ("freeing", "freed"),
        ("frees", "freed"),
        ("rescu", "rescued"),
        ("evacuat", "evacuated"),
        ("displac", "displaced"),
        ("deploy", "deployed"),
        ("destroy", "destroyed"),
        ("damag", "damaged"),
        ("execut", "executed"),
        ("charg", "charged"),
        ("convict", "convicted"),
        ("sentenc", "sentenced"),
        ("trapp", "trapped"),
        ("strand", "stranded"),
        ("infect", "infected"),
        ("drown", "drowned"),
        ("fled", "fled"),
        ("fleeing", "fled"),
        ("shooting", "shot"),
        ("shot", "shot"),
        ("died", "died"),
        ("dying", "died"),
    ];
    STEMS.iter().find(|(stem, _)| word.starts_with(stem)).map(|&(_, of)| of)
}

/// The past participle of a verb in the text, with its particle: "carried out".
pub(super) fn participle(w: &Words<'_>, at: usize) -> String {
    let verb = simple(w, at);
    match w.a.lower(at + 1) {
        particle @ ("out" | "up" | "down" | "off" | "away" | "back") => format!("{verb} {particle}"),
        _ => verb,
    }
}

/// Likewise without a particle, as far as rules and the most common strong verbs go.
fn simple(w: &Words<'_>, at: usize) -> String {
    #[rustfmt::skip]
    const STRONG: [(&str, &str); 44] = [
        ("take", "taken"), ("hold", "held"), ("send", "sent"), ("make", "made"), ("lose", "lost"), ("find", "found"),
        ("leave", "left"), ("build", "built"), ("buy", "bought"), ("sell", "sold"), ("bring", "brought"), ("hit", "hit"),
        ("cut", "cut"), ("put", "put"), ("win", "won"), ("give", "given"), ("see", "seen"), ("steal", "stolen"),
        ("drive", "driven"), ("feed", "fed"), ("pay", "paid"), ("spend", "spent"), ("lead", "led"), ("keep", "kept"),
        ("lay", "laid"), ("seek", "sought"), ("catch", "caught"), ("teach", "taught"), ("fight", "fought"),
        ("throw", "thrown"), ("break", "broken"), ("speak", "spoken"), ("write", "written"), ("shoot", "shot"),
        ("strike", "struck"), ("shut", "shut"), ("set", "set"), ("let", "let"), ("hear", "heard"), ("draw", "drawn"),
        ("grow", "grown"), ("raise", "raised"), ("know", "known"), ("burn", "burned"),
    ];
    let (word, lemma) = (w.a.lower(at), w.lemma(at));
    let inflected = word != lemma && !word.ends_with("ing") && !word.ends_with('s');
    if matches!(w.xpos(at), "VBN" | "VBD") || inflected || lemma.is_empty() {
        return word.to_owned();
    }
    if let Some((_, strong)) = STRONG.iter().find(|(verb, _)| *verb == lemma) {
        return (*strong).to_owned();
    }
    match (word.strip_suffix("ing"), lemma) {
        (Some(stem), _) => format!("{stem}ed"),
        (None, lemma) if lemma.ends_with('e') => format!("{lemma}d"),
        (None, lemma) => match lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
            Some(stem) => format!("{stem}ied"),
            None => format!("{lemma}ed"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::form;

    #[test]
    fn brings_forms_together() {
        assert_eq!(form("killing"), Some("killed"));
        assert_eq!(form("kidnaps"), Some("kidnapped"));
        assert_eq!(form("walks"), None);
    }
}
