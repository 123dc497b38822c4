//! Bytes in, clean reports out.
//!
//! [`Captures`] walks the paths of a call and gives one [`Capture`] after the other, streamed;
//! [`Capture::read`] makes [`Report`](model::Report)s of each, and may run on many cores at once;
//! [`Ids`] sees, in the order of the input, that no two carry the same id. [`Reports`] is all of it
//! in a row. What cannot be read becomes a [`Failure`] that names it and says what to do; one bad
//! file, line or record never stops the rest.
//!
//! - [`text`]: plain text, the normal form, paragraphs;
//! - [`clean`]: lines that are no reporting, one rule a file;
//! - [`feed`]: feeds, and lists of addresses;
//! - [`page`]: pages of the web;
//! - `fetch` (a feature of the same name): polite fetching over HTTP;
//! - the other modules: where bytes come from, what kind they are, how they decode.

mod archive;
mod capture;
mod captures;
mod charset;
pub mod clean;
mod complete;
mod failure;
pub mod feed;
#[cfg(feature = "fetch")]
pub mod fetch;
mod gzip;
mod idiom;
mod ids;
mod jsonl;
mod kind;
mod lines;
mod open;
pub mod page;
mod reports;
mod settings;
mod stamp;
pub mod text;
mod unpack;
mod walk;

pub use capture::{Capture, Content, Outcome};
pub use captures::Captures;
pub use failure::Failure;
pub use ids::Ids;
pub use jsonl::report as report_from_json;
pub use reports::Reports;
pub use settings::{Limits, Settings};
pub use stamp::stamp;
