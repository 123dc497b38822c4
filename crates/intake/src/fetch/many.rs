//! Many pages at once: hosts side by side, each host one page after the other, results in the order
//! of the requests.

use super::location::parse;
use super::{Client, Error, Fetched, Validators};
use std::collections::{BTreeMap, HashSet, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A page to be fetched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// Its address.
    pub address: String,
    /// What is known of it from before.
    pub known: Option<Validators>,
}

impl From<&str> for Request {
    fn from(address: &str) -> Self {
        Self { address: address.to_owned(), known: None }
    }
}

/// Results may wait for one that comes before them; no more than so many do.
const AHEAD: usize = 256;
/// And no more than so many bytes.
const HELD: usize = 128 << 20;

/// The results of requests, in their order; fetched beforehand while the caller works.
#[derive(Debug)]
pub struct Many {
    shared: Arc<Shared>,
    next: usize,
    total: usize,
}

#[derive(Debug)]
struct Shared {
    client: Arc<Client>,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    waiting: VecDeque<(usize, String, Request)>,
    /// Hosts that are being asked.
    asked: HashSet<String>,
    done: BTreeMap<usize, Result<Fetched, Error>>,
    held: usize,
    given: usize,
    stopped: bool,
}

/// What a worker does next.
enum Next {
    Fetch(usize, String, Request),
    Wait(Option<Duration>),
    Stop,
}

/// Fetches pages, several hosts at the same time.
#[must_use]
pub fn many(client: &Arc<Client>, requests: Vec<Request>) -> Many {
    let total = requests.len();
    let host = |request: &Request| {
        parse(&request.address).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
    };
    let waiting: VecDeque<_> =
        requests.into_iter().enumerate().map(|(index, request)| (index, host(&request), request)).collect();
    let hosts = waiting.iter().map(|(_, host, _)| host).collect::<HashSet<_>>().len();
    let workers = client.settings().hosts.clamp(1, 64).min(hosts);
    let state = Mutex::new(State { waiting, ..State::default() });
    let shared = Arc::new(Shared { client: Arc::clone(client), state, changed: Condvar::new() });
    for _ in 0..workers {
        let shared = Arc::clone(&shared);
        std::thread::spawn(move || shared.work());
    }
    Many { shared, next: 0, total }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn work(&self) {
        let mut state = self.lock();
        loop {
            match state.next(&self.client) {
                Next::Stop => return,
                Next::Wait(None) => {
                    state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
                }
                Next::Wait(Some(time)) => {
                    let waited = self.changed.wait_timeout(state, time);
                    state = waited.unwrap_or_else(PoisonError::into_inner).0;
                }
                Next::Fetch(index, host, request) => {
                    drop(state);
                    // A fault of a library must not leave the caller waiting for ever.
                    let fetch = || self.client.get(&request.address, request.known.as_ref());
                    let result = catch_unwind(AssertUnwindSafe(fetch)).unwrap_or(Err(Error::Fault));
                    state = self.lock();
                    state.held += weight(&result);
                    state.done.insert(index, result);
                    state.asked.remove(&host);
                    self.changed.notify_all();
                }
            }
        }
    }
}

impl State {
    /// The first page whose host is neither being asked nor resting.
    fn next(&mut self, client: &Client) -> Next {
        if self.stopped || self.waiting.is_empty() {
            return Next::Stop;
        }
        let mut soonest: Option<Duration> = None;
        let mut resting = HashSet::new();
        let window = self.given + AHEAD;
        let mut chosen = None;
        for (place, (index, host, request)) in self.waiting.iter().enumerate() {
            // The page that the caller waits for is fetched however much is held.
            if *index >= window || self.held > HELD && *index != self.given {
                break;
            }
            if self.asked.contains(host) || !resting.insert(host.as_str()) {
                continue;
            }
            let rest = client.rest(&request.address);
            if rest.is_zero() {
                chosen = Some(place);
                break;
            }
            soonest = Some(soonest.map_or(rest, |soonest| soonest.min(rest)));
        }
        match chosen.and_then(|place| self.waiting.remove(place)) {
            Some((index, host, request)) => {
                self.asked.insert(host.clone());
                Next::Fetch(index, host, request)
            }
            None => Next::Wait(soonest),
        }
    }
}

fn weight(result: &Result<Fetched, Error>) -> usize {
    match result {
        Ok(Fetched::Page(page)) => page.body.len(),
        _ => 0,
    }
}

impl Many {
    /// Whether the next result is there, or there is none any more: [`Iterator::next`] would not wait.
    #[must_use]
    pub fn ready(&self) -> bool {
        self.next >= self.total || self.shared.lock().done.contains_key(&self.next)
    }
}

impl Iterator for Many {
    type Item = Result<Fetched, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.next >= self.total {
            return None;
        }
        let mut state = self.shared.lock();
        loop {
            if let Some(result) = state.done.remove(&self.next) {
                self.next += 1;
                state.given = self.next;
                state.held = state.held.saturating_sub(weight(&result));
                self.shared.changed.notify_all();
                return Some(result);
            }
            state = self.shared.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.total.saturating_sub(self.next);
        (left, Some(left))
    }
}

impl Drop for Many {
    fn drop(&mut self) {
        self.shared.lock().stopped = true;
        self.shared.changed.notify_all();
    }
}
