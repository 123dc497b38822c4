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

/// The word itself where it is a participle or past, else its dictionary form.
pub(super) fn participle(w: &Words<'_>, at: usize) -> String {
    match w.xpos(at) {
        "VBN" | "VBD" => w.a.lower(at).to_owned(),
        _ => w.lemma(at).to_owned(),
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
