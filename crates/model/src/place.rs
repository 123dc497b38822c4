//! Place names on the map.

use crate::Span;

/// A place name, resolved where it can be.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The name as it stands in the text.
    pub span: Span,
    /// The place's own name, without its container.
    pub name: String,
    /// Identifier of GeoNames.
    pub geonames_id: Option<u32>,
    /// Where it lies; a country's is its centre.
    pub coordinates: Option<Coordinates>,
    /// First-level unit.
    pub admin1: Option<String>,
    /// ISO 3166 code of two letters.
    pub country: Option<String>,
}

/// Degrees, WGS 84.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coordinates {
    /// North is positive.
    pub latitude: f64,
    /// East is positive.
    pub longitude: f64,
}
