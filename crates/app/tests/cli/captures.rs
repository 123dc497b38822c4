//! Pages and archives as files: good ones, and those that are broken, too large, or in an odd
//! encoding.

use crate::call::{FERRY, Folder};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

const PAGE: &str = "<!DOCTYPE html><html lang=en><head><title>Ferry runs aground</title></head><body><article>\
    <h1>Ferry runs aground</h1><p>A ferry ran aground near the old lighthouse shortly after dawn on Tuesday, the \
    coastguard said in a statement.</p><p>Nobody was badly hurt, and divers will look at the hull on Thursday, a \
    spokeswoman told reporters.</p></article></body></html>";

const JAPANESE: &str = "<html lang=ja><head><meta charset=utf-8><title>フェリー座礁</title></head><body><article>\
    <h1>フェリー座礁</h1><p>火曜日の朝、灯台の近くでフェリーが座礁した。海上保安庁によると、けが人はいないという。\
    船長は「風が強かった」と話している。</p><p>木曜日にはダイバーが船体を調べる予定だ。船会社は調査に協力するとしている。\
    </p></article></body></html>";

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(bytes).expect("packed");
    gzip.finish().expect("packed")
}

fn response(address: &str, page: &str) -> Vec<u8> {
    let message = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}");
    let head = format!("WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nContent-Length: ");
    format!("{head}{}\r\n\r\n{message}\r\n\r\n", message.len()).into_bytes()
}

#[test]
fn a_folder_of_mixed_kinds() {
    let warc = packed(&response("https://harbour.example/warc", &PAGE.replace("dawn", "noon")));
    let feed = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Harbour Post</title><item><title>Fire \
        in Marsa</title><link>https://harbour.example/fire</link><description>A fire broke out in Marsa on Monday, \
        the fire brigade said.</description></item></channel></rss>";
    let folder = Folder::new()
        .with("in/a.txt", FERRY)
        .with("in/b.html", PAGE)
        .with("in/c.dat", warc)
        .with("in/d.jsonl", "{\"id\": \"j\", \"text\": \"A flood.\"}")
        .with("in/e.xml", feed)
        .with("in/f.pdf", "%PDF-1.4")
        .with("in/g.html.gz", packed(PAGE.as_bytes()));
    let call = folder.run(&["extract", "in"]).ends(1, &["f.pdf: a PDF"]);
    let ids = ["in/a.txt", "in/b.html", "https://harbour.example/warc", "j", "https://harbour.example/fire"];
    assert_eq!(call.ids(), [&ids[..], &["in/g.html.gz"]].concat());
}

#[test]
fn the_number_of_jobs_changes_nothing_in_an_archive() {
    let folder = Folder::new();
    let mut warc = Vec::new();
    for number in 0..300 {
        let mut record = packed(&response(
            &format!("https://harbour.example/{}", number % 250),
            &PAGE.replace("Tuesday", &format!("day {}", number % 270)),
        ));
        if number % 50 == 7 {
            let middle = record.len() / 2;
            record[middle] ^= 0xff;
        }
        warc.extend(record);
    }
    let folder = folder.with("a.warc.gz", warc);
    let [one, two, nine] = ["1", "2", "9"]
        .map(|jobs| folder.run(&["extract", "--jobs", jobs, "a.warc.gz"]).ends(1, &["a.warc.gz@"]));
    assert!(one.ids().iter().any(|id| id == "https://harbour.example/19#2"), "read again with another text");
    assert_eq!((&one.out, &one.said), (&two.out, &two.said));
    assert_eq!((&one.out, &one.said), (&nine.out, &nine.said));
}

#[test]
fn a_page_in_another_encoding_than_it_says() {
    let bytes = encoding_rs::SHIFT_JIS.encode(JAPANESE).0.into_owned();
    let call = Folder::new().with("a.html", bytes).run(&["extract", "a.html"]).ends(0, &[]);
    let report = &call.lines()[0];
    assert_eq!((&report["title"], &report["language"]), (&"フェリー座礁".into(), &"ja".into()));
    assert!(report["notices"].to_string().contains("Shift_JIS"), "{}", report["notices"]);
}

#[test]
fn nul_in_a_page() {
    let page = PAGE.replace("lighthouse", "light\0house");
    let call = Folder::new().with("a.html", page).run(&["extract", "a.html"]).ends(0, &[]);
    let report = &call.lines()[0];
    assert!(report["text"].to_string().contains("near the old lighthouse shortly"));
    assert!(report["notices"].to_string().contains("NUL"));
}

#[test]
fn a_page_that_is_cut_off_and_one_with_something_behind_it() {
    let whole = packed(PAGE.as_bytes());
    let folder = Folder::new()
        .with("cut.html.gz", &whole[..whole.len() - 20])
        .with("more.html.gz", [whole.as_slice(), b"something else"].concat())
        .with("padded.html.gz", [whole.as_slice(), &[0; 512]].concat());
    let call = folder.run(&["extract", "."]).ends(1, &["cut.html.gz: broken or cut off", "1 of 3"]);
    let reports = call.lines();
    assert!(reports[0]["notices"].to_string().contains("behind the end of the gzip data"));
    assert!(!reports[1]["notices"].to_string().contains("behind the end"));
}

#[test]
fn lines_before_a_cut_are_kept() {
    let lines: Vec<String> =
        (0..9000).map(|id| format!("{{\"id\": {id}, \"text\": \"A fire in {}.\"}}", id * 7)).collect();
    let whole = packed(lines.join("\n").as_bytes());
    let call = Folder::new()
        .with("cut.jsonl.gz", &whole[..whole.len() / 2])
        .run(&["extract", "cut.jsonl.gz"])
        .ends(1, &["cut.jsonl.gz:", "broken or cut off"]);
    assert!(call.lines().len() > 100);
}

#[test]
fn pages_that_are_too_large() {
    let folder = Folder::new().with("a.html", PAGE);
    let file = std::fs::OpenOptions::new().append(true).open(folder.path().join("a.html")).expect("a file");
    file.set_len(200 << 20).expect("200 MB, of which few are on the disk");
    let bomb = packed(&[PAGE.as_bytes(), &vec![b' '; 40 << 20]].concat());
    assert!(bomb.len() < 100_000);
    let folder = folder.with("bomb.html.gz", bomb).with("good.html", PAGE);
    let call = folder
        .run(&["extract", "."])
        .ends(1, &["a.html: a page of more than 32 MB", "bomb.html.gz: a page of more", "--max-page"]);
    assert_eq!(call.ids(), ["./good.html"]);
    folder.run(&["extract", "--max-page", "64", "bomb.html.gz"]).ends(0, &[]);
}

#[test]
fn a_bomb_inside_an_archive() {
    let page = packed(&[PAGE.as_bytes(), &vec![b' '; 40 << 20]].concat());
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n";
    let length = head.len() + page.len();
    let record = format!("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {length}\r\n\r\n{head}");
    let good = response("https://harbour.example/good", PAGE);
    let warc = [record.as_bytes(), &page, b"\r\n\r\n", &good].concat();
    let call = Folder::new()
        .with("a.warc.gz", packed(&warc))
        .run(&["extract", "a.warc.gz"])
        .ends(1, &["a.warc.gz@0: a page that unpacks to more than the limit"]);
    assert_eq!(call.ids(), ["https://harbour.example/good"]);
}
