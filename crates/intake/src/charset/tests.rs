//! What the decoding of pages and texts must hold.

use super::{domain, page, text};
use encoding_rs::{EUC_JP, GBK, ISO_2022_JP, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};

const JAPANESE: &str =
    "火曜日の朝、フェリーが灯台の近くで座礁した。海上保安庁によると、けが人はいないという。";

fn html(meta: &str, body: &str) -> String {
    format!("<html><head>{meta}<title>…</title></head><body><p>{body}</p></body></html>").replace('…', "x")
}

#[test]
fn marks_and_old_encodings() {
    assert_eq!(text("\u{feff}Café".into()), ("Café".into(), None));
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("Łódź".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(text(wide).0, "Łódź");
    let (decoded, notice) =
        text(b"The caf\xe9 on the Champs-\xc9lys\xe9es was closed, the mayor said.".to_vec());
    assert!(decoded.contains("café") && decoded.contains("Élysées"));
    assert!(notice.is_some_and(|notice| notice.contains("windows-1252")));
}

#[test]
fn one_bad_byte_does_not_change_the_rest() {
    let good = "“Yes”, she said – “and no”.";
    assert_eq!(text(good.into()), (good.into(), None));
    let (decoded, notice) = text([good.as_bytes(), &[0xff]].concat());
    assert!(decoded.starts_with("“Yes”") && notice.is_some());
    let labelled = html("<meta charset=windows-1252>", &good.repeat(4));
    let (decoded, notice) = page([labelled.as_bytes(), &[0xff]].concat(), None, None);
    assert!(decoded.contains("“Yes”") && notice.is_some_and(|notice| notice.contains("but UTF-8")));
}

#[test]
fn the_label_of_the_server_then_of_the_page() {
    let body = html("<meta charset=gbk>", "渡轮");
    let bytes = GBK.encode(&body).0.into_owned();
    assert_eq!(page(bytes, None, None), (body, None));
    let body = html("", "паром сел на мель");
    let bytes = WINDOWS_1251.encode(&body).0.into_owned();
    assert_eq!(page(bytes, Some("windows-1251"), None), (body, None));
    let body = html("<meta charset=utf-8>", "A café");
    let bytes = WINDOWS_1252.encode(&body).0.into_owned();
    assert_eq!(page(bytes, Some("ISO-8859-1"), None), (body, None));
}

#[test]
fn a_label_that_does_not_hold_is_overruled() {
    for (encoding, label) in [(SHIFT_JIS, "utf-8"), (SHIFT_JIS, "euc-jp"), (EUC_JP, "shift_jis")] {
        let body = html(&format!("<meta charset={label}>"), JAPANESE);
        let (decoded, notice) = page(encoding.encode(&body).0.into_owned(), None, None);
        assert_eq!(decoded, body);
        assert!(notice.is_some_and(|notice| notice.contains(encoding.name())));
    }
    let utf8 = html("<meta charset=iso-8859-1>", "“Yes”");
    assert_eq!(page(utf8.clone().into(), Some("iso-8859-1"), None), (utf8, None));
}

#[test]
fn without_a_label_it_is_detected() {
    let body = html("", JAPANESE);
    assert_eq!(page(SHIFT_JIS.encode(&body).0.into_owned(), None, None).0, body);
    assert_eq!(page(ISO_2022_JP.encode(&body).0.into_owned(), None, None), (body, None));
}

#[test]
fn utf_16_without_a_mark() {
    let body = html("<meta charset=utf-16>", "“Yes”");
    let little = body.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big = body.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(page(little, None, None), (body.clone(), None));
    assert_eq!(page(big, None, None), (body, None));
}

#[test]
fn nul_is_dropped() {
    let (decoded, notice) = page(b"<p>A\0 fire.</p>".to_vec(), None, None);
    assert_eq!(decoded, "<p>A fire.</p>");
    assert!(notice.is_some());
}

#[test]
fn hints_of_an_address() {
    assert_eq!(domain("https://news.example.jp:8080/a?b"), Some("jp"));
    for address in ["nowhere", "http://", "http://127.0.0.1/", "http://[::1]/", "http://A.JP/"] {
        assert_eq!(domain(address), None, "{address}");
    }
}
