//! Accounts as one self-contained HTML page: no outside requests, readable without scripts.
//!
//! Every passage links to its place in the report below; every lit passage of a report links
//! back to its point.

mod chart;
mod marks;
mod points;
mod reports;
mod views;

use super::desk::{Desk, Standing};
use super::words::{bounds, count, day};
use marks::Marks;
use maud::{DOCTYPE, Markup, PreEscaped, html as markup};
use parallax::model::Account;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// The page.
pub(crate) fn html(accounts: &[Account]) -> String {
    let title = match accounts {
        [only] => Desk::new(only).cut(only.headline).to_owned(),
        _ => format!("{} stories", accounts.len()),
    };
    let page = markup! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta http-equiv="Content-Security-Policy"
                    content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";
                title { (title) " · Parallax" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                @if accounts.len() > 1 { (contents(accounts)) }
                @for (index, account) in accounts.iter().enumerate() {
                    (Page::new(index, account).show())
                }
                footer.foot {
                    p { "Every passage is quoted from a report, to the character. Nothing here is judged true." }
                    p.keys { kbd { "j" } " " kbd { "k" } " next and previous point · " kbd { "o" } " open · "
                        kbd { "e" } " open all" }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}

/// A list of the stories, where there are several.
fn contents(accounts: &[Account]) -> Markup {
    markup! {
        nav.stories aria-label="Stories" {
            h1 { (accounts.len()) " stories" }
            ol {
                @for (index, account) in accounts.iter().enumerate() {
                    li {
                        a href={ "#s" (index) } { (Desk::new(account).cut(account.headline)) }
                        " " span.quiet { (count(account.readings.len(), "report", "reports")) }
                    }
                }
            }
        }
    }
}

/// One account on the page.
struct Page<'a> {
    /// The number of the story, which begins every anchor.
    story: usize,
    desk: Desk<'a>,
    marks: Marks,
}

/// A section of the page: its anchor, its name, how many rows it has.
type Section = (&'static str, &'static str, usize);

impl<'a> Page<'a> {
    fn new(story: usize, account: &'a Account) -> Self {
        let desk = Desk::new(account);
        let marks = Marks::new(&desk);
        Self { story, desk, marks }
    }

    fn sections(&self) -> Vec<Section> {
        let account = self.desk.account;
        let points = |standing| self.desk.points(standing).len();
        let all = [
            ("agreed", "Agreed", points(Standing::Agreed)),
            ("shared", "Shared, perhaps of one origin", points(Standing::Shared)),
            ("differ", "Differ", points(Standing::Differs)),
            ("wording", "Words", self.wordings().len()),
            ("single", "Only one", points(Standing::Sole)),
            ("quotes", "Who said what", account.quotes.len()),
            ("figures", "Figures", account.figures.len()),
            ("timeline", "Timeline", account.timeline.len()),
            ("itinerary", "Itinerary", account.itinerary.len()),
            ("cast", "Cast", super::desk::cast(account).len()),
            ("notices", "Notices", account.notices.len()),
            ("reports", "Reports", account.readings.len()),
        ];
        all.into_iter().filter(|section| section.2 > 0 || section.0 == "agreed").collect()
    }

    fn show(&self) -> Markup {
        let sections = self.sections();
        markup! {
            article.account id={ "s" (self.story) } {
                (self.head())
                div.columns {
                    nav.steer aria-label="Sections" {
                        ul {
                            @for (anchor, name, number) in &sections {
                                li { a href={ "#s" (self.story) "-" (anchor) } { (name) " " span.n { (number) } } }
                            }
                        }
                    }
                    main {
                        @for (anchor, name, number) in &sections {
                            section id={ "s" (self.story) "-" (anchor) } {
                                h2 { (name) " " span.n { (number) } }
                                (self.section(anchor))
                            }
                        }
                    }
                }
            }
        }
    }

    fn section(&self, anchor: &str) -> Markup {
        match anchor {
            "agreed" => self.agreed(),
            "shared" => self.shared(),
            "differ" => self.differ(),
            "wording" => self.wording(),
            "single" => self.single(),
            "quotes" => self.quotes(),
            "figures" => self.figures(),
            "timeline" => self.timeline(),
            "itinerary" => self.itinerary(),
            "cast" => self.cast(),
            "notices" => self.notices(),
            _ => self.reports(),
        }
    }

    fn head(&self) -> Markup {
        let account = self.desk.account;
        let origins = &account.origins;
        let days = self.desk.days().map(|(first, last)| {
            if first == last { day(&first) } else { format!("{} to {}", day(&first), day(&last)) }
        });
        markup! {
            header.event {
                h1 { (self.desk.cut(account.headline)) }
                p.credit {
                    "Headline of " (self.marks.named(&self.desk, account.headline.report))
                    @if let Some(days) = days { " · " (days) }
                }
                p.counts {
                    b { (count(account.readings.len(), "report", "reports")) } " · "
                    @if self.desk.outlets() > 0 { b { (count(self.desk.outlets(), "outlet", "outlets")) } " · " }
                    b { (bounds(origins.at_least, origins.at_most)) }
                    @if origins.at_most == 1 { " independent origin" } @else { " independent origins" }
                }
                ul.origins {
                    @for origin in &origins.groups {
                        li {
                            @for &report in &origin.reports { (self.marks.named(&self.desk, report)) " " }
                            @if !origin.why.is_empty() { span.quiet { (origin.why) } }
                        }
                    }
                }
            }
        }
    }
}
