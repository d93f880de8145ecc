//! Words of the JSON face for parameter sets, digests, attributes of names and key usages.

use crate::refusal::SignerRefusal;
use gost::ParamSet;
use pki::{DigestAlgorithm, KeyUsage, Oid, oid};

const ATTRIBUTES: [(&str, Oid); 16] = [
    ("cn", oid::COMMON_NAME),
    ("surname", oid::SURNAME),
    ("givenName", oid::GIVEN_NAME),
    ("o", oid::ORGANIZATION),
    ("ou", oid::ORGANIZATIONAL_UNIT),
    ("title", oid::TITLE),
    ("inn", oid::INN),
    ("innLe", oid::INN_LE),
    ("ogrn", oid::OGRN),
    ("ogrnip", oid::OGRNIP),
    ("snils", oid::SNILS),
    ("email", oid::EMAIL),
    ("l", oid::LOCALITY),
    ("st", oid::STATE),
    ("street", oid::STREET),
    ("c", oid::COUNTRY),
];

const USAGES: [(&str, KeyUsage); 7] = [
    ("digitalSignature", KeyUsage::DIGITAL_SIGNATURE),
    ("nonRepudiation", KeyUsage::NON_REPUDIATION),
    ("keyEncipherment", KeyUsage::KEY_ENCIPHERMENT),
    ("dataEncipherment", KeyUsage::DATA_ENCIPHERMENT),
    ("keyAgreement", KeyUsage::KEY_AGREEMENT),
    ("keyCertSign", KeyUsage::KEY_CERT_SIGN),
    ("crlSign", KeyUsage::CRL_SIGN),
];

/// The set of a short name.
pub fn set_of(name: &str) -> Result<ParamSet, SignerRefusal> {
    ParamSet::from_short_name(name).ok_or(SignerRefusal::UnknownSet)
}

/// The attribute of a name or of a dotted object identifier.
pub fn attribute_of(name: &str) -> Result<Oid, SignerRefusal> {
    let found = ATTRIBUTES.iter().find(|(known, _)| *known == name).map(|(_, oid)| *oid);
    found.or_else(|| Oid::new(name).ok()).ok_or_else(|| SignerRefusal::UnknownAttribute(name.to_owned()))
}

/// The name of an attribute, or its identifier in dotted form.
pub fn attribute_name(oid: &Oid) -> String {
    let found = ATTRIBUTES.iter().find(|(_, known)| known == oid);
    found.map_or_else(|| oid.to_string(), |(name, _)| (*name).to_owned())
}

/// All usages together.
pub fn usages_of(names: &[String]) -> Result<KeyUsage, SignerRefusal> {
    let one = |name: &String| USAGES.iter().find(|(known, _)| known == name).map(|(_, usage)| *usage);
    let unknown = || SignerRefusal::Call("key usages: one or more of the known names".to_owned());
    let mut all = None;
    for name in names {
        let usage = one(name).ok_or_else(unknown)?;
        all = Some(all.map_or(usage, |before| before | usage));
    }
    all.ok_or_else(unknown)
}

/// The names of all usages there are.
pub fn usage_names(usage: KeyUsage) -> Vec<&'static str> {
    USAGES.iter().filter(|(_, known)| usage.contains(*known)).map(|(name, _)| *name).collect()
}

/// The name of a digest, or its identifier in dotted form.
pub fn digest_name(digest: DigestAlgorithm) -> String {
    match digest {
        DigestAlgorithm::Streebog256 => "streebog256".to_owned(),
        DigestAlgorithm::Streebog512 => "streebog512".to_owned(),
        DigestAlgorithm::Gost94 => "gost94".to_owned(),
        DigestAlgorithm::Sha256 => "sha256".to_owned(),
        DigestAlgorithm::Other(oid) => oid.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_by_their_names() {
        for set in ParamSet::ALL {
            assert_eq!(set_of(set.short_name()), Ok(set));
        }
        for wrong in ["", "D", "XC", "Tc512A", "1.2.643.2.2.35.1"] {
            assert_eq!(set_of(wrong), Err(SignerRefusal::UnknownSet));
        }
    }

    #[test]
    fn attributes_by_name_and_by_number() {
        assert_eq!(attribute_of("innLe"), Ok(oid::INN_LE));
        assert_eq!(attribute_of("1.2.643.100.4"), Ok(oid::INN_LE));
        assert_eq!(attribute_name(&oid::INN_LE), "innLe");
        assert_eq!(attribute_name(&Oid::new("2.5.4.5").unwrap()), "2.5.4.5");
        for wrong in ["", "INN", "1", "1.2.", "9.9.9"] {
            assert!(attribute_of(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn usages_add_up() {
        let both = usages_of(&["digitalSignature".to_owned(), "nonRepudiation".to_owned()]).unwrap();
        assert_eq!(usage_names(both), ["digitalSignature", "nonRepudiation"]);
        assert!(usages_of(&[]).is_err() && usages_of(&["sign".to_owned()]).is_err());
    }
}
