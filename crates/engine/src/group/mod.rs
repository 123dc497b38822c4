//! Which reports are of one event, and which of these are one act of reporting.

mod origins;
mod stories;

pub use origins::origins;
pub use stories::stories;
