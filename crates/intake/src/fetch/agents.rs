//! `ureq` set up: one agent for each way to a host.

use super::forward::ForwardConnector;
use super::guard::{Checked, Guard};
use super::proxies::Proxies;
use super::{Error, Settings};
use base64::prelude::{BASE64_STANDARD, Engine};
use std::collections::BTreeMap;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::{Connector, DefaultConnector, TcpConnector};
use ureq::{Agent, Proxy};
use url::Url;

/// Ways to hosts, each with the connections that it keeps open.
#[derive(Debug)]
pub(super) struct Agents {
    direct: Agent,
    /// By what the environment says and the scheme of the address.
    through: BTreeMap<(String, bool), Way>,
    proxies: Proxies,
}

/// An agent, and what its requests carry for the proxy.
#[derive(Debug)]
pub(super) struct Way {
    pub(super) agent: Agent,
    pub(super) credentials: Option<String>,
}

impl Agents {
    pub(super) fn new(settings: &Settings, guard: &Guard) -> Result<Self, Error> {
        let certificates = certificates(settings);
        let config = |proxy: Option<Proxy>| -> Config {
            Agent::config_builder()
                .proxy(proxy)
                .user_agent(&settings.user_agent)
                .accept(ACCEPT)
                .accept_encoding(crate::unpack::ACCEPTED)
                .http_status_as_error(false)
                .max_redirects(0)
                .max_response_header_size(64 << 10)
                .timeout_connect(Some(settings.connect))
                .timeout_resolve(Some(settings.connect))
                .tls_config(TlsConfig::builder().root_certs(certificates.clone()).build())
                .build()
        };
        let checked = |proxy: Option<Uri>, forward: bool| Checked {
            guard: guard.clone(),
            proxy,
            forward,
            system: DefaultResolver::default(),
        };
        let direct = Agent::with_parts(config(None), DefaultConnector::new(), checked(None, false));
        let mut through = BTreeMap::new();
        for (text, secure) in settings.proxies.all() {
            let proxy = parse(text)?;
            let uri = Some(proxy.uri().clone());
            let plain = proxy.uri().scheme_str() == Some("http");
            let way = if plain && !secure {
                let connector = TcpConnector::default().chain(ForwardConnector);
                let credentials = credentials(text);
                Way { agent: Agent::with_parts(config(None), connector, checked(uri, true)), credentials }
            } else {
                let connector = DefaultConnector::new();
                let agent = Agent::with_parts(config(Some(proxy)), connector, checked(uri, false));
                Way { agent, credentials: None }
            };
            through.insert((text.to_owned(), secure), way);
        }
        Ok(Self { direct, through, proxies: settings.proxies.clone() })
    }

    /// The agent for an address, what its requests carry for a proxy, and whether there is one.
    pub(super) fn of(&self, url: &Url) -> (&Agent, Option<&str>, bool) {
        let secure = url.scheme() == "https";
        let way = self.proxies.of(url).and_then(|proxy| self.through.get(&(proxy.to_owned(), secure)));
        match way {
            Some(way) => (&way.agent, way.credentials.as_deref(), true),
            None => (&self.direct, None, false),
        }
    }
}

const ACCEPT: &str = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, \
                      application/feed+json, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5";

/// The certificates of the system, since an institution may have its own; where a machine has none,
/// those that come with the program; beside them what the caller trusts.
fn certificates(settings: &Settings) -> RootCerts {
    let system = rustls_native_certs::load_native_certs().certs;
    if system.is_empty() && settings.certificates.is_empty() {
        return RootCerts::WebPki;
    }
    let system = system.iter().map(|certificate| Certificate::from_der(certificate).to_owned());
    let added = settings.certificates.iter().map(|bytes| Certificate::from_der(bytes).to_owned());
    RootCerts::from(system.chain(added))
}

/// A proxy as the environment writes it; without a scheme it is an HTTP proxy.
fn parse(text: &str) -> Result<Proxy, Error> {
    // Not the text itself: it may hold a password.
    let wrong = || {
        Error::Setting(
            "a proxy of the environment cannot be read; write it as http://host:port or socks5://host:port"
                .to_owned(),
        )
    };
    Proxy::new(text).map_err(|_| wrong())
}

/// Name and password for a proxy that is asked in plain HTTP.
fn credentials(text: &str) -> Option<String> {
    let proxy = Proxy::new(text).ok()?;
    let name = proxy.username()?;
    let word = format!("{name}:{}", proxy.password().unwrap_or_default());
    Some(format!("Basic {}", BASE64_STANDARD.encode(word)))
}

#[cfg(test)]
mod tests {
    use super::{credentials, parse};

    #[test]
    fn credentials_are_written_as_the_scheme_wants() {
        assert_eq!(credentials("http://desk:a%20b@proxy:1").as_deref(), Some("Basic ZGVzazphIGI="));
        assert_eq!(credentials("proxy:1"), None);
    }

    #[test]
    fn a_proxy_that_cannot_be_read_is_named_without_its_password() {
        let error = parse("ftp://desk:secret@proxy").expect_err("no proxy").to_string();
        assert!(!error.contains("secret"), "{error}");
        assert!(parse("proxy.example:3128").is_ok());
    }
}
