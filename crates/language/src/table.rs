//! A table from hashes to small values, built once from rows sorted by hash.

/// Looks up a value by a hash, in one or two steps.
#[derive(Clone, Debug)]
pub(crate) struct Table<V> {
    /// Shift that brings a hash to its first slot.
    shift: u32,
    /// Sorted by hash, gaps between.
    slots: Vec<Option<(u32, V)>>,
}

impl<V: Copy> Table<V> {
    /// Builds a table; of rows with the same hash the first is found.
    pub(crate) fn new(mut rows: Vec<(u32, V)>) -> Self {
        rows.sort_by_key(|row| row.0);
        let bits = (rows.len() * 2).next_power_of_two().trailing_zeros().clamp(1, 30);
        let mut table = Self { shift: 32 - bits, slots: vec![None; (1 << bits) + 1] };
        let mut free = 0;
        for row in rows {
            let at = free.max((row.0 >> table.shift) as usize);
            if at + 1 >= table.slots.len() {
                table.slots.resize(at + 2, None);
            }
            if let Some(slot) = table.slots.get_mut(at) {
                *slot = Some(row);
            }
            free = at + 1;
        }
        table
    }

    /// The value of a hash.
    #[inline]
    pub(crate) fn get(&self, key: u32) -> Option<V> {
        let slots = self.slots.get((key >> self.shift) as usize..)?.iter();
        slots
            .map_while(|slot| *slot)
            .take_while(|slot| slot.0 <= key)
            .find(|slot| slot.0 == key)
            .map(|slot| slot.1)
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn finds_what_was_put_in_and_nothing_else() {
        let keys = [0, 9, 10, u32::MAX, u32::MAX - 1, u32::MAX - 2];
        let table = Table::new(keys.iter().map(|key| (*key, key ^ 1)).collect());
        for key in keys {
            assert_eq!(table.get(key), Some(key ^ 1));
        }
        assert_eq!(table.get(11), None);
        assert_eq!(Table::<u8>::new(Vec::new()).get(0), None);
    }
}
