//! Words a second on one core, for each leg of the journey and for the whole of it.
//!
//! `cargo bench -p parallax-core`; an item is a word. The reports are a fixed slice of the news
//! corpus where it stands beside the checkout, and copies of the samples otherwise: figures of the
//! two are not comparable.

#![allow(clippy::expect_used, reason = "a benchmark that cannot be set up fails")]

use divan::{Bencher, counter::ItemsCount};
use parallax::intake::{Reports, Settings};
use parallax::model::{Account, Reading, Report, Story};
use parallax::{journey, language::English};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Reports of the corpus that are taken, and how long they may be: about 500 words each.
const REPORTS: usize = 1_000;
const WORDS: std::ops::RangeInclusive<usize> = 400..=600;

/// How often the samples are taken where there is no corpus.
const COPIES: usize = 50;

static ENGLISH: LazyLock<English> = LazyLock::new(English::new);
static EDITIONS: LazyLock<Vec<Vec<Report>>> = LazyLock::new(editions);
static READINGS: LazyLock<Vec<Vec<Reading>>> = LazyLock::new(|| EDITIONS.iter().cloned().map(read).collect());

fn main() {
    rayon::ThreadPoolBuilder::new().num_threads(1).build_global().expect("a pool of one worker");
    LazyLock::force(&ENGLISH);
    divan::main();
}

/// What is read together: the slice of the corpus as one, or each copy of the samples by itself,
/// since a thousand copies of one report would measure little but their comparison.
fn editions() -> Vec<Vec<Report>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let corpus = root.join("../shared/corpora/news.jsonl.gz");
    if corpus.is_file() {
        let fits = |report: &Report| WORDS.contains(&words(report));
        return vec![reports(&[corpus]).filter(fits).take(REPORTS).collect()];
    }
    let samples: Vec<Report> = reports(&[root.join("examples")]).collect();
    vec![samples; COPIES]
}

fn reports(paths: &[PathBuf]) -> impl Iterator<Item = Report> {
    Reports::new(paths, Settings::default()).filter_map(Result::ok)
}

fn words(report: &Report) -> usize {
    report.text.split_whitespace().count()
}

fn read(reports: Vec<Report>) -> Vec<Reading> {
    journey::read_reports(&ENGLISH, reports).into_iter().filter_map(Result::ok).collect()
}

fn group(readings: &[Reading]) -> Vec<Story> {
    journey::stories(readings).expect("the readings are grouped")
}

fn account((readings, stories): (Vec<Reading>, Vec<Story>)) -> Vec<Account> {
    journey::accounts(readings, stories).into_iter().filter_map(Result::ok).collect()
}

/// A bencher that knows how many words all editions have together.
fn by_words<'a, 'b>(bencher: Bencher<'a, 'b>) -> Bencher<'a, 'b> {
    bencher.counter(ItemsCount::new(EDITIONS.iter().flatten().map(words).sum::<usize>()))
}

/// Sentences, tokens, tags and names; then figures, times, speech, claims and entities.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn reading(bencher: Bencher) {
    by_words(bencher)
        .with_inputs(|| EDITIONS.clone())
        .bench_values(|editions| editions.into_iter().map(read).collect::<Vec<_>>());
}

/// Readings into stories.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn grouping(bencher: Bencher) {
    LazyLock::force(&READINGS);
    by_words(bencher).bench(|| READINGS.iter().map(|readings| group(readings)).collect::<Vec<_>>());
}

/// Origins, entities and points of each story, and its account.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn aligning(bencher: Bencher) {
    let grouped = |readings: &Vec<Reading>| (readings.clone(), group(readings));
    by_words(bencher)
        .with_inputs(|| READINGS.iter().map(grouped).collect::<Vec<_>>())
        .bench_values(|editions| editions.into_iter().map(account).collect::<Vec<_>>());
}

/// Reports in, accounts out.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn whole(bencher: Bencher) {
    let whole = |reports| {
        let readings = read(reports);
        let stories = group(&readings);
        account((readings, stories))
    };
    by_words(bencher)
        .with_inputs(|| EDITIONS.clone())
        .bench_values(|editions| editions.into_iter().map(whole).collect::<Vec<_>>());
}
