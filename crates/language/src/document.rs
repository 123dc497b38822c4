//! A text and what was read in it, for those who do not keep the text themselves.

use model::{Annotation, Kind, Span, Upos};

/// A text with its sentences, tokens and names.
///
/// It owns the text. Sentences, tokens and names are views: small values to copy around, which
/// borrow from the document and know their byte range in it.
///
/// ```
/// let english = language::English::new();
/// let document = english.read("Gen. Tom Brandt can't sail. He stays in Tel Aviv.");
/// assert_eq!(document.sentences().count(), 2);
/// for sentence in document.sentences() {
///     println!("{}", sentence.text());
///     for token in sentence.tokens() {
///         println!("\t{}\t{}\t{}", token.text(), token.upos().as_str(), token.relation());
///     }
/// }
/// let names: Vec<&str> = document.names().map(|name| name.text()).collect();
/// assert_eq!(names, ["Tom Brandt", "Tel Aviv"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    text: String,
    annotation: Annotation,
}

impl Document {
    pub(crate) fn new(text: String, annotation: Annotation) -> Self {
        Self { text, annotation }
    }

    /// The text, as it was given.
    ///
    /// ```
    /// let document = language::English::new().read("Ferry aground off Marsa");
    /// assert_eq!(document.text(), "Ferry aground off Marsa");
    /// ```
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its sentences, in order.
    ///
    /// ```
    /// let document = language::English::new().read("“We sail,” said Capt. Loy. No one left.");
    /// let sentences: Vec<&str> = document.sentences().map(|sentence| sentence.text()).collect();
    /// assert_eq!(sentences, ["“We sail,” said Capt. Loy.", "No one left."]);
    /// ```
    #[must_use]
    pub fn sentences(&self) -> impl ExactSizeIterator<Item = Sentence<'_>> + Clone {
        (0..self.annotation.sentences.len()).map(|index| Sentence { document: self, index })
    }

    /// The tokens of all sentences, in order.
    ///
    /// ```
    /// let document = language::English::new().read("They don't.");
    /// let words: Vec<&str> = document.tokens().map(|token| token.text()).collect();
    /// assert_eq!(words, ["They", "do", "n't", "."]);
    /// ```
    #[must_use]
    pub fn tokens(&self) -> impl ExactSizeIterator<Item = Token<'_>> + Clone {
        (0..self.annotation.tokens.len()).map(|index| self.token(index))
    }

    /// Its names, in order; no two overlap.
    ///
    /// ```
    /// use language::Kind;
    /// let document = language::English::new().read("Omar al-Rashidi flew to Baghdad.");
    /// let names: Vec<_> = document.names().map(|name| (name.text(), name.kind())).collect();
    /// assert_eq!(names, [("Omar al-Rashidi", Kind::Person), ("Baghdad", Kind::Place)]);
    /// ```
    #[must_use]
    pub fn names(&self) -> impl ExactSizeIterator<Item = Name<'_>> + Clone {
        self.annotation.names.iter().map(|row| Name { document: self, row: *row })
    }

    /// The document as CoNLL-U: see [`conllu`](crate::conllu).
    #[must_use]
    pub fn conllu(&self, id: &str) -> String {
        crate::conllu(id, &self.text, &self.annotation)
    }

    /// The same as plain values with public fields.
    #[must_use]
    pub fn annotation(&self) -> &Annotation {
        &self.annotation
    }

    /// The text and the plain values, without a copy.
    ///
    /// ```
    /// let (text, annotation) = language::English::new().read("All safe.").into_parts();
    /// assert_eq!(annotation.tokens[1].span.of(&text), "safe");
    /// ```
    #[must_use]
    pub fn into_parts(self) -> (String, Annotation) {
        (self.text, self.annotation)
    }

    fn token(&self, index: usize) -> Token<'_> {
        Token { document: self, index }
    }
}

/// A sentence of a [`Document`].
#[derive(Clone, Copy)]
pub struct Sentence<'d> {
    document: &'d Document,
    index: usize,
}

impl<'d> Sentence<'d> {
    /// The passage, without white space at its ends.
    #[must_use]
    pub fn text(self) -> &'d str {
        self.span().of(&self.document.text)
    }

    /// Its bytes in the text of the document.
    ///
    /// ```
    /// let document = language::English::new().read("All safe. None hurt.");
    /// let second = document.sentences().last().unwrap();
    /// assert_eq!((second.span().start, second.span().end), (10, 20));
    /// ```
    #[must_use]
    pub fn span(self) -> Span {
        self.document.annotation.sentences.get(self.index).map_or_else(Span::default, |row| row.span)
    }

    /// Its place among the sentences of the document.
    #[must_use]
    pub fn index(self) -> usize {
        self.index
    }

    /// Its tokens, in order.
    ///
    /// ```
    /// let document = language::English::new().read("All safe. None hurt.");
    /// let first: Vec<&str> = document.sentences().next().unwrap().tokens().map(|t| t.text()).collect();
    /// assert_eq!(first, ["All", "safe", "."]);
    /// ```
    pub fn tokens(self) -> impl ExactSizeIterator<Item = Token<'d>> + Clone {
        let range = self.document.annotation.sentences.get(self.index).map_or(0..0, |row| row.tokens.clone());
        range.map(|index| self.document.token(index))
    }

    /// The head of the whole sentence.
    ///
    /// ```
    /// let document = language::English::new().read("The old ferry sank near Marsa.");
    /// assert_eq!(document.sentences().next().unwrap().root().unwrap().text(), "sank");
    /// ```
    #[must_use]
    pub fn root(self) -> Option<Token<'d>> {
        self.tokens().find(|token| token.head().is_none())
    }
}

