//! Which reports are of one event, and which of these are one act of reporting.

pub mod background;
mod order;
mod origins;
mod stories;
pub mod terms;

pub use origins::origins;
pub use stories::stories;
