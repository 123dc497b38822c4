//! Reports in, accounts out. Every stage is a pure function of its input.
//!
//! In the order of the journey: [`extract`] finds who said what, figures, times and claims in one
//! report; [`resolve`] says which mentions are one entity; [`group`] finds stories and origins;
//! [`align`] finds the claims that say the same; [`compose`] makes the account. A stage may use
//! the earlier ones, never a later one.

pub mod align;
pub mod compose;
pub mod extract;
pub mod group;
pub mod resolve;
