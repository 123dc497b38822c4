//! What the parser looks at: templates over the values of a few nodes.
//!
//! A node is named by its place: `S0` is the top of the stack, `B0` the next word, `S0L` the outermost
//! left child of `S0`. The letter at the end says what is looked at: `W` form, `T` tags, `X` both, `C`
//! fine and `D` coarse class, `R` relation, `V` number of children, `K` relations of the children.
//! A template whose first value is absent (zero) is left out.

use super::state::{Action, NONE, Node, State};
use crate::linear::Hasher;

/// Declares the values of a kind of template as numbers, and how many there are.
macro_rules! values {
    ($kind:ident: $($name:ident)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, clippy::enum_variant_names)]
        #[derive(Clone, Copy)]
        enum $kind { $($name,)* COUNT }
        #[allow(unused_imports)]
        use $kind::{$($name,)*};
    };
}

mod actions {
    use super::{NONE, Node, State, add, distance, node};

    values!(Value:
        S0W S0T S0X S0C S0D S1W S1T S1X S1C S1D S2T S2X B0W B0T B0X B0C B0D B1W B1T B1X B1D B2T B2X B3T
        S0LW S0LT S0LR S0RW S0RT S0RR S0L2T S0R2T S1LT S1LR S1RW S1RT S1RR B0LW B0LT B0LR B0L2T
        S0LV S0RV S1RV B0LV S0LK S0RK S1RK B0LK S1LK NEAR FAR S0NT B0PT S1NT B1C S2W S0S B0S LEFT DEEP S2LK
    );

