//! Makes the names of a document agree: one kind for one name, short names with their full names,
//! headlines with the body.

mod cuts;
mod edges;
mod headlines;
mod rows;
mod speakers;
mod votes;

#[cfg(feature = "train")]
pub(super) use edges::titles;

use super::words::{Mode, Word};
use model::Kind;
use std::ops::Range;

/// A name as indices of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) tokens: Range<usize>,
    pub(super) kind: Kind,
}

/// What the repairs look at: the words of the document and the modes of their sentences.
pub(super) struct Context {
    pub(super) words: Vec<Word>,
    pub(super) modes: Vec<Mode>,
    /// Whether a sentence begins at the word.
    pub(super) firsts: Vec<bool>,
}

impl Context {
    pub(super) fn new(sentences: Vec<(Vec<Word>, Mode)>) -> Self {
        let mut context = Self { words: Vec::new(), modes: Vec::new(), firsts: Vec::new() };
        for (words, mode) in sentences {
            context.modes.extend(words.iter().map(|_| mode));
            context.firsts.extend((0..words.len()).map(|at| at == 0));
            context.words.extend(words);
        }
        context
    }

    fn words(&self, tokens: &Range<usize>) -> &[Word] {
        self.words.get(tokens.clone()).unwrap_or(&[])
    }

    fn mode(&self, at: usize) -> Mode {
        self.modes.get(at).copied().unwrap_or_default()
    }

    /// The words of a name in lower case, as hashes.
    fn key(&self, tokens: &Range<usize>) -> Vec<u32> {
        self.words(tokens).iter().map(|word| word.lower).collect()
    }
}

/// All repairs, in order.
pub(super) fn repair(context: &Context, mut found: Vec<Found>) -> Vec<Found> {
    cuts::slashes(context, &mut found);
    let mut reach = 0;
    found.retain_mut(|name| {
        if name.tokens.start < reach {
            return false;
        }
        edges::extend(context, reach, name);
        let kept = edges::trim(context, name) && cuts::mend(context, reach, name);
        reach = if kept { name.tokens.end } else { reach };
        kept
    });
    cuts::join(context, &mut found);
    headlines::split(context, &mut found);
    speakers::add(context, &mut found);
    rows::settle(context, &mut found);
    votes::acronyms(context, &mut found);
    votes::fill(context, &mut found);
    votes::agree(context, &mut found);
    votes::settle(context, &mut found);
    found
}
