//! Names in a row are of one kind: "in Marsa, Selwick, Great Tarn and Torvik".

use super::{Context, Found};
use crate::linear::hash;
use model::Kind;
use std::sync::LazyLock;

/// Fewer names than these say little of each other: "the ministry, Marsa and Selwick".
const MANY: usize = 4;

static COMMA: LazyLock<u32> = LazyLock::new(|| hash(b","));
static AND: LazyLock<[u32; 3]> = LazyLock::new(|| ["and", "or", "&"].map(|word| hash(word.as_bytes())));

/// Gives the one name of a row that is of another kind the kind of the others, where these are places
/// or organizations.
pub(super) fn settle(context: &Context, found: &mut [Found]) {
    let mut start = 0;
    while start < found.len() {
        let joined = |pair: &[Found]| matches!(pair, [one, other] if is_joined(context, one, other));
        let rest = found.get(start..).unwrap_or(&[]);
        let length = 1 + rest.windows(2).take_while(|pair| joined(pair)).count();
        if length >= MANY
            && let Some(row) = found.get_mut(start..start + length)
        {
            agree(row);
        }
        start += length;
    }
}

/// Whether only a comma, "and", or both stand between two names.
fn is_joined(context: &Context, one: &Found, other: &Found) -> bool {
    let between = context.words(&(one.tokens.end..other.tokens.start));
    match between {
        [word] => word.lower == *COMMA || AND.contains(&word.lower),
        [comma, word] => comma.lower == *COMMA && AND.contains(&word.lower),
        _ => false,
    }
}

fn agree(row: &mut [Found]) {
    for kind in [Kind::Place, Kind::Organization] {
        let others = row.iter().filter(|name| name.kind != kind).count();
        let odd = row.iter_mut().find(|name| name.kind != kind);
        if let (1, Some(name)) = (others, odd)
            && matches!(name.kind, Kind::Place | Kind::Organization | Kind::Person)
        {
            name.kind = kind;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::settle;
    use crate::linear::hash;
    use crate::names::repair::{Context, Found};
    use crate::names::words::{Mode, Word};
    use model::Kind;

    fn kinds(text: &str, kinds: &[(usize, Kind)]) -> Vec<Kind> {
        let word = |form: &str| Word { lower: hash(form.to_lowercase().as_bytes()), ..Word::default() };
        let context = Context::new(vec![(text.split(' ').map(word).collect(), Mode::Plain)]);
        let mut found: Vec<Found> =
            kinds.iter().map(|&(at, kind)| Found { tokens: at..at + 1, kind }).collect();
        settle(&context, &mut found);
        found.into_iter().map(|name| name.kind).collect()
    }

    #[test]
    fn the_odd_one_of_a_row_of_places_is_a_place() {
        use Kind::{Organization, Person, Place};
        let row = [(1, Place), (3, Organization), (5, Place), (8, Place)];
        assert_eq!(kinds("in Marsa , Selwick , Tarn , and Torvik", &row), [Place; 4]);
        let short = [(0, Place), (2, Organization), (4, Place)];
        assert_eq!(kinds("Marsa , Selwick and Tarn", &short), [Place, Organization, Place]);
        let mixed = [(0, Place), (2, Organization), (4, Person), (6, Place)];
        assert_eq!(kinds("Marsa , Selwick , Brandt and Tarn", &mixed), mixed.map(|(_, kind)| kind));
        let apart = [(0, Place), (2, Organization), (4, Place), (6, Place)];
        assert_eq!(kinds("Marsa near Selwick , Tarn , Torvik", &apart), apart.map(|(_, kind)| kind));
    }
}