    #[rustfmt::skip]
    const TEMPLATES: &[&[Value]] = &[
        &[S0W], &[S0T], &[S0X], &[S1W], &[S1T], &[S1X], &[S2T], &[S2X], &[B0W], &[B0T], &[B0X], &[B1W], &[B1T], &[B1X],
        &[B2T], &[B2X], &[S0X, B0X], &[S0X, B0W], &[S0W, B0X], &[S0X, B0T], &[S0T, B0X], &[S0W, B0W], &[S0T, B0T],
        &[B1T, B0T], &[B1T, B0X], &[S1X, S0X], &[S1X, S0T], &[S1T, S0X], &[S1W, S0W], &[S1T, S0T], &[S1T, B0T],
        &[S1X, B0T], &[S1T, B0X], &[B2T, B1T, B0T], &[B3T, B2T, B1T, B0T], &[B1T, S0T, B0T], &[B2T, B1T, S0T, B0T], &[S1T, S0T, B0T],
        &[S2T, S1T, S0T], &[S1T, S0T, B0T, B1T], &[S2T, S1T, S0T, B0T], &[S1T, S0W, B0T], &[S1W, S0T, B0T], &[S1T, S0T, B0W], &[S0W, B0T, B1T],
        &[S0T, B0W, B1T], &[S1T, S0W, B0T, B1T],
        &[S0LT, S0T, B0T], &[S0RT, S0T, B0T], &[B0LT, S0T, B0T], &[S1RT, S1T, S0T], &[S1LT, S1T, S0T],
        &[S0LT, S1T, S0T], &[S0RT, S1T, S0T], &[B0LT, S1T, S0T, B0T], &[S0LR, S0T, B0T], &[S0RR, S0T, B0T],
        &[S1RR, S1T, S0T], &[S0LR, S1T, S0T], &[S0RR, S1T, S0T], &[B0LR, S0T, B0T], &[S1RR, S1T, S0T, B0T], &[S1LR, S1T, S0T],
        &[S0LW, S0T], &[S0LT, S0LR], &[S0RW, S0T], &[S0RT, S0RR], &[S1RW, S1T], &[S1RT, S1RR], &[B0LW, B0T],
        &[B0LT, B0LR], &[S0L2T, S0LT, S0T], &[S0R2T, S0RT, S0T], &[B0L2T, B0LT, B0T],
        &[S0LW, S1T, S0T], &[S0LW, S1W, S0T], &[B0LW, S0T, B0T],
        &[NEAR, S0W], &[NEAR, S0T], &[NEAR, B0W], &[NEAR, B0T], &[NEAR, S0W, B0W], &[NEAR, S0T, B0T], &[FAR, S1T, S0T],
        &[FAR, S1W, S0T], &[FAR, S1T, S0W], &[S0LV, S0W], &[S0LV, S0T], &[S0RV, S0W], &[S0RV, S0T], &[S1RV, S1T], &[B0LV, B0T], &[B0LV, B0W],
        &[S0LK, S0T], &[S0RK, S0T], &[S0LK, S0W], &[S0RK, S0W], &[S1RK, S1T], &[S1RK, S1W, S0T], &[B0LK, B0T], &[B0LK, S0T, B0T], &[S0RK, S0T, B0T], &[S0LK, S0T, B0T], &[S1RK, S1T, S0T],
        &[S0C, B0C], &[S0C, B0T], &[B0C, S0T], &[S1C, S0C], &[S1C, S0T], &[S0C, S1T], &[S0D, B0D], &[S1D, S0D], &[S1C, S0C, B0D],
        &[S0C], &[S1C], &[B0C], &[S0D, S0T, B0T], &[B0D, S0T, B0T], &[S1D, S0T, B0T], &[B1D, B0T, S0T], &[S1D, S0D, B0D],
        &[S0NT, S0T, B0T, B0PT], &[S1NT, S1T, S0T], &[S0NT, S1T, S0T, B0T], &[B0PT, B0T, S0T],
        // What a preposition, a comma or a conjunction at the next word says about its head.
        &[B0LW, S0W], &[B0LW, S1W], &[B0LW, S0C], &[B0LW, S1C], &[B0LW, S0C, S1C], &[B0LW, S1T, S0T], &[B0LW, B0D, S0D], &[B0LW, B0D, S1D],
        &[B0LR, S1T, S0T, B0T], &[B0LK, S1T, S0T], &[B0LK, S1T, B0T], &[S0LW, S1C, S0D], &[S0LW, S1D, S0C], &[S0LK, S1C], &[S0LK, S1W], &[S1C, B0C], &[S1W, B0W],
        &[S1LK, S1T, S0T], &[S1LK, S0T, B0T], &[S1LK, S1RK, S0T], &[S0LK, S0RK, S0T, B0T], &[S1LK, S1T, B0LK, B0T],
        &[S0W, B1W], &[B0W, B1W], &[S0T, B0W, B1W], &[B0C, B1C], &[S0C, B0T, B1T], &[S1T, S0C, B0T], &[S1C, S0T, B0T], &[S1T, S0T, B0C],
        &[S2W, S1T, S0T], &[S2T, S0T, B0T], &[S2T, S1T, S0W], &[S2LK, S1T, S0T], &[S2LK, S2T, B0T],
        &[S0S, B0T], &[S0T, B0S], &[S0S, B0S], &[S1T, S0S, B0T],
        &[LEFT, S0T, B0T], &[LEFT, S1T, S0T], &[DEEP, S0T, B0T], &[DEEP, LEFT, S0T], &[NEAR, FAR, S1T, S0T, B0T], &[NEAR, S0T, B0LR, B0T],
    ];

