//! A small HTTP server: what it answers is a function of the request.

use intake::fetch::{Client, Error, Fetched, Page, Settings};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// A request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// Method, target and version.
    pub(crate) line: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) at: Instant,
}

impl Asked {
    pub(crate) fn target(&self) -> &str {
        self.line.split(' ').nth(1).unwrap_or_default()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// What is sent: pieces, each after a wait.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reply(pub(crate) Vec<(Duration, Vec<u8>)>);

impl Reply {
    /// Status, headers and body.
    pub(crate) fn new(status: u16, headers: &[(&str, &str)], body: &[u8]) -> Self {
        let mut head =
            format!("HTTP/1.1 {status} Word\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        let bytes = [head.as_bytes(), b"\r\n", body].concat();
        Self(vec![(Duration::ZERO, bytes)])
    }

    pub(crate) fn page(body: &str) -> Self {
        Self::new(200, &[("Content-Type", "text/html; charset=utf-8")], body.as_bytes())
    }

    pub(crate) fn raw(bytes: &[u8]) -> Self {
        Self(vec![(Duration::ZERO, bytes.to_vec())])
    }

    pub(crate) fn to(location: &str) -> Self {
        Self::new(302, &[("Location", location)], b"")
    }
}

/// A server that runs until the tests end.
pub(crate) struct Server {
    pub(crate) authority: String,
    log: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    /// Serves what `answer` says; without a word of it, `robots.txt` is not there.
    pub(crate) fn new(answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Self {
        Self::with_rules(move |asked| match asked.target() {
            "/robots.txt" => Reply::new(404, &[], b""),
            _ => answer(asked),
        })
    }

    /// The same with a `robots.txt` of its own.
    pub(crate) fn with_rules(answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let authority = listener.local_addr().expect("an address").to_string();
        let log: Arc<Mutex<Vec<Asked>>> = Arc::default();
        let (answer, heard) = (Arc::new(answer), Arc::clone(&log));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (answer, heard) = (Arc::clone(&answer), Arc::clone(&heard));
                std::thread::spawn(move || {
                    let _ = serve(stream, |asked| {
                        heard.lock().expect("the log").push(asked.clone());
                        answer(asked)
                    });
                });
            }
        });
        Self { authority, log }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.authority)
    }

    /// What was asked for, without the rules.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        let mut asked = self.log.lock().expect("the log").clone();
        asked.retain(|asked| asked.target() != "/robots.txt");
        asked
    }

    /// How often the rules were asked for.
    pub(crate) fn asked_for_rules(&self) -> usize {
        let all = self.log.lock().expect("the log").len();
        all - self.asked().len()
    }

    /// Settings for tests: this server is allowed, nothing takes long.
    pub(crate) fn settings(&self) -> Settings {
        Settings {
            allowed: vec![self.authority.clone()],
            time: Duration::from_secs(5),
            connect: Duration::from_secs(2),
            pause: Duration::ZERO,
            ..Settings::default()
        }
    }

    /// Fetches one page of this server.
    pub(crate) fn get(&self, path: &str) -> Result<Page, Error> {
        get(self.settings(), &self.url(path))
    }
}

/// Fetches one page.
pub(crate) fn get(settings: Settings, address: &str) -> Result<Page, Error> {
    match Client::new(settings)?.get(address, None)? {
        Fetched::Page(page) => Ok(page),
        Fetched::Unchanged { .. } => unreachable!("nothing was known of it"),
    }
}

/// Reads the head of one request and answers it.
pub(crate) fn serve<S: Read + Write>(stream: S, answer: impl FnOnce(&Asked) -> Reply) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    let asked = head(&mut stream)?;
    for (wait, piece) in answer(&asked).0 {
        std::thread::sleep(wait);
        stream.get_mut().write_all(&piece)?;
        stream.get_mut().flush()?;
    }
    Ok(())
}

/// The head of a request.
pub(crate) fn head(stream: &mut impl BufRead) -> std::io::Result<Asked> {
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        lines.push(line.trim().to_owned());
    }
    let split = |line: &String| {
        line.split_once(": ").map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
    };
    let headers = lines.iter().skip(1).filter_map(split).collect();
    Ok(Asked { line: lines.first().cloned().unwrap_or_default(), headers, at: Instant::now() })
}

/// Both directions of two connections, until one ends.
pub(crate) fn join(left: TcpStream, right: TcpStream) {
    for (mut from, mut to) in [(left.try_clone(), right.try_clone()), (Ok(right), Ok(left))]
        .into_iter()
        .filter_map(|(from, to)| Some((from.ok()?, to.ok()?)))
    {
        std::thread::spawn(move || {
            let _ = std::io::copy(&mut from, &mut to);
            let _ = to.shutdown(std::net::Shutdown::Write);
        });
    }
}
