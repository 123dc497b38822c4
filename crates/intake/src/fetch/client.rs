//! An address to a page: rules, turns, redirects, waiting when a host asks for it.

use super::agents::Agents;
use super::exchange::{Answer, Question, exchange};
use super::guard::Guard;
use super::hosts::Hosts;
use super::robots::Rules;
use super::values::{Fetched, Page, Validators};
use super::{Error, Settings, location};
use std::time::{Duration, Instant};
use url::Url;

/// How often a host that is busy is asked again.
const AGAIN: usize = 2;

/// Fetches pages; one for a run, so that what it learns of hosts is kept.
#[derive(Debug)]
pub struct Client {
    settings: Settings,
    agents: Agents,
    guard: Guard,
    hosts: Hosts,
    rules: Rules,
}

/// What one page may still cost.
struct Budget {
    left: Duration,
}

impl Client {
    /// Sets everything up; asks nobody yet.
    ///
    /// # Errors
    ///
    /// [`Error::Setting`] for a setting that cannot be used.
    pub fn new(settings: Settings) -> Result<Self, Error> {
        if settings.user_agent.chars().any(char::is_control) || settings.user_agent.trim().is_empty() {
            let reason = "the user agent must be one line of text that is not empty".to_owned();
            return Err(Error::Setting(reason));
        }
        let guard = Guard::new(&settings);
        let agents = Agents::new(&settings, &guard)?;
        Ok(Self { settings, agents, guard, hosts: Hosts::default(), rules: Rules::default() })
    }

    /// How it was set up.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The page behind an address; where `known` is what it answered before, perhaps only that
    /// nothing has changed.
    ///
    /// # Errors
    ///
    /// One of the causes of [`Error`].
    pub fn get(&self, address: &str, known: Option<&Validators>) -> Result<Fetched, Error> {
        let url = location::parse(address)?;
        let (url, answer) = self.journey(&url, known, self.settings.page, None)?;
        let requested = location::shown(address);
        let address = url.to_string();
        if answer.status == 304 {
            return Ok(Fetched::Unchanged { requested, address });
        }
        Ok(Fetched::Page(Page {
            requested,
            status: answer.status,
            content_type: answer.header("content-type"),
            date: answer.header("date"),
            validators: Validators {
                address: address.clone(),
                etag: answer.header("etag"),
                last_modified: answer.header("last-modified"),
            },
            address,
            body: answer.body,
        }))
    }

    /// The first bytes behind an address that needs no leave of the rules, since it is the rules.
    pub(super) fn follow(&self, place: &Url, limit: usize, redirects: usize) -> Result<Vec<u8>, Error> {
        self.journey(place, None, limit, Some(redirects)).map(|(_, answer)| answer.body)
    }

    /// From redirect to redirect. For the rules of a host (`rules`: how often they may send
    /// elsewhere) no rules are asked, and more bytes than the limit are left away.
    fn journey(
        &self,
        start: &Url,
        known: Option<&Validators>,
        limit: usize,
        rules: Option<usize>,
    ) -> Result<(Url, Answer), Error> {
        let mut budget = Budget { left: self.settings.time };
        let mut trail: Vec<Url> = Vec::new();
        let mut url = start.clone();
        loop {
            let here = url.clone();
            let onward = |reason: Error| match trail.is_empty() {
                true => reason,
                false => Error::Onward { address: here.to_string(), reason: Box::new(reason) },
            };
            self.guard.spelled_out(&url).map_err(onward)?;
            if rules.is_none() {
                self.rules.allow(self, &url).map_err(onward)?;
            }
            let question = Question {
                url: &url,
                known,
                limit,
                cut: rules.is_some(),
                left: budget.left,
                whole: self.settings.time,
            };
            let at_once = rules.is_some() || trail.last().is_some_and(|last| last.host() == url.host());
            let answer = self.ask(question, &mut budget, at_once).map_err(onward)?;
            match answer.status {
                200..=299 => return Ok((url, answer)),
                304 if known.is_some_and(|known| known.address == url.as_str()) => return Ok((url, answer)),
                301 | 302 | 303 | 307 | 308 => {}
                status => return Err(onward(Error::Status(status))),
            }
            let target = answer.header("location").ok_or(Error::Nowhere(answer.status)).map_err(onward)?;
            let next = location::onward(&url, &target).map_err(onward)?;
            trail.push(url);
            if trail.contains(&next) {
                return Err(Error::Circle(next.to_string()));
            }
            let most = rules.unwrap_or(self.settings.redirects);
            if trail.len() > most {
                return Err(Error::Redirects(most));
            }
            url = next;
        }
    }

    /// Asks one host when its turn has come, and again where it says when.
    fn ask(&self, mut question: Question, budget: &mut Budget, at_once: bool) -> Result<Answer, Error> {
        let host = question.url.host_str().unwrap_or_default();
        // The rules of a host are no page: a page may follow them at once.
        let pause = if question.cut { Duration::ZERO } else { self.settings.pause };
        let mut tries = 0;
        loop {
            question.left = budget.left;
            let answer = self.hosts.ask(host, pause, at_once && tries == 0, || {
                let started = Instant::now();
                let answer = exchange(&self.agents, &question);
                budget.left = budget.left.saturating_sub(started.elapsed());
                answer
            })?;
            if !matches!(answer.status, 429 | 503) {
                return Ok(answer);
            }
            let wait = answer.header("retry-after").and_then(|text| seconds(&text, answer.header("date")));
            tries += 1;
            match wait {
                Some(wait) if wait <= self.settings.patience && tries <= AGAIN => {
                    self.hosts.leave_alone(host, wait)
                }
                wait => return Err(Error::Busy { status: answer.status, wait }),
            }
        }
    }

    /// A host wants longer pauses than the settings name.
    pub(super) fn slow_down(&self, url: &Url, wanted: Duration) {
        let pause = super::robots::bearable(wanted, self.settings.patience);
        self.hosts.slow_down(url.host_str().unwrap_or_default(), pause);
    }

    /// How long the host of an address rests from now on.
    pub(super) fn rest(&self, address: &str) -> Duration {
        location::parse(address)
            .ok()
            .and_then(|url| url.host_str().map(|host| self.hosts.wait(host)))
            .unwrap_or_default()
    }
}

/// `Retry-After`: seconds, or a date, which is measured by the server's own clock.
fn seconds(text: &str, now: Option<String>) -> Option<Duration> {
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = |text: &str| jiff::fmt::rfc2822::parse(text).ok().map(|date| date.timestamp().as_second());
    let wait = date(text)? - date(&now?)?;
    Some(Duration::from_secs(u64::try_from(wait).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::{Duration, seconds};

    #[test]
    fn when_to_come_back() {
        assert_eq!(seconds("120", None), Some(Duration::from_secs(120)));
        let now = || Some("Tue, 03 Mar 2026 08:00:00 GMT".to_owned());
        assert_eq!(seconds("Tue, 03 Mar 2026 08:01:30 GMT", now()), Some(Duration::from_secs(90)));
        assert_eq!(seconds("Tue, 03 Mar 2026 07:00:00 GMT", now()), Some(Duration::ZERO));
        assert_eq!(seconds("soon", now()), None);
        assert_eq!(seconds("-1", now()), None);
    }
}
