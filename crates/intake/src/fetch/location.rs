//! Addresses of pages: what may be asked for at all.

use super::Error;
use url::Url;

/// Whether an argument of a call is an address of the web rather than the name of a file.
#[must_use]
pub fn is_address(argument: &str) -> bool {
    let scheme = argument.split_once("://").map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
}

/// An address as typed for messages: a password is nobody's business.
pub(super) fn shown(address: &str) -> String {
    match Url::parse(address.trim()) {
        Ok(mut url) if !url.username().is_empty() || url.password().is_some() => {
            let _ = url.set_username("");
            let _ = url.set_password(None);
            url.to_string()
        }
        _ => address.trim().to_owned(),
    }
}

/// An address as typed, without name and password and without the part that only a browser uses.
pub(super) fn parse(address: &str) -> Result<Url, Error> {
    let url = Url::parse(address.trim()).map_err(|error| Error::Address(error.to_string()))?;
    usable(url)
}

/// Where an answer sends, seen from where it came.
pub(super) fn onward(from: &Url, location: &str) -> Result<Url, Error> {
    usable(from.join(location.trim()).map_err(|error| Error::Address(error.to_string()))?)
}

fn usable(mut url: Url) -> Result<Url, Error> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Error::Scheme(url.scheme().to_owned()));
    }
    if url.host_str().is_none_or(str::is_empty) {
        return Err(Error::Address("it names no host".to_owned()));
    }
    let port = url.port_or_known_default().unwrap_or_default();
    if OTHER_SERVICES.contains(&port) {
        return Err(Error::Port(port));
    }
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.set_fragment(None);
    Ok(url)
}

/// Host and port as one word.
pub(super) fn authority(url: &Url) -> String {
    let port = url.port_or_known_default().unwrap_or_default();
    format!("{}:{port}", url.host_str().unwrap_or_default())
}

/// Ports of services that are no web servers; browsers refuse the same ones (the "bad ports" of the
/// Fetch standard), for a request could be taken for a command there.
const OTHER_SERVICES: [u16; 83] = [
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103,
    104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514,
    515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723,
    2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
];

#[cfg(test)]
mod tests {
    use super::{Error, is_address, onward, parse};

    #[test]
    fn addresses_are_told_from_names_of_files() {
        assert!(is_address("https://news.example/a"));
        assert!(is_address("HTTP://news.example"));
        for file in ["report.txt", "C:\\report.txt", "file:///etc/passwd", "ftp://news.example/a", "-"] {
            assert!(!is_address(file), "{file}");
        }
    }

    #[test]
    fn names_passwords_and_fragments_are_not_sent() {
        let url = parse("https://reader:secret@news.example/a?b=1#c").expect("an address");
        assert_eq!(url.as_str(), "https://news.example/a?b=1");
    }

    #[test]
    fn numbers_written_oddly_are_the_same_host() {
        for odd in ["http://0x7f.1/", "http://2130706433/", "http://127.0.0.1./", "http://0177.0.0.1/"] {
            assert_eq!(parse(odd).expect("an address").host_str(), Some("127.0.0.1"), "{odd}");
        }
    }

    #[test]
    fn only_the_web() {
        assert!(matches!(parse("http://news.example:25/"), Err(Error::Port(25))));
        assert!(matches!(parse("gopher://news.example/"), Err(Error::Scheme(_))));
        assert!(matches!(parse("http://"), Err(Error::Address(_))));
        assert!(matches!(parse("not an address"), Err(Error::Address(_))));
        let from = parse("https://news.example/a/b").expect("an address");
        assert!(matches!(onward(&from, "file:///etc/passwd"), Err(Error::Scheme(_))));
        assert_eq!(onward(&from, "../c").expect("an address").as_str(), "https://news.example/c");
        assert_eq!(onward(&from, "//b.example/").expect("an address").as_str(), "https://b.example/");
    }
}
