//! Whether a page is something else than an article.

use super::{Read, shown};
use html5ever::local_name;

/// Bytes of text that a page of another kind has at most, where only its words speak.
const FEW: usize = 600;
/// Links that are headlines, on a page that lists articles.
const TEASERS: usize = 8;

/// What sort of page it is; `None` for articles and where it cannot be told.
pub(super) fn kind(read: Read<'_>) -> Option<&'static str> {
    if read.length() < FEW
        && let Some(kind) = failed(read)
    {
        return Some(kind);
    }
    if read.address.is_some_and(is_root) && !is_told_article(read) {
        return Some("a home page");
    }
    of_types(read).or_else(|| of_teasers(read))
}

/// The page is said to be an article, by itself or by its words for networks.
fn is_told_article(read: Read<'_>) -> bool {
    read.linked.articles().next().is_some()
        || open_graph_type(read).is_some_and(|kind| kind.starts_with("article"))
}

fn open_graph_type<'p>(read: Read<'p>) -> Option<&'p str> {
    let tree = read.tree;
    let mut all = tree.all(local_name!("meta"));
    let kind = all.find(|&id| tree.attribute(id, &local_name!("property")) == Some("og:type"))?;
    tree.attribute(kind, &local_name!("content")).map(str::trim)
}

/// Whether the address is a site's first page.
fn is_root(address: &str) -> bool {
    let Some((_, rest)) = address.split_once("://").filter(|(scheme, _)| scheme.starts_with("http")) else {
        return false;
    };
    let path = rest.split_once('/').map_or("", |(_, path)| path);
    let path = path.split(['?', '#']).next().unwrap_or("").trim_end_matches('/');
    !address.contains("?p=") && matches!(path, "" | "index.html" | "index.htm" | "index.php" | "home" | "en")
}

/// By what the page says that it is.
fn of_types(read: Read<'_>) -> Option<&'static str> {
    if is_told_article(read) {
        return None;
    }
    let is = |kinds: &[&str]| kinds.iter().any(|kind| read.linked.has_type(kind));
    if is(&["SearchResultsPage"]) {
        Some("a page of search results")
    } else if is(&["CollectionPage"]) && teasers(read) >= TEASERS / 2 {
        Some("a list of articles")
    } else if is(&["ImageGallery", "MediaGallery"]) && read.length() < FEW {
        Some("a gallery of pictures")
    } else if is(&["VideoObject"]) && read.length() < FEW {
        Some("a video")
    } else {
        None
    }
}

/// A page that failed, or that waits for something before it shows anything.
fn failed(read: Read<'_>) -> Option<&'static str> {
    const MISSING: [&str; 8] = [
        "404",
        "page not found",
        "not found",
        "page can't be found",
        "page can’t be found",
        "page could not be found",
        "page doesn't exist",
        "page does not exist",
    ];
    const REFUSED: [&str; 9] = [
        "access denied",
        "403 forbidden",
        "just a moment",
        "attention required",
        "are you a robot",
        "are you human",
        "verify you are human",
        "security check",
        "pardon our interruption",
    ];
    const WAITS: [&str; 5] = [
        "enable javascript",
        "javascript is disabled",
        "requires javascript",
        "turn on javascript",
        "enable cookies",
    ];
    let tree = read.tree;
    let title = tree.all(local_name!("title")).next().map(|id| tree.text_within(id)).unwrap_or_default();
    let titles = format!("{} {}", title, read.headline.unwrap_or("")).to_lowercase();
    let says = |words: &[&str]| words.iter().any(|words| titles.contains(words));
    if says(&MISSING) && (titles.contains("page") || titles.contains("404") || titles.contains("error")) {
        return Some("the page of an error: nothing was found under the address");
    }
    if says(&REFUSED) {
        return Some("the page of a gatekeeper: the outlet did not let the reader in");
    }
    let text: String =
        shown::texts(tree).map(|(_, text)| text).flat_map(|text| [text, " "]).take(400).collect();
    let text = text.to_lowercase();
    let waits = text.len() < FEW * 4 && WAITS.iter().any(|words| text.contains(words));
    waits.then_some("a page that shows its text only to a browser with scripts")
}

/// By what it holds: many headlines that lead elsewhere, each with a line or two.
fn of_teasers(read: Read<'_>) -> Option<&'static str> {
    if is_told_article(read) || teasers(read) < TEASERS {
        return None;
    }
    let linked: usize = read.article.iter().map(|block| block.linked).sum();
    let longest = read.article.iter().map(|block| block.text.len()).max().unwrap_or(0);
    (linked * 4 > read.length() || longest < 200).then_some("a list of articles")
}

/// How many headings are links, or stand in links.
fn teasers(read: Read<'_>) -> usize {
    let tree = read.tree;
    let headings = [local_name!("h2"), local_name!("h3"), local_name!("h4")];
    let heads = tree.ids().filter(|&id| tree.name(id).is_some_and(|name| headings.contains(name)));
    let is_link = |id| tree.is(id, &local_name!("a"));
    let leads = |&id: &_| tree.within(id).take(12).chain(tree.ancestors(id).take(3)).any(is_link);
    heads.filter(leads).count()
}
