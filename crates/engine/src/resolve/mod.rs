//! Which mentions are one entity: within a report, then across the reports of a story.

mod across;
mod body;
mod fold;
mod lexicon;
mod office;
mod person;
mod places;
mod spelling;
mod within;

pub use across::across;
pub use fold::key as name_key;
pub use within::within;
