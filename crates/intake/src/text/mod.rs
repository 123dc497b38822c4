//! Plain text: its normal form, its paragraphs, and reports built from both.

mod normal;
mod paragraphs;
mod plain;
mod repair;

pub(crate) use normal::trimmed;
pub use normal::{lines, normal};
pub use paragraphs::{Block, blocks};
pub use plain::{assemble, join, plain};
