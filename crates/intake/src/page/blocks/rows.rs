//! Rows of tables: figures side by side make one line, a page laid out with a table does not.

use crate::page::tree::{NodeId, Tree};
use html5ever::local_name;

/// Bytes of the longest cell of such a row.
const CELL: usize = 120;
/// Nodes that are looked at; a row of a layout has far more.
const NODES: usize = 400;

/// Whether the row has several cells, each of a few words and nothing else.
pub(super) fn is_line(tree: &Tree, row: NodeId) -> bool {
    let (mut cells, mut text) = (0, 0);
    for (count, id) in tree.within(row).skip(1).enumerate() {
        if count > NODES {
            return false;
        }
        let Some(name) = tree.name(id) else {
            let length = tree.text(id).map_or(0, |text| text.trim().len());
            cells += usize::from(text == 0 && length > 0);
            text += length;
            if text > CELL {
                return false;
            }
            continue;
        };
        match *name {
            local_name!("td") | local_name!("th") => text = 0,
            local_name!("table")
            | local_name!("ul")
            | local_name!("ol")
            | local_name!("h1")
            | local_name!("h2")
            | local_name!("h3")
            | local_name!("h4")
            | local_name!("form")
            | local_name!("article")
            | local_name!("blockquote")
            | local_name!("hr") => return false,
            _ => {}
        }
    }
    cells > 1
}

#[cfg(test)]
mod tests {
    use crate::page::fragment;

    #[test]
    fn figures_side_by_side() {
        assert_eq!(
            fragment(
                "<table><tr><th>Town<th>Rain<tr><td><p>Marsa</p><td><b>12</b> mm<tr><td>Vell<td></table>"
            ),
            ["Town | Rain", "Marsa | 12 mm", "Vell"]
        );
    }

    #[test]
    fn a_layout() {
        let long = "The ferry ran aground at dawn near the old lighthouse, and all who were aboard of it were \
                    taken off by two lifeboats before noon.";
        assert_eq!(fragment(&format!("<table><tr><td>Menu<td>{long}</table>")), ["Menu", long]);
        assert_eq!(fragment("<table><tr><td><h2>One</h2><td>Two</table>"), ["One", "Two"]);
    }
}
