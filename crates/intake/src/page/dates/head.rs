//! The dates in the `<meta>` elements of a page.

use super::candidate::{Candidate, Source};
use super::expression::value;
use super::words::{Meanings, Role, meanings};
use crate::page::tree::{NodeId, Tree};
use html5ever::local_name;
use std::sync::LazyLock;

/// Names of when a page came out, without signs and in lower case, as CMSs and libraries have them.
const PUBLISHED: &str = "published articlepublishedtime articlepublished ogpublishedtime ogpubdate pubdate publishdate \
    publisheddate publicationdate datepublished datepublication datecreated parselypubdate sailthrudate \
    citationpublicationdate citationdate citationonlinedate citationonlinepublicationdate dcdateissued \
    dctermsissued dctermscreated dctermspublished dcdatecreated dccreated dcissued dateissued dcdatepublished \
    bloxpublicationdate eprintsdatestamp bepresscitationdate prismpublicationdate rbpubdate timestamp \
    originalpublicationdate articledateoriginal cxenseparsepublishtime cxenseparserecspublishtime \
    publishtime publishedat publishedon datecreation createddate created creationdate analyticsattributesarticledate \
    displaydate shareaholicarticlepublishedtime musedate dctermsdate datepubished pdate firstpublished contentcreatedate \
    articlecreated swiftypepublishedat videoreleasedate uploaddate gentime releasedate articlepublicationdate";

/// Names of dates of which either may be meant.
const UNSAID: &str = "date dcdate dctermsdate dcterms ogdate articledate pagedate docdate";

/// Names of when a page was changed.
const MODIFIED: &str = "articlemodifiedtime articlemodified ogupdatedtime ogmodifiedtime lastmodified lastmod \
    modified datemodified modifieddate dctermsmodified dcdatemodified dcmodified updatedtime lastupdated \
    revisiondate lastupdate updated dateupdated dateupdate dctermsupdated moddate modificationdate revised \
    articleupdatedtime articleupdated shareaholicarticlemodifiedtime utime";

static ROLE: LazyLock<Meanings<Role>> = LazyLock::new(|| {
    meanings(&[(PUBLISHED, Role::Published), (MODIFIED, Role::Modified), (UNSAID, Role::Unsaid)])
});

/// What a name of a `<meta>` says of its date; `None` for names of other things.
pub(super) fn role(name: &str) -> Option<Role> {
    let bare: String =
        name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    ROLE.get(bare.as_str()).copied()
}

/// The date of a `<meta>`, if it holds one.
pub(super) fn read(tree: &Tree, id: NodeId) -> Option<Candidate> {
    let content = tree
        .attribute(id, &local_name!("content"))
        .or_else(|| tree.attribute(id, &local_name!("datetime")))?;
    if !content.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let names = ["property", "name", "http-equiv", "itemprop"];
    let (key, role) = names.iter().find_map(|key| Some((*key, role(tree.attribute_named(id, key)?)?)))?;
    let source = if key == "itemprop" { Source::Micro } else { Source::Meta };
    Some(Candidate::told(&value(content)?, role, source))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(html: &str) -> Option<(String, Role)> {
        let tree = Tree::parse(html);
        let found = tree.all(local_name!("meta")).find_map(|id| read(&tree, id))?;
        Some((found.moment.stamp().text, found.role))
    }

    #[test]
    fn names_of_dates() {
        let published = Some(("2023-11-06T10:15:00+01:00".to_owned(), Role::Published));
        assert_eq!(
            only("<meta property='article:published_time' content='2023-11-06T10:15:00+01:00'>"),
            published
        );
        assert_eq!(only("<meta name='DC.date.issued' content='2023-11-06T10:15:00+01:00'>"), published);
        let modified = Some(("2023-11-06".to_owned(), Role::Modified));
        assert_eq!(only("<meta name='last-modified' content='2023-11-06'>"), modified);
    }

    #[test]
    fn other_names_and_values() {
        assert_eq!(only("<meta name='expires' content='2023-11-06'>"), None);
        assert_eq!(only("<meta name='date' content='today'>"), None);
        assert_eq!(only("<meta name='date' content='0001-01-01T00:00:00'>"), None);
    }
}
