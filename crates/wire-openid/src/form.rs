//! Forms and queries as OAuth writes them: each parameter once (RFC 6749 §3.1, §3.2), an empty one as if it were absent.

use crate::limits::FORM_FIELDS_MAX;
use crate::refusal::OpenidRefusal;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::collections::BTreeMap;
use std::fmt;

/// Parameters by their names.
#[derive(Clone, Default)]
pub struct Form(BTreeMap<String, String>);

/// Secrets and codes stay out of logs.
impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Form {
    /// Reads a form. Refuses a parameter that comes twice, and more than 40 of them.
    pub fn read(octets: &[u8]) -> Result<Self, OpenidRefusal> {
        let mut fields = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(octets) {
            if fields.len() >= FORM_FIELDS_MAX || fields.insert(name.into_owned(), value.into_owned()).is_some() {
                return Err(OpenidRefusal::Unreadable);
            }
        }
        Ok(Self(fields))
    }

    /// A parameter, where it is there and not empty.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// A parameter that must be there.
    pub fn need(&self, name: &'static str) -> Result<&str, OpenidRefusal> {
        self.find(name).ok_or(OpenidRefusal::Missing { name })
    }

    /// The parameters as a query.
    #[must_use]
    pub fn query(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.0).finish()
    }

    /// Octets in base64; a plus that was not escaped comes as a blank.
    pub fn octets(&self, name: &'static str) -> Result<Vec<u8>, OpenidRefusal> {
        let text: String = self.need(name)?.chars().map(|c| if c == ' ' { '+' } else { c }).collect();
        let text: String = text.chars().filter(|c| !c.is_ascii_control()).collect();
        STANDARD.decode(text).map_err(|_| OpenidRefusal::Form { name, accepted: "base64" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_parameter_stands_once() {
        let form = Form::read(b"scope=openid%20extern.api&nonce=&key=a+b%3D").unwrap();
        assert_eq!((form.find("scope"), form.find("nonce"), form.find("x")), (Some("openid extern.api"), None, None));
        assert_eq!(form.need("nonce"), Err(OpenidRefusal::Missing { name: "nonce" }));
        assert_eq!(Form::read(b"a=1&a=1").unwrap_err(), OpenidRefusal::Unreadable);
        let many: Vec<String> = (0..=FORM_FIELDS_MAX).map(|n| format!("f{n}=1")).collect();
        assert_eq!(Form::read(many.join("&").as_bytes()).unwrap_err(), OpenidRefusal::Unreadable);
        assert!(!format!("{form:?}").contains("extern"));
    }

    #[test]
    fn base64_with_blanks_for_pluses() {
        let form = Form::read(b"key=-_8%3D&plus=+/8=").unwrap();
        assert_eq!(form.octets("plus").unwrap(), [0xfb, 0xff]);
        assert!(form.octets("key").is_err() && form.octets("none").is_err());
    }
}
