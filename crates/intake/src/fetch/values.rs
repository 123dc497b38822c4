//! What comes of a request.

/// What a server said to tell versions of a page apart; sent back with the next request, so that an
/// unchanged page need not be sent again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Validators {
    /// The address that they belong to; at another they mean nothing and are not sent.
    pub address: String,
    /// `ETag`, as it came.
    pub etag: Option<String>,
    /// `Last-Modified`, as it came.
    pub last_modified: Option<String>,
}

/// A page as it was received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The address that was asked for.
    pub requested: String,
    /// The address that answered, after redirects.
    pub address: String,
    /// The status of the answer, 200 to 299.
    pub status: u16,
    /// `Content-Type`, with the charset.
    pub content_type: Option<String>,
    /// `Date`: the server's clock.
    pub date: Option<String>,
    /// To be handed in the next time.
    pub validators: Validators,
    /// The bytes, unpacked.
    pub body: Vec<u8>,
}

/// The answer to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fetched {
    /// A page.
    Page(Page),
    /// The page is still the one that the validators name.
    Unchanged {
        /// The address that was asked for.
        requested: String,
        /// The address that answered.
        address: String,
    },
}
