//! Fetching, against servers of our own on loopback: what comes through, what is refused and in
//! which words, and how long it may take.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

mod inputs;
mod limits;
mod manners;
mod pages;
mod places;
mod redirects;
mod secure;
mod server;
mod ways;
