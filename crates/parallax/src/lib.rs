//! The facade: the journey of a report, its settings, and the wire format.

pub mod journey;
pub mod wire;

pub use engine;
pub use flate2;
pub use intake;
pub use language;
pub use model;
