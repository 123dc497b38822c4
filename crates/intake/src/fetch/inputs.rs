//! All captures of a call that names files and addresses, in its order.

use super::known::Known;
use super::lists::links;
use super::many::{Many, Request, many};
use super::{Client, Fetched, Page, is_address, location};
use crate::{Capture, Captures, Content, Failure, Limits};
use std::collections::{HashSet, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How lists of addresses are gone after.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Whether the page of each entry of a feed is fetched instead of what the feed holds, and the
    /// addresses of lists that lie in files.
    pub follow: bool,
    /// The most addresses that are taken from one list.
    pub links: usize,
}

impl Default for Plan {
    fn default() -> Self {
        Self { follow: false, links: 100 }
    }
}

/// A sitemap may name sitemaps, which name feeds, which name pages; more is a maze.
const DEEP: usize = 4;

/// How far the fetching is, to be looked at while it goes on.
#[derive(Debug, Default)]
pub struct Tally {
    fetched: AtomicUsize,
    wanted: AtomicUsize,
}

impl Tally {
    /// How many addresses are done, and how many there are as far as is known.
    #[must_use]
    pub fn get(&self) -> (usize, usize) {
        (self.fetched.load(Ordering::Relaxed), self.wanted.load(Ordering::Relaxed))
    }
}

/// The captures of files and addresses, each or the reason why there is none.
///
/// All addresses that the call names are fetched from the start on, those of a list when it has
/// come.
pub struct Inputs {
    client: Arc<Client>,
    parts: VecDeque<Part>,
    /// What the call names, then what a list names, then what a list of that names.
    levels: Vec<Level>,
    open: Option<Open>,
    failures: VecDeque<Failure>,
    asked: HashSet<String>,
    tally: Arc<Tally>,
    plan: Plan,
    limits: Limits,
}

/// One piece of a call.
enum Part {
    Files(Captures),
    /// The next address.
    Address,
}

/// Addresses that are being fetched.
struct Level {
    pages: Many,
    addresses: std::vec::IntoIter<String>,
}

/// Where captures come from at the moment.
struct Open {
    captures: Captures,
    page: Option<Known>,
}

impl Inputs {
    /// Lists the files and starts to fetch the addresses.
    #[must_use]
    pub fn new(inputs: &[PathBuf], client: Arc<Client>, plan: Plan, limits: Limits) -> Self {
        let address = |input: &PathBuf| input.to_str().filter(|text| is_address(text)).map(str::to_owned);
        let mut parts = VecDeque::new();
        let mut addresses = Vec::new();
        for run in inputs.chunk_by(|one, other| address(one).is_none() && address(other).is_none()) {
            match run.first().and_then(address) {
                Some(address) => {
                    addresses.push(address);
                    parts.push_back(Part::Address);
                }
                None => parts.push_back(Part::Files(Captures::new(run, limits))),
            }
        }
        let mut inputs = Self {
            client,
            parts,
            levels: Vec::new(),
            open: None,
            failures: VecDeque::new(),
            asked: HashSet::new(),
            tally: Arc::default(),
            plan,
            limits,
        };
        inputs.fetch(addresses);
        inputs
    }

    /// How far the fetching is.
    #[must_use]
    pub fn tally(&self) -> Arc<Tally> {
        Arc::clone(&self.tally)
    }

    /// Whether there is something at hand, so that [`Iterator::next`] would not wait for a server.
    #[must_use]
    pub fn ready(&self) -> bool {
        if self.open.is_some() || !self.failures.is_empty() {
            return true;
        }
        match self.levels.last() {
            Some(level) if self.levels.len() > 1 || matches!(self.parts.front(), Some(Part::Address)) => {
                level.pages.ready()
            }
            _ => true,
        }
    }

    /// How many files there are, and how many have not been opened yet.
    #[must_use]
    pub fn files(&self) -> (usize, usize) {
        let waiting = self.parts.iter().filter_map(|part| match part {
            Part::Files(captures) => Some(captures.files()),
            Part::Address => None,
        });
        let open = self.open.as_ref().filter(|open| open.page.is_none()).map(|open| open.captures.files());
        waiting.chain(open).fold((0, 0), |sum, files| (sum.0 + files.0, sum.1 + files.1))
    }

