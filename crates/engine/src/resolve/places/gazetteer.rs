//! The places of the world, read in place from the packed table (made by `xtask gazetteer`).
//!
//! Nothing is loaded: a name is found by binary search over blocks of names. Layout: see the
//! generator.

use super::super::fold::key;
use model::Coordinates;

static PACKED: &[u8] = include_bytes!("../../../data/places.bin");

const HEADER: usize = 16;
const PLACE: usize = 13;
const BLOCK: usize = 16;

/// What a place is, the widest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Continent,
    Country,
    /// State, province, region.
    Unit,
    /// County, district.
    County,
    Town,
}

/// One place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) id: u32,
    pub(super) class: Class,
    pub(super) coordinates: Coordinates,
    /// Binary logarithm of the population.
    pub(super) size: f32,
    pub(super) country: u8,
    /// Number of the first-level unit; units of two countries differ.
    pub(super) unit: u16,
}

fn u32_at(at: usize) -> Option<usize> {
    let bytes = PACKED.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_le_bytes(bytes.try_into().ok()?)).ok()
}

fn count(which: usize) -> usize {
    u32_at(which * 4).unwrap_or(0)
}

fn countries_at() -> usize {
    HEADER + count(0) * PLACE
}

fn offsets_at() -> usize {
    countries_at() + count(2) * 2
}

fn units_at() -> usize {
    offsets_at() + count(3) * 4
}

fn unit_names_at() -> usize {
    units_at() + (count(1) + 1) * 4
}

fn names_at() -> usize {
    unit_names_at() + u32_at(units_at() + count(1) * 4).unwrap_or(0)
}

/// ISO code of a country by its number.
pub(super) fn country_code(country: u8) -> Option<&'static str> {
    let at = countries_at() + usize::from(country) * 2;
    let code = std::str::from_utf8(PACKED.get(at..at + 2)?).ok()?;
    code.chars().all(|c| c.is_ascii_uppercase()).then_some(code)
}

/// Name of a first-level unit by its number.
pub(super) fn unit_name(unit: u16) -> Option<&'static str> {
    let at = units_at() + usize::from(unit) * 4;
    let (from, to) = (u32_at(at)?, u32_at(at + 4)?);
    let name = PACKED.get(unit_names_at() + from..unit_names_at() + to)?;
    std::str::from_utf8(name).ok().filter(|name| !name.is_empty())
}

fn entry(number: usize) -> Option<Entry> {
    let at = HEADER + number.checked_mul(PLACE)?;
    let bytes: [u8; PLACE] = PACKED.get(at..at + PLACE)?.try_into().ok()?;
    let [i0, i1, i2, i3, la0, la1, lo0, lo1, size, class, country, u0, u1] = bytes;
    let class = match class {
        0 => Class::Continent,
        1 => Class::Country,
        2 => Class::Unit,
        3 => Class::County,
        _ => Class::Town,
    };
    Some(Entry {
        id: u32::from_le_bytes([i0, i1, i2, i3]),
        class,
        coordinates: Coordinates {
            latitude: hundredths(f64::from(i16::from_le_bytes([la0, la1])) / 360.0),
            longitude: hundredths(f64::from(i16::from_le_bytes([lo0, lo1])) / 180.0),
        },
        size: f32::from(size) / 6.0,
        country,
        unit: u16::from_le_bytes([u0, u1]),
    })
}

/// No more digits than the packing keeps.
fn hundredths(degrees: f64) -> f64 {
    (degrees * 1000.0).round() / 1000.0
}

/// The places that bear a name; states and countries first, then the most populous.
pub(super) fn lookup(name: &str) -> Vec<Entry> {
    let wanted = key(name);
    let wanted = wanted.as_bytes();
    let blocks = count(3);
    let (mut low, mut high) = (0, blocks);
    while low < high {
        let middle = low.midpoint(high);
        if first_key(middle).is_some_and(|first| first <= wanted) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low.checked_sub(1).and_then(|block| in_block(block, wanted)).unwrap_or_default()
}

fn block_at(block: usize) -> Option<usize> {
    Some(names_at() + u32_at(offsets_at() + block.checked_mul(4)?)?)
}

/// The first key of a block, which shares nothing.
fn first_key(block: usize) -> Option<&'static [u8]> {
    let at = block_at(block)?;
    let length = usize::from(*PACKED.get(at + 1)?);
    PACKED.get(at + 2..at + 2 + length)
}

fn in_block(block: usize, wanted: &[u8]) -> Option<Vec<Entry>> {
    let mut at = block_at(block)?;
    let mut current: Vec<u8> = Vec::new();
    for _ in 0..BLOCK {
        let shared = usize::from(*PACKED.get(at)?);
        let length = usize::from(*PACKED.get(at + 1)?);
        current.truncate(shared);
        current.extend(PACKED.get(at + 2..at + 2 + length)?);
        at += 2 + length;
        let places = usize::from(*PACKED.get(at)?);
        let numbers = PACKED.get(at + 1..at + 1 + places * 3)?;
        if current == wanted {
            let number = |three: &[u8]| match three {
                [a, b, c] => usize::from(*a) | usize::from(*b) << 8 | usize::from(*c) << 16,
                _ => usize::MAX,
            };
            return Some(numbers.chunks(3).filter_map(|three| entry(number(three))).collect());
        }
        if current.as_slice() > wanted {
            return None;
        }
        at += 1 + places * 3;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_places_by_their_names() {
        let first = |name: &str| lookup(name).first().copied();
        assert_eq!(first("Iraq").map(|entry| (entry.id, entry.class)), Some((99_237, Class::Country)));
        assert_eq!(first("Texas").map(|entry| entry.class), Some(Class::Unit));
        let paris = lookup("Paris");
        assert!(paris.len() > 5 && paris.first().and_then(|entry| country_code(entry.country)) == Some("FR"));
        let texan = paris.iter().find(|entry| unit_name(entry.unit) == Some("Texas"));
        assert!(texan.is_some_and(|entry| (entry.coordinates.latitude - 33.66).abs() < 0.01));
        assert_eq!(first("São Paulo"), first("Sao Paulo"));
    }

    #[test]
    fn knows_no_parts_of_names() {
        assert!(
            lookup("").is_empty() && lookup("Nowhereburgtown").is_empty() && lookup("\u{10ffff}").is_empty()
        );
        assert!(lookup("Iraqx").is_empty());
    }
}
