//! The words that the contract uses for the values of the model.

use model::{Aspect, Form, Kind, MarginalKind, Modality, Mode, Stance, Status, TimeType};

/// A value with a fixed word in the wire format.
pub(crate) trait Word {
    /// The word.
    fn word(self) -> &'static str;
}

macro_rules! words {
    ($type:ident: $($variant:ident = $word:literal),+ $(,)?) => {
        impl Word for $type {
            fn word(self) -> &'static str {
                match self { $($type::$variant => $word),+ }
            }
        }
    };
}

impl Word for Kind {
    fn word(self) -> &'static str {
        self.as_str()
    }
}

words!(Form: Name = "name", Pronoun = "pronoun", Description = "description");
words!(MarginalKind: Credit = "credit", Update = "update", Correction = "correction",
    Promotion = "promotion", Byline = "byline", Dateline = "dateline");
words!(TimeType: Date = "DATE", Time = "TIME", Duration = "DURATION", Set = "SET");
words!(Mode: Direct = "direct", Indirect = "indirect", Mixed = "mixed");
words!(Stance: Says = "says", Denies = "denies", Accuses = "accuses", Urges = "urges",
    Promises = "promises", Questions = "questions", Warns = "warns", Claims = "claims",
    Condemns = "condemns", Praises = "praises", Confirms = "confirms", Believes = "believes",
    Hopes = "hopes", Agrees = "agrees");
words!(Modality: Fact = "fact", Planned = "planned", Possible = "possible", Urged = "urged",
    Alleged = "alleged", Conditional = "conditional", Asked = "asked");
words!(Status: Corroborated = "corroborated", Single = "single", Differs = "differs");
words!(Aspect: Figure = "figure", Date = "date", Place = "place", Person = "person",
    Attribution = "attribution", Polarity = "polarity", Modality = "modality", Wording = "wording");
