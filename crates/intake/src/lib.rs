//! Bytes in, clean reports out.

mod jsonl;

pub use jsonl::{Error, reports};