    pub(super) fn features(nodes: &[Node], state: &State, out: &mut Vec<u32>) {
        let [s0, s1, s2] = [0, 1, 2].map(|depth| state.stack(depth));
        let [b0, b1, b2, b3] = [0, 1, 2, 3].map(|offset| state.ahead(offset));
        let [t0, t1, u0] = [s0, s1, b0].map(|at| state.branch(at));
        let relation = |at: usize| state.branch(at).relation;
        let after = |at: usize| if at == NONE { NONE } else { at + 1 };
        let mut values = [0_u32; Value::COUNT as usize];
        let mut set = |first: Value, made: &[u32]| {
            for (slot, value) in values.iter_mut().skip(first as usize).zip(made) {
                *slot = *value;
            }
        };
        for (first, at) in [(S0W, s0), (S1W, s1), (B0W, b0)] {
            let n = node(nodes, at);
            set(first, &[n.form, n.tag, n.both, n.classes[0].into(), n.classes[1].into()]);
        }
        let (n1, n2, p2) = (node(nodes, b1), node(nodes, b2), node(nodes, s2));
        set(S2T, &[p2.tag, p2.both]);
        set(B1W, &[n1.form, n1.tag, n1.both, n1.classes[1].into(), n2.tag, n2.both, node(nodes, b3).tag]);
        let tag = |at: usize| node(nodes, at).tag;
        let form = |at: usize| node(nodes, at).form;
        set(S0LW, &[form(t0.left[0]), tag(t0.left[0]), relation(t0.left[0])]);
        set(
            S0RW,
            &[form(t0.right[0]), tag(t0.right[0]), relation(t0.right[0]), tag(t0.left[1]), tag(t0.right[1])],
        );
        set(S1LT, &[tag(t1.left[0]), relation(t1.left[0])]);
        set(S1RW, &[form(t1.right[0]), tag(t1.right[0]), relation(t1.right[0])]);
        set(B0LW, &[form(u0.left[0]), tag(u0.left[0]), relation(u0.left[0]), tag(u0.left[1])]);
        let count = |count: u32| 1 + count.min(6);
        set(S0LV, &[count(t0.counts[0]), count(t0.counts[1]), count(t1.counts[1]), count(u0.counts[0])]);
        let kinds = |bits: u64| 1 | (bits ^ bits >> 31) as u32;
        let t2 = state.branch(s2);
        set(
            S0LK,
            &[t0.relations[0], t0.relations[1], t1.relations[1], u0.relations[0], t1.relations[0]].map(kinds),
        );
        set(NEAR, &[distance(s0, b0), distance(s1, s0)]);
        set(S0NT, &[tag(after(s0)), if b0 == NONE { 0 } else { tag(b0 - 1) }, tag(after(s1))]);
        let few = |count: usize| 1 + count.min(4) as u32;
        set(B1C, &[n1.classes[0].into(), p2.form, node(nodes, s0).suffix, node(nodes, b0).suffix]);
        set(
            LEFT,
            &[few(state.waiting()), few(state.stacked().len()), kinds(t2.relations[0] | t2.relations[1])],
        );
        for (template, fields) in TEMPLATES.iter().enumerate() {
            add(template as u32, fields.iter().map(|field| values.get(*field as usize)), out);
        }
    }
}

mod relations {
    use super::{NONE, Node, State, add, distance, node};

    values!(Value:
        HW HT HX HC HD DW DT DX DC DD DS DLW DLT DLR DRW DRT DRR DL2R DLK DRK HLK HRK SW ST SR SIDE SPAN
        HPT HNT DPT DNT DPW DNW
    );

    #[rustfmt::skip]
    const TEMPLATES: &[&[Value]] = &[
        &[SIDE], &[SIDE, SPAN], &[DW, SIDE], &[DT, SIDE], &[DX, SIDE], &[HW, SIDE], &[HT, SIDE], &[HX, SIDE], &[DW, HW, SIDE], &[DT, HT, SIDE],
        &[DX, HT, SIDE], &[DT, HX, SIDE], &[DW, HT, SIDE], &[DT, HW, SIDE], &[DX, HX, SIDE], &[DT, HT, SPAN, SIDE], &[DW, HT, SPAN, SIDE],
        &[DC, SIDE], &[HC, SIDE], &[DC, HC, SIDE], &[DC, HT, SIDE], &[DT, HC, SIDE], &[DD, HD, SIDE], &[DS, HT, SIDE], &[DS, DT, SIDE], &[DC, HW, SIDE], &[DW, HC, SIDE],
        &[DLW, DT, SIDE], &[DLW, DT, HT, SIDE], &[DLT, DT, HT, SIDE], &[DLR, DT, HT, SIDE], &[DLW, HW, DT], &[DLW, HC, DC], &[DLR, DW, SIDE], &[DLW, DW, HW], &[DLW, DC, HT],
        &[DRW, DT, SIDE], &[DRT, DT, HT, SIDE], &[DRR, DT, HT, SIDE], &[DL2R, DLR, DT, SIDE],
        &[DLK, DT, HT, SIDE], &[DLK, DRK, DT, SIDE], &[DLK, HW, SIDE], &[DRK, DT, HT, SIDE], &[HLK, DT, HT, SIDE], &[HRK, DT, HT, SIDE], &[HLK, HRK, DT, SIDE], &[HLK, HW, DT, SIDE], &[HRK, HW, DT, SIDE],
        &[SR, DT, HT, SIDE], &[ST, DT, HT, SIDE], &[SW, DT, HT, SIDE], &[SR, DW, SIDE],
        &[HPT, HT, DT, SIDE], &[HNT, HT, DT, SIDE], &[DPT, DT, HT, SIDE], &[DNT, DT, HT, SIDE], &[DPT, DNT, DT, SIDE], &[DPW, DT, SIDE], &[DNW, DT, SIDE], &[DPW, DW, SIDE], &[DPT, DNT, HPT, HNT, SIDE],
    ];

