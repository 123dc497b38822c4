//! Why a page could not be fetched, in words for a person.

use crate::settings::size;
use std::time::Duration;

/// One cause a variant; each message says what to do where something can be done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// It cannot be read as an address.
    #[error("not an address ({0}); write it as in https://news.example/story")]
    Address(String),
    /// Neither `http` nor `https`.
    #[error("only http and https are fetched, not {0}")]
    Scheme(String),
    /// The port of another service.
    #[error("port {0} belongs to a service that is no web server; it is not asked")]
    Port(u16),
    /// The setting cannot be used.
    #[error("{0}")]
    Setting(String),
    /// A fault of the program.
    #[error("a fault of the program while it was fetched; please report the address")]
    Fault,
    /// An address that is not of the public internet.
    #[error("{host} stands for an address of {kind}, which is not asked; --allow-private allows it")]
    Private {
        /// The host.
        host: String,
        /// What the address is for.
        kind: &'static str,
    },
    /// The name has no address.
    #[error("the host {0} is not known; check the address, or the connection to the internet")]
    UnknownHost(String),
    /// There is an address, and no connection comes about.
    #[error("no connection to {host}: {reason}; check the address, or try again later")]
    Connection {
        /// The host.
        host: String,
        /// What the system says.
        reason: String,
    },
    /// The certificate is not one to trust.
    #[error("the certificate of {host} {problem}; nothing is fetched from a host that cannot prove itself")]
    Certificate {
        /// The host.
        host: String,
        /// What is wrong with it.
        problem: String,
    },
    /// The two sides found no way to talk in secret.
    #[error("no secure connection to {host}: {reason}")]
    Secure {
        /// The host.
        host: String,
        /// What the other side did.
        reason: String,
    },
    /// The proxy does not do what it should.
    #[error(
        "the proxy does not reach {host}: {reason}; check HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY"
    )]
    Proxy {
        /// The host that was wanted.
        host: String,
        /// What it said.
        reason: String,
    },
    /// Not done in time.
    #[error("not done after {}; try again later, or give it longer with --timeout", seconds(.0))]
    Time(Duration),
    /// The answer is no HTTP.
    #[error("{host} answers in a way that is no HTTP ({reason})")]
    Protocol {
        /// The host.
        host: String,
        /// Where it breaks.
        reason: String,
    },
    /// The bytes end too early.
    #[error("{0} broke off in the middle; try again")]
    CutOff(String),
    /// Too much.
    #[error("more than {}; raise --max-page if it is worth it", size(*.0))]
    TooLarge(usize),
    /// Small as sent, and too much once unpacked.
    #[error("unpacks to more than {}; raise --max-page if it is worth it", size(*.0))]
    Swells(usize),
    /// Packed in a way that was not asked for.
    #[error("packed as \"{0}\", which is not read here")]
    Packing(String),
    /// Packed, and cannot be unpacked.
    #[error("the {0} data are damaged or break off; try again")]
    Damaged(&'static str),
    /// The pages send to each other.
    #[error("redirected in a circle, back to {0} (some sites do so to readers without cookies)")]
    Circle(String),
    /// Too many pages that send elsewhere.
    #[error("redirected more than {0} times")]
    Redirects(usize),
    /// A page sends elsewhere and does not say where.
    #[error("redirected (status {0}) without saying where to")]
    Nowhere(u16),
    /// The host does not want this page to be read by programs.
    #[error("{0} does not allow programs to fetch this page; open it in a browser and save it")]
    Robots(String),
    /// What the host wants is not known.
    #[error("{address} could not be read, so nothing is fetched from this host: {reason}")]
    RobotsUnread {
        /// Where the host says what it wants.
        address: String,
        /// Why that is not known.
        reason: Box<Error>,
    },
    /// The host wants to be left alone for now.
    #[error("the server is busy (status {status}){}", come_back(.wait))]
    Busy {
        /// 429 or 503.
        status: u16,
        /// How long, where it says so.
        wait: Option<Duration>,
    },
    /// Another answer than a page.
    #[error("{}", answered(*.0))]
    Status(u16),
    /// The same, at a page that the address led to.
    #[error("redirected to {address}: {reason}")]
    Onward {
        /// Where it led.
        address: String,
        /// What happened there.
        reason: Box<Error>,
    },
}

fn seconds(time: &Duration) -> String {
    if time.subsec_millis() == 0 {
        format!("{} s", time.as_secs())
    } else {
        format!("{:.1} s", time.as_secs_f64())
    }
}

fn come_back(wait: &Option<Duration>) -> String {
    match wait {
        Some(wait) => format!("; it asks to come back in {}", seconds(wait)),
        None => "; try again later".to_owned(),
    }
}

/// A status in words.
fn answered(status: u16) -> String {
    match status {
        401 | 407 => {
            format!("only for readers who log in (status {status}); save the page and give the file")
        }
        402 => "only for readers who pay (status 402)".to_owned(),
        403 => {
            "the server refuses to give this page to a program (status 403); open it in a browser and save it"
                .to_owned()
        }
        404 | 410 => format!("there is no such page (status {status}); check the address"),
        451 => "withheld for legal reasons (status 451)".to_owned(),
        500..=599 => format!("the server failed (status {status}); try again later"),
        _ => format!("no page: the server answered with status {status}"),
    }
}
