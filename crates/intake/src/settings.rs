//! What a call of the program may set about its input.

use model::Stamp;

/// Settings of the intake.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Given to reports that carry no date.
    pub published: Option<Stamp>,
    /// Given to reports that carry no outlet.
    pub outlet: Option<String>,
    /// Whether every report must bring its story along.
    pub grouped: bool,
    /// How much is read.
    pub limits: Limits,
}

/// Limits that keep odd input from eating the machine.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of one report's text. A novel has about half of the default.
    pub report: usize,
    /// Bytes of one page or feed, unpacked. Articles stay far below the default.
    pub page: usize,
    /// Bytes of one line of JSONL, which may hold more than the text.
    pub line: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { report: 2 << 20, page: 32 << 20, line: 64 << 20 }
    }
}

/// "2 MB", for messages.
pub(crate) fn size(bytes: usize) -> String {
    match bytes {
        0..1024 => format!("{bytes} bytes"),
        1024..0x0010_0000 => format!("{} KB", bytes >> 10),
        _ => format!("{} MB", bytes >> 20),
    }
}