    /// Starts to fetch addresses.
    fn fetch(&mut self, addresses: Vec<String>) {
        self.asked.extend(addresses.iter().cloned());
        self.tally.wanted.fetch_add(addresses.len(), Ordering::Relaxed);
        let requests = addresses.iter().map(|address| Request::from(address.as_str())).collect();
        let pages = many(&self.client, requests);
        self.levels.push(Level { pages, addresses: addresses.into_iter() });
    }

    /// The next page of the innermost list; `None` at its end.
    fn next_page(&mut self) -> Option<Result<Page, Failure>> {
        let level = self.levels.last_mut()?;
        let (fetched, address) = (level.pages.next()?, level.addresses.next().unwrap_or_default());
        self.tally.fetched.fetch_add(1, Ordering::Relaxed);
        let name = location::shown(&address);
        Some(match fetched {
            Ok(Fetched::Page(page)) => Ok(page),
            Ok(Fetched::Unchanged { .. }) => Err(Failure { name, reason: "not changed".to_owned() }),
            Err(error) => Err(Failure { name, reason: error.to_string() }),
        })
    }

    /// Opens what comes next; `None` at the end of everything.
    fn advance(&mut self) -> Option<Result<Open, Failure>> {
        loop {
            if self.levels.len() <= 1 {
                match self.parts.pop_front()? {
                    Part::Files(captures) => return Some(Ok(Open { captures, page: None })),
                    Part::Address => {}
                }
            }
            match self.next_page() {
                None => _ = self.levels.pop(),
                Some(page) => return Some(page.map(|page| self.opened(page))),
            }
        }
    }

    fn opened(&self, page: Page) -> Open {
        let known = Known::new(page.address, page.content_type, page.date.as_deref());
        let captures = Captures::from_bytes(&page.requested, page.body, self.limits);
        Open { captures, page: Some(known) }
    }

    /// A capture, unless it is a list whose addresses are fetched instead.
    fn followed(&mut self, capture: Capture, from_file: bool) -> Option<Capture> {
        let Content::Feed(bytes) = &capture.content else { return Some(capture) };
        if from_file && !self.plan.follow {
            return Some(capture);
        }
        let links = match links(&capture, bytes, self.plan.follow, &self.limits) {
            Some(links) => links,
            None => return Some(capture),
        };
        let found = links.addresses.len();
        let mut new = links.addresses;
        new.retain(|link| !self.asked.contains(link));
        let known = found - new.len();
        let beyond = new.len().saturating_sub(self.plan.links);
        new.truncate(self.plan.links);
        let mut fail = |reason| self.failures.push_back(Failure { name: capture.name.clone(), reason });
        links.problems.into_iter().for_each(&mut fail);
        if self.levels.len() > DEEP {
            fail("a list in a list in a list; give its address to go on from there".to_owned());
            return None;
        }
        if new.is_empty() && known == 0 {
            fail("a list of addresses that holds none".to_owned());
            return None;
        }
        if beyond > 0 {
            let most = self.plan.links;
            fail(format!(
                "the first {most} of its addresses are fetched, {beyond} are not; raise --max-links"
            ));
        }
        self.fetch(new);
        None
    }
}

impl Iterator for Inputs {
    type Item = Result<Capture, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(failure) = self.failures.pop_front() {
                return Some(Err(failure));
            }
            let Some(open) = &mut self.open else {
                match self.advance()? {
                    Ok(open) => self.open = Some(open),
                    Err(failure) => return Some(Err(failure)),
                }
                continue;
            };
            let Some(capture) = open.captures.next() else {
                self.open = None;
                continue;
            };
            let from_file = open.page.is_none();
            let capture = match (capture, &open.page) {
                (Ok(capture), Some(known)) => known.told(capture),
                (Ok(capture), None) => capture,
                (Err(failure), _) => return Some(Err(failure)),
            };
            let levels = self.levels.len();
            if let Some(capture) = self.followed(capture, from_file) {
                return Some(Ok(capture));
            }
            // What a list names comes in its place: other files wait.
            if self.levels.len() > levels
                && let Some(Open { captures, page: None }) = self.open.take()
            {
                self.parts.push_front(Part::Files(captures));
            }
        }
    }
}
