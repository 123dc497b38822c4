//! What a scenario can expect of its accounts.

use parallax::model::{Account, Aspect, MarginalKind, Mode, Point, Status};

type Held = Result<(), String>;

/// Whether the line holds of some account; the reason where it does not.
pub(crate) fn holds(line: &str, accounts: &[Account]) -> Held {
    let (name, rest) = line.split_once(": ").ok_or("an expectation is NAME: REST")?;
    if name == "stories" {
        return equal(number(rest)?, accounts.len());
    }
    let mut reason = "there is no account".to_owned();
    for account in accounts {
        match of_account(name, rest, account) {
            Ok(()) => return Ok(()),
            Err(why) => reason = why,
        }
    }
    Err(reason)
}

fn of_account(name: &str, rest: &str, account: &Account) -> Held {
    let quoted = passages(rest);
    match name {
        "reports" => equal(number(rest)?, account.readings.len()),
        "origins" => {
            let wanted = number(rest)?;
            let origins = &account.origins;
            let within = origins.at_least <= wanted && wanted <= origins.at_most;
            check(within, || format!("{} to {}", origins.at_least, origins.at_most))
        }
        "agreed" => joined(account, &quoted, &[Status::Corroborated, Status::Differs]),
        "apart" => match joined(account, &quoted, &[Status::Corroborated, Status::Differs, Status::Single]) {
            Ok(()) => Err("they stand in one point".to_owned()),
            Err(_) => Ok(()),
        },
        "single" => joined(account, &quoted, &[Status::Single]),
        "only" => only(account, rest, &quoted),
        "differs" => differs(account, rest, &quoted),
        "copy" => copy(account, rest),
        "credit" => credit(account, rest),
        "same name" => same_name(account, &quoted),
        "other name" => {
            same_name(account, &quoted).map_or_else(|_| Ok(()), |()| Err("they are one".to_owned()))
        }
        "quote" => speech(account, rest, &quoted, &[Mode::Direct, Mode::Mixed]),
        "speaker" => speech(account, rest, &quoted, &[Mode::Direct, Mode::Mixed, Mode::Indirect]),
        "no speech" => no_speech(account, &quoted),
        "figure" => figure(account, rest),
        "time" => time(account, rest, &quoted),
        "stop" => stop(account, rest),
        "marginal" => marginal(account, rest, &quoted),
        "notice" => {
            let all: Vec<&str> = account.notices.iter().map(|notice| notice.text.as_str()).collect();
            check(quoted.iter().all(|part| all.iter().any(|notice| notice.contains(part))), || all.join("; "))
        }
        _ => Err("no such expectation".to_owned()),
    }
}

fn check(holds: bool, found: impl FnOnce() -> String) -> Held {
    if holds { Ok(()) } else { Err(format!("found {}", found())) }
}

fn equal(wanted: usize, found: usize) -> Held {
    check(wanted == found, || found.to_string())
}

fn number(text: &str) -> Result<usize, String> {
    text.trim().parse().map_err(|_| format!("{text} is no number"))
}

/// What stands between backticks.
fn passages(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

fn claims<'a>(account: &'a Account, point: &Point) -> Vec<&'a str> {
    let cut = |at: &parallax::model::ClaimRef| {
        let reading = account.readings.get(at.report)?;
        Some(reading.cut(reading.claims.get(at.claim)?.span))
    };
    point.claims.iter().filter_map(cut).collect()
}

/// Claims and passages need only meet: a passage may be cut inside.
fn meets(claim: &str, passage: &str) -> bool {
    claim.contains(passage) || passage.contains(claim)
}

