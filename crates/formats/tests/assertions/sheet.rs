//! The same assertions as a stylesheet for libxslt, an evaluator that shares nothing with the engine.

use crate::Fired;
use crate::places::Check;
use formats::definition::Definition;
use formats::{Document, write};
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

pub fn is_here() -> bool {
    Command::new("xsltproc").arg("--version").output().is_ok()
}

/// What fires on each document.
pub fn fired<'a>(
    definition: &Definition,
    checks: &[Check<'_>],
    documents: impl Iterator<Item = &'a Document>,
    folder: &Path,
) -> Vec<Fired> {
    let name = definition.format.official_name();
    let sheet = folder.join(format!("{name}.xsl"));
    std::fs::write(&sheet, stylesheet(checks)).unwrap();
    let mut command = Command::new("xsltproc");
    command.arg(&sheet);
    for (at, document) in documents.enumerate() {
        let file = folder.join(format!("{name}-{at}.xml"));
        std::fs::write(&file, write(document).unwrap()).unwrap();
        command.arg(file);
    }
    let output = command.output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    said.lines()
        .map(|line| {
            let numbers = line.split_whitespace().map(|number| number.parse::<usize>().unwrap());
            let mut fired: Fired = numbers.map(|at| crate::told(&checks[at])).collect();
            fired.sort();
            fired
        })
        .collect()
}

fn stylesheet(checks: &[Check<'_>]) -> String {
    let mut text = String::from(
        "<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\">\
         <xsl:output method=\"text\" encoding=\"UTF-8\"/><xsl:template match=\"/\">",
    );
    for (at, check) in checks.iter().enumerate().filter(|(_, c)| !c.check.test.contains("getFileName")) {
        for place in &check.places {
            let test = escape(&plain(&check.check.test));
            write!(
                text,
                "<xsl:for-each select=\"/{}\"><xsl:if test=\"not({test})\">{at} </xsl:if></xsl:for-each>",
                place.join("/")
            )
            .unwrap();
        }
    }
    text.push_str("<xsl:text>&#10;</xsl:text></xsl:template></xsl:stylesheet>");
    text
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// `usch:iif(c, t, e)` as `((c) and (t) or not(c) and (e))`.
fn plain(test: &str) -> String {
    let Some((before, after)) = test.split_once("usch:iif") else { return test.to_owned() };
    let after = after.trim_start().strip_prefix('(').expect("arguments");
    let (mut depth, mut quote, mut from, mut parts) = (0, None, 0, Vec::new());
    for (at, c) in after.char_indices() {
        match (quote, c) {
            (Some(open), _) if open == c => quote = None,
            (None, '\'' | '"') => quote = Some(c),
            (None, '(') => depth += 1,
            (None, ',') if depth == 0 => {
                parts.push(&after[from..at]);
                from = at + 1;
            }
            (None, ')') if depth == 0 => {
                parts.push(&after[from..at]);
                from = at + 1;
                break;
            }
            (None, ')') => depth -= 1,
            _ => {}
        }
    }
    let [condition, then, otherwise] = parts[..] else { panic!("usch:iif of {} parts: {test}", parts.len()) };
    let (condition, then, otherwise) = (plain(condition), plain(then), plain(otherwise));
    format!("{before}((({condition}) and ({then})) or (not({condition}) and ({otherwise}))){}", plain(&after[from..]))
}
