//! What the tagger looks at.

use crate::linear::Hasher;
use crate::word::{Casing, Word};

/// The features of the word at `index`; `before` are the classes of the one and the two before it.
pub fn features(words: &[Word], index: usize, casing: Casing, before: [u32; 2], out: &mut Vec<u32>) {
    let at = |offset: isize| {
        let place = index.checked_add_signed(offset);
        place.and_then(|place| words.get(place)).copied().unwrap_or_default()
    };
    let (word, left, right) = (at(0), at(-1), at(1));
    let (farther, further) = (at(-2), at(2));
    let [one, two] = before;
    let start = u32::from(index == 0);
    let look = word.shape << 4 | (casing as u32) << 1 | start;
    let mut template = 0;
    let mut add = |values: &[u32]| {
        let made = values.iter().fold(Hasher::new(template), |hasher, value| hasher.with(*value));
        out.push(made.finish());
        template += 1;
    };
    add(&[]);
    add(&[word.form]);
    add(&[word.form, look & 31]);
    add(&[left.form]);
    add(&[right.form]);
    add(&[farther.form]);
    add(&[further.form]);
    add(&[left.form, word.form]);
    add(&[word.form, right.form]);
    add(&[left.form, right.form]);
    for suffix in word.suffixes {
        add(&[suffix]);
    }
    for prefix in word.prefixes {
        add(&[prefix]);
    }
    add(&[look]);
    add(&[look, word.suffixes[2]]);
    add(&[look, left.shape, right.shape]);
    add(&[one]);
    add(&[one, two]);
    add(&[one, word.form]);
    add(&[one, two, word.form]);
    add(&[one, word.suffixes[2], look]);
    add(&[one, right.form]);
    add(&[one, word.suffixes[1], right.suffixes[1]]);
    add(&[one, look, right.shape]);
    add(&[left.suffixes[2]]);
    add(&[right.suffixes[2]]);
    add(&[right.suffixes[2], right.shape, word.suffixes[2]]);
    add(&[one, right.form, further.form]);
    let class = |word: Word| word.classes.map(u32::from);
    let ([fine, coarse], [left_fine, left_coarse], [right_fine, right_coarse]) =
        (class(word), class(left), class(right));
    add(&[fine, look]);
    add(&[coarse, word.suffixes[2]]);
    add(&[left_fine, fine]);
    add(&[fine, right_fine]);
    add(&[one, fine]);
    add(&[one, right_fine]);
    add(&[one, two, coarse]);
    add(&[left_coarse, coarse, right_coarse]);
    add(&[left_fine, word.form]);
    add(&[word.form, right_fine]);
    add(&[right_fine, class(further)[1], coarse]);
    add(&[class(farther)[1], left_coarse, coarse]);
}

/// For a second look at a word, what it and the words after it were taken for adds to its features;
/// `first` are those classes.
pub(super) fn second_features(word: &Word, before: [u32; 2], first: [u32; 3], out: &mut Vec<u32>) {
    let ([one, two], [own, next, later]) = (before, first);
    let mut template = 1000;
    let mut add = |values: &[u32]| {
        let made = values.iter().fold(Hasher::new(template), |hasher, value| hasher.with(*value));
        out.push(made.finish());
        template += 1;
    };
    let (form, ending) = (word.form, word.suffixes[2]);
    add(&[own]);
    add(&[own, form]);
    add(&[own, next]);
    add(&[own, one]);
    add(&[own, one, next]);
    add(&[own, ending]);
    add(&[own, next, form]);
    add(&[next]);
    add(&[next, later]);
    add(&[next, form]);
    add(&[next, later, form]);
    add(&[next, ending, word.shape]);
    add(&[one, next]);
    add(&[one, next, form]);
    add(&[one, next, ending]);
    add(&[one, next, later]);
    add(&[two, one, next]);
    add(&[two, one, next, later]);
    add(&[next, u32::from(word.classes[0])]);
    add(&[one, next, u32::from(word.classes[0])]);
}
