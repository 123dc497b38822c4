//! Reports in chunks: enough for all workers, few enough for memory, in the order of the input.

use super::Stop;
use super::failures::Failures;
use super::progress::Progress;
use parallax::intake::Reports;
use parallax::model::Report;

/// Bytes of text after which a chunk is closed.
const BYTES: usize = 8 << 20;

/// Calls `work` with one chunk after the other.
pub(super) fn each(
    reports: Reports,
    workers: usize,
    failures: &mut Failures,
    mut work: impl FnMut(Vec<Report>, &mut Failures, &mut Progress) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let mut progress = Progress::new();
    let mut reports = reports;
    let mut read = 0_usize;
    loop {
        let chunk = next(&mut reports, workers * 64, failures, &mut progress);
        if chunk.is_empty() {
            return Ok(());
        }
        read += chunk.len();
        work(chunk, failures, &mut progress)?;
        let (files, left) = reports.files();
        progress.show(|| match files {
            1 => format!("{read} reports read"),
            _ => format!("{read} reports read, {} of {files} files", files - left),
        });
    }
}

fn next(reports: &mut Reports, most: usize, failures: &mut Failures, progress: &mut Progress) -> Vec<Report> {
    let mut chunk = Vec::new();
    let mut bytes = 0;
    while chunk.len() < most && bytes < BYTES {
        let Some(result) = reports.next() else { break };
        if let Some(report) = failures.keep(result, progress) {
            bytes += report.text.len();
            chunk.push(report);
        }
    }
    chunk
}
