//! Pages in JSONL (`{"id", "url", "html"}`) to reports, one JSON object a line, on one core:
//!
//!     cargo run --profile quick -p parallax-intake --example pages -- pages.jsonl > reports.jsonl
//!
//! The last line on standard error says how long reading the pages took, without JSON.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("give a file of pages")?;
    let lines = BufReader::new(std::fs::File::open(path)?).lines();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let (mut pages, mut spent) = (0_u32, Duration::ZERO);
    for line in lines {
        let page: Value = serde_json::from_str(&line?)?;
        let start = Instant::now();
        let read = intake::page::read(page["html"].as_str().unwrap_or(""), page["url"].as_str());
        let read = read.map(|mut report| {
            intake::clean::mark(&mut report);
            report
        });
        spent += start.elapsed();
        pages += 1;
        match read {
            Ok(report) => writeln!(out, "{}", object(&page["id"], &report))?,
            Err(error) => eprintln!("{}: {error}", page["id"]),
        }
    }
    out.flush()?;
    eprintln!("{pages} pages, {:.2} ms a page", spent.as_secs_f64() * 1e3 / f64::from(pages.max(1)));
    Ok(())
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
