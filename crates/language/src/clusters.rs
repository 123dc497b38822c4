//! Classes of words that stand in the same surroundings, learnt from raw news.
//!
//! `data/clusters.bin` holds, sorted by the hash of the word's form: that hash (four bytes) and the
//! numbers of its fine and its coarse class (two bytes each), little-endian.

use crate::table::Table;
use crate::word::Word;

/// The fine and the coarse class of a word; zeros where it is not known.
pub(crate) type Classes = [u16; 2];

/// A table from forms to classes.
#[derive(Clone, Debug)]
pub struct Clusters(Table<Classes>);

const ROW: usize = 8;

impl Clusters {
    /// Reads the table.
    #[must_use]
    pub fn load(bytes: &[u8]) -> Self {
        let row = |row: &[u8]| {
            let [a, b, c, d, e, f, g, h] = *row.first_chunk::<ROW>()?;
            let classes = [u16::from_le_bytes([e, f]), u16::from_le_bytes([g, h])];
            Some((u32::from_le_bytes([a, b, c, d]), classes))
        };
        Self(Table::new(bytes.chunks_exact(ROW).filter_map(row).collect()))
    }

    /// Looks at a word; `buffer` is only working space.
    #[must_use]
    pub fn look(&self, word: &str, buffer: &mut String) -> Word {
        let mut word = Word::new(word, buffer);
        word.classes = self.of(word.form);
        word
    }

    /// The classes of a form.
    #[inline]
    #[must_use]
    pub fn of(&self, form: u32) -> Classes {
        self.0.get(form).unwrap_or_default()
    }
}

/// Writes the table.
#[cfg(feature = "train")]
#[must_use]
pub fn write(mut rows: Vec<(u32, Classes)>) -> Vec<u8> {
    rows.sort_unstable();
    let row = |(form, [fine, coarse]): &(u32, Classes)| {
        let mut bytes = form.to_le_bytes().to_vec();
        bytes.extend(fine.to_le_bytes());
        bytes.extend(coarse.to_le_bytes());
        bytes
    };
    rows.iter().flat_map(row).collect()
}

#[cfg(all(test, feature = "train"))]
mod tests {
    use super::{Clusters, write};

    #[test]
    fn what_is_written_is_found() {
        let rows = vec![(9, [1, 2]), (u32::MAX, [3, 4]), (u32::MAX - 1, [5, 6]), (0, [7, 8])];
        let table = Clusters::load(&write(rows.clone()));
        for (form, classes) in rows {
            assert_eq!(table.of(form), classes);
        }
        assert_eq!(table.of(10), [0, 0]);
        assert_eq!(Clusters::load(&[]).of(0), [0, 0]);
    }
}
