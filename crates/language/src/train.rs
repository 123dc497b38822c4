//! What training looks at; the weights are made by `cargo xtask train language`.

pub use crate::lemma::{LONGEST, endings, fold, key};
pub use crate::linear::{Hasher, Linear, Trainer, best, hash};
pub use crate::tag::{START, features as tag_features};
pub use crate::word::{Casing, Word, casing};
