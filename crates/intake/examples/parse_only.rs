//! What reading an archive costs, leg by leg, on one core:
//!
//!     cargo run --profile quick -p parallax-intake --example parse_only -- crawl.warc.gz
//!
//! The yardstick is unpacking the archive and parsing its pages with `html5ever`, nothing else.

use flate2::read::MultiGzDecoder;
use intake::{Captures, Content, Ids, Limits, Settings};
use std::fs::File;
use std::path::PathBuf;
use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = PathBuf::from(std::env::args().nth(1).ok_or("give an archive")?);
    let rounds: usize = std::env::args().nth(2).map_or(Ok(3), |rounds| rounds.parse())?;
    let mut best = [Duration::MAX; 4];
    for _ in 0..rounds {
        let legs = [unpack(&path)?, captures(&path), parse(&path), read(&path)];
        best = std::array::from_fn(|leg| best[leg].min(legs[leg]));
    }
    let names = ["unpacked", "cut into records", "pages parsed", "reports read"];
    for (name, spent) in names.iter().zip(best) {
        println!("{name:18} {:8.2} s", spent.as_secs_f64());
    }
    println!("reading goes at {:.0} % of parsing", 100.0 * best[2].as_secs_f64() / best[3].as_secs_f64());
    Ok(())
}

fn unpack(path: &PathBuf) -> std::io::Result<Duration> {
    let start = Instant::now();
    std::io::copy(&mut MultiGzDecoder::new(File::open(path)?), &mut std::io::sink())?;
    Ok(start.elapsed())
}

fn pages(path: &PathBuf) -> Captures {
    Captures::new(std::slice::from_ref(path), Limits::default())
}

fn captures(path: &PathBuf) -> Duration {
    let start = Instant::now();
    std::hint::black_box(pages(path).count());
    start.elapsed()
}

fn parse(path: &PathBuf) -> Duration {
    let start = Instant::now();
    for capture in pages(path).flatten() {
        if let Content::Page(bytes) = capture.content {
            std::hint::black_box(intake::page::parse(&String::from_utf8_lossy(&bytes)));
        }
    }
    start.elapsed()
}

fn read(path: &PathBuf) -> Duration {
    let start = Instant::now();
    let (settings, mut ids) = (Settings::default(), Ids::default());
    for capture in pages(path).flatten() {
        std::hint::black_box(ids.admit(capture.read(&settings)));
    }
    start.elapsed()
}
