//! Packs the gazetteer of the engine: `crates/engine/data/places.bin` from tables of GeoNames.
//!
//! The layout, little-endian, read in place by `engine::resolve::places`:
//! counts of places, units, countries and name blocks (four `u32`); places (13 bytes each: id `u32`,
//! latitude and longitude `i16` in units of 1/360 and 1/180 degree, population `u8` as sixths of
//! its binary logarithm, class `u8`, country `u8`, unit `u16`); countries (two letters each);
//! offsets of name blocks (`u32` each, from the start of the names); offsets of unit names (`u32`
//! each and one more); unit names; names. A block holds 16 names in ascending order of their keys:
//! shared length `u8`, length of the rest `u8`, the rest, number of places `u8`, places (`u24` each).

use std::collections::BTreeMap;
use std::io::Read;

/// Names in one block.
const BLOCK: usize = 16;
/// Countries whose small towns are kept: those whose local news is in English.
const LOCAL: [&str; 6] = ["US", "GB", "IE", "CA", "AU", "NZ"];

struct Row {
    id: u32,
    class: u8,
    country: String,
    admin1: String,
    latitude: f64,
    longitude: f64,
    population: u64,
    names: Vec<String>,
}

/// `places.tsv.gz places-small.tsv.gz places.bin`
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let [towns, small, out] = arguments else {
        return Err("usage: cargo xtask gazetteer PLACES.tsv.gz PLACES-SMALL.tsv.gz OUT.bin".to_owned());
    };
    let mut rows = table(towns)?;
    rows.extend(table(small)?.into_iter().filter(|row| LOCAL.contains(&row.country.as_str())));
    let packed = pack(&rows)?;
    println!("{} places, {} bytes", rows.len(), packed.len());
    std::fs::write(out, packed).map_err(|error| format!("{out}: {error}"))
}

fn table(path: &str) -> Result<Vec<Row>, String> {
    let file = std::fs::File::open(path).map_err(|error| format!("{path}: {error}"))?;
    let mut text = String::new();
    flate2::read::MultiGzDecoder::new(file)
        .read_to_string(&mut text)
        .map_err(|error| format!("{path}: {error}"))?;
    Ok(text.lines().filter_map(row).collect())
}

fn row(line: &str) -> Option<Row> {
    let cells: Vec<&str> = line.split('\t').collect();
    let cell = |column: usize| cells.get(column).copied().unwrap_or("");
    let class = match cell(2) {
        "continent" => 0,
        "country" => 1,
        "admin1" => 2,
        "admin2" => 3,
        _ => 4,
    };
    let population = cell(7).parse().unwrap_or(0);
    let kept = match (class, population) {
        (0..=2, _) => usize::MAX,
        (4, 100_000..) => 5,
        (4, 30_000..) => 2,
        _ => 0,
    };
    let alternates = cell(8).split('|').filter(|name| name.chars().count() > 2 || class == 1).take(kept);
    let names = std::iter::once(cell(1)).chain(alternates).map(str::to_owned).collect();
    Some(Row {
        id: cell(0).parse().ok()?,
        class,
        country: cell(3).to_owned(),
        admin1: cell(4).to_owned(),
        latitude: cell(5).parse().ok()?,
        longitude: cell(6).parse().ok()?,
        population,
        names,
    })
}

fn pack(rows: &[Row]) -> Result<Vec<u8>, String> {
    let countries: BTreeMap<&str, u8> = numbered(rows.iter().map(|row| row.country.as_str()))?;
    let units: BTreeMap<(&str, &str), u16> =
        numbered(rows.iter().map(|row| (row.country.as_str(), row.admin1.as_str())))?;
    let mut unit_names = vec![""; units.len()];
    for row in rows.iter().filter(|row| row.class == 2) {
        let at = units.get(&(row.country.as_str(), row.admin1.as_str())).copied().unwrap_or(0);
        if let (Some(place), Some(name)) = (unit_names.get_mut(usize::from(at)), row.names.first()) {
            *place = name;
        }
    }
    let mut places = Vec::new();
    for row in rows {
        let unit = units.get(&(row.country.as_str(), row.admin1.as_str())).copied().unwrap_or(0);
        let country = countries.get(row.country.as_str()).copied().unwrap_or(0);
        place(row, country, unit, &mut places);
    }
    let (offsets, names) = names(rows)?;
    let mut packed = Vec::new();
    for count in [rows.len(), units.len(), countries.len(), offsets.len()] {
        packed.extend(u32::try_from(count).map_err(|e| e.to_string())?.to_le_bytes());
    }
    packed.extend(places);
    for country in countries.keys() {
        let mut letters = country.bytes().chain([0, 0]);
        packed.extend([letters.next().unwrap_or(0), letters.next().unwrap_or(0)]);
    }
    offsets.iter().for_each(|offset| packed.extend(offset.to_le_bytes()));
    let mut at: u32 = 0;
    for name in unit_names.iter().chain([&""]) {
        packed.extend(at.to_le_bytes());
        at += u32::try_from(name.len()).map_err(|e| e.to_string())?;
    }
    unit_names.iter().for_each(|name| packed.extend(name.bytes()));
    packed.extend(names);
    Ok(packed)
}

/// Distinct values in order, numbered.
fn numbered<T: Ord, N: TryFrom<usize>>(values: impl Iterator<Item = T>) -> Result<BTreeMap<T, N>, String> {
    let distinct: std::collections::BTreeSet<T> = values.collect();
    let number = |(at, value)| Ok((value, N::try_from(at).map_err(|_| "too many".to_owned())?));
    distinct.into_iter().enumerate().map(number).collect()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in range by their nature")]
fn place(row: &Row, country: u8, unit: u16, packed: &mut Vec<u8>) {
    packed.extend(row.id.to_le_bytes());
    packed.extend(((row.latitude * 360.0).round() as i16).to_le_bytes());
    packed.extend(((row.longitude * 180.0).round() as i16).to_le_bytes());
    #[expect(clippy::cast_precision_loss, reason = "a sixth of a binary order is enough")]
    packed.push(((row.population as f64 + 1.0).log2() * 6.0).round().min(255.0) as u8);
    packed.push(row.class);
    packed.push(country);
    packed.extend(unit.to_le_bytes());
}

/// Offsets of the blocks, and the blocks.
fn names(rows: &[Row]) -> Result<(Vec<u32>, Vec<u8>), String> {
    let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        for name in &row.names {
            let places = by_key.entry(engine::resolve::name_key(name)).or_default();
            if !places.contains(&at) {
                places.push(at);
            }
        }
    }
    let mut offsets = Vec::new();
    let mut packed: Vec<u8> = Vec::new();
    let mut previous = String::new();
    for (number, (key, mut places)) in
        by_key.into_iter().filter(|(key, _)| (2..=200).contains(&key.len())).enumerate()
    {
        if number % BLOCK == 0 {
            offsets.push(u32::try_from(packed.len()).map_err(|e| e.to_string())?);
            previous.clear();
        }
        let shared = key.bytes().zip(previous.bytes()).take_while(|(a, b)| a == b).count();
        let rest = key.as_bytes().get(shared..).unwrap_or(&[]);
        places.sort_by_key(|&at| {
            rows.get(at).map(|row| (row.class.min(2), std::cmp::Reverse(row.population), row.id))
        });
        places.truncate(60);
        packed.extend([shared as u8, rest.len() as u8]);
        packed.extend(rest);
        packed.push(places.len() as u8);
        for at in places {
            packed.extend((at as u32).to_le_bytes().iter().take(3));
        }
        previous = key;
    }
    Ok((offsets, packed))
}
