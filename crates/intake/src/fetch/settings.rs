//! How politely, how long and how much is fetched.

use super::Proxies;
use std::time::Duration;

/// What a caller may set; the defaults are meant for a person who reads some pages.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What the program calls itself.
    pub user_agent: String,
    /// The whole time for one page: names, connecting, redirects, its bytes; waiting for its turn
    /// does not count.
    pub time: Duration,
    /// The time for a connection to come about.
    pub connect: Duration,
    /// The bytes of one page, as sent and as unpacked.
    pub page: usize,
    /// How often one page may send elsewhere.
    pub redirects: usize,
    /// Between two pages of one host.
    pub pause: Duration,
    /// The longest wait that a host can ask for (`Retry-After`, `Crawl-delay`).
    pub patience: Duration,
    /// How many hosts are asked at the same time.
    pub hosts: usize,
    /// Whether addresses of private networks may be asked.
    pub private: bool,
    /// Hosts (`name` or `name:port`) that may be asked although they are private.
    pub allowed: Vec<String>,
    /// Proxies to go through.
    pub proxies: Proxies,
    /// Certificates (DER) that are trusted beside those of the system.
    pub certificates: Vec<Vec<u8>>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            user_agent: concat!("Parallax/", env!("CARGO_PKG_VERSION")).to_owned(),
            time: Duration::from_secs(30),
            connect: Duration::from_secs(10),
            page: 16 << 20,
            redirects: 10,
            pause: Duration::from_secs(1),
            patience: Duration::from_secs(60),
            hosts: 8,
            private: false,
            allowed: Vec::new(),
            proxies: Proxies::default(),
            certificates: Vec::new(),
        }
    }
}
