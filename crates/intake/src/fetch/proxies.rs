//! Proxies as the environment names them.
//!
//! `ureq` takes one variable for all schemes; what `curl` and others do is a proxy for each scheme,
//! `ALL_PROXY` for the rest, and a list of hosts that are reached without.

use super::location::authority;
use std::net::IpAddr;
use url::{Host, Url};

/// Through which proxy an address is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies {
    http: Option<String>,
    https: Option<String>,
    without: Vec<String>,
}

impl Proxies {
    /// As the environment of this process says.
    #[must_use]
    pub fn from_environment() -> Self {
        Self::read(|name| std::env::var(name).ok())
    }

    /// As `value` says for the names of the variables.
    #[must_use]
    pub fn read(value: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| value(name).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let either = |name: &str| set(&name.to_ascii_lowercase()).or_else(|| set(name));
        let all = either("ALL_PROXY");
        // To a program behind a web server HTTP_PROXY can be a header of a stranger's request.
        let served = set("REQUEST_METHOD").is_some();
        let http = if served { set("http_proxy") } else { either("HTTP_PROXY") };
        let without = either("NO_PROXY").unwrap_or_default().to_ascii_lowercase();
        Self {
            http: http.or_else(|| all.clone()),
            https: either("HTTPS_PROXY").or(all),
            without: without
                .split([',', ' '])
                .map(str::trim)
                .filter(|entry| !entry.is_empty())
                .map(str::to_owned)
                .collect(),
        }
    }

    /// All proxies as they were written, each with whether it is for `https`.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, bool)> {
        let (http, https) = (self.http.as_deref(), self.https.as_deref());
        http.map(|proxy| (proxy, false)).into_iter().chain(https.map(|proxy| (proxy, true)))
    }

    /// The proxy for an address, as it was written.
    pub(super) fn of(&self, url: &Url) -> Option<&str> {
        let proxy = if url.scheme() == "https" { &self.https } else { &self.http };
        proxy.as_deref().filter(|_| !self.without.iter().any(|entry| covers(entry, url)))
    }
}

/// Whether an entry of `NO_PROXY` covers a host: everything (`*`), a name and those below it, an
/// address, a network (`10.0.0.0/8`), each also with a port.
fn covers(entry: &str, url: &Url) -> bool {
    let address = match url.host() {
        Some(Host::Ipv4(address)) => Some(IpAddr::V4(address)),
        Some(Host::Ipv6(address)) => Some(IpAddr::V6(address)),
        _ => None,
    };
    if let Some(address) = address {
        return entry == "*"
            || entry == authority(url)
            || entry.trim_matches(['[', ']']).parse() == Ok(address)
            || entry.split_once('/').is_some_and(|(network, length)| within(network, length, address));
    }
    let host = url.host_str().unwrap_or_default().trim_end_matches('.');
    let name = match entry.rsplit_once(':') {
        Some((name, port)) if port.parse() == Ok(url.port_or_known_default().unwrap_or_default()) => name,
        Some(_) => return false,
        None => entry,
    };
    let name = name.trim_start_matches('*').trim_start_matches('.').trim_end_matches('.');
    entry == "*"
        || !name.is_empty()
            && host.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

fn within(network: &str, length: &str, address: IpAddr) -> bool {
    let Ok(length) = length.parse::<u32>() else { return false };
    match (network.parse(), address) {
        (Ok(IpAddr::V4(network)), IpAddr::V4(address)) if length <= 32 => {
            (network.to_bits() ^ address.to_bits()).checked_shr(32 - length).unwrap_or(0) == 0
        }
        (Ok(IpAddr::V6(network)), IpAddr::V6(address)) if length <= 128 => {
            (network.to_bits() ^ address.to_bits()).checked_shr(128 - length).unwrap_or(0) == 0
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Proxies;
    use crate::fetch::location::parse;

    fn proxies(variables: &[(&str, &str)]) -> Proxies {
        let of =
            |name: &str| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).into());
        Proxies::read(of)
    }

    fn of(proxies: &Proxies, address: &str) -> Option<String> {
        proxies.of(&parse(address).expect("an address")).map(str::to_owned)
    }

    #[test]
    fn each_scheme_has_its_own_and_the_rest_takes_what_is_for_all() {
        let some = proxies(&[("https_proxy", "http://one:1"), ("ALL_PROXY", "socks5://two:2")]);
        assert_eq!(of(&some, "https://news.example/").as_deref(), Some("http://one:1"));
        assert_eq!(of(&some, "http://news.example/").as_deref(), Some("socks5://two:2"));
        assert_eq!(of(&proxies(&[("HTTP_PROXY", " ")]), "http://news.example/"), None);
        let served = proxies(&[("HTTP_PROXY", "http://stranger:1"), ("REQUEST_METHOD", "GET")]);
        assert_eq!(of(&served, "http://news.example/"), None);
    }

    #[test]
    fn hosts_that_are_reached_without() {
        let list =
            "a.example, .b.example *.c.example,10.0.0.0/8,::1,d.example:8080,192.0.2.7:81,fd00::/8,10/8";
        let some = proxies(&[("ALL_PROXY", "http://proxy:1"), ("no_proxy", list)]);
        for address in [
            "http://a.example/",
            "http://www.a.example/",
            "http://b.example/",
            "http://x.b.example/",
            "http://y.c.example/",
            "http://10.1.2.3/",
            "http://[::1]:99/",
            "http://d.example:8080/",
            "http://192.0.2.7:81/",
            "http://[fd00::1]/",
        ] {
            assert_eq!(of(&some, address), None, "{address}");
        }
        for address in [
            "http://aa.example/",
            "http://a.example.net/",
            "http://11.1.2.3/",
            "http://d.example/",
            "http://192.0.2.7/",
            "http://[::2]/",
        ] {
            assert!(of(&some, address).is_some(), "{address}");
        }
        let none = proxies(&[("ALL_PROXY", "http://proxy:1"), ("NO_PROXY", "*")]);
        assert_eq!(of(&none, "https://news.example/"), None);
    }
}
