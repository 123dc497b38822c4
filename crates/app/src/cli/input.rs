//! What every verb that takes reports has in common.

use super::Stop;
use super::fetching::{Fetching, Source};
use clap::Args;
use parallax::intake::{Limits, Settings, stamp};
use parallax::model::Stamp;
use std::path::PathBuf;

/// Reports and what the call says about them.
#[derive(Debug, Args)]
pub(super) struct Input {
    /// Files, folders (with everything below), - for standard input, or addresses of the web: plain
    /// text, HTML pages, feeds, JSONL or WARC archives, also gzipped
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// The publication date of reports that carry none: a day (2023-11-06) or RFC 3339
    #[arg(long, value_name = "DATE", value_parser = parse_stamp)]
    pub published: Option<Stamp>,

    /// The outlet of reports that carry none
    #[arg(long, value_name = "NAME")]
    pub outlet: Option<String>,

    /// How many reports are read at once [default: the number of cores]
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    pub jobs: Option<u16>,

    /// The longest text that one report may have, in megabytes
    #[arg(long, value_name = "MB", default_value_t = 2, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub max_report: u16,

    /// The largest page or feed that is read, unpacked, in megabytes
    #[arg(long, value_name = "MB", default_value_t = 32, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub max_page: u16,

    #[command(flatten)]
    pub fetching: Fetching,
}

impl Input {
    /// What the call says about its input.
    pub(super) fn settings(&self, grouped: bool) -> Settings {
        let [report, page] = [self.max_report, self.max_page].map(|megabytes| usize::from(megabytes) << 20);
        let limits = Limits { report, page, line: (report * 4).max(page * 2) };
        Settings { published: self.published.clone(), outlet: self.outlet.clone(), grouped, limits }
    }

    /// The captures of its files and addresses, in their order.
    pub(super) fn captures(&self, limits: Limits) -> Result<Source, Stop> {
        self.fetching.captures(&self.paths, limits)
    }

    /// Starts as many workers as the call asks for; gives their number.
    pub(super) fn workers(&self) -> Result<usize, Stop> {
        let cores = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let workers = self.jobs.map_or_else(cores, usize::from);
        rayon::ThreadPoolBuilder::new().num_threads(workers).stack_size(16 << 20).build_global().map_err(
            |error| Stop::Because(format!("cannot start {workers} workers: {error}; try --jobs 1")),
        )?;
        Ok(workers)
    }
}

fn parse_stamp(text: &str) -> Result<Stamp, String> {
    stamp(text).ok_or_else(|| "neither a day (2023-11-06) nor RFC 3339 (2023-11-06T08:00:00Z)".to_owned())
}
