//! What reading an archive costs, leg by leg, on one core:
//!
//!     cargo run --profile quick -p parallax-intake --example parse_only -- crawl.warc.gz
//!
//! The yardstick is unpacking the archive and parsing its pages with `html5ever`, nothing else. Told
//! is the processor time, the least of some rounds (elapsed time where the system does not tell).

use flate2::read::MultiGzDecoder;
use intake::{Captures, Content, Ids, Limits, Settings};
use std::fs::File;
use std::path::PathBuf;
use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = PathBuf::from(std::env::args().nth(1).ok_or("give an archive")?);
    let rounds: usize = std::env::args().nth(2).map_or(Ok(3), |rounds| rounds.parse())?;
    let clock = Instant::now();
    let mut best = [Duration::MAX; 4];
    for _ in 0..rounds {
        let legs = [unpack(&path, clock)?, captures(&path, clock), parse(&path, clock), read(&path, clock)];
        best = std::array::from_fn(|leg| best[leg].min(legs[leg]));
    }
    let names = ["unpacked", "cut into records", "pages parsed", "reports read"];
    for (name, spent) in names.iter().zip(best) {
        println!("{name:18} {:8.2} s", spent.as_secs_f64());
    }
    println!("reading goes at {:.0} % of parsing", 100.0 * best[2].as_secs_f64() / best[3].as_secs_f64());
    Ok(())
}

fn unpack(path: &PathBuf, clock: Instant) -> std::io::Result<Duration> {
    let start = now(clock);
    std::io::copy(&mut MultiGzDecoder::new(File::open(path)?), &mut std::io::sink())?;
    Ok(now(clock) - start)
}

fn pages(path: &PathBuf) -> Captures {
    Captures::new(std::slice::from_ref(path), Limits::default())
}

fn captures(path: &PathBuf, clock: Instant) -> Duration {
    let start = now(clock);
    std::hint::black_box(pages(path).count());
    now(clock) - start
}

fn parse(path: &PathBuf, clock: Instant) -> Duration {
    let start = now(clock);
    for capture in pages(path).flatten() {
        if let Content::Page(bytes) = capture.content {
            std::hint::black_box(intake::page::parse(&String::from_utf8_lossy(&bytes)));
        }
    }
    now(clock) - start
}

fn read(path: &PathBuf, clock: Instant) -> Duration {
    let start = now(clock);
    let (settings, mut ids) = (Settings::default(), Ids::default());
    for capture in pages(path).flatten() {
        std::hint::black_box(ids.admit(capture.read(&settings)));
    }
    now(clock) - start
}

/// The processor time of this thread, which a busy machine does not change.
fn now(clock: Instant) -> Duration {
    let schedule = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let spent = schedule.as_deref().and_then(|line| line.split(' ').next()).and_then(|ns| ns.parse().ok());
    spent.map_or_else(|| clock.elapsed(), Duration::from_nanos)
}