fn joined(account: &Account, passages: &[&str], statuses: &[Status]) -> Held {
    let points = account.points.iter().filter(|point| statuses.contains(&point.status));
    let holds = |point: &&Point| {
        let claims = claims(account, point);
        passages.iter().all(|passage| claims.iter().any(|claim| meets(claim, passage)))
    };
    let homes = || -> Vec<String> {
        let of = |passage: &&str| {
            account.points.iter().find(|p| claims(account, p).iter().any(|c| meets(c, passage)))
        };
        let shown = |passage: &&str| {
            of(passage).map(|point| format!("{:?} {:?}", point.status, claims(account, point)))
        };
        passages.iter().filter_map(shown).collect()
    };
    check(points.clone().any(|point| holds(&point)), || homes().join(" and "))
}

fn only(account: &Account, rest: &str, passages: &[&str]) -> Held {
    let id = rest.split(" `").next().unwrap_or("");
    let report = report(account, id)?;
    let alone = account.points.iter().any(|point| {
        let claims = claims(account, point);
        point.claims.iter().all(|at| at.report == report)
            && passages.iter().all(|passage| claims.iter().any(|claim| meets(claim, passage)))
    });
    check(alone, || "others in its point, or no point".to_owned())
}

fn report(account: &Account, id: &str) -> Result<usize, String> {
    account
        .readings
        .iter()
        .position(|reading| reading.report.id == id)
        .ok_or_else(|| format!("no report {id}"))
}

fn differs(account: &Account, rest: &str, passages: &[&str]) -> Held {
    let aspect = match rest.split(' ').next() {
        Some("figure") => Aspect::Figure,
        Some("date") => Aspect::Date,
        Some("place") => Aspect::Place,
        Some("person") => Aspect::Person,
        Some("polarity") => Aspect::Polarity,
        Some("modality") => Aspect::Modality,
        Some("attribution") => Aspect::Attribution,
        Some("wording") => Aspect::Wording,
        _ => return Err("no such aspect".to_owned()),
    };
    let all = account.points.iter().flat_map(|point| &point.differences).filter(|each| each.aspect == aspect);
    let cited: Vec<Vec<&str>> = all
        .map(|each| {
            let cut = |citation: &parallax::model::Citation| {
                account.readings.get(citation.report).map(|r| r.cut(citation.span))
            };
            each.citations.iter().filter_map(cut).collect()
        })
        .collect();
    let shown =
        cited.iter().any(|cited| passages.iter().all(|part| cited.iter().any(|each| each.contains(part))));
    check(shown, || format!("{cited:?}"))
}

fn copy(account: &Account, rest: &str) -> Held {
    let (copy, original) = rest.split_once(" of ").ok_or("COPY of ORIGINAL")?;
    let (copy, original) = (report(account, copy)?, report(account, original)?);
    let found = account.origins.copy_of.get(copy).copied().flatten();
    check(found == Some(original), || format!("{found:?}"))
}

fn credit(account: &Account, rest: &str) -> Held {
    let (id, agency) = rest.split_once(' ').ok_or("REPORT AGENCY")?;
    let credits = &account.readings.get(report(account, id)?).ok_or("no report")?.report.credits;
    check(credits.iter().any(|credit| credit == agency), || format!("{credits:?}"))
}

fn same_name(account: &Account, names: &[&str]) -> Held {
    let one = account
        .entities
        .iter()
        .any(|entity| names.iter().all(|name| entity.variants.iter().any(|variant| variant.text == *name)));
    let bearing = || {
        let all =
            account.entities.iter().flat_map(|entity| &entity.variants).map(|variant| variant.text.as_str());
        all.collect::<Vec<_>>().join(", ")
    };
    check(one, bearing)
}

