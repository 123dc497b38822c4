//! Sentences and tokens: one table for each thing that news is full of and that is easily cut wrong.
//!
//! A row is a text, then its sentences, their tokens parted by bars.

use language::English;
use std::sync::LazyLock;

static ENGLISH: LazyLock<English> = LazyLock::new(English::new);

fn cut(text: &str) -> Vec<String> {
    let document = ENGLISH.read(text);
    let words = |sentence: language::Sentence<'_>| {
        sentence.tokens().map(|token| token.text()).collect::<Vec<_>>().join("|")
    };
    document.sentences().map(words).collect()
}

#[track_caller]
fn check(rows: &[(&str, &[&str])]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(text, expected)| (text, *expected, cut(text)))
        .filter(|(_, expected, found)| expected != found)
        .map(|(text, expected, found)| format!("{text}\n  expected {expected:?}\n  found    {found:?}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn countries_in_letters() {
    check(&[
        ("U.S. troops left.", &["U.S.|troops|left|."]),
        ("He flew to the U.S. She stayed.", &["He|flew|to|the|U.S.", "She|stayed|."]),
        (
            "The U.S. Senate and the U.N. Security Council met.",
            &["The|U.S.|Senate|and|the|U.N.|Security|Council|met|."],
        ),
        ("The U.S.'s port, the U.S.-led fleet.", &["The|U.S.|'s|port|,|the|U.S.|-|led|fleet|."]),
        ("The U.K.’s navy came from the U.K.", &["The|U.K.|’s|navy|came|from|the|U.K."]),
        ("She asked: did they leave the U.A.E.? No.", &["She|asked|:|did|they|leave|the|U.A.E.|?", "No|."]),
    ]);
}

#[test]
fn titles_and_abbreviations() {
    check(&[
        (
            "Gen. Smith met Lt. Col. Ann Poe. They left.",
            &["Gen.|Smith|met|Lt.|Col.|Ann|Poe|.", "They|left|."],
        ),
        ("Sen. Loy, Rep. Moe and Gov. Poe agreed.", &["Sen.|Loy|,|Rep.|Moe|and|Gov.|Poe|agreed|."]),
        ("Prof. A. B. Loy Jr. spoke. He sat.", &["Prof.|A.|B.|Loy|Jr.|spoke|.", "He|sat|."]),
        ("J.K. Moe and Ann P. Loy", &["J.K.|Moe|and|Ann|P.|Loy"]),
        ("No. 10 said so.", &["No.|10|said|so|."]),
        ("Was it safe? No. 10 people fell ill.", &["Was|it|safe|?", "No.|10|people|fell|ill|."]),
        ("She said no. Ten left.", &["She|said|no|.", "Ten|left|."]),
        ("St. Petersburg and Mt. Ellery", &["St.|Petersburg|and|Mt.|Ellery"]),
        ("They live on Quay St. in Marsa.", &["They|live|on|Quay|St.|in|Marsa|."]),
        (
            "Marlow Inc. and Harbour Co. rose. So did Dock Ltd.",
            &["Marlow|Inc.|and|Harbour|Co.|rose|.", "So|did|Dock|Ltd."],
        ),
        (
            "Boats (e.g. The Heron) left, i.e. they sailed.",
            &["Boats|(|e.g.|The|Heron|)|left|,|i.e.|they|sailed|."],
        ),
        (
            "The state v. Loy, Moe et al. was heard on Jan. 3.",
            &["The|state|v.|Loy|,|Moe|et|al.|was|heard|on|Jan.|3|."],
        ),
        (
            "He spoke in Concord, N.H. Loy stayed in Reno, Nev., with Ann Poe, D-Minn. Moe left.",
            &[
                "He|spoke|in|Concord|,|N.H.",
                "Loy|stayed|in|Reno|,|Nev.|,|with|Ann|Poe|,|D|-|Minn.",
                "Moe|left|.",
            ],
        ),
        (
            "South Bend, Ind. Mayor Ann Poe and Washington D.C. police left.",
            &["South|Bend|,|Ind.|Mayor|Ann|Poe|and|Washington|D.C.|police|left|."],
        ),
        ("P.S. We sail at dawn.", &["P.S.|We|sail|at|dawn|."]),
    ]);
}

#[test]
fn quotations() {
    check(&[
        ("“We sail,” she said.", &["“|We|sail|,|”|she|said|."]),
        ("“We sail.” She left.", &["“|We|sail|.|”", "She|left|."]),
        ("\"We sail.\" She left.", &["\"|We|sail|.|\"", "She|left|."]),
        (
            "“We wait. We always did,” Loy said. “Now we sail.”",
            &["“|We|wait|.", "We|always|did|,|”|Loy|said|.", "“|Now|we|sail|.|”"],
        ),
        ("“Will you sail?” he asked.", &["“|Will|you|sail|?|”|he|asked|."]),
        ("“Sail!” he cried. ‘Never,’ she said.", &["“|Sail|!|”|he|cried|.", "‘|Never|,|’|she|said|."]),
        ("It was “safe”, they said.”", &["It|was|“|safe|”|,|they|said|.|”"]),
        (
            "He said: “She told me, ‘Go.’” They went.",
            &["He|said|:|“|She|told|me|,|‘|Go|.|’|”", "They|went|."],
        ),
        ("(They sailed.) He stayed.", &["(|They|sailed|.|)", "He|stayed|."]),
        ("«On part.» They left.", &["«|On|part|.|»", "They|left|."]),
        ("''We sail,'' she said.", &["''|We|sail|,|''|she|said|."]),
    ]);
}

#[test]
fn headlines_and_lists() {
    check(&[
        ("Ferry aground off Marsa\nNobody was hurt.", &["Ferry|aground|off|Marsa", "Nobody|was|hurt|."]),
        ("FERRY AGROUND: 3 HURT\r\nNobody died.", &["FERRY|AGROUND|:|3|HURT", "Nobody|died|."]),
        ("• Two hurt\n• One missing", &["•|Two|hurt", "•|One|missing"]),
        ("- Two hurt. - One missing.", &["-|Two|hurt|.", "-|One|missing|."]),
        ("• Two hurt • One missing", &["•|Two|hurt", "•|One|missing"]),
        ("1. Check the hull\n2. Check the sails", &["1.|Check|the|hull", "2.|Check|the|sails"]),
        ("a) Check the hull\n(b) Sail", &["a|)|Check|the|hull", "(|b|)|Sail"]),
        ("All safe.\n----------\nMore soon.", &["All|safe|.", "----------", "More|soon|."]),
        ("Read on ========== The harbour was full.", &["Read|on", "==========", "The|harbour|was|full|."]),
    ]);
}

#[test]
fn ellipses_and_runs_of_marks() {
    check(&[
        ("We wait… and wait... for days.", &["We|wait|…|and|wait|...|for|days|."]),
        ("We waited… Then we sailed.", &["We|waited|…", "Then|we|sailed|."]),
        ("We waited... I sailed.", &["We|waited|...|I|sailed|."]),
        ("“We . . . wait,” he said.", &["“|We|.|.|.|wait|,|”|he|said|."]),
        ("We [...] wait […] here.", &["We|[|...|]|wait|[|…|]|here|."]),
        ("Really?! Yes!!! Go.", &["Really|?!", "Yes|!!!", "Go|."]),
        ("The port of Marlow Inc.. It sank.", &["The|port|of|Marlow|Inc.|.", "It|sank|."]),
    ]);
}

#[test]
fn names_with_hyphens_and_dashes() {
    check(&[
        ("Omar al-Sudani spoke.", &["Omar|al|-|Sudani|spoke|."]),
        ("BAGHDAD, 3 May (AFP)—The port closed.", &["BAGHDAD|,|3|May|(|AFP|)|—|The|port|closed|."]),
        ("AFP—The port closed.", &["AFP|—|The|port|closed|."]),
        (
            "The ship -- a ferry – sank – twice—near Marsa.",
            &["The|ship|--|a|ferry|–|sank|–|twice|—|near|Marsa|."],
        ),
        (
            "Jean-Luc Moe, a 45-year-old ex-minister, is anti-war.",
            &["Jean|-|Luc|Moe|,|a|45|-|year|-|old|ex-minister|,|is|anti-war|."],
        ),
        ("The vice-mayor misses wi-fi and hyper-speed.", &["The|vice-mayor|misses|wi-fi|and|hyper-speed|."]),
        ("A Marsa–Perth link, 2019–20.", &["A|Marsa|–|Perth|link|,|2019|–|20|."]),
        ("O’Malley, D'Arcy and Sha'lan", &["O’Malley|,|D'Arcy|and|Sha'lan"]),
        ("Yahoo! said it would pay. AT&T did too.", &["Yahoo|!|said|it|would|pay|.", "AT&T|did|too|."]),
    ]);
}

#[test]
fn numbers_money_and_times() {
    check(&[
        ("Some 12,000 people and 1,250,000.50 more", &["Some|12,000|people|and|1,250,000.50|more"]),
        (
            "It cost $3.5 million, €20, £5m, US$7 or 10%.",
            &["It|cost|$|3.5|million|,|€|20|,|£|5|m|,|US$|7|or|10|%|."],
        ),
        ("At 5 p.m. they left; at 5:30pm they came.", &["At|5|p.m.|they|left|;|at|5:30|pm|they|came|."]),
        ("They left at 5 p.m. She stayed.", &["They|left|at|5|p.m.", "She|stayed|."]),
        ("At 17:30 GMT on 3/5/2024, the 3rd", &["At|17:30|GMT|on|3/5/2024|,|the|3rd"]),
        ("In the 1990s, the '90s and the 1980’s", &["In|the|1990s|,|the|'90s|and|the|1980’s"]),
        ("It rose by 3.5. Then it fell.", &["It|rose|by|3.5|.", "Then|it|fell|."]),
        ("A 5G mast, 5km off, at 20C.", &["A|5G|mast|,|5|km|off|,|at|20|C|."]),
        ("They won 3-1 (or +2) in 2024.", &["They|won|3|-|1|(|or|+2|)|in|2024|."]),
        ("It took 2½ days at ½ speed.", &["It|took|2½|days|at|½|speed|."]),
    ]);
}

#[test]
fn addresses_and_signs() {
    check(&[
        (
            "See https://a.example/b?c=d&e=f#g, or www.marsa.example.",
            &["See|https://a.example/b?c=d&e=f#g|,|or|www.marsa.example|."],
        ),
        ("Write to Desk <news.desk@marsa.example>.", &["Write|to|Desk|<|news.desk@marsa.example|>|."]),
        ("Mail (desk@marsa.example) us.", &["Mail|(|desk@marsa.example|)|us|."]),
        ("Harbourpost.com's group is sea.boats.old.", &["Harbourpost.com|'s|group|is|sea.boats.old|."]),
        ("#storm @harbour 👍🏽 👩‍👩‍👧 🇳🇴🇸🇪 ☀️", &["#storm|@harbour|👍🏽|👩‍👩‍👧|🇳🇴|🇸🇪|☀️"]),
        ("Safe 👍👍! Thanks :-) We sail.", &["Safe|👍|👍|!", "Thanks|:-)", "We|sail|."]),
        ("Done :)", &["Done|:)"]),
        ("and/or, he/she, w/o, 24/7", &["and|/|or|,|he|/|she|,|w/o|,|24/7"]),
    ]);
}

#[test]
fn contractions() {
    check(&[
        ("They don't, can’t, won't, cannot.", &["They|do|n't|,|ca|n’t|,|wo|n't|,|can|not|."]),
        ("I'd've gone; he'll stay; it's Loy's.", &["I|'d|'ve|gone|;|he|'ll|stay|;|it|'s|Loy|'s|."]),
        ("DON'T GO, IT'S LATE", &["DO|N'T|GO|,|IT|'S|LATE"]),
        ("the sailors' boats, James's and James’", &["the|sailors|'|boats|,|James|'s|and|James|’"]),
        ("We're gonna, wanna, gotta go.", &["We|'re|gon|na|,|wan|na|,|got|ta|go|."]),
        ("'Tis rock 'n' roll, ma'am.", &["'T|is|rock|'n'|roll|,|ma'am|."]),
    ]);
}

#[test]
fn sentences_without_a_space_between() {
    check(&[
        ("In the end.Then it rained.", &["In|the|end|.", "Then|it|rained|."]),
        ("He went to Baghdad.Then he left Asp.Net.", &["He|went|to|Baghdad|.", "Then|he|left|Asp|.|Net|."]),
        ("Is it safe?no one knows.", &["Is|it|safe|?", "no|one|knows|."]),
        ("It sank...Nobody knows.", &["It|sank|...", "Nobody|knows|."]),
        ("See report.pdf and Dr.Moe.", &["See|report.pdf|and|Dr.|Moe|."]),
    ]);
}
