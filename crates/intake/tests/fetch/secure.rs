//! Certificates, made here: good ones, and each way to be a bad one.

use crate::server::{Reply, get, serve};
use intake::fetch::{Error, Settings};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair, date_time_ymd};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

/// A server with a certificate, and the authority that signed it.
pub(crate) struct Secure {
    pub(crate) authority: String,
    signer: Vec<u8>,
}

impl Secure {
    /// A certificate for `name`, valid for the years from `from` to `until`.
    pub(crate) fn new(name: &str, from: i32, until: i32) -> Self {
        let signer_key = KeyPair::generate().expect("a key");
        let mut signer = CertificateParams::new(Vec::<String>::new()).expect("a certificate");
        signer.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let signer_certificate = signer.self_signed(&signer_key).expect("a certificate");
        let issuer = Issuer::new(signer, signer_key);
        let key = KeyPair::generate().expect("a key");
        let mut params = CertificateParams::new(vec![name.to_owned()]).expect("a certificate");
        (params.not_before, params.not_after) = (date_time_ymd(from, 1, 1), date_time_ymd(until, 1, 1));
        let certificate = params.signed_by(&key, &issuer).expect("a certificate");
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .expect("a certificate");
        Self { authority: listen(Arc::new(config)), signer: signer_certificate.der().to_vec() }
    }

    pub(crate) fn settings(&self) -> Settings {
        Settings {
            private: true,
            certificates: vec![self.signer.clone()],
            pause: Duration::ZERO,
            time: Duration::from_secs(5),
            ..Settings::default()
        }
    }

    fn get(&self) -> Result<String, Error> {
        let page = get(self.settings(), &format!("https://{}/", self.authority))?;
        Ok(String::from_utf8_lossy(&page.body).into_owned())
    }
}

fn listen(config: Arc<ServerConfig>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let authority = listener.local_addr().expect("an address").to_string();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let config = Arc::clone(&config);
            std::thread::spawn(move || {
                let Ok(connection) = ServerConnection::new(config) else { return };
                let mut stream = StreamOwned::new(connection, stream);
                let _ = serve(&mut stream, |asked| match asked.target() {
                    "/robots.txt" => Reply::new(404, &[], b""),
                    _ => Reply::page("secure"),
                });
                stream.conn.send_close_notify();
                let _ = std::io::Write::flush(&mut stream);
            });
        }
    });
    authority
}

#[test]
fn a_good_one() {
    assert_eq!(Secure::new("127.0.0.1", 2020, 2100).get(), Ok("secure".to_owned()));
}

#[test]
fn bad_ones_are_told_apart() {
    for (name, from, until, problem) in [
        ("127.0.0.1", 2010, 2020, "has expired (or the clock of this machine is wrong)"),
        ("127.0.0.1", 2090, 2100, "is not valid yet (or the clock of this machine is wrong)"),
        ("news.example", 2020, 2100, "is for another host"),
    ] {
        let expected = Error::Certificate { host: "127.0.0.1".to_owned(), problem: problem.to_owned() };
        assert_eq!(Secure::new(name, from, until).get(), Err(expected));
    }
    let server = Secure::new("127.0.0.1", 2020, 2100);
    let settings = Settings { certificates: Vec::new(), ..server.settings() };
    let error = get(settings, &format!("https://{}/", server.authority)).expect_err("not trusted");
    assert!(error.to_string().contains("signed by nobody that this machine trusts"), "{error}");
}

#[test]
fn no_secure_server_at_all() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("https://{}/", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = std::io::Read::read(&mut stream, &mut [0; 4096]);
            let _ = std::io::Write::write_all(&mut stream, b"HTTP/1.1 400 This is plain\r\n\r\n");
        }
    });
    let settings = Settings { private: true, ..Settings::default() };
    let error = get(settings, &address).expect_err("not secure");
    assert!(matches!(error, Error::Secure { .. }), "{error}");
}
