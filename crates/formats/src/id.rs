//! Which official format a file has.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An official format at one version and one revision of its schema.
///
/// The parts are those of a schema's file name: `ON_NSCHFDOPPR_1_997_01_05_03_05` is prefix `ON_NSCHFDOPPR`,
/// part number `1_997_01`, version `5.03`, revision `05`. A revision changes without a change of the version.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FormatId {
    /// Prefix of exchange file names: `ON_NSCHFDOPPR`, `DP_IZVPOL`.
    pub prefix: String,
    /// Number of the format and of its part, as in the schema's name: `1_997_01`; empty where the format has no such name.
    pub number: String,
    /// Version in the schema's name: `5.03`. A schema may serve another `ВерсФорм`, see `Document::version`.
    pub version: String,
    /// Revision of the schema within the version: `05`.
    pub revision: String,
}

impl FormatId {
    /// Reads a schema's file name (without its extension); `None` for another shape. A format without an official name has
    /// one of ours with its version: `EFS-1_v2026-01-01`.
    pub fn from_schema_name(name: &str) -> Option<Self> {
        Self::from_official_name(name).or_else(|| Self::from_own_name(name))
    }

    fn from_own_name(name: &str) -> Option<Self> {
        let (prefix, version) = name.rsplit_once("_v")?;
        let is_version = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
        let is_prefix = |b: u8| is_version(b) || b == b'_';
        let is_own = version.starts_with(|c: char| c.is_ascii_digit()) && version.bytes().all(is_version);
        let (prefix, version) = (prefix.to_owned(), version.to_owned());
        (is_own && !prefix.is_empty() && prefix.bytes().all(is_prefix)).then(|| Self {
            prefix,
            number: String::new(),
            version,
            revision: String::new(),
        })
    }

    fn from_official_name(name: &str) -> Option<Self> {
        let mut parts: Vec<&str> = name.split('_').collect();
        let revision = parts.pop()?;
        let minor = parts.pop()?;
        let major = parts.pop()?;
        let first_digit = parts.iter().position(|p| p.bytes().all(|b| b.is_ascii_digit()))?;
        let two = |s: &str| s.len() == 2 && s.bytes().all(|b| b.is_ascii_digit());
        if !two(revision) || !two(minor) || !two(major) || first_digit == 0 {
            return None;
        }
        let (prefix, number) = parts.split_at_checked(first_digit)?;
        let major = major.strip_prefix('0').unwrap_or(major);
        Some(Self {
            prefix: prefix.join("_"),
            number: number.join("_"),
            version: format!("{major}.{minor}"),
            revision: revision.to_owned(),
        })
    }

    /// The schema's official name: `ON_NSCHFDOPPR_1_997_01_05_03_05`.
    pub fn official_name(&self) -> String {
        if self.number.is_empty() {
            return format!("{}_v{}", self.prefix, self.version);
        }
        let (major, minor) = self.version.split_once('.').unwrap_or((&self.version, "00"));
        format!("{}_{}_{major:0>2}_{minor:0>2}_{}", self.prefix, self.number, self.revision)
    }
}

impl fmt::Display for FormatId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.official_name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schema_name_gives_its_parts_and_back() {
        for name in ["ON_NSCHFDOPPR_1_997_01_05_03_05", "DP_IZVPOL_1_982_00_01_03_01", "NO_NDFL6.2_1_152_00_05_05_01"] {
            let id = FormatId::from_schema_name(name).unwrap();
            assert_eq!(id.official_name(), name);
        }
        let id = FormatId::from_schema_name("ON_NSCHFDOPPR_1_997_01_05_03_05").unwrap();
        assert_eq!(
            (id.prefix.as_str(), id.number.as_str(), id.version.as_str()),
            ("ON_NSCHFDOPPR", "1_997_01", "5.03")
        );
    }

    #[test]
    fn other_names_are_not_official() {
        for name in ["EFS-1_v2026-01-01", "NO_NDS.8_v5.08", "DIRECTBANK_PayDocRu_v2.3.2"] {
            let id = FormatId::from_schema_name(name).unwrap();
            assert_eq!(id.official_name(), name);
            assert_eq!((id.number.as_str(), id.revision.as_str()), ("", ""));
        }
        for name in [
            "",
            "a",
            "_v1",
            "ON_X_v",
            "ON_X_vx",
            "a/b_v1",
            "../a_v1",
            "ON_X",
            "1_2_3_4",
            "ON_NSCHFDOPPR_1_997_01_5_3_5",
            "ON_NSCHFDOPPR",
        ] {
            assert_eq!(FormatId::from_schema_name(name), None, "{name}");
        }
    }
}
