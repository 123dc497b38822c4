//! The bytes of a model.
//!
//! A header (`PLX1`, classes, rows, the greatest weight as `f32`, all little-endian), then the rows
//! sorted by feature: the distance to the feature before as a variable-length integer; which
//! classes (a bit mask where there are at most eight, else their number and their list); one
//! companded byte for each weight.

use super::narrow::{self, Narrow};
use super::sparse::Sparse;
use super::{Linear, Table};

const MAGIC: &[u8] = b"PLX1";
/// What the greatest weight becomes in memory.
const UNIT: f32 = 32_000.0;
/// With no more classes than this, a row says by a bit mask which it has.
const MASKED: usize = 8;

/// Reads a model; `None` where the bytes are none.
pub(super) fn decode(bytes: &[u8]) -> Option<Linear> {
    let mut reader = Reader { bytes: bytes.strip_prefix(MAGIC)? };
    let classes = reader.word()? as usize;
    let rows = reader.word()? as usize;
    let _greatest = reader.word()?;
    if rows > bytes.len() {
        return None;
    }
    let mut reader = Rows { reader, expanded: expansion(), feature: 0 };
    let table = match classes {
        0..=narrow::MOST => Table::Narrow(reader.narrow(rows)?),
        _ if classes <= MASKED => Table::Sparse(reader.masked(rows)?),
        _ => Table::Sparse(reader.listed(rows)?),
    };
    Some(Linear { classes, table })
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
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

    fn slice(&mut self, length: usize) -> Option<&'a [u8]> {
        let (first, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        Some(first)
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
}

/// Reads the rows one after the other.
struct Rows<'a> {
    reader: Reader<'a>,
    /// What each companded byte stands for.
    expanded: [i16; 256],
    feature: u32,
}

impl Rows<'_> {
    fn feature(&mut self) -> Option<u32> {
        self.feature = self.feature.wrapping_add(self.reader.variable()?);
        Some(self.feature)
    }

    /// A mask and the weights of its bits, in order. The next weight is read whether it belongs to the
    /// class or not, and taken by the bit: a processor guesses wrong at every other branch here.
    fn narrow(&mut self, rows: usize) -> Option<Narrow> {
        let mut table = Narrow::new(rows);
        for _ in 0..rows {
            let feature = self.feature()?;
            let mask = self.reader.byte()?;
            let count = mask.count_ones() as usize;
            let mut next = [0; MASKED];
            match self.reader.bytes.first_chunk::<MASKED>() {
                Some(bytes) => next = *bytes,
                None => next.iter_mut().zip(self.reader.bytes).for_each(|(to, from)| *to = *from),
            }
            self.reader.slice(count)?;
            let mut weights = [0; narrow::MOST];
            for (class, weight) in weights.iter_mut().enumerate() {
                let before = (mask & ((1 << class) - 1)).count_ones() as usize;
                let byte = next.get(before).copied().unwrap_or(0);
                *weight = self.expand(byte) * i16::from(mask >> class & 1);
            }
            table.push(feature, weights)?;
        }
        Some(table)
    }

    fn masked(&mut self, rows: usize) -> Option<Sparse> {
        let mut table = Sparse::new(rows, self.reader.bytes.len());
        for _ in 0..rows {
            let feature = self.feature()?;
            let mask = self.reader.byte()?;
            let weights = self.reader.slice(mask.count_ones() as usize)?;
            let classes = (0..MASKED as u16).filter(|class| mask >> class & 1 == 1);
            table.push(feature, classes.zip(weights.iter().map(|byte| self.expand(*byte))))?;
        }
        Some(table)
    }

    fn listed(&mut self, rows: usize) -> Option<Sparse> {
        let mut table = Sparse::new(rows, self.reader.bytes.len() / 2);
        for _ in 0..rows {
            let feature = self.feature()?;
            let count = usize::from(self.reader.byte()?);
            let classes = self.reader.slice(count)?.iter().map(|class| u16::from(*class));
            let weights = self.reader.slice(count)?.iter().map(|byte| self.expand(*byte));
            table.push(feature, classes.zip(weights))?;
        }
        Some(table)
    }

    fn expand(&self, byte: u8) -> i16 {
        self.expanded.get(usize::from(byte)).copied().unwrap_or(0)
    }
}

fn expansion() -> [i16; 256] {
    let mut table = [0; 256];
    for (byte, expanded) in (0..=u8::MAX).zip(&mut table) {
        let part = f32::from(byte as i8) / 127.0;
        *expanded = (part * part.abs() * UNIT) as i16;
    }
    table
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
        for classes in [3, 7, 40] {
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
