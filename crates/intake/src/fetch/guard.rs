//! Which hosts may be asked: no request reaches into a private network by accident or by the will
//! of a page.
//!
//! A name is resolved once, the addresses that come out are checked, and only those that pass are
//! connected to: there is no second look-up that could give another answer. Through a proxy that
//! resolves names itself (HTTP, SOCKS 4a and 5h) only what the address spells out can be checked,
//! since nobody here learns what it stands for; what the proxy may reach is then the proxy's rule.

use super::location::authority;
use super::reserved::reserved;
use super::{Error, Settings};
use std::net::IpAddr;
use std::sync::Arc;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;
use url::{Host, Url};

/// What the settings allow.
#[derive(Clone, Debug)]
pub(super) struct Guard {
    private: bool,
    allowed: Arc<[String]>,
}

/// Names that stand for this machine or its network by definition (RFC 6761, 6762, 8375, 9476).
const INNER_NAMES: [&str; 6] = ["localhost", "local", "internal", "intranet", "lan", "home.arpa"];

impl Guard {
    pub(super) fn new(settings: &Settings) -> Self {
        let allowed = settings.allowed.iter().map(|host| host.to_ascii_lowercase()).collect();
        Self { private: settings.private, allowed }
    }

    /// Whether a host was allowed by name, with its port or for all ports.
    fn allows(&self, authority: &str) -> bool {
        let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host);
        self.private || self.allowed.iter().any(|allowed| allowed == authority || allowed == host)
    }

    /// What can be told from the address alone, before anybody is asked.
    pub(super) fn spelled_out(&self, url: &Url) -> Result<(), Error> {
        let kind = match url.host() {
            Some(Host::Ipv4(address)) => reserved(IpAddr::V4(address)),
            Some(Host::Ipv6(address)) => reserved(IpAddr::V6(address)),
            Some(Host::Domain(name)) => inner(name).then_some("this machine or its network"),
            None => None,
        };
        match kind {
            Some(kind) if !self.allows(&authority(url)) => {
                Err(Error::Private { host: url.host_str().unwrap_or_default().to_owned(), kind })
            }
            _ => Ok(()),
        }
    }
}

fn inner(name: &str) -> bool {
    let name = name.trim_end_matches('.');
    INNER_NAMES.iter().any(|inner| {
        name.strip_suffix(inner).is_some_and(|before| before.is_empty() || before.ends_with('.'))
    })
}

/// Resolves names for `ureq` and lets only allowed addresses through.
#[derive(Debug)]
pub(super) struct Checked {
    pub(super) guard: Guard,
    /// The proxy, which a person chose: it may be anywhere.
    pub(super) proxy: Option<Uri>,
    /// Whether everything goes to the proxy's address, whatever host is asked for.
    pub(super) forward: bool,
    pub(super) system: DefaultResolver,
}

impl Resolver for Checked {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        if let Some(proxy) = self.proxy.as_ref().filter(|proxy| self.forward || *proxy == uri) {
            return self.system.resolve(proxy, config, timeout);
        }
        let found = self.system.resolve(uri, config, timeout)?;
        let host = uri.host().unwrap_or_default().to_ascii_lowercase();
        let default = if uri.scheme_str() == Some("https") { 443 } else { 80 };
        if self.guard.allows(&format!("{host}:{}", uri.port_u16().unwrap_or(default))) {
            return Ok(found);
        }
        let mut public = self.empty();
        let mut refused = None;
        for address in &found {
            match reserved(address.ip()) {
                None => public.push(*address),
                Some(kind) => refused = Some(kind),
            }
        }
        match refused {
            Some(kind) if public.is_empty() => {
                Err(ureq::Error::Other(Box::new(Error::Private { host, kind })))
            }
            _ => Ok(public),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Checked, Guard, inner};
    use crate::fetch::Settings;
    use crate::fetch::location::parse;
    use ureq::unversioned::resolver::{DefaultResolver, Resolver};
    use ureq::unversioned::transport::NextTimeout;

    #[test]
    fn what_a_name_resolves_to_is_what_counts() {
        let resolve = |allowed: &[&str], proxy: Option<&str>, forward: bool, uri: &str| {
            let allowed = allowed.iter().map(|host| (*host).to_owned()).collect();
            let checked = Checked {
                guard: Guard::new(&Settings { allowed, ..Settings::default() }),
                proxy: proxy.map(|proxy| proxy.parse().expect("an address")),
                forward,
                system: DefaultResolver::default(),
            };
            let uri = uri.parse().expect("an address");
            let found = checked.resolve(
                &uri,
                &ureq::Agent::new_with_defaults().config().clone(),
                NextTimeout::default(),
            );
            found.map(|found| found.iter().map(ToString::to_string).collect::<Vec<_>>())
        };
        for inner in
            ["http://127.0.0.1/", "https://10.1.2.3/", "http://[::ffff:192.168.0.1]/", "http://localhost/"]
        {
            assert!(matches!(resolve(&[], None, false, inner), Err(ureq::Error::Other(_))), "{inner}");
        }
        let given =
            |allowed: &[&str], proxy, forward, uri| resolve(allowed, proxy, forward, uri).expect("addresses");
        assert_eq!(given(&[], None, false, "http://9.9.9.9:8080/"), ["9.9.9.9:8080"]);
        assert_eq!(given(&["127.0.0.1:443"], None, false, "https://127.0.0.1/"), ["127.0.0.1:443"]);
        assert!(resolve(&["127.0.0.1:443"], None, false, "http://127.0.0.1/").is_err());
        // The proxy may be anywhere; what it is not asked to resolve still may not.
        let proxy = Some("socks5://127.0.0.1:1080/");
        assert_eq!(given(&[], proxy, false, "socks5://127.0.0.1:1080/"), ["127.0.0.1:1080"]);
        assert!(resolve(&[], proxy, false, "http://127.0.0.1:1081/").is_err());
        let proxy = Some("http://127.0.0.1:3128/");
        assert_eq!(given(&[], proxy, true, "http://news.example/"), ["127.0.0.1:3128"]);
    }

    #[test]
    fn names_of_this_machine() {
        for name in ["localhost", "a.localhost", "localhost.", "printer.local", "metadata.provider.internal"]
        {
            assert!(inner(name), "{name}");
        }
        for name in ["localhost.example", "thelocal.example", "notlocal", "local.news.example"] {
            assert!(!inner(name), "{name}");
        }
    }

    #[test]
    fn what_was_allowed_passes_and_nothing_else() {
        let allowed = vec!["127.0.0.1:8080".to_owned(), "[::1]".to_owned(), "Desk.local".to_owned()];
        let guard = Guard::new(&Settings { allowed, ..Settings::default() });
        let passes = |address: &str| guard.spelled_out(&parse(address).expect("an address")).is_ok();
        assert!(passes("http://127.0.0.1:8080/a"));
        assert!(passes("http://[::1]:8081/a"));
        assert!(passes("http://desk.local/a"));
        assert!(passes("http://news.example/a"));
        assert!(!passes("http://127.0.0.1:8081/a"));
        assert!(!passes("http://localhost:8080/a"));
        assert!(!passes("http://[::ffff:127.0.0.1]:8080/a"));
    }
}
