//! Addresses among the paths of a call, and what it says about fetching them.

use super::Stop;
use clap::Args;
use parallax::intake::{Capture, Captures, Failure, Limits};
use std::path::PathBuf;

#[cfg(feature = "fetch")]
pub(super) use with::Fetching;
#[cfg(not(feature = "fetch"))]
pub(super) use without::Fetching;

/// The captures of a call.
pub(super) enum Source {
    /// Of files alone.
    Files(Captures),
    /// Of files and addresses.
    #[cfg(feature = "fetch")]
    Mixed(Box<parallax::intake::fetch::Inputs>),
}

/// How far the fetching is: addresses that are done, and those that are known.
pub(super) type Tally = Box<dyn Fn() -> (usize, usize)>;

impl Source {
    /// Whether the next capture would not have to be waited for.
    pub(super) fn ready(&self) -> bool {
        match self {
            Self::Files(_) => true,
            #[cfg(feature = "fetch")]
            Self::Mixed(inputs) => inputs.ready(),
        }
    }

    /// How many files there are, and how many have not been opened yet.
    pub(super) fn files(&self) -> (usize, usize) {
        match self {
            Self::Files(captures) => captures.files(),
            #[cfg(feature = "fetch")]
            Self::Mixed(inputs) => inputs.files(),
        }
    }

    /// How many bytes were taken from files so far.
    pub(super) fn taken(&self) -> u64 {
        match self {
            Self::Files(captures) => captures.taken(),
            #[cfg(feature = "fetch")]
            Self::Mixed(_) => 0,
        }
    }

    /// How many records of archives were passed over so far.
    pub(super) fn passed(&self) -> u64 {
        match self {
            Self::Files(captures) => captures.passed(),
            #[cfg(feature = "fetch")]
            Self::Mixed(_) => 0,
        }
    }

    /// How many bytes the files have; nobody knows that of addresses.
    pub(super) fn size(&self) -> Option<u64> {
        match self {
            Self::Files(captures) => captures.size(),
            #[cfg(feature = "fetch")]
            Self::Mixed(_) => None,
        }
    }

    /// Where something is fetched, how far that is.
    pub(super) fn tally(&self) -> Option<Tally> {
        match self {
            Self::Files(_) => None,
            #[cfg(feature = "fetch")]
            Self::Mixed(inputs) => {
                let tally = inputs.tally();
                Some(Box::new(move || tally.get()))
            }
        }
    }
}

impl Iterator for Source {
    type Item = Result<Capture, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::Files(captures) => captures.next(),
            #[cfg(feature = "fetch")]
            Self::Mixed(inputs) => inputs.next(),
        }
    }
}

#[cfg(feature = "fetch")]
mod with {
    //! The program with fetching.

    use super::{Args, Captures, Limits, PathBuf, Source, Stop};
    use parallax::intake::fetch::{Client, Inputs, Plan, Proxies, Settings, is_address};
    use std::sync::Arc;
    use std::time::Duration;

    const FETCHING: &str = "Fetching";

    /// What a call says about addresses.
    #[derive(Debug, Args)]
    pub(in crate::cli) struct Fetching {
        /// Fetch the page of each entry of a feed, and the addresses of lists that lie in files
        #[arg(help_heading = FETCHING, long)]
        follow: bool,

        /// The most addresses that are taken from one feed, OPML list or sitemap
        #[arg(help_heading = FETCHING, long, value_name = "N", default_value_t = 100)]
        max_links: usize,

        /// The longest time for one page, in seconds
        #[arg(help_heading = FETCHING, long, value_name = "SECONDS", default_value = "30", value_parser = seconds)]
        timeout: Duration,

        /// The pause between two pages of one host, in seconds
        #[arg(help_heading = FETCHING, long, value_name = "SECONDS", default_value = "1", value_parser = seconds)]
        pause: Duration,

        /// What the program calls itself [default: Parallax/VERSION]
        #[arg(help_heading = FETCHING, long, value_name = "TEXT")]
        user_agent: Option<String>,

        /// Also ask addresses of this machine and of private networks
        #[arg(help_heading = FETCHING, long)]
        allow_private: bool,
    }

    impl Fetching {
        pub(in crate::cli) fn captures(&self, paths: &[PathBuf], limits: Limits) -> Result<Source, Stop> {
            if !self.follow && !paths.iter().any(|path| path.to_str().is_some_and(is_address)) {
                return Ok(Source::Files(Captures::new(paths, limits)));
            }
            let defaults = Settings::default();
            let settings = Settings {
                user_agent: self.user_agent.clone().unwrap_or(defaults.user_agent),
                time: self.timeout,
                connect: defaults.connect.min(self.timeout),
                page: limits.page,
                pause: self.pause,
                private: self.allow_private,
                proxies: Proxies::from_environment(),
                ..Settings::default()
            };
            let client = Client::new(settings).map_err(|error| Stop::Because(error.to_string()))?;
            let plan = Plan { follow: self.follow, links: self.max_links };
            Ok(Source::Mixed(Box::new(Inputs::new(paths, Arc::new(client), plan, limits))))
        }
    }

    /// Seconds, perhaps with a fraction; an hour at most.
    fn seconds(text: &str) -> Result<Duration, String> {
        let seconds: f64 = text.parse().map_err(|_| "not a number of seconds".to_owned())?;
        if !(0.0..=3600.0).contains(&seconds) {
            return Err("from 0 to 3600 seconds".to_owned());
        }
        Ok(Duration::from_secs_f64(seconds))
    }
}

#[cfg(not(feature = "fetch"))]
mod without {
    //! The program without fetching.

    use super::{Args, Captures, Limits, PathBuf, Source, Stop};

    /// Nothing to say about addresses.
    #[derive(Debug, Args)]
    pub(in crate::cli) struct Fetching {}

    impl Fetching {
        pub(in crate::cli) fn captures(&self, paths: &[PathBuf], limits: Limits) -> Result<Source, Stop> {
            let is_address = |path: &&PathBuf| {
                path.to_str().is_some_and(|text| text.starts_with("http://") || text.starts_with("https://"))
            };
            if let Some(address) = paths.iter().find(is_address) {
                let address = address.display();
                return Err(Stop::Because(format!(
                    "{address}: this program was built without fetching; save the page and give the file"
                )));
            }
            Ok(Source::Files(Captures::new(paths, limits)))
        }
    }
}
