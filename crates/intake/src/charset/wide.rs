//! UTF-16 without a byte order mark: every other byte of its mark-up is NUL.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// How many bytes are looked at, and how few tell nothing.
const LOOKED_AT: usize = 1024;
const ENOUGH: usize = 16;

/// UTF-16, and which end of its units comes first, where the first bytes show it.
pub(crate) fn encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..LOOKED_AT.min(bytes.len()) & !1)?;
    if head.len() < ENOUGH {
        return None;
    }
    let units = head.len() / 2;
    let nul = |first: usize| head.iter().skip(first).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (nul(0), nul(1));
    match () {
        () if odd * 10 > units * 6 && even * 50 < units => Some(UTF_16LE),
        () if even * 10 > units * 6 && odd * 50 < units => Some(UTF_16BE),
        () => None,
    }
}
