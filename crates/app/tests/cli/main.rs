//! The program as a person calls it: what it reads, refuses, writes, and how it ends.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

mod bad_input;
mod call;
mod captures;
#[cfg(feature = "fetch")]
mod fetching;
mod input;
mod page;
mod snapshots;
mod verbs;
mod verify;
