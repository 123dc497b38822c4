//! What a host wants of programs: its `robots.txt` (RFC 9309), asked once in a run.

use super::{Client, Error};
use robotxt::Robots;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;
use url::Url;

/// The name by which a `robots.txt` addresses us.
const NAME: &str = "Parallax";
/// How often it may send elsewhere.
const REDIRECTS: usize = 5;

/// The rules of one host, once they were asked for, or why they are not known.
type Slot = Arc<OnceLock<Result<Robots, Error>>>;

/// The rules of the hosts of a run. A host with another port or scheme has rules of its own.
#[derive(Debug, Default)]
pub(super) struct Rules {
    known: Mutex<HashMap<String, Slot>>,
}

impl Rules {
    /// Whether a page may be fetched.
    pub(super) fn allow(&self, client: &Client, url: &Url) -> Result<(), Error> {
        let Ok(place) = robotxt::robots_url(url) else { return Ok(()) };
        let slot = {
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(known.entry(place.to_string()).or_default())
        };
        let rules = slot.get_or_init(|| {
            let rules = fetch(client, &place);
            if let Some(wanted) = rules.as_ref().ok().and_then(Robots::crawl_delay) {
                client.slow_down(url, wanted);
            }
            rules
        });
        match rules {
            Ok(rules) if rules.is_allowed(&path(url)) => Ok(()),
            Ok(_) => Err(Error::Robots(place.to_string())),
            Err(error) if of_the_host(error) => Err(error.clone()),
            Err(error) => {
                Err(Error::RobotsUnread { address: place.to_string(), reason: Box::new(error.clone()) })
            }
        }
    }
}

/// Path and query, what the rules speak of.
fn path(url: &Url) -> String {
    url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()))
}

/// The rules of a host. Where the host says that there are none, everything is allowed; where it
/// cannot say, nothing is.
fn fetch(client: &Client, place: &Url) -> Result<Robots, Error> {
    match client.follow(place, robotxt::BYTE_LIMIT, REDIRECTS) {
        Ok(body) => Ok(Robots::parse(&body, NAME)),
        Err(Error::Onward { reason, .. }) => none_or(*reason),
        Err(error) => none_or(error),
    }
}

fn none_or(error: Error) -> Result<Robots, Error> {
    match error {
        Error::Status(400..=499) | Error::Redirects(_) | Error::Circle(_) | Error::Nowhere(_) => {
            Ok(Robots::allow_all())
        }
        other => Err(other),
    }
}

/// Whether the page itself would fail in the same way, so that the rules need no mention.
fn of_the_host(error: &Error) -> bool {
    matches!(
        error,
        Error::Private { .. }
            | Error::UnknownHost(_)
            | Error::Connection { .. }
            | Error::Certificate { .. }
            | Error::Secure { .. }
            | Error::Proxy { .. }
    )
}

/// The longest pause of a host that is kept to; longer ones would mean a page an hour.
pub(super) fn bearable(wanted: Duration, patience: Duration) -> Duration {
    wanted.min(patience)
}
