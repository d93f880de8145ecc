//! What a list of forms tells of each, read without making its definition ready to run.

use crate::definition::Trust;
use crate::{FormatId, FormatRefusal, Registry};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A form in a list.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Summary {
    pub format: FormatId,
    #[serde(default)]
    pub knd: Vec<String>,
    #[serde(default)]
    pub versions: Vec<String>,
    /// What people call it; what the definition calls it where no name of the form is known.
    pub title: String,
    pub trust: Trust,
}

impl Registry {
    /// The head of a definition.
    pub fn summary(&self, format: &FormatId) -> Result<Summary, FormatRefusal> {
        let source = self.source(format).ok_or(FormatRefusal::FormatUnknown)?;
        let mut summary: Summary = serde_json::from_slice(source)
            .map_err(|why| FormatRefusal::Definition { name: format.official_name(), rule: why.to_string() })?;
        if let Some(title) = title(&format.prefix) {
            summary.title = title.to_owned();
        }
        Ok(summary)
    }
}

/// What people call a document, by the prefix of its files. Official schemas call nearly all of them «Файл обмена».
pub fn title(prefix: &str) -> Option<&'static str> {
    static TITLES: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    let titles = TITLES.get_or_init(|| {
        serde_json::from_str(include_str!("titles.json")).unwrap_or_else(|why| kernel::bug!("names of forms: {why}"))
    });
    titles.get(prefix).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_the_base_pack_has_a_name() {
        let registry = Registry::embedded();
        for format in registry.formats() {
            let summary = registry.summary(format).unwrap();
            assert_eq!(summary.format, *format);
            assert!(title(&format.prefix).is_some(), "{format}");
        }
    }
}
