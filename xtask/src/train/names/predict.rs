//! Names of the evaluation sets with the weights as they lie on disk, in the form that the scorers
//! read: a look at new weights before anything is built with them.

use super::super::{Folders, Result};
use super::{LISTS, WEIGHTS, blocks, lines};
use language::English;
use language::train::names::Namer;
use serde_json::{Value, json};

/// Writes `target/names/SET.jsonl` for each set.
pub(crate) fn predict(folders: &Folders) -> Result<()> {
    let read = |file: &str| std::fs::read(folders.weights.join(file));
    let namer = Namer::load(&read(LISTS)?, &read(WEIGHTS)?);
    let english = English::new();
    let out = folders.weights.join("../../../target/names");
    std::fs::create_dir_all(&out)?;
    for set in ["conllpp-dev", "gum-news-dev", "re3d"] {
        let input = folders.sets.join("../eval/names").join(format!("{set}.jsonl"));
        let mut rows = String::new();
        for line in lines(&input)? {
            rows.push_str(&row(&english, &namer, &serde_json::from_str(&line?)?).to_string());
            rows.push('\n');
        }
        std::fs::write(out.join(format!("{set}.jsonl")), rows)?;
    }
    Ok(())
}

fn row(english: &English, namer: &Namer, report: &Value) -> Value {
    let body = report["text"].as_str().unwrap_or_default();
    let text = match report["title"].as_str() {
        Some(title) => format!("{title}\n\n{body}"),
        None => body.to_owned(),
    };
    let document = english.tagged(&text, &blocks(&text));
    let point = |byte: usize| text.get(..byte).map_or(0, |before| before.chars().count());
    let mentions: Vec<Value> = namer
        .find(&text, &document)
        .iter()
        .map(|name| {
            let kind = format!("{:?}", name.kind).to_lowercase();
            json!({"start": point(name.span.start), "end": point(name.span.end), "kind": kind})
        })
        .collect();
    json!({"id": report["id"], "text": text, "mentions": mentions})
}
