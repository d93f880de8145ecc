use crate::CivilDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Where a rule is written: the act, the place in it, and the date of the text meant.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NormRef {
    /// The act by its usual short name: `63-ФЗ`, `приказ Минфина 14н`.
    pub act: String,
    /// Article, part, clause: `ст. 6 ч. 2`; empty when the whole act is meant.
    #[serde(default)]
    pub address: String,
    /// Date of the act or of the revision meant, where it is known.
    #[serde(default)]
    pub date: Option<CivilDate>,
}

impl NormRef {
    /// A reference without a date.
    pub fn new(act: impl Into<String>, address: impl Into<String>) -> Self {
        Self { act: act.into(), address: address.into(), date: None }
    }
}

impl fmt::Display for NormRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.act)?;
        if let Some(date) = self.date {
            write!(f, " от {}", date.strftime("%d.%m.%Y"))?;
        }
        if !self.address.is_empty() {
            write!(f, ", {}", self.address)?;
        }
        Ok(())
    }
}
