//! What is known of words before any text is read: lists of names and places, titles, words that
//! make organizations; clusters of words; how often a word is written with a capital.
//!
//! All of it lives in one file of sorted hashes, made by `cargo xtask train language` from the
//! training lists and raw news.

use crate::linear::hash;

/// Bits of [`Entry::flags`].
pub(super) mod flag {
    pub(in crate::names) const GIVEN: u16 = 1;
    pub(in crate::names) const SURNAME: u16 = 1 << 1;
    pub(in crate::names) const COUNTRY: u16 = 1 << 2;
    pub(in crate::names) const ADJECTIVE: u16 = 1 << 3;
    pub(in crate::names) const PEOPLE: u16 = 1 << 4;
    pub(in crate::names) const LARGE_PLACE: u16 = 1 << 5;
    pub(in crate::names) const PLACE: u16 = 1 << 6;
    pub(in crate::names) const SMALL_PLACE: u16 = 1 << 7;
    pub(in crate::names) const DISTRICT: u16 = 1 << 8;
    pub(in crate::names) const COMPANY: u16 = 1 << 9;
    pub(in crate::names) const INSTITUTION: u16 = 1 << 10;
    pub(in crate::names) const INSTITUTION_OPENING: u16 = 1 << 11;
    pub(in crate::names) const TITLE: u16 = 1 << 12;
    pub(in crate::names) const OCCUPATION: u16 = 1 << 13;
    /// Month, day of the week, language, or another word with a capital that names nothing.
    pub(in crate::names) const CALENDAR: u16 = 1 << 14;
    /// A longer entry begins with this word.
    pub(in crate::names) const OPENS: u16 = 1 << 15;
}

/// What is known of a word or of several words in lower case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) flags: u16,
    /// How often it is written with a capital inside of sentences: 0 not known, 1 never … 5 always.
    pub(super) capital: u8,
}

/// The cluster of a word, fine and coarse; 0 where not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cluster {
    pub(super) fine: u16,
    pub(super) coarse: u8,
}

/// The lists.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    entries: Table<Entry>,
    clusters: Table<Cluster>,
}

/// The longest entry in words.
pub(super) const LONGEST: usize = 5;
const MAGIC: &[u8] = b"PLN1";

impl Lists {
    /// Reads the file; other bytes give empty lists.
    pub(super) fn load(bytes: &[u8]) -> Self {
        Self::decode(bytes).unwrap_or_default()
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (entries, rest) =
            Table::decode(rest, |[a, b, c]| Entry { flags: u16::from_le_bytes([a, b]), capital: c })?;
        let (clusters, _) =
            Table::decode(rest, |[a, b, c]| Cluster { fine: u16::from_le_bytes([a, b]), coarse: c })?;
        Some(Self { entries, clusters })
    }

    /// Of a word or words in lower case, by their hash.
    pub(super) fn entry(&self, lower: u32) -> Entry {
        self.entries.get(lower)
    }

    /// Of a word as written, by its hash.
    pub(super) fn cluster(&self, written: u32) -> Cluster {
        self.clusters.get(written)
    }
}

/// Values by sorted hash.
#[derive(Clone, Debug, Default)]
struct Table<V> {
    keys: Vec<u32>,
    values: Vec<V>,
    /// Where the keys begin that share their upper 16 bits.
    starts: Vec<u32>,
}

impl<V: Copy + Default> Table<V> {
    fn decode(bytes: &[u8], value: impl Fn([u8; 3]) -> V) -> Option<(Self, &[u8])> {
        let (count, rest) = bytes.split_first_chunk::<4>()?;
        let count = u32::from_le_bytes(*count) as usize;
        let (keys, rest) = rest.split_at_checked(count.checked_mul(4)?)?;
        let (values, rest) = rest.split_at_checked(count.checked_mul(3)?)?;
        let (keys, _) = keys.as_chunks::<4>();
        let (values, _) = values.as_chunks::<3>();
        let keys: Vec<u32> = keys.iter().map(|key| u32::from_le_bytes(*key)).collect();
        let mut starts = vec![0_u32; (1 << 16) + 1];
        for key in &keys {
            if let Some(start) = starts.get_mut((key >> 16) as usize + 1) {
                *start += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let values = values.iter().map(|bytes| value(*bytes)).collect();
        Some((Self { keys, values, starts }, rest))
    }

    fn get(&self, key: u32) -> V {
        let at = |index: usize| self.starts.get(index).map_or(0, |start| *start as usize);
        let (first, end) = (at((key >> 16) as usize), at((key >> 16) as usize + 1));
        let keys = self.keys.get(first..end).unwrap_or(&[]);
        let found = keys.iter().position(|other| *other == key);
        found.and_then(|place| self.values.get(first + place).copied()).unwrap_or_default()
    }
}

/// The hash of words in lower case, joined by spaces: the key of an entry.
pub(super) fn phrase<'a>(words: impl Iterator<Item = &'a str>, buffer: &mut String) -> u32 {
    buffer.clear();
    for word in words {
        if !buffer.is_empty() {
            buffer.push(' ');
        }
        lower_into(word, buffer);
    }
    hash(buffer.as_bytes())
}

/// Appends a word in lower case, its apostrophes made plain.
pub(super) fn lower_into(word: &str, buffer: &mut String) {
    for c in word.chars() {
        match c {
            '’' => buffer.push('\''),
            c if c.is_ascii() => buffer.push(c.to_ascii_lowercase()),
            c => buffer.extend(c.to_lowercase()),
        }
    }
}

/// Writes the file from entries (by words in lower case) and clusters (by word as written).
#[cfg(any(test, feature = "train"))]
pub(super) fn encode<'a>(
    entries: impl Iterator<Item = (&'a str, u16, u8)>,
    clusters: impl Iterator<Item = (&'a str, u16, u8)>,
) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    encode_table(entries, &mut bytes);
    encode_table(clusters, &mut bytes);
    bytes
}

#[cfg(any(test, feature = "train"))]
fn encode_table<'a>(rows: impl Iterator<Item = (&'a str, u16, u8)>, bytes: &mut Vec<u8>) {
    let rows: std::collections::BTreeMap<u32, (u16, u8)> =
        rows.map(|(word, a, b)| (hash(word.as_bytes()), (a, b))).collect();
    bytes.extend((rows.len() as u32).to_le_bytes());
    rows.keys().for_each(|key| bytes.extend(key.to_le_bytes()));
    for (a, b) in rows.values() {
        bytes.extend(a.to_le_bytes());
        bytes.push(*b);
    }
}

#[cfg(test)]
mod tests {
    use super::{Cluster, Entry, Lists, encode, flag, phrase};

    #[test]
    fn what_is_written_is_read() {
        let entries = [("port ellery", flag::PLACE, 0), ("port", flag::OPENS, 2)];
        let bytes = encode(entries.into_iter(), [("Ellery", 700, 9)].into_iter());
        let lists = Lists::load(&bytes);
        let mut buffer = String::new();
        let key = phrase(["Port", "Ellery"].into_iter(), &mut buffer);
        assert_eq!(lists.entry(key), Entry { flags: flag::PLACE, capital: 0 });
        assert_eq!(lists.cluster(crate::linear::hash(b"Ellery")), Cluster { fine: 700, coarse: 9 });
        assert_eq!(lists.entry(12345), Entry::default());
        for cut in 0..bytes.len() {
            let _ = Lists::load(bytes.get(..cut).unwrap_or(&[])).entry(key);
        }
    }
}
