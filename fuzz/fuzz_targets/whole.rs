//! The whole journey over one file in memory; a fault inside a report counts as a crash.

use parallax::intake::{Reports, Settings};
use parallax::{journey, language::English, verify::verify, wire};
use std::sync::LazyLock;

static ENGLISH: LazyLock<English> = LazyLock::new(English::new);

/// Reads, groups and aligns the file, and checks every citation of the accounts.
pub fn journey(name: &str, bytes: &[u8]) {
    let reports = Reports::from_bytes(name, bytes.to_vec(), Settings::default());
    let reports: Vec<_> = reports.filter_map(Result::ok).collect();
    let readings = reports.iter().map(|report| journey::read_report(&ENGLISH, report.clone()));
    let readings: Vec<_> = readings.map(|reading| reading.expect("every report is read")).collect();
    let stories = journey::stories(&readings).expect("grouping holds");
    let accounts = journey::accounts(readings, stories).into_iter();
    let accounts: Vec<_> = accounts.map(|account| wire::account(&account.expect("an account"))).collect();
    let document = serde_json::json!({"schema": 1, "stories": accounts});
    let wrong = verify(&document, &reports).wrong;
    assert!(wrong.is_empty(), "{wrong:#?}");
}
