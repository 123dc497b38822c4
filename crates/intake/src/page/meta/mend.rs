//! JSON that is nearly right, mended so that it parses.
//!
//! A tenth of the JSON-LD out there is written by templates that know nothing of JSON: comments
//! around it, commas before a closing bracket, raw line ends and quotation marks in strings,
//! entities in place of quotation marks. One pass over the text mends all of them.

use serde_json::Value;

/// The values of a script, in order: most often one.
pub(super) fn values(script: &str) -> Vec<Value> {
    let script = bare(script);
    if script.is_empty() {
        return Vec::new();
    }
    if let Ok(value) = serde_json::from_str(script) {
        return vec![value];
    }
    let decoded;
    let script = if script.contains("&quot;") && !script.contains('"') {
        decoded = script.replace("&quot;", "\"").replace("&amp;", "&");
        &decoded
    } else {
        script
    };
    let mended = mend(script);
    serde_json::Deserializer::from_str(&mended).into_iter().map_while(Result::ok).collect()
}

/// The script without comments, CDATA marks and semicolons around it.
fn bare(script: &str) -> &str {
    let mut rest = script.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    loop {
        let before = rest.len();
        for opening in
            ["<!--", "//<![CDATA[", "/*<![CDATA[*/", "// <![CDATA[", "/* <![CDATA[ */", "<![CDATA["]
        {
            rest = rest.strip_prefix(opening).unwrap_or(rest).trim_start();
        }
        for closing in ["//-->", "-->", "//]]>", "/*]]>*/", "// ]]>", "/* ]]> */", "]]>", ";"] {
            rest = rest.strip_suffix(closing).unwrap_or(rest).trim_end();
        }
        if rest.len() == before {
            return rest;
        }
    }
}

/// What is open at a place of the text.
struct Mender<'t> {
    rest: std::iter::Peekable<std::str::CharIndices<'t>>,
    text: &'t str,
    out: String,
    closers: Vec<char>,
}

/// Valid JSON where that can be had: strings lose what may not stand in them, brackets that are
/// left open are closed, commas before a closing bracket go.
fn mend(text: &str) -> String {
    let out = String::with_capacity(text.len());
    let mut mender = Mender { rest: text.char_indices().peekable(), text, out, closers: Vec::new() };
    while let Some((_, c)) = mender.rest.next() {
        match c {
            '"' => mender.string(),
            '{' | '[' => {
                mender.closers.push(if c == '{' { '}' } else { ']' });
                mender.out.push(c);
            }
            '}' | ']' => {
                mender.drop_comma();
                mender.closers.pop();
                mender.out.push(c);
            }
            c if c.is_whitespace() || c.is_control() => mender.out.push(' '),
            c => mender.out.push(c),
        }
    }
    mender.drop_comma();
    while let Some(closer) = mender.closers.pop() {
        mender.out.push(closer);
    }
    mender.out
}

impl Mender<'_> {
    fn drop_comma(&mut self) {
        let kept = self.out.trim_end().trim_end_matches(',').len();
        self.out.truncate(kept);
    }

    /// A string, its opening mark just read.
    fn string(&mut self) {
        self.out.push('"');
        while let Some((at, c)) = self.rest.next() {
            match c {
                '\\' => self.escape(),
                '"' if self.ends_at(at) => break,
                '"' => self.out.push_str("\\\""),
                c if c.is_control() => self.out.push(' '),
                c => self.out.push(c),
            }
        }
        self.out.push('"');
    }

    /// What follows a backslash.
    fn escape(&mut self) {
        let unicode = |at: usize| self.text.get(at + 1..at + 5).is_some_and(is_hex);
        match self.rest.peek().copied() {
            Some((at, 'u')) if !unicode(at) => {}
            Some((_, '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u')) => {
                self.out.push('\\');
                self.out.extend(self.rest.next().map(|(_, c)| c));
            }
            _ => {}
        }
    }

    /// Whether a quotation mark ends its string: what JSON allows after a string follows it.
    fn ends_at(&self, at: usize) -> bool {
        /// White space is looked through no further than that.
        const NEAR: usize = 200;
        let after = |from: usize| {
            let rest = self.text.get(from..).unwrap_or("");
            rest.char_indices().take(NEAR).find(|(_, c)| !c.is_whitespace()).map(|(i, c)| (from + i, c))
        };
        match after(at + 1) {
            None | Some((_, '}' | ']' | ':')) => true,
            Some((comma, ',')) => after(comma + 1).is_none_or(|(_, c)| {
                matches!(c, '"' | '{' | '[' | '}' | ']' | '-' | 't' | 'f' | 'n' | '0'..='9')
            }),
            Some(_) => false,
        }
    }
}

fn is_hex(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::values;
    use serde_json::json;

    #[test]
    fn what_templates_break() {
        let cases = [
            (r#"<!-- {"a": 1} -->"#, json!({"a": 1})),
            ("//<![CDATA[\n{\"a\": 1};\n//]]>", json!({"a": 1})),
            (r#"{"a": [1, 2,], "b": "c",}"#, json!({"a": [1, 2], "b": "c"})),
            ("{\"a\": \"one\ntwo\tthree\"}", json!({"a": "one two three"})),
            (r#"{"a": "the "Gull" sank", "b": 1}"#, json!({"a": "the \"Gull\" sank", "b": 1})),
            (r#"{"a": "the owner\'s \x boat \u12"}"#, json!({"a": "the owner's x boat u12"})),
            ("{&quot;a&quot;: &quot;b &amp; c&quot;}", json!({"a": "b & c"})),
            (r#"{"a": {"b": "cut in the mid"#, json!({"a": {"b": "cut in the mid"}})),
        ];
        for (script, wanted) in cases {
            assert_eq!(values(script), [wanted], "{script}");
        }
    }

    #[test]
    fn several_values_in_one_script() {
        assert_eq!(values(r#"{"a": 1} {"b": 2}"#), [json!({"a": 1}), json!({"b": 2})]);
    }

    #[test]
    fn what_cannot_be_mended_is_nothing() {
        for script in ["", "null pointer", "window.x = 1", "<html>"] {
            assert!(values(script).iter().all(|value| !value.is_object()), "{script}");
        }
        assert!(values(&"[".repeat(100_000)).is_empty());
    }
}
