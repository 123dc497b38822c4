//! The program as a person calls it: what it reads, refuses, writes, and how it ends.

mod bad_input;
mod call;
mod input;
mod verbs;
mod verify;
