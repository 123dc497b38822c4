//! One question to one host, and its answer, within limits.

use super::agents::Agents;
use super::{Error, Validators, trouble};
use crate::unpack::{Problem, unpack};
use std::io::Read;
use std::time::Duration;
use ureq::http::HeaderMap;
use url::Url;

/// What is asked.
pub(super) struct Question<'a> {
    pub(super) url: &'a Url,
    /// What is known of the page from before.
    pub(super) known: Option<&'a Validators>,
    /// The most bytes of the answer.
    pub(super) limit: usize,
    /// Whether more bytes than that are left away rather than refused.
    pub(super) cut: bool,
    /// The time that is left, and what it was at first.
    pub(super) left: Duration,
    pub(super) whole: Duration,
}

/// What a host said. Only an answer of success has a body.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// A header as text.
    pub(super) fn header(&self, name: &str) -> Option<String> {
        let value = self.headers.get(name)?;
        Some(String::from_utf8_lossy(value.as_bytes()).trim().to_owned()).filter(|value| !value.is_empty())
    }
}

/// Asks.
pub(super) fn exchange(agents: &Agents, question: &Question) -> Result<Answer, Error> {
    let url = question.url;
    let host = url.host_str().unwrap_or_default();
    let (agent, credentials, proxied) = agents.of(url);
    let trouble = |error| trouble::cause(error, host, question.whole, proxied);
    if question.left.is_zero() {
        return Err(Error::Time(question.whole));
    }
    let mut request = agent.get(url.as_str()).config().timeout_global(Some(question.left)).build();
    let known = question.known.filter(|known| known.address == url.as_str());
    let conditions = [
        ("if-none-match", known.and_then(|known| known.etag.as_deref())),
        ("if-modified-since", known.and_then(|known| known.last_modified.as_deref())),
        ("proxy-authorization", credentials),
    ];
    for (name, value) in conditions {
        // What cannot be a header is left out: it came from a server, once.
        let value = value.and_then(|value| ureq::http::HeaderValue::from_str(value).ok());
        request = match value {
            Some(value) => request.header(name, value),
            None => request,
        };
    }
    let response = request.call().map_err(trouble)?;
    let (head, body) = response.into_parts();
    let mut answer = Answer { status: head.status.as_u16(), headers: head.headers, body: Vec::new() };
    if head.status.is_success() {
        if !question.cut && body.content_length().is_some_and(|length| length > question.limit as u64) {
            return Err(Error::TooLarge(question.limit));
        }
        let reader = body.into_reader();
        let packed = read(reader, question).map_err(|error| trouble(ureq::Error::from(error)))?;
        answer.body = opened(&answer, packed, question)?;
    }
    Ok(answer)
}

/// The bytes as sent, one more than the limit at most.
fn read(reader: impl Read, question: &Question) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(question.limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The bytes as meant.
fn opened(answer: &Answer, mut packed: Vec<u8>, question: &Question) -> Result<Vec<u8>, Error> {
    if packed.len() > question.limit {
        if !question.cut {
            return Err(Error::TooLarge(question.limit));
        }
        packed.truncate(question.limit);
    }
    let packing = answer.header("content-encoding").unwrap_or_default();
    let (bytes, problem) = unpack(&packing, packed, question.limit);
    match problem {
        None | Some(Problem::TooLarge | Problem::Damaged(_)) if question.cut => Ok(bytes),
        None => Ok(bytes),
        Some(Problem::TooLarge) => Err(Error::Swells(question.limit)),
        Some(Problem::Damaged(name)) => Err(Error::Damaged(name)),
        Some(Problem::Unknown(name)) => Err(Error::Packing(name)),
    }
}
