//! A ratio file as data: what `ratios/*.json` holds, and how it becomes ready to be asked.

use super::expression::{Expression, Kind, Path, Relation};
use crate::finding::Severity;
use crate::limits::{FORMS_OF_RATIOS_MAX, RATIOS_MAX};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A file: the form it is about (or two, for ratios between forms), the publications it stands on, the ratios.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatioFile {
    pub title: String,
    /// One form, or two; paths without a name begin at the first.
    pub forms: Vec<FormOf>,
    /// Conditions under which two documents belong together (same payer, same period); empty for one form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub together: Vec<String>,
    /// Publications by a short name that ratios refer to.
    pub sources: BTreeMap<String, Source>,
    pub ratios: Vec<RatioText>,
}

/// A form a file speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormOf {
    /// Short name in formulas (`rsv:/Документ/…`): latin letters.
    pub name: String,
    /// Prefix of the format: `NO_RASCHSV`.
    pub prefix: String,
    /// Values of `ВерсФорм`.
    pub versions: Vec<String>,
}

/// A publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Letter, order or clause: «Письмо ФНС России от … № …».
    pub norm: String,
    /// Where the fact was seen, when not in the act itself.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub seen: String,
    pub trust: Evidence,
}

impl Source {
    /// The publication with the number of a ratio or a clause in it.
    pub(crate) fn with(&self, clause: &str) -> String {
        [self.norm.as_str(), clause].join(", ").trim_end_matches(", ").to_owned()
    }
}

/// How a ratio was learned. Shown beside every finding that rests on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// Read in the text of the act or of the official schema.
    Text,
    /// Several independent public sources agree.
    Several,
    /// One public source says so.
    One,
    /// Follows from the meaning of the lines; no publication was seen.
    Unverified,
}

/// A ratio as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatioText {
    /// Stable code: `rsv.base`.
    pub code: String,
    /// The formula in words, for a person.
    pub words: String,
    /// Rows asked one by one; without it the ratio is asked once, at the root element.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each: Option<String>,
    /// Asked only where this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    pub left: String,
    /// `=`, `<>`, `<`, `<=`, `>`, `>=`.
    pub relation: String,
    pub right: String,
    /// How far numbers may miss; nothing means not at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<String>,
    /// The place blamed, from the row.
    pub blame: String,
    /// The authority refuses a document that breaks it; else it asks for an explanation.
    #[serde(default, skip_serializing_if = "no")]
    pub refused: bool,
    /// A name in `sources`.
    pub source: String,
    /// Number of the ratio or the clause in the source.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub clause: String,
}

fn no(flag: &bool) -> bool {
    !*flag
}

/// A file ready to be asked.
#[derive(Debug)]
pub(crate) struct Ready {
    pub file: RatioFile,
    pub together: Vec<Expression>,
    pub ratios: Vec<Ratio>,
}

/// A ratio ready to be asked.
#[derive(Debug)]
pub(crate) struct Ratio {
    pub code: String,
    pub words: String,
    pub formula: String,
    pub severity: Severity,
    pub norm: String,
    pub evidence: Evidence,
    pub each: Path,
    pub when: Option<Expression>,
    pub left: Expression,
    pub relation: Relation,
    pub right: Expression,
    pub tolerance: Option<Expression>,
    /// Both sides are compared as texts.
    pub is_text: bool,
    pub blame: String,
}

