//! How fast English is read: `cargo run --release -p parallax-language --example speed -- FILE…`
//!
//! Each file is plain text; an empty line ends a paragraph.

use language::English;
use std::time::Instant;

fn main() -> std::io::Result<()> {
    let began = Instant::now();
    let english = English::new();
    println!("loaded in {:.0} ms", began.elapsed().as_secs_f64() * 1000.0);
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path)?;
        let began = Instant::now();
        let document = english.read(text);
        let (seconds, tokens) = (began.elapsed().as_secs_f64(), document.tokens().len());
        println!("{path}: {tokens} tokens in {seconds:.2} s, {:.0} a second", tokens as f64 / seconds);
    }
    Ok(())
}