/// The name of the speaker, as the entity or the words of the report give it, holds what is asked.
fn speech(account: &Account, rest: &str, passages: &[&str], modes: &[Mode]) -> Held {
    let wanted = rest.split(": `").next().unwrap_or("");
    let mut found = Vec::new();
    for reading in &account.readings {
        for attribution in reading.attributions.iter().filter(|each| modes.contains(&each.mode)) {
            let pieces: Vec<&str> = attribution.content.iter().map(|&piece| reading.cut(piece)).collect();
            if !passages.iter().any(|passage| pieces.iter().any(|piece| piece.contains(passage))) {
                continue;
            }
            let entity = attribution.speaker.and_then(|speaker| reading.entities.get(speaker));
            let names = entity.map_or_else(String::new, |entity| entity.variants.join(" "));
            let source = attribution.source.map_or("", |source| reading.cut(source));
            found.push(format!("{names} {source}"));
        }
    }
    let told = found.iter().any(|speaker| speaker.to_lowercase().contains(&wanted.to_lowercase()));
    check(told, || format!("{found:?}"))
}

fn no_speech(account: &Account, passages: &[&str]) -> Held {
    let taken = account.readings.iter().any(|reading| {
        let spoken = reading.attributions.iter().filter(|each| each.mode != Mode::Indirect);
        let mut pieces = spoken.flat_map(|each| &each.content).map(|&piece| reading.cut(piece));
        pieces.any(|piece| passages.contains(&piece.trim_matches(['“', '”', ',', ' '])))
    });
    check(!taken, || "taken for speech".to_owned())
}

fn figure(account: &Account, rest: &str) -> Held {
    let mut words = rest.split(' ');
    let value: f64 = words.next().and_then(|word| word.parse().ok()).ok_or("VALUE WORDS")?;
    let words: Vec<&str> = words.collect();
    let about = |row: &parallax::model::FigureRow| {
        format!("{} {}", row.unit.as_deref().unwrap_or(""), row.of.as_deref().unwrap_or(""))
    };
    let mut rows = account.figures.iter().filter(|row| row.value == Some(value) || row.low == Some(value));
    let told = rows.any(|row| words.iter().all(|word| about(row).contains(word)));
    let all = || {
        account
            .figures
            .iter()
            .map(|row| format!("{:?} {}", row.value, about(row)))
            .collect::<Vec<_>>()
            .join("; ")
    };
    check(told, all)
}

fn time(account: &Account, rest: &str, passages: &[&str]) -> Held {
    let mut words = rest.split(' ');
    let (id, value) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let reading = account.readings.get(report(account, id)?).ok_or("no report")?;
    let times =
        reading.times.iter().map(|time| (reading.cut(time.span), time.value.as_deref().unwrap_or("open")));
    let times: Vec<(&str, &str)> = times.collect();
    let told =
        |passage: &&str| times.iter().any(|(text, found)| text.contains(passage) && found.starts_with(value));
    check(passages.iter().all(told), || format!("{times:?}"))
}

fn stop(account: &Account, rest: &str) -> Held {
    let (place, value) = rest.rsplit_once(' ').ok_or("PLACE DAY")?;
    let told = account.itinerary.iter().any(|row| row.place == place && row.value.as_deref() == Some(value));
    let all = || {
        account
            .itinerary
            .iter()
            .map(|row| format!("{} {:?}", row.place, row.value))
            .collect::<Vec<_>>()
            .join("; ")
    };
    check(told, all)
}

fn marginal(account: &Account, rest: &str, passages: &[&str]) -> Held {
    let kind = match rest.split(' ').next() {
        Some("credit") => MarginalKind::Credit,
        Some("update") => MarginalKind::Update,
        Some("correction") => MarginalKind::Correction,
        Some("promotion") => MarginalKind::Promotion,
        Some("byline") => MarginalKind::Byline,
        Some("dateline") => MarginalKind::Dateline,
        _ => return Err("no such kind".to_owned()),
    };
    let lines = account.readings.iter().flat_map(|reading| {
        let lines = reading.report.marginalia.iter().filter(|line| line.kind == kind);
        lines.map(|line| reading.cut(line.span))
    });
    let lines: Vec<&str> = lines.collect();
    check(passages.iter().all(|part| lines.iter().any(|line| line.contains(part))), || format!("{lines:?}"))
}
