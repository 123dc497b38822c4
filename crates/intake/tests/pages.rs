//! One page of our own for each trap that layouts set, beside the report that is expected of it.
//!
//! `pages/TRAP.html` is the page, `pages/TRAP.toml` what to find in it; only what the latter names is
//! compared. Outlets, people and texts are invented. `pages/known-gaps.txt` lists what is not read
//! rightly yet, a trap and a key a line, so that nothing is passed over in silence: a gap that is
//! closed has to leave the list.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot be set up fails")]

mod trap;

use std::collections::BTreeSet;
use trap::{Trap, names};

#[test]
fn every_trap() {
    let gaps = known_gaps();
    let mut open = BTreeSet::new();
    let mut told = String::new();
    for name in names() {
        let trap = Trap::load(&name);
        for (key, difference) in trap.differences() {
            let gap = format!("{name} {key}");
            if !gaps.contains(&gap) {
                told.push_str(&format!("\n{gap}\n{difference}"));
            }
            open.insert(gap);
        }
    }
    for closed in gaps.difference(&open) {
        told.push_str(&format!("\n{closed}: read rightly now; take it off known-gaps.txt\n"));
    }
    assert!(told.is_empty(), "{told}");
    assert!(names().len() >= 12, "the traps were not found");
}

/// `TRAP KEY`, a line each; what stands behind `#` is the reason.
fn known_gaps() -> BTreeSet<String> {
    let lines = trap::file("known-gaps.txt");
    let lines = String::from_utf8_lossy(&lines).into_owned();
    let bare = lines.lines().map(|line| line.split('#').next().unwrap_or("").trim().to_owned());
    bare.filter(|line| !line.is_empty()).collect()
}
