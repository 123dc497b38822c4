//! Polite fetching: an address to the bytes behind it, or the reason why not.
//!
//! - Every host is asked one question at a time, with a pause between two of them; what its
//!   `robots.txt` says is kept to, what it says about coming back later (`Retry-After`) too.
//! - Nothing that is read can make the program reach into the network it runs in: the very
//!   addresses that are connected to are checked, at each redirect again ([`reserved`]).
//! - Limits stand on the bytes of a page (packed and unpacked), on the time, on redirects.
//! - A page that was fetched before is asked for on condition ([`Validators`]); where these are
//!   kept is the caller's matter.
//!
//! [`Client`] fetches one page, [`many`] several side by side, [`Inputs`] all that a call names: files
//! and addresses, and what feeds and lists lead to.
//!
//! What is absent: cookies, scripts, redirects by `<meta>`, a cache. HTTP itself is `ureq`'s.

mod agents;
mod client;
mod error;
mod exchange;
mod forward;
mod guard;
mod hosts;
mod inputs;
mod known;
mod lists;
mod location;
mod many;
mod proxies;
mod reserved;
mod robots;
mod settings;
mod trouble;
mod values;

pub use client::Client;
pub use error::Error;
pub use inputs::{Inputs, Plan, Tally};
pub use location::is_address;
pub use many::{Many, Request, many};
pub use proxies::Proxies;
pub use reserved::reserved;
pub use settings::Settings;
pub use values::{Fetched, Page, Validators};
