//! `cargo xtask tidy`: the rules of the house that a compiler does not hold.
//!
//! Which crate may import which, which stage of the engine may use which, that every module says
//! what it holds, that `engine` and `language` touch no file, clock or environment. Sizes are
//! printed as places to look and never fail.

use std::path::{Path, PathBuf};

/// Crates, and which others they may name.
const IMPORTS: [(&str, &[&str]); 7] = [
    ("crates/model", &[]),
    ("crates/language", &["model"]),
    ("crates/intake", &["model"]),
    ("crates/engine", &["model", "language"]),
    ("crates/parallax", &["model", "language", "intake", "engine"]),
    ("crates/app", &["parallax"]),
    ("xtask", &["model", "language", "intake", "engine", "parallax"]),
];
/// The crates of the workspace.
const CRATES: [&str; 5] = ["model", "language", "intake", "engine", "parallax"];
/// The stages of the engine, in the order of the journey.
const STAGES: [&str; 5] = ["extract", "resolve", "group", "align", "compose"];
/// Crates that are pure, and what that forbids.
const PURE: [&str; 2] = ["crates/engine/src", "crates/language/src"];
const IMPURE: [&str; 8] = [
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::io::stdin",
    "SystemTime",
    "Instant::now",
    "Zoned::now",
];
/// Lines before the tests.
const LONG_FILE: usize = 500;

/// Fails with every breach, one a line.
pub(crate) fn run() -> Result<(), String> {
    let root = workspace();
    let files = rust_files(&root);
    let mut breaches = Vec::new();
    for path in &files {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path.strip_prefix(&root).unwrap_or(path).to_string_lossy().into_owned();
        breaches.extend(breaches_of(&name, &text).into_iter().map(|breach| format!("{name}: {breach}")));
        let lines = text.lines().take_while(|line| !line.contains("#[cfg(test)]")).count();
        if lines > LONG_FILE {
            println!("{name}: {lines} lines before its tests: a place to look");
        }
    }
    for (folder, allowed) in IMPORTS {
        breaches.extend(manifest_breaches(&root, folder, allowed));
    }
    if breaches.is_empty() { Ok(()) } else { Err(format!("tidy:\n  {}", breaches.join("\n  "))) }
}

/// The root of the checkout.
fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

fn rust_files(root: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![root.join("crates"), root.join("xtask")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
            let path = entry.path();
            if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn breaches_of(name: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    if !text.starts_with("//!") {
        found.push("begins without a line that says what it holds".to_owned());
    }
    let code = text.split("#[cfg(test)]").next().unwrap_or(text);
    let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    if PURE.iter().any(|pure| name.starts_with(pure)) {
        let impure = IMPURE.iter().filter(|word| code.contains(**word));
        found.extend(impure.map(|word| format!("{word}: this crate is pure")));
    }
    let stage = name.strip_prefix("crates/engine/src/").and_then(|rest| rest.split('/').next());
    if let Some(place) = stage.and_then(|stage| STAGES.iter().position(|each| *each == stage)) {
        let later = STAGES.iter().skip(place + 1);
        let used = later.filter(|later| code.contains(&format!("crate::{later}")));
        found.extend(used.map(|later| format!("uses the later stage {later}")));
    }
    found
}

fn manifest_breaches(root: &Path, folder: &str, allowed: &[&str]) -> Vec<String> {
    let path = root.join(folder).join("Cargo.toml");
    let Ok(text) = std::fs::read_to_string(&path) else {
        return vec![format!("{folder}/Cargo.toml cannot be read")];
    };
    let dependencies = text.split("[dev-dependencies]").next().unwrap_or(&text);
    let named = CRATES.iter().filter(|name| {
        let mut lines = dependencies.lines();
        lines.any(|line| line.split(['.', ' ', '=']).next() == Some(**name))
    });
    named
        .filter(|name| !allowed.contains(*name))
        .map(|name| format!("{folder}: may not import {name}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{breaches_of, run};

    #[test]
    fn the_house_is_tidy() {
        assert_eq!(run(), Ok(()));
    }

    #[test]
    fn sees_what_it_forbids() {
        let breaches = |name: &str, text: &str| breaches_of(name, text).len();
        assert_eq!(breaches("crates/model/src/a.rs", "fn f() {}"), 1);
        assert_eq!(breaches("crates/engine/src/group/a.rs", "//! A.\nuse crate::align::points;"), 1);
        assert_eq!(breaches("crates/engine/src/align/a.rs", "//! A.\nuse crate::group::origins;"), 0);
        assert_eq!(breaches("crates/language/src/a.rs", "//! A.\nuse std::fs;"), 1);
        assert_eq!(breaches("crates/app/src/a.rs", "//! A.\nuse std::fs;"), 0);
    }
}