/// A token of a [`Document`]: a word of Universal Dependencies.
#[derive(Clone, Copy)]
pub struct Token<'d> {
    document: &'d Document,
    index: usize,
}

impl<'d> Token<'d> {
    fn row(self) -> Option<&'d model::Token> {
        self.document.annotation.tokens.get(self.index)
    }

    /// The word as written.
    #[must_use]
    pub fn text(self) -> &'d str {
        self.span().of(&self.document.text)
    }

    /// Its bytes in the text of the document.
    #[must_use]
    pub fn span(self) -> Span {
        self.row().map_or_else(Span::default, |row| row.span)
    }

    /// Its place among the tokens of the document.
    #[must_use]
    pub fn index(self) -> usize {
        self.index
    }

    /// The sentence that it stands in.
    #[must_use]
    pub fn sentence(self) -> Sentence<'d> {
        Sentence { document: self.document, index: self.row().map_or(0, |row| row.sentence) }
    }

    /// Its dictionary form.
    ///
    /// ```
    /// let document = language::English::new().read("The ferries sank.");
    /// let lemmas: Vec<&str> = document.tokens().map(|token| token.lemma()).collect();
    /// assert_eq!(lemmas, ["the", "ferry", "sink", "."]);
    /// ```
    #[must_use]
    pub fn lemma(self) -> &'d str {
        self.row().map_or("", |row| &row.lemma)
    }

    /// Its universal part of speech.
    ///
    /// ```
    /// use language::Upos;
    /// let document = language::English::new().read("The ferry sank.");
    /// let tags: Vec<Upos> = document.tokens().map(|token| token.upos()).collect();
    /// assert_eq!(tags, [Upos::DET, Upos::NOUN, Upos::VERB, Upos::PUNCT]);
    /// ```
    #[must_use]
    pub fn upos(self) -> Upos {
        self.row().map_or(Upos::X, |row| row.upos)
    }

    /// Its Penn tag: "VBD".
    #[must_use]
    pub fn xpos(self) -> &'static str {
        self.row().map_or("", |row| row.xpos)
    }

    /// The universal relation to its head: "nsubj"; "root" where there is no head.
    #[must_use]
    pub fn relation(self) -> &'static str {
        self.row().map_or("", |row| row.relation)
    }

    /// The token that it depends on, in the same sentence; none for a root.
    ///
    /// ```
    /// let document = language::English::new().read("The old ferry sank.");
    /// let old = document.tokens().nth(1).unwrap();
    /// assert_eq!((old.relation(), old.head().unwrap().text()), ("amod", "ferry"));
    /// ```
    #[must_use]
    pub fn head(self) -> Option<Self> {
        let head = self.row()?.head?;
        Some(self.document.token(head))
    }

    /// The tokens that depend on it, in order.
    ///
    /// ```
    /// let document = language::English::new().read("The old ferry sank.");
    /// let ferry = document.tokens().nth(2).unwrap();
    /// assert_eq!(ferry.children().map(|token| token.text()).collect::<Vec<_>>(), ["The", "old"]);
    /// ```
    pub fn children(self) -> impl Iterator<Item = Token<'d>> + Clone {
        let is_child = move |token: &Self| token.row().is_some_and(|row| row.head == Some(self.index));
        self.sentence().tokens().filter(is_child)
    }
}

/// A name in a [`Document`].
#[derive(Clone, Copy)]
pub struct Name<'d> {
    document: &'d Document,
    row: model::Name,
}

impl<'d> Name<'d> {
    /// The name as written, without article, title and possessive.
    #[must_use]
    pub fn text(self) -> &'d str {
        self.row.span.of(&self.document.text)
    }

    /// Its bytes in the text of the document.
    #[must_use]
    pub fn span(self) -> Span {
        self.row.span
    }

    /// What it names.
    #[must_use]
    pub fn kind(self) -> Kind {
        self.row.kind
    }

    /// Its tokens.
    ///
    /// ```
    /// let document = language::English::new().read("She met Omar al-Rashidi.");
    /// let tokens = document.names().next().unwrap().tokens();
    /// assert_eq!(tokens.map(|token| token.text()).collect::<Vec<_>>(), ["Omar", "al", "-", "Rashidi"]);
    /// ```
    pub fn tokens(self) -> impl ExactSizeIterator<Item = Token<'d>> + Clone {
        self.document.annotation.tokens_in(self.row.span).map(|index| self.document.token(index))
    }
}

/// Shown by the passage: the whole document behind it would bury it.
macro_rules! shown_by_its_text {
    ($($view:ident),+) => {$(
        impl std::fmt::Debug for $view<'_> {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "{}({:?})", stringify!($view), self.text())
            }
        }
    )+};
}

shown_by_its_text!(Sentence, Token, Name);

#[cfg(test)]
mod tests {
    use super::Document;

    #[test]
    fn an_empty_document_has_nothing() {
        let document = Document::default();
        assert_eq!((document.text(), document.tokens().len(), document.names().len()), ("", 0, 0));
        assert_eq!(document.conllu(""), "");
    }

    #[test]
    fn views_are_shown_by_their_text() {
        let document = crate::English::new().read("All safe.");
        let shown: Vec<String> = document.tokens().map(|token| format!("{token:?}")).collect();
        assert_eq!(shown.join(" "), r#"Token("All") Token("safe") Token(".")"#);
    }
}