impl RatioFile {
    /// Parses every formula. Refuses the whole file, naming the ratio and what is wrong in it.
    pub(crate) fn ready(self) -> Result<Ready, String> {
        if self.forms.is_empty() || self.forms.len() > FORMS_OF_RATIOS_MAX {
            return Err(format!("forms: from one to {FORMS_OF_RATIOS_MAX} are taken"));
        }
        if self.forms.len() > 1 && self.together.is_empty() {
            return Err("together: two forms need conditions under which they belong together".to_owned());
        }
        if self.ratios.len() > RATIOS_MAX {
            return Err(format!("ratios: more than {RATIOS_MAX}"));
        }
        let names: Vec<String> = self.forms.iter().map(|form| form.name.clone()).collect();
        let mut together = Vec::new();
        for text in &self.together {
            together.push(condition(text, &names).map_err(|e| format!("together: {e}"))?);
        }
        let mut ratios: Vec<Ratio> = Vec::new();
        for text in &self.ratios {
            let ratio = self.ratio(text, &names).map_err(|e| format!("{}: {e}", text.code))?;
            if ratios.iter().any(|other| other.code == ratio.code) {
                return Err(format!("{}: the code stands twice", ratio.code));
            }
            ratios.push(ratio);
        }
        Ok(Ready { together, ratios, file: self })
    }

    fn ratio(&self, text: &RatioText, names: &[String]) -> Result<Ratio, String> {
        let source = self.sources.get(&text.source).ok_or("source: no such name in sources")?;
        if text.refused && source.trust == Evidence::Unverified {
            return Err("refused: what no publication says cannot be a ground of refusal".to_owned());
        }
        if text.words.trim().is_empty() {
            return Err("words: empty".to_owned());
        }
        let part = |field: &str, source: &str| number(source, names).map_err(|e| format!("{field}: {e}"));
        let when = |when: &str| condition(when, names).map_err(|e| format!("when: {e}"));
        let (left, right) = (part("left", &text.left)?, part("right", &text.right)?);
        let relation = Relation::parse(&text.relation).ok_or("relation: one of = <> < <= > >=")?;
        let is_text = [left.kind(), right.kind()].contains(&Kind::Text);
        if is_text && [left.kind(), right.kind()].contains(&Kind::Number) {
            return Err("left, right: two texts or two numbers".to_owned());
        }
        let is_strict = matches!(relation, Relation::NotEqual | Relation::Less | Relation::Greater);
        if text.tolerance.is_some() && (is_text || is_strict) {
            return Err("tolerance: only for numbers with =, <= or >=".to_owned());
        }
        place("blame", &text.blame)?;
        Ok(Ratio {
            code: text.code.clone(),
            words: text.words.clone(),
            formula: format!("{} {} {}", text.left, text.relation, text.right),
            severity: if text.refused { Severity::Error } else { Severity::Warning },
            norm: source.with(&text.clause),
            evidence: source.trust,
            each: rows(text.each.as_deref(), names)?,
            when: text.when.as_deref().map(when).transpose()?,
            left,
            relation,
            right,
            tolerance: text.tolerance.as_deref().map(|tolerance| part("tolerance", tolerance)).transpose()?,
            is_text,
            blame: text.blame.clone(),
        })
    }
}

/// Rows begin at the root of the first form, so that every ratio walks its document once.
pub(crate) fn rows(each: Option<&str>, names: &[String]) -> Result<Path, String> {
    let Some(each) = each else { return Ok(Path { root: Some(0), ..Path::default() }) };
    let path = Path::parse(each, names).map_err(|e| format!("each: {e}"))?;
    if path.root.is_none() || path.attribute.is_some() {
        return Err("each: a path to elements from the root".to_owned());
    }
    Ok(path)
}

/// A place below the row: the one a ratio blames, or a cell.
pub(crate) fn place(field: &str, place: &str) -> Result<(), String> {
    let path = Path::parse(place, &[]).map_err(|e| format!("{field}: {e}"))?;
    if path.root.is_some() || path.up > 0 { Err(format!("{field}: a path from the row")) } else { Ok(()) }
}

/// What holds or not.
pub(crate) fn condition(source: &str, names: &[String]) -> Result<Expression, String> {
    let expression = Expression::parse_over(source, names)?;
    if expression.kind() == Kind::Condition { Ok(expression) } else { Err("a condition is expected".to_owned()) }
}

/// What has a value.
pub(crate) fn number(source: &str, names: &[String]) -> Result<Expression, String> {
    let expression = Expression::parse_over(source, names)?;
    if expression.kind() == Kind::Condition { Err("a number or a text is expected".to_owned()) } else { Ok(expression) }
}
