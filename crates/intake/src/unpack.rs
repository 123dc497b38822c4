//! Bodies as packed for the way (`Content-Encoding`), unpacked up to a limit.
//!
//! `ureq` could unpack two of the three; here the limit stands on the unpacked bytes, and Zstandard
//! is there without a C library.

use std::io::Read;

/// What is asked for, the most welcome first.
#[cfg(feature = "fetch")]
pub(crate) const ACCEPTED: &str = "gzip, br, zstd, deflate";

/// Packings on top of each other; two happen by mistake, more are meant to harm.
const LAYERS: usize = 3;
/// The largest window of Zstandard on the web (RFC 9659).
const WINDOW: u64 = 8 << 20;

/// Why no more bytes came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// The limit was reached.
    TooLarge,
    /// Not what it says to be, or cut off.
    Damaged(&'static str),
    /// Nobody knows how.
    Unknown(String),
}

/// The bytes inside, and what stopped them from being all. `packing` is the header's value.
pub(crate) fn unpack(packing: &str, mut bytes: Vec<u8>, limit: usize) -> (Vec<u8>, Option<Problem>) {
    let layers: Vec<String> = packing
        .split(',')
        .map(|layer| layer.trim().to_ascii_lowercase())
        .filter(|layer| !matches!(layer.as_str(), "" | "identity" | "none" | "utf-8"))
        .collect();
    if layers.len() > LAYERS {
        return (Vec::new(), Some(Problem::Unknown(packing.chars().take(60).collect())));
    }
    for layer in layers.iter().rev() {
        let mut out = Vec::new();
        let done = match layer.as_str() {
            // A server that says so and did not do it sends what we want all the same.
            "gzip" | "x-gzip" if !bytes.starts_with(&[0x1f, 0x8b]) && !bytes.is_empty() => continue,
            "gzip" | "x-gzip" => gzip(&bytes, limit, &mut out),
            "deflate" => deflate(&bytes, limit, &mut out),
            "br" => {
                let inside = brotli_decompressor::Decompressor::new(bytes.as_slice(), 4096);
                copy(inside, "brotli", limit, &mut out)
            }
            "zstd" => zstandard(&bytes, limit, &mut out),
            other => Err(Problem::Unknown(other.chars().take(60).collect())),
        };
        bytes = out;
        if let Err(problem) = done {
            return (bytes, Some(problem));
        }
    }
    (bytes, None)
}

/// One member after the other; what follows the last one and is no member is left.
fn gzip(bytes: &[u8], limit: usize, out: &mut Vec<u8>) -> Result<(), Problem> {
    let mut rest = bytes;
    while rest.starts_with(&[0x1f, 0x8b]) {
        copy(flate2::bufread::GzDecoder::new(&mut rest), "gzip", limit, out)?;
    }
    Ok(())
}

/// With the header of zlib, as the standard says, or without, as some servers do.
fn deflate(bytes: &[u8], limit: usize, out: &mut Vec<u8>) -> Result<(), Problem> {
    let wrapped = matches!(bytes, [first, second, ..]
        if first & 0x0f == 8 && (u16::from(*first) << 8 | u16::from(*second)) % 31 == 0);
    if wrapped {
        copy(flate2::bufread::ZlibDecoder::new(bytes), "deflate", limit, out)
    } else {
        copy(flate2::bufread::DeflateDecoder::new(bytes), "deflate", limit, out)
    }
}

/// One frame after the other.
fn zstandard(bytes: &[u8], limit: usize, out: &mut Vec<u8>) -> Result<(), Problem> {
    let mut rest = bytes;
    while !rest.is_empty() {
        let inside = ruzstd::decoding::StreamingDecoder::new_with_max_window_size(&mut rest, WINDOW)
            .map_err(|_| Problem::Damaged("zstd"))?;
        copy(inside, "zstd", limit, out)?;
    }
    Ok(())
}

fn copy(mut inside: impl Read, name: &'static str, limit: usize, out: &mut Vec<u8>) -> Result<(), Problem> {
    let room = limit.saturating_sub(out.len()) as u64;
    let read = inside.by_ref().take(room).read_to_end(out);
    read.map_err(|_| Problem::Damaged(name))?;
    // At the limit, one more byte tells whether there is more.
    let more = out.len() >= limit && inside.read(&mut [0]).map_err(|_| Problem::Damaged(name))? > 0;
    if more { Err(Problem::TooLarge) } else { Ok(()) }
}
