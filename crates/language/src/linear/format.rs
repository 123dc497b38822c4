//! The bytes of a model.
//!
//! A header (`PLX1`, classes, rows, the greatest weight as `f32`, all little-endian), then the rows
//! sorted by feature: the distance to the feature before as a variable-length integer; which
//! classes (a bit mask where there are at most eight, else their number and their list); one
//! companded byte for each weight.

use super::{Cell, Linear, Slot};

const MAGIC: &[u8] = b"PLX1";
/// What the greatest weight becomes in memory.
const UNIT: f32 = 32_000.0;

/// Reads a model; `None` where the bytes are none.
pub(super) fn decode(bytes: &[u8]) -> Option<Linear> {
    let mut reader = Reader { bytes: bytes.strip_prefix(MAGIC)? };
    let classes = reader.word()? as usize;
    let rows = reader.word()? as usize;
    let _greatest = reader.word()?;
    if rows > bytes.len() {
        return None;
    }
    let bits = (rows + rows / 4).next_power_of_two().trailing_zeros().clamp(1, 30);
    let mut model = Linear { classes, shift: 32 - bits, ..Linear::default() };
    model.slots = Vec::with_capacity((1 << bits) + 64);
    model.slots.resize((1 << bits) + 1, Slot::default());
    model.cells = Vec::with_capacity(bytes.len() / 2);
    model.cells.push(Cell::default());
    let mut feature = 0_u32;
    let mut free = 0;
    for _ in 0..rows {
        feature = feature.wrapping_add(reader.variable()?);
        let row = u32::try_from(model.cells.len()).ok()?;
        reader.cells(classes, &mut model.cells)?;
        let at = free.max((feature >> model.shift) as usize);
        if at + 1 >= model.slots.len() {
            model.slots.resize(at + 2, Slot::default());
        }
        *model.slots.get_mut(at)? = Slot { feature, row };
        free = at + 1;
    }
    Some(model)
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl Reader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*first)
    }

    fn word(&mut self) -> Option<u32> {
        let (first, rest) = self.bytes.split_first_chunk::<4>()?;
        self.bytes = rest;
        Some(u32::from_le_bytes(*first))
    }

    fn variable(&mut self) -> Option<u32> {
        let mut value = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    /// Reads one row: the cell with the count, then the cells.
    fn cells(&mut self, classes: usize, cells: &mut Vec<Cell>) -> Option<()> {
        let head = cells.len();
        cells.push(Cell::default());
        if classes <= 8 {
            let mask = self.byte()?;
            cells.extend((0..8_u16).filter(|class| mask >> class & 1 == 1).map(cell));
        } else {
            for _ in 0..self.byte()? {
                cells.push(cell(u16::from(self.byte()?)));
            }
        }
        let count = cells.len() - head - 1;
        for cell in cells.iter_mut().skip(head + 1) {
            cell.weight = expand(self.byte()? as i8);
        }
        cells.get_mut(head)?.class = u16::try_from(count).ok()?;
        Some(())
    }
}

fn cell(class: u16) -> Cell {
    Cell { class, weight: 0 }
}

fn expand(companded: i8) -> i16 {
    let part = f32::from(companded) / 127.0;
    (part * part.abs() * UNIT) as i16
}

/// One feature and its weights, by class.
#[cfg(feature = "train")]
pub(super) type Row = (u32, Vec<(u16, f32)>);

/// Writes a model of `classes` (at most 256) from rows sorted by feature.
#[cfg(feature = "train")]
pub(super) fn encode(classes: usize, rows: &[Row]) -> Vec<u8> {
    let greatest = rows.iter().flat_map(|row| &row.1).fold(1e-9_f32, |most, (_, w)| most.max(w.abs()));
    let mut bytes = MAGIC.to_vec();
    bytes.extend((classes as u32).to_le_bytes());
    bytes.extend((rows.len() as u32).to_le_bytes());
    bytes.extend(greatest.to_le_bytes());
    let mut before = 0;
    for (feature, weights) in rows {
        variable(feature - before, &mut bytes);
        before = *feature;
        if classes <= 8 {
            bytes.push(weights.iter().fold(0, |mask, (class, _)| mask | 1 << class));
        } else {
            bytes.push(weights.len() as u8);
            bytes.extend(weights.iter().map(|(class, _)| *class as u8));
        }
        bytes.extend(weights.iter().map(|(_, weight)| compand(weight / greatest) as u8));
    }
    bytes
}

#[cfg(feature = "train")]
pub(super) fn compand(part: f32) -> i8 {
    (part.signum() * part.abs().sqrt() * 127.0).round() as i8
}

#[cfg(feature = "train")]
fn variable(mut value: u32, bytes: &mut Vec<u8>) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

#[cfg(all(test, feature = "train"))]
mod tests {
    use super::{decode, encode};

    #[test]
    fn what_is_written_is_read() {
        for classes in [3, 40] {
            let rows =
                vec![(5, vec![(0, 1.0), (2, -0.25)]), (9, vec![(1, 0.01)]), (u32::MAX, vec![(2, 0.5)])];
            let model = decode(&encode(classes, &rows)).unwrap_or_default();
            let mut scores = vec![0; classes];
            model.score(&[5, 9, 10, u32::MAX, 0], &mut scores);
            assert_eq!(model.classes(), classes);
            assert_eq!(scores.first(), Some(&32_000));
            assert!((scores.get(1).copied().unwrap_or(0) - 320).abs() < 40);
            assert!((scores.get(2).copied().unwrap_or(0) - 8_000).abs() < 400);
        }
    }
}
