//! Training, evaluation, tidiness: never shipped.

fn main() {}
