//! Which mentions are one entity: within a report, then across the reports of a story.

mod across;
mod within;

pub use across::across;
pub use within::within;
