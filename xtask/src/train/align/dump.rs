//! Scratch.
use engine::align::Comparison;
use std::fmt::Write as _;
pub(crate) fn run(input: &str, out: &str) -> Result<(), String> {
    let settings = intake::Settings::default();
    let text = super::read(input)?;
    let reports: Result<Vec<_>, _> = text.lines().map(|line| intake::report_from_json(line, &settings)).collect();
    let mut reports = reports?;
    for r in &mut reports { if r.story.is_none() { r.story = Some(r.id.clone()); } }
    let readings: Vec<_> = parallax::journey::read_reports(&language::English::new(), reports).into_iter().filter_map(Result::ok).collect();
    let mut by: std::collections::BTreeMap<String, Vec<model::Reading>> = Default::default();
    for r in readings { by.entry(r.report.story.clone().unwrap_or_default()).or_default().push(r); }
    let mut o = String::new();
    for (story, readings) in by {
        let entities = engine::resolve::across(&readings);
        let c = Comparison::new(&readings, &entities);
        let _ = write!(o, "{{\"story\":{:?},\"claims\":[", story);
        let mut index = std::collections::BTreeMap::new();
        for (r, reading) in readings.iter().enumerate() { for (k, cl) in reading.claims.iter().enumerate() {
            let n = index.len();
            let t = &reading.report.text;
            let _ = write!(o, "{}[{:?},{},{},{}]", if n>0 {","} else {""}, reading.report.id, t[..cl.span.start].chars().count(), t[..cl.span.end].chars().count(), cl.sentence);
            index.insert((r,k), n);
        } }
        let _ = write!(o, "],\"pairs\":[");
        for (n, ((a, b), f)) in c.claims().iter().zip(&c.features).enumerate() {
            let _ = write!(o, "{}[{},{}", if n>0 {","} else {""}, index[&(a.report,a.claim)], index[&(b.report,b.claim)]);
            for x in f { let _ = write!(o, ",{:.4}", x); }
            o.push(']');
        }
        o.push_str("]}\n");
    }
    std::fs::write(out, o).map_err(|e| e.to_string())
}
