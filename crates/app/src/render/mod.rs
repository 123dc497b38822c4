//! Accounts as a person sees them: in the terminal, as one HTML page, as Markdown.

mod desk;
mod html;
mod markdown;
mod terminal;
mod words;

pub(crate) use html::html;
pub(crate) use markdown::markdown;
pub(crate) use terminal::terminal;

/// How to show accounts in the terminal.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View {
    /// Every section in full, not only the first rows.
    pub(crate) all: bool,
    /// With colours.
    pub(crate) colour: bool,
    /// Columns.
    pub(crate) width: usize,
}
