//! `cargo xtask weights`: the list of the weights of the language model, with sizes and checksums.
//!
//! The list, `WEIGHTS.txt` beside them, is rewritten after each training. A test holds that the weights
//! are those of the list and that they are not too many.

use std::fmt::Write;
use std::path::{Path, PathBuf};

const LIST: &str = "WEIGHTS.txt";
/// What else stands in the folder.
const NOT_WEIGHTS: [&str; 3] = [LIST, "NAMES.md", "names-corpus-README.txt"];
/// No more bytes than this in all.
const MOST: usize = 25_000_000;

/// Where the weights are.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/language/data")
}

/// Writes the list of the weights in a folder.
pub(crate) fn write(folder: &Path) -> Result<(), String> {
    let list = list(folder)?;
    std::fs::write(folder.join(LIST), list).map_err(|error| format!("{LIST}: {error}"))
}

/// One line for each file: its name, its bytes, its checksum; the version is the checksum of these.
fn list(folder: &Path) -> Result<String, String> {
    let mut rows = String::new();
    let mut all = 0;
    for name in names(folder)? {
        let bytes = std::fs::read(folder.join(&name)).map_err(|error| format!("{name}: {error}"))?;
        all += bytes.len();
        let _ = writeln!(rows, "{name} {} {:016x}", bytes.len(), checksum(&bytes));
    }
    if all > MOST {
        return Err(format!("the weights have {all} bytes, {MOST} are allowed"));
    }
    let version = checksum(rows.as_bytes());
    Ok(format!(
        "# Bytes and FNV-1a of the weights: cargo xtask weights\nversion {all} {version:016x}\n{rows}"
    ))
}

/// The files with weights, by name.
fn names(folder: &Path) -> Result<Vec<String>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let names = entries.filter_map(Result::ok).map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| !NOT_WEIGHTS.contains(&name.as_str())).collect();
    names.sort();
    Ok(names)
}

/// FNV-1a, 64 bits.
fn checksum(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xCBF2_9CE4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x100_0000_01B3))
}

#[cfg(test)]
mod tests {
    use super::{LIST, checksum, folder, list};

    #[test]
    fn the_checksum_is_fnv() {
        assert_eq!(checksum(b""), 0xCBF2_9CE4_8422_2325);
        assert_eq!(checksum(b"foobar"), 0x8594_4171_F739_67E8);
    }

    #[test]
    fn the_weights_are_those_of_the_list_and_not_too_many() {
        let written = std::fs::read_to_string(folder().join(LIST)).map_err(|error| error.to_string());
        assert_eq!(written, list(&folder()), "after training: cargo xtask weights");
    }
}
