//! Bytes in, clean reports out.
//!
//! [`Reports`] walks the paths of a call and gives one [`Report`](model::Report) after the other,
//! or the [`Failure`] that names what could not be read and what to do; one bad file or line never
//! stops the rest. Files are opened when their turn comes and JSONL is read line by line, so that
//! memory does not grow with the input.
//!
//! - [`text`]: plain text, the normal form, paragraphs;
//! - [`clean`]: lines that are no reporting, one rule a file;
//! - the other modules: where bytes come from, what kind they are, how they decode.

pub mod clean;
mod decode;
mod failure;
mod idiom;
mod jsonl;
mod kind;
mod lines;
mod open;
pub mod page;
mod reports;
mod settings;
mod stamp;
pub mod text;
mod walk;

pub use failure::Failure;
pub use jsonl::report as report_from_json;
pub use reports::Reports;
pub use settings::{Limits, Settings};
pub use stamp::stamp;
