//! What a feed says of one entry, whatever its format.

/// An entry before anything is made of it; the texts are as they were written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// The title, perhaps with tags and entities.
    pub title: Option<String>,
    /// The address of the article, absolute where that was possible.
    pub address: Option<String>,
    /// The identifier that the feed gives.
    pub guid: Option<String>,
    /// The whole article.
    pub content: Option<String>,
    /// A summary, or the whole article where a feed has no other place for it.
    pub summary: Option<String>,
    /// The publisher, where the entry names another than the feed's.
    pub outlet: Option<String>,
    /// The company or institution behind it.
    pub publisher: Option<String>,
    /// Authors, each perhaps several names in one.
    pub authors: Vec<String>,
    /// When it was published.
    pub published: Option<String>,
    /// When it was changed.
    pub modified: Option<String>,
    /// The language code.
    pub language: Option<String>,
}

/// What a feed says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// The title, perhaps with tags and entities.
    pub title: Option<String>,
    /// The address of the site or of the feed, against which others are taken.
    pub base: Option<String>,
    /// The site's address where `base` is none yet.
    pub site: Option<String>,
    /// The company or institution behind it.
    pub publisher: Option<String>,
    /// Authors of all entries that name none.
    pub authors: Vec<String>,
    /// The language code.
    pub language: Option<String>,
}