    pub(super) fn features(
        nodes: &[Node],
        state: &State,
        (head, dependent): (usize, usize),
        out: &mut Vec<u32>,
    ) {
        let (h, d) = (node(nodes, head), node(nodes, dependent));
        let (hb, db) = (state.branch(head), state.branch(dependent));
        let side = usize::from(dependent > head);
        let sibling = if side == 0 { hb.left[0] } else { hb.right[0] };
        let relation = |at: usize| state.branch(at).relation;
        let tag = |at: usize| node(nodes, at).tag;
        let form = |at: usize| node(nodes, at).form;
        let before = |at: usize| at.checked_sub(1).unwrap_or(NONE);
        let mut values = [0_u32; Value::COUNT as usize];
        let mut set = |first: Value, made: &[u32]| {
            for (slot, value) in values.iter_mut().skip(first as usize).zip(made) {
                *slot = *value;
            }
        };
        set(HW, &[h.form, h.tag, h.both, h.classes[0].into(), h.classes[1].into()]);
        set(DW, &[d.form, d.tag, d.both, d.classes[0].into(), d.classes[1].into(), d.suffix]);
        set(DLW, &[form(db.left[0]), tag(db.left[0]), relation(db.left[0])]);
        set(DRW, &[form(db.right[0]), tag(db.right[0]), relation(db.right[0]), relation(db.left[1])]);
        let kinds = |bits: u64| 1 | (bits ^ bits >> 31) as u32;
        set(DLK, &[db.relations[0], db.relations[1], hb.relations[0], hb.relations[1]].map(kinds));
        set(
            SW,
            &[form(sibling), tag(sibling), relation(sibling), 1 + side as u32, distance(head, dependent)],
        );
        set(HPT, &[tag(before(head)), tag(head + 1), tag(before(dependent)), tag(dependent + 1)]);
        set(DPW, &[form(before(dependent)), form(dependent + 1)]);
        for (template, fields) in TEMPLATES.iter().enumerate() {
            add(1000 + template as u32, fields.iter().map(|field| values.get(*field as usize)), out);
        }
    }
}

/// The features of a choice between actions.
pub fn action_features(nodes: &[Node], state: &State, out: &mut Vec<u32>) {
    out.clear();
    actions::features(nodes, state, out);
}

/// The features of the relation that an action would draw.
pub fn relation_features(nodes: &[Node], state: &State, action: Action, out: &mut Vec<u32>) {
    out.clear();
    if let Some(arc) = state.arc(action) {
        relations::features(nodes, state, arc, out);
    }
}

#[inline]
fn node(nodes: &[Node], at: usize) -> Node {
    nodes.get(at).copied().unwrap_or_default()
}

/// How far apart two nodes are, from 1 on; 0 where one is none.
#[inline]
fn distance(a: usize, b: usize) -> u32 {
    if a == NONE || b == NONE {
        return 0;
    }
    match a.abs_diff(b) {
        near @ 0..=5 => near as u32 + 1,
        6..=8 => 7,
        9..=14 => 8,
        _ => 9,
    }
}

#[inline]
fn add<'a>(template: u32, values: impl Iterator<Item = Option<&'a u32>>, out: &mut Vec<u32>) {
    let mut hasher = Hasher::new(template);
    for (place, value) in values.flatten().enumerate() {
        if place == 0 && *value == 0 {
            return;
        }
        hasher = hasher.with(*value);
    }
    out.push(hasher.finish());
}
