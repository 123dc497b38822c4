//! What `ureq` and the system say, as causes that a person can tell apart.

use super::Error;
use rustls::{CertificateError, Error as Tls};
use std::io;
use std::time::Duration;
use ureq::Error as Http;

/// The cause of a failed request. `whole` is the time that it was given, `proxied` whether it went
/// through a proxy.
pub(super) fn cause(error: Http, host: &str, whole: Duration, proxied: bool) -> Error {
    let host = host.to_owned();
    match error {
        Http::Timeout(ureq::Timeout::Connect | ureq::Timeout::Resolve) => {
            Error::Connection { host, reason: "it does not answer".to_owned() }
        }
        Http::Timeout(_) => Error::Time(whole),
        Http::HostNotFound => Error::UnknownHost(host),
        Http::ConnectProxyFailed(reason) => Error::Proxy { host, reason },
        Http::InvalidProxyUrl => Error::Proxy { host, reason: "its address cannot be read".to_owned() },
        Http::Rustls(error) => secure(&error, host),
        Http::Tls(reason) => Error::Secure { host, reason: reason.to_owned() },
        Http::Io(error) => system(&error, host, proxied),
        Http::Protocol(error) => Error::Protocol { host, reason: error.to_string() },
        Http::LargeResponseHeader(..) => {
            Error::Protocol { host, reason: "the head of the answer does not end".to_owned() }
        }
        Http::BadUri(reason) => Error::Address(reason),
        Http::Http(error) => Error::Address(error.to_string()),
        Http::Other(error) => match error.downcast::<Error>() {
            Ok(ours) => *ours,
            Err(error) => Error::Connection { host, reason: error.to_string() },
        },
        other => Error::Connection { host, reason: other.to_string() },
    }
}

fn system(error: &io::Error, host: String, proxied: bool) -> Error {
    if let Some(error) = error.get_ref().and_then(|inner| inner.downcast_ref::<Tls>()) {
        return secure(error, host);
    }
    let reason = match error.kind() {
        io::ErrorKind::UnexpectedEof
        | io::ErrorKind::ConnectionReset
        | io::ErrorKind::ConnectionAborted
        | io::ErrorKind::BrokenPipe => return Error::CutOff(host),
        io::ErrorKind::ConnectionRefused => "it refuses".to_owned(),
        // What a resolver says has no kind of its own.
        _ if error.to_string().contains("failed to lookup address") => return Error::UnknownHost(host),
        _ => error.to_string(),
    };
    if proxied { Error::Proxy { host, reason } } else { Error::Connection { host, reason } }
}

fn secure(error: &Tls, host: String) -> Error {
    let problem = match error {
        Tls::InvalidCertificate(error) => match error {
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
                "has expired (or the clock of this machine is wrong)".to_owned()
            }
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
                "is not valid yet (or the clock of this machine is wrong)".to_owned()
            }
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                "is for another host".to_owned()
            }
            CertificateError::UnknownIssuer => {
                "is signed by nobody that this machine trusts (SSL_CERT_FILE names further authorities)"
                    .to_owned()
            }
            CertificateError::Revoked => "was revoked".to_owned(),
            // How the checker says that a certificate signs itself.
            CertificateError::Other(other) if other.to_string().contains("CaUsedAsEndEntity") => {
                "signs itself".to_owned()
            }
            other => format!("cannot be used ({other})"),
        },
        other => return Error::Secure { host, reason: other.to_string() },
    };
    Error::Certificate { host, problem }
}
