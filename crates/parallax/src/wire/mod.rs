//! The wire format of the contract: JSON with spans in code points.

mod account;
mod names;
mod offsets;
mod reading;
mod report;

pub use account::account;
pub use offsets::Offsets;
pub use reading::{Options, reading};
pub use report::report;
