//! All reports of a call, one after the other.

use crate::{Captures, Failure, Ids, Settings, settings::size};
use model::Report;
use std::path::PathBuf;

/// The reports of some paths, in order, each or the reason why there is none: [`Captures`], each of
/// them [read](crate::Capture::read), with [unique ids](Ids). Who wants to read several captures at
/// once calls the three.
pub struct Reports {
    captures: Captures,
    ids: Ids,
    at_hand: std::vec::IntoIter<Result<Report, Failure>>,
    settings: Settings,
}

impl Reports {
    /// Lists the files of the paths; opens none yet.
    #[must_use]
    pub fn new(paths: &[PathBuf], settings: Settings) -> Self {
        Self::of(Captures::new(paths, settings.limits), settings)
    }

    /// The reports of one file that is in memory already.
    #[must_use]
    pub fn from_bytes(name: &str, bytes: Vec<u8>, settings: Settings) -> Self {
        Self::of(Captures::from_bytes(name, bytes, settings.limits), settings)
    }

    fn of(captures: Captures, settings: Settings) -> Self {
        Self { captures, ids: Ids::default(), at_hand: Vec::new().into_iter(), settings }
    }
}

impl Iterator for Reports {
    type Item = Result<Report, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(report) = self.at_hand.next() {
                return Some(report);
            }
            match self.captures.next()? {
                Err(failure) => return Some(Err(failure)),
                Ok(capture) => {
                    self.at_hand = self.ids.admit(capture.read(&self.settings)).into_iter();
                }
            }
        }
    }
}

/// The message for a text that passes the limit.
pub(crate) fn too_long(length: usize, settings: &Settings) -> String {
    let limit = size(settings.limits.report);
    let length = size(length);
    format!(
        "a text of {length}, more than one report may have ({limit}); cut it into reports, or raise --max-report"
    )
}
