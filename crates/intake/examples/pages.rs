//! Pages in JSONL (`{"id", "url", "html"}`) to reports, one JSON object a line, on one core:
//!
//!     cargo run --profile quick -p parallax-intake --example pages -- pages.jsonl > reports.jsonl
//!
//! The last line on standard error says how much processor time the pages took, without JSON, and
//! how much of it parsing them alone takes. (Elapsed time where the system does not tell.)

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("give a file of pages")?;
    let lines = BufReader::new(std::fs::File::open(path)?).lines();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let (mut pages, mut spent, mut parsing) = (0_u32, Duration::ZERO, Duration::ZERO);
    let clock = Instant::now();
    for line in lines {
        let page: Value = serde_json::from_str(&line?)?;
        let html = page["html"].as_str().unwrap_or("");
        let start = now(clock);
        let _ = intake::page::parse(html);
        let parsed = now(clock);
        let read = intake::page::read(html, page["url"].as_str());
        let read = read.map(|mut report| {
            intake::clean::mark(&mut report);
            report
        });
        spent += now(clock) - parsed;
        parsing += parsed - start;
        pages += 1;
        match read {
            Ok(report) => writeln!(out, "{}", object(&page["id"], &report))?,
            Err(error) => eprintln!("{}: {error}", page["id"]),
        }
    }
    out.flush()?;
    let each = |all: Duration| all.as_secs_f64() * 1e3 / f64::from(pages.max(1));
    eprintln!("{pages} pages, {:.2} ms a page ({:.2} of it parsing)", each(spent), each(parsing));
    Ok(())
}

/// The processor time of this thread, which a busy machine does not change.
fn now(clock: Instant) -> Duration {
    let schedule = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let spent = schedule.as_deref().and_then(|line| line.split(' ').next()).and_then(|ns| ns.parse().ok());
    spent.map_or_else(|| clock.elapsed(), Duration::from_nanos)
}

/// What `parallax extract` writes.
fn object(id: &Value, report: &model::Report) -> Value {
    let points = |byte: usize| report.text.get(..byte).map_or(0, |before| before.chars().count());
    let span = |span: model::Span| json!({"start": points(span.start), "end": points(span.end)});
    let stamp = |stamp: &Option<model::Stamp>| stamp.as_ref().map(|stamp| stamp.text.clone());
    let marginalia: Vec<Value> = report
        .marginalia
        .iter()
        .map(|line| {
            json!({"start": points(line.span.start), "end": points(line.span.end),
                "kind": format!("{:?}", line.kind).to_lowercase()})
        })
        .collect();
    json!({
        "id": id,
        "url": report.url,
        "title": report.headline.map(|span| span.of(&report.text)),
        "text": report.text,
        "paragraphs": report.paragraphs.iter().map(|&paragraph| span(paragraph)).collect::<Vec<_>>(),
        "outlet": report.outlet,
        "authors": report.authors,
        "published": stamp(&report.published),
        "modified": stamp(&report.modified),
        "language": report.language,
        "credits": report.credits,
        "marginalia": marginalia,
        "notices": report.notices,
    })
}
