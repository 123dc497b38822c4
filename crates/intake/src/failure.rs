//! Why something gave no report.

use std::path::Path;

/// What could not be read, and why, in words for a person.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {reason}")]
pub struct Failure {
    /// A path, with the number of the line where it is one line of a file.
    pub name: String,
    /// The reason and, where there is something to do, what.
    pub reason: String,
}

impl Failure {
    /// A failure of a whole file.
    pub(crate) fn of(path: &Path, reason: impl Into<String>) -> Self {
        Self { name: path.display().to_string(), reason: reason.into() }
    }

    /// What the system says when a file cannot be opened or read.
    pub(crate) fn io(path: &Path, error: &std::io::Error) -> Self {
        use std::io::ErrorKind;
        let reason = match error.kind() {
            ErrorKind::NotFound => {
                "not there (or gone since the folder was listed); check the path".to_owned()
            }
            ErrorKind::PermissionDenied => {
                "no permission to read it; change its mode or leave it out".to_owned()
            }
            ErrorKind::InvalidInput | ErrorKind::InvalidData | ErrorKind::UnexpectedEof => {
                format!("broken or cut off ({error}); fetch or compress it again")
            }
            _ => format!("cannot be read: {error}"),
        };
        Self::of(path, reason)
    }
}
