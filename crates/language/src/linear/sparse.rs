//! Weights of many classes: a table of features, and rows of cells apart from it.

use super::{Places, SWEEP};

/// For each feature the few classes for which it has a weight.
#[derive(Clone, Default)]
pub(super) struct Sparse {
    /// A `row` of zero is a gap.
    slots: Places<Slot>,
    /// Rows of cells; the first cell of a row holds their number.
    cells: Vec<Cell>,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    feature: u32,
    row: u32,
}

#[derive(Clone, Copy, Default)]
struct Cell {
    class: u16,
    weight: i16,
}

impl Sparse {
    /// A table for so many rows and weights.
    pub(super) fn new(rows: usize, weights: usize) -> Self {
        let mut cells = Vec::with_capacity(weights + rows + 1);
        cells.push(Cell::default());
        Self { slots: Places::new(rows), cells }
    }

    /// Puts in the next row, in the order of features.
    pub(super) fn push(&mut self, feature: u32, weights: impl Iterator<Item = (u16, i16)>) -> Option<()> {
        let row = self.cells.len();
        self.cells.push(Cell::default());
        // Not `extend`: rows are so short that its preparations cost more than they save.
        for (class, weight) in weights {
            self.cells.push(Cell { class, weight });
        }
        let count = self.cells.len() - row - 1;
        self.cells.get_mut(row)?.class = u16::try_from(count).ok()?;
        self.slots.push(feature, Slot { feature, row: u32::try_from(row).ok()? })
    }

    pub(super) fn score(&self, features: &[u32], scores: &mut [i32]) {
        let mut slots = [Slot::default(); SWEEP];
        let mut rows = [Cell::default(); SWEEP];
        for chunk in features.chunks(SWEEP) {
            for (slot, &feature) in slots.iter_mut().zip(chunk) {
                *slot = self.slots.look(feature);
            }
            let mut known = 0;
            for (index, &feature) in chunk.iter().enumerate() {
                let Some(mut slot) = slots.get(index).copied() else { break };
                if slot.row != 0 && slot.feature < feature {
                    slot = self.slots.look_on(feature, |slot| slot.row == 0 || slot.feature >= feature);
                }
                if slot.row != 0 && slot.feature == feature {
                    if let Some(place) = slots.get_mut(known) {
                        *place = slot;
                    }
                    known += 1;
                }
            }
            for (row, slot) in rows.iter_mut().zip(slots.iter().take(known)) {
                *row = self.cells.get(slot.row as usize).copied().unwrap_or_default();
            }
            for (row, slot) in rows.iter().zip(slots.iter().take(known)) {
                let start = slot.row as usize + 1;
                add(self.cells.get(start..start + usize::from(row.class)).unwrap_or(&[]), scores);
            }
        }
    }
}

#[inline]
fn add(cells: &[Cell], scores: &mut [i32]) {
    for cell in cells {
        if let Some(score) = scores.get_mut(usize::from(cell.class)) {
            *score += i32::from(cell.weight);
        }
    }
}
