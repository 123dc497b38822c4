//! Elements nested deeper than any page needs are not opened.
//!
//! `html5ever` looks through all open elements again and again, so that a page of a hundred
//! thousand open tags would take minutes. Browsers stop at 512 too (Blink's
//! `kMaximumHTMLParserDOMTreeDepth`); the text inside is kept.
//!
//! Comments end here as well, and what is [passed over](super::pass_over) stops the tokenizer here.

use super::pass_over::{Skipped, skipped};
use html5ever::LocalName;
use html5ever::local_name;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeSink};
use std::cell::Cell;

/// Open elements from which on no more are opened.
const DEEPEST: usize = 512;

/// Hands tokens on to the tree builder, except tags that would nest too deep.
pub(super) struct Shallow<S: TreeSink> {
    builder: TreeBuilder<S::Handle, S>,
    open: Cell<usize>,
    left_out: Cell<usize>,
    /// The start tag at which the tokenizer was stopped.
    held: Cell<Option<(Skipped, Tag)>>,
    /// Whether drawings have to be parsed, because one was not closed.
    drawings: Cell<bool>,
}

impl<S: TreeSink> Shallow<S>
where
    S::Handle: Clone,
{
    pub(super) fn new(builder: TreeBuilder<S::Handle, S>) -> Self {
        let (open, left_out) = (Cell::new(0), Cell::new(0));
        Self { builder, open, left_out, held: Cell::new(None), drawings: Cell::new(false) }
    }

    /// What the tokenizer was stopped for, with its start tag.
    pub(super) fn held(&self) -> Option<(Skipped, Tag)> {
        self.held.take()
    }

    /// Hands on a drawing's start tag that was held, as it cannot be passed over.
    pub(super) fn hand_on(&self, tag: Tag) {
        self.drawings.set(true);
        let _ = self.builder.process_token(Token::TagToken(tag), 0);
    }

    /// Hands on a script that was taken from the input.
    pub(super) fn hand_on_whole(&self, tag: Tag, text: StrTendril) {
        let end = Tag { kind: TagKind::EndTag, attrs: Vec::new(), ..tag.clone() };
        for token in [Token::TagToken(tag), Token::CharacterTokens(text), Token::TagToken(end)] {
            let _ = self.builder.process_token(token, 0);
        }
    }

    /// Stops at elements that are to be passed over.
    fn stop(&self, tag: Tag) -> Result<TokenSinkResult<S::Handle>, Tag> {
        match skipped(&tag) {
            Some(Skipped::Drawing) if self.drawings.get() => Err(tag),
            // Inside a drawing a script may be read in another way.
            Some(what) if !self.adjusted_current_node_present_but_not_in_html_namespace() => {
                self.held.set(Some((what, tag)));
                Ok(TokenSinkResult::Script(self.builder.sink.get_document()))
            }
            _ => Err(tag),
        }
    }

    pub(super) fn into_builder(self) -> TreeBuilder<S::Handle, S> {
        self.builder
    }

    /// Whether the tag is to be passed over.
    fn too_deep(&self, tag: &Tag) -> bool {
        if !nests(&tag.name) {
            return false;
        }
        match tag.kind {
            TagKind::StartTag if tag.self_closing => false,
            TagKind::StartTag if self.open.get() >= DEEPEST => {
                self.left_out.set(self.left_out.get() + 1);
                true
            }
            TagKind::StartTag => {
                self.open.set(self.open.get() + 1);
                false
            }
            TagKind::EndTag if self.left_out.get() > 0 => {
                self.left_out.set(self.left_out.get() - 1);
                true
            }
            TagKind::EndTag => {
                self.open.set(self.open.get().saturating_sub(1));
                false
            }
        }
    }
}

/// Elements that stay open until their end tag. The others close by themselves (`p`, `li`, `td`),
/// hold nothing, or change how the tokenizer reads on (`script`, `title`), so that they must pass.
fn nests(name: &LocalName) -> bool {
    !matches!(
        *name,
        local_name!("p")
            | local_name!("li")
            | local_name!("dt")
            | local_name!("dd")
            | local_name!("tr")
            | local_name!("td")
            | local_name!("th")
            | local_name!("tbody")
            | local_name!("thead")
            | local_name!("option")
            | local_name!("br")
            | local_name!("hr")
            | local_name!("img")
            | local_name!("input")
            | local_name!("link")
            | local_name!("meta")
            | local_name!("source")
            | local_name!("wbr")
            | local_name!("area")
            | local_name!("base")
            | local_name!("col")
            | local_name!("embed")
            | local_name!("param")
            | local_name!("track")
            | local_name!("html")
            | local_name!("head")
            | local_name!("body")
            | local_name!("script")
            | local_name!("style")
            | local_name!("title")
            | local_name!("textarea")
            | local_name!("noscript")
            | local_name!("iframe")
            | local_name!("template")
    )
}

impl<S: TreeSink> TokenSink for Shallow<S>
where
    S::Handle: Clone,
{
    type Handle = S::Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<S::Handle> {
        let token = match token {
            Token::CommentToken(_) => return TokenSinkResult::Continue,
            Token::TagToken(tag) => match self.stop(tag) {
                Ok(stopped) => return stopped,
                Err(tag) if self.too_deep(&tag) => return TokenSinkResult::Continue,
                Err(tag) => Token::TagToken(tag),
            },
            token => token,
        };
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

#[cfg(test)]
mod tests {
    use crate::page::tree::Tree;

    #[test]
    fn a_hundred_thousand_open_tags_are_quick_and_keep_their_text() {
        let html = format!("{}<p>Deep inside.{}<p>After.", "<div>".repeat(100_000), "</div>".repeat(100_000));
        let tree = Tree::parse(&html);
        let text = tree.text_within(tree.root());
        assert!(text.contains("Deep inside.") && text.contains("After."));
        let deepest = tree.within(tree.root()).map(|id| tree.ancestors(id).count()).max();
        assert!(deepest.is_some_and(|depth| depth < 600), "{deepest:?}");
    }
}
