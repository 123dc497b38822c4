//! Classes of words that stand in the same surroundings, learnt from raw news.
//!
//! `data/clusters.bin` holds, sorted by the hash of the word's form: that hash (four bytes) and the
//! numbers of its fine and its coarse class (two bytes each), little-endian.

use crate::word::Word;

/// The fine and the coarse class of a word; zeros where it is not known.
pub(crate) type Classes = [u16; 2];

/// A table from forms to classes.
#[derive(Clone, Debug, Default)]
pub struct Clusters {
    shift: u32,
    slots: Vec<(u32, Classes)>,
}

const ROW: usize = 8;

impl Clusters {
    /// Reads the table.
    #[must_use]
    pub fn load(bytes: &[u8]) -> Self {
        let rows = bytes.chunks_exact(ROW);
        let bits = (rows.len() * 2).next_power_of_two().trailing_zeros().max(1);
        let mut table = Self { shift: 32 - bits, slots: vec![(0, [0; 2]); (1 << bits) + 1] };
        let mut free = 0;
        for row in rows {
            let [a, b, c, d, e, f, g, h] = row else { continue };
            let form = u32::from_le_bytes([*a, *b, *c, *d]);
            let at = free.max((form >> table.shift) as usize);
            if at + 1 >= table.slots.len() {
                table.slots.resize(at + 2, (0, [0; 2]));
            }
            if let Some(slot) = table.slots.get_mut(at) {
                *slot = (form, [u16::from_le_bytes([*e, *f]), u16::from_le_bytes([*g, *h])]);
            }
            free = at + 1;
        }
        table
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
        let first = form.checked_shr(self.shift).unwrap_or(0) as usize;
        let slots = self.slots.get(first..).unwrap_or(&[]).iter();
        slots.take_while(|slot| slot.1[0] != 0).find(|slot| slot.0 == form).map_or([0; 2], |slot| slot.1)
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
