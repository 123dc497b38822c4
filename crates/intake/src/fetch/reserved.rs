//! Which addresses are not of the public internet.
//!
//! The registries of special-purpose addresses (RFC 6890 and its list), and the forms of IPv6 that
//! carry an IPv4 address inside, which are judged by what they carry. `IpAddr::is_global` would be
//! the standard library's word for it and is not stable yet.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The kind of network that an address belongs to, or `None` where it is a public one.
#[must_use]
pub fn reserved(address: IpAddr) -> Option<&'static str> {
    match address {
        IpAddr::V4(address) => reserved_v4(address),
        IpAddr::V6(address) => reserved_v6(address),
    }
}

const PRIVATE: &str = "a private network";
const THIS_MACHINE: &str = "this machine";
const LINK: &str = "the local link";
const MANY: &str = "many machines at once";
const EXAMPLES: &str = "examples in documents";
const SPECIAL: &str = "a special purpose";

/// First address, length of the prefix, what it is for.
const RANGES_V4: [([u8; 4], u32, &str); 16] = [
    ([0, 0, 0, 0], 8, THIS_MACHINE),
    ([10, 0, 0, 0], 8, PRIVATE),
    ([100, 64, 0, 0], 10, "a provider's inner network"),
    ([127, 0, 0, 0], 8, THIS_MACHINE),
    ([169, 254, 0, 0], 16, LINK),
    ([172, 16, 0, 0], 12, PRIVATE),
    ([192, 0, 0, 0], 24, SPECIAL),
    ([192, 0, 2, 0], 24, EXAMPLES),
    ([192, 31, 196, 0], 24, SPECIAL),
    ([192, 88, 99, 0], 24, SPECIAL),
    ([192, 168, 0, 0], 16, PRIVATE),
    ([198, 18, 0, 0], 15, "measurements"),
    ([198, 51, 100, 0], 24, EXAMPLES),
    ([203, 0, 113, 0], 24, EXAMPLES),
    ([224, 0, 0, 0], 4, MANY),
    ([240, 0, 0, 0], 4, SPECIAL),
];

const RANGES_V6: [([u16; 8], u32, &str); 11] = [
    ([0; 8], 128, THIS_MACHINE),
    ([0, 0, 0, 0, 0, 0, 0, 1], 128, THIS_MACHINE),
    ([0x64, 0xff9b, 1, 0, 0, 0, 0, 0], 48, PRIVATE),
    ([0x100, 0, 0, 0, 0, 0, 0, 0], 64, SPECIAL),
    // Teredo (2001::/32) and other assignments of protocols.
    ([0x2001, 0, 0, 0, 0, 0, 0, 0], 23, SPECIAL),
    ([0x2001, 0xdb8, 0, 0, 0, 0, 0, 0], 32, EXAMPLES),
    ([0x3fff, 0, 0, 0, 0, 0, 0, 0], 20, EXAMPLES),
    ([0xfc00, 0, 0, 0, 0, 0, 0, 0], 7, PRIVATE),
    ([0xfe80, 0, 0, 0, 0, 0, 0, 0], 10, LINK),
    ([0xfec0, 0, 0, 0, 0, 0, 0, 0], 10, PRIVATE),
    ([0xff00, 0, 0, 0, 0, 0, 0, 0], 8, MANY),
];

fn reserved_v4(address: Ipv4Addr) -> Option<&'static str> {
    let bits = address.to_bits();
    let inside = |first: [u8; 4], length: u32| (bits ^ u32::from_be_bytes(first)) >> (32 - length) == 0;
    RANGES_V4.iter().find(|(first, length, _)| inside(*first, *length)).map(|(_, _, kind)| *kind)
}

fn reserved_v6(address: Ipv6Addr) -> Option<&'static str> {
    let bits = address.to_bits();
    let inside =
        |first: [u16; 8], length: u32| (bits ^ Ipv6Addr::from(first).to_bits()) >> (128 - length) == 0;
    let known = RANGES_V6.iter().find(|(first, length, _)| inside(*first, *length)).map(|(_, _, kind)| *kind);
    known.or_else(|| carried(address).and_then(reserved_v4)).or_else(|| {
        // What is assigned as public unicast; everything else has no servers that are meant for us.
        let public = address.segments()[0] & 0xe000 == 0x2000 || carried(address).is_some();
        (!public).then_some(SPECIAL)
    })
}

/// The IPv4 address inside an IPv6 one: mapped, translated, compatible (RFC 4291), through NAT64
/// (RFC 6052), by 6to4 (RFC 3056).
fn carried(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let [a, b, c, d, e, f, high, low] = address.segments();
    let joined = |high: u16, low: u16| Ipv4Addr::from_bits(u32::from(high) << 16 | u32::from(low));
    match [a, b, c, d, e, f] {
        [0, 0, 0, 0, 0, 0 | 0xffff] | [0, 0, 0, 0, 0xffff, 0] | [0x64, 0xff9b, 0, 0, 0, 0] => {
            Some(joined(high, low))
        }
        [0x2002, ..] => Some(joined(b, c)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::reserved;

    #[test]
    fn networks_that_are_not_public() {
        for address in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "10.255.255.255",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.255.254",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.0.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::127.0.0.1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::ffff:169.254.169.254",
            "::ffff:0:10.0.0.1",
            "64:ff9b::10.0.0.1",
            "64:ff9b::127.0.0.1",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "2002:a00:1::1",
            "2002:c0a8:101::",
            "3fff::1",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "febf::1",
            "fec0::1",
            "ff02::1",
            "4000::1",
            "8000::1",
        ] {
            let parsed = address.parse().expect("an address");
            assert!(reserved(parsed).is_some(), "{address}");
        }
    }

    #[test]
    fn networks_that_are() {
        for address in [
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.1",
            "169.253.0.1",
            "169.255.0.1",
            "172.15.255.255",
            "172.32.0.0",
            "192.0.1.1",
            "192.167.255.255",
            "192.169.0.0",
            "198.17.255.255",
            "198.20.0.0",
            "203.0.112.1",
            "223.255.255.255",
            "::ffff:8.8.8.8",
            "64:ff9b::8.8.8.8",
            "2002:808:808::1",
            "2001:4860:4860::8888",
            "2606:4700:4700::1111",
            "2a00:1450::1",
        ] {
            let parsed = address.parse().expect("an address");
            assert_eq!(reserved(parsed), None, "{address}");
        }
    }
}
