//! Addresses among the paths, against a server of our own on loopback.

use crate::call::{Call, FERRY, FERRY_TOO, Folder};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::Arc;

/// Serves pages by their path; "HOST" in them is its own address.
struct Server(String);

impl Server {
    fn new(pages: &[(&str, &str)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let host = format!("http://{}", listener.local_addr().expect("an address"));
        let pages: BTreeMap<String, String> =
            pages.iter().map(|(path, page)| ((*path).to_owned(), page.replace("HOST", &host))).collect();
        let pages = Arc::new(pages);
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let pages = Arc::clone(&pages);
                std::thread::spawn(move || {
                    let lines = BufReader::new(&mut stream).lines().map_while(Result::ok);
                    let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
                    let path = head.first().and_then(|line| line.split(' ').nth(1)).unwrap_or_default();
                    let (status, page) = pages.get(path).map_or((404, ""), |page| (200, page));
                    let length = page.len();
                    let _ = write!(
                        stream,
                        "HTTP/1.1 {status} Word\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{page}"
                    );
                });
            }
        });
        Self(host)
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

/// Runs `extract` without pauses and without the proxies of whoever runs the tests.
fn extract(folder: &Folder, arguments: &[&str]) -> Call {
    let fast = ["extract", "--allow-private", "--pause", "0"];
    let mut command = folder.command(&[&fast[..], arguments].concat());
    for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    Call::of(command.output().expect("the program runs"))
}

#[test]
fn addresses_and_files_in_the_order_of_the_call() {
    let server = Server::new(&[
        ("/one", FERRY),
        ("/two.jsonl", "{\"id\": \"a\", \"text\": \"A fire.\"}\n{\"id\": \"b\", \"text\": \"A flood.\"}\n"),
        ("/paper", "%PDF-1.7 and so on"),
    ]);
    let folder = Folder::new().with("too.txt", FERRY_TOO);
    let [one, two, none, paper] = ["/one", "/two.jsonl", "/none", "/paper"].map(|path| server.url(path));
    let call = extract(&folder, &[&one, &none, "too.txt", &paper, &two]).ends(
        1,
        &[
            &format!("{none}: there is no such page (status 404)"),
            &format!("{paper}: a PDF"),
            "2 of 6 could not be read",
        ],
    );
    assert_eq!(call.ids(), [&one, "too.txt", "a", "b"]);
}

#[test]
fn private_addresses_are_refused_and_no_password_is_shown() {
    let server = Server::new(&[("/one", FERRY)]);
    let url = server.url("/one").replace("http://", "http://desk:secret@");
    let call = Folder::new().run(&["read", &url]).ends(2, &["127.0.0.1", "--allow-private allows it"]);
    assert!(!call.said.contains("secret"), "{}", call.said);
}

const FEED: &str = "<?xml version='1.0'?><rss version='2.0'><channel><title>Harbour Post</title>
    <item><title>Ferry runs aground</title><link>HOST/one</link><description>A ferry ran aground off Marsa.</description></item>
    <item><title>Ferry strikes rocks</title><link>HOST/two</link><description>A ferry struck rocks.</description></item>
    <item><title>Gone</title><link>HOST/gone</link><description>What is no more.</description></item>
    </channel></rss>";

#[test]
fn a_feed_gives_its_entries_or_their_pages() {
    let server = Server::new(&[("/feed", FEED), ("/one", FERRY), ("/two", FERRY_TOO)]);
    let folder = Folder::new();
    let feed = server.url("/feed");
    let entries = extract(&folder, &[&feed]).ends(0, &[]);
    assert_eq!(entries.ids(), ["/one", "/two", "/gone"].map(|path| server.url(path)));
    assert!(entries.lines()[0]["notices"].to_string().contains("summary"));
    let pages = extract(&folder, &["--follow", &feed]).ends(1, &["/gone: there is no such page"]);
    assert_eq!(pages.ids(), ["/one", "/two"].map(|path| server.url(path)));
    assert!(pages.out.contains("harbour master"));
    let some = extract(&folder, &["--follow", "--max-links", "1", &feed]);
    let some = some.ends(1, &["the first 1 of its addresses are fetched, 2 are not; raise --max-links"]);
    assert_eq!(some.ids(), [server.url("/one")]);
}

#[test]
fn lists_lead_to_feeds_and_pages_and_not_in_circles() {
    let server = Server::new(&[
        (
            "/map",
            "<sitemapindex><sitemap><loc>HOST/map</loc></sitemap><sitemap><loc>HOST/pages</loc></sitemap></sitemapindex>",
        ),
        ("/pages", "<urlset><url><loc>HOST/one</loc></url><url><loc>HOST/two</loc></url></urlset>"),
        ("/opml", "<opml version='2.0'><body><outline text='Post' xmlUrl='HOST/feed'/></body></opml>"),
        ("/feed", FEED),
        ("/one", FERRY),
        ("/two", FERRY_TOO),
    ]);
    let folder = Folder::new().with("last.txt", FERRY);
    let call = extract(&folder, &[&server.url("/map"), "last.txt"]).ends(0, &[]);
    assert_eq!(call.ids(), [&server.url("/one"), &server.url("/two"), "last.txt"]);
    let call = extract(&folder, &[&server.url("/opml")]).ends(0, &[]);
    assert_eq!(call.ids().len(), 3);
}

#[test]
fn a_list_in_a_file_is_gone_after_only_when_asked() {
    let server = Server::new(&[("/feed", FEED)]);
    let opml = format!(
        "<opml version='2.0'><body><outline text='Post' xmlUrl='{}'/></body></opml>",
        server.url("/feed")
    );
    let folder = Folder::new().with("in/a.opml", opml).with("in/b.txt", FERRY);
    extract(&folder, &["in"]).ends(1, &["in/a.opml: a list of addresses"]);
    // The pages of the list stand in its place.
    let call = extract(&folder, &["--follow", "in"]);
    assert_eq!(call.ids(), ["in/b.txt"], "{}", call.said);
    assert!(call.said.contains("/one: there is no such page"), "{}", call.said);
}

#[test]
fn what_cannot_be_is_said_before_anything_is_fetched() {
    let folder = Folder::new();
    folder
        .run(&["extract", "--timeout", "never", "https://news.example/"])
        .ends(2, &["not a number of seconds"]);
    folder.run(&["extract", "--user-agent", "a\nb", "https://news.example/"]).ends(2, &["user agent"]);
    let mut command = folder.command(&["extract", "https://news.example/"]);
    let call =
        Call::of(command.env("https_proxy", "ftp://desk:secret@proxy").output().expect("the program runs"));
    let call = call.ends(2, &["a proxy of the environment cannot be read"]);
    assert!(!call.said.contains("secret"));
}
