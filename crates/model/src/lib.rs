//! The words of Parallax as plain values: reports, what is read in them, stories and accounts.
//!
//! Nothing here does I/O, nothing here knows a wire format. A [`Span`] is a byte range of the
//! text of one [`Report`]; a [`Reading`] is a report with everything that was found in it; an
//! [`Account`] is what several readings of one event say together.

mod account;
mod attribution;
mod claim;
mod entity;
mod figure;
mod place;
mod point;
mod reading;
mod report;
mod span;
mod story;
mod text;
mod time;

pub use account::{Account, FigureRow, Notice, QuoteRow, StopRow, TimelineRow};
pub use attribution::{Attribution, Mode, Stance};
pub use claim::{Claim, Modality};
pub use entity::{Entity, Form, Kind, Mention, StoryEntity, Variant};
pub use figure::{Figure, Scope};
pub use place::{Coordinates, Place};
pub use point::{Aspect, Citation, ClaimRef, Difference, Point, Status};
pub use reading::Reading;
pub use report::{Marginal, MarginalKind, Report, Stamp};
pub use span::Span;
pub use story::{Origin, Origins, Story};
pub use text::{Annotation, Name, Sentence, Token, Upos};
pub use time::{Time, TimeType};
