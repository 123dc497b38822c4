//! What the page's head tells of the article: its title and a sentence or two.

use crate::page::meta::small;
use crate::page::tree::Tree;
use html5ever::local_name;

/// In letters and digits alone, so that two printings compare.
#[derive(Default)]
pub(super) struct Told {
    titles: Vec<String>,
    descriptions: Vec<String>,
}

impl Told {
    /// Reads the head.
    pub(super) fn read(tree: &Tree) -> Self {
        let mut told = Self::default();
        for id in tree.all(local_name!("meta")) {
            let name = tree
                .attribute(id, &local_name!("property"))
                .or_else(|| tree.attribute(id, &local_name!("name")))
                .unwrap_or("");
            let content = tree.attribute(id, &local_name!("content")).unwrap_or("");
            match name {
                "description" | "Description" | "og:description" | "twitter:description" => {
                    told.descriptions.push(letters(content, 200));
                }
                "og:title" | "twitter:title" => told.titles.push(letters(content, 200)),
                _ => {}
            }
        }
        let title = tree.all(local_name!("title")).next();
        told.titles.extend(title.map(|id| letters(&tree.text_within(id), 200)));
        told
    }

    /// Whether a text is the title, or the title begins with it.
    pub(super) fn is_title(&self, text: &str) -> bool {
        let start = letters(text, 60);
        start.len() >= 12 && self.titles.iter().any(|title| title.starts_with(&start))
    }

    /// Whether a text begins as the description does.
    pub(super) fn is_description(&self, text: &str) -> bool {
        let start = letters(text, 40);
        start.len() >= 20 && self.descriptions.iter().any(|told| told.starts_with(&start))
    }
}

/// The first letters and digits of a text, in small letters.
fn letters(text: &str, most: usize) -> String {
    small(text.chars().filter(|c| c.is_alphanumeric()).take(most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_and_description_however_they_are_set() {
        let html = "<title>Ferry runs aground | Harbour Post</title><meta name=description content='A ferry ran aground at dawn.'>";
        let told = Told::read(&Tree::parse(html));
        assert!(told.is_title("Ferry Runs Aground") && !told.is_title("Ferry"));
        assert!(
            told.is_description("A ferry ran aground — at dawn")
                && !told.is_description("A ferry sank at noon, two said")
        );
    }
}
