//! Figures as dots on a line, one for each source.

use crate::render::desk::Desk;
use crate::render::words::row_number;
use maud::{Markup, html as markup};
use parallax::model::FigureRow;

const WIDTH: f64 = 560.0;
const EDGE: f64 = 24.0;

/// A line with a dot for each value; nothing where there are fewer than two.
pub(super) fn dots(desk: &Desk<'_>, rows: &[&FigureRow]) -> Markup {
    let valued: Vec<(f64, &FigureRow)> =
        rows.iter().filter_map(|row| Some((row.value.or(row.low).or(row.high)?, *row))).collect();
    let lowest = valued.iter().map(|(value, _)| *value).fold(f64::INFINITY, f64::min);
    let highest = valued.iter().map(|(value, _)| *value).fold(f64::NEG_INFINITY, f64::max);
    if valued.len() < 2 || highest <= lowest {
        return markup! {};
    }
    let x = |value: f64| EDGE + (value - lowest) / (highest - lowest) * (WIDTH - 2.0 * EDGE);
    let said = valued.iter().map(|(_, row)| row_number(row)).collect::<Vec<_>>().join(", ");
    markup! {
        svg.dots viewBox={ "0 0 " (WIDTH) " 46" } role="img" aria-label={ "values: " (said) } {
            line x1=(EDGE) y1="18" x2=(WIDTH - EDGE) y2="18" {}
            @for (value, row) in &valued {
                @let filled = row.origins > 1;
                circle cx={ (format!("{:.1}", x(*value))) } cy="18" r=(if filled { "7" } else { "5" })
                    class=(if filled { "many" } else { "one" }) {
                    title { (row_number(row)) ": " (outlets(desk, row)) }
                }
            }
            text x=(EDGE) y="40" text-anchor="start" { (plain(lowest)) }
            text x=(WIDTH - EDGE) y="40" text-anchor="end" { (plain(highest)) }
        }
    }
}

fn plain(value: f64) -> String {
    row_number(&FigureRow { value: Some(value), ..FigureRow::default() })
}

fn outlets(desk: &Desk<'_>, row: &FigureRow) -> String {
    let mut labels: Vec<&str> = row.citations.iter().map(|citation| desk.label(citation.report)).collect();
    labels.dedup();
    labels.join(", ")
}
