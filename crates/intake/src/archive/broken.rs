//! What can be wrong with a record, in words for a person.

use super::stream::Trouble;

/// Why a record could not be read.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Broken {
    /// Something else stands there.
    #[error("no WARC header where a record should begin; skipped up to the next one")]
    NoHeader,
    /// Nobody says where it ends.
    #[error("a record without a length (\"Content-Length\"); skipped up to the next one")]
    NoLength,
    /// It ends elsewhere than it says.
    #[error("a record whose length (\"Content-Length\") is wrong; skipped up to the next one")]
    WrongLength,
    /// The file ends inside.
    #[error("a record that is cut off where the file ends; fetch the archive again")]
    Cut,
    /// Between or behind the members of a packed file.
    #[error("bytes that are no gzip data; left out")]
    Garbage,
    /// What the decoder or the system says.
    #[error("broken inside ({0}); skipped up to the next record")]
    Inside(String),
}

impl From<Trouble> for Broken {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Cut => Self::Cut,
            Trouble::Garbage => Self::Garbage,
            Trouble::Other(words) => Self::Inside(words),
        }
    }
}
