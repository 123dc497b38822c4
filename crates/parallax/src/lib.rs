//! The facade: the journey of a report, its settings, the wire format, and the check of accounts.

mod foreign;
mod guard;
pub mod journey;
pub mod verify;
pub mod wire;

pub use engine;
pub use intake;
pub use language;
pub use model;
