//! The `Authorization` header in both schemes the vendor's clients use.

/// What a request shows.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// The program's key, of the scheme `DiadocAuth`.
    pub client_id: Option<String>,
    /// The person's token, of either scheme.
    pub token: Option<String>,
}

/// Tokens and keys stay out of logs.
impl std::fmt::Debug for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shown")
            .field("client", &self.client_id.is_some())
            .field("token", &self.token.is_some())
            .finish()
    }
}

/// Characters of the whole header: a client id has 64 at most, a token of ours 47.
const CHARS_MAX: usize = 4_096;

/// Reads `DiadocAuth ddauth_api_client_id=…[, ddauth_token=…]` (blanks around the comma or none) and `Bearer …`.
/// `None` for another scheme or an unreadable header.
#[must_use]
pub fn read(header: &str) -> Option<Shown> {
    let (scheme, rest) = header.trim().split_once(' ')?;
    if header.len() > CHARS_MAX {
        return None;
    }
    if scheme.eq_ignore_ascii_case("bearer") {
        return Some(Shown { client_id: None, token: filled(rest) });
    }
    if !scheme.eq_ignore_ascii_case("diadocauth") {
        return None;
    }
    let mut shown = Shown::default();
    for part in rest.split(',') {
        // A token may itself hold the sign of equality.
        let (name, value) = part.trim().split_once('=')?;
        match name.trim().to_ascii_lowercase().as_str() {
            "ddauth_api_client_id" => shown.client_id = filled(value),
            "ddauth_token" => shown.token = filled(value),
            _ => {}
        }
    }
    Some(shown)
}

fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(client_id: Option<&str>, token: Option<&str>) -> Option<Shown> {
        Some(Shown { client_id: client_id.map(str::to_owned), token: token.map(str::to_owned) })
    }

    #[test]
    fn both_schemes() {
        for (header, expected) in [
            ("DiadocAuth ddauth_api_client_id=key-1", shown(Some("key-1"), None)),
            ("DiadocAuth ddauth_api_client_id=key-1,ddauth_token=a=b+c==", shown(Some("key-1"), Some("a=b+c=="))),
            ("diadocauth ddauth_api_client_id=key-1, ddauth_token=t", shown(Some("key-1"), Some("t"))),
            ("DiadocAuth ddauth_token=t , ddauth_api_client_id=key-1", shown(Some("key-1"), Some("t"))),
            ("DiadocAuth ddauth_api_client_id=", shown(None, None)),
            ("Bearer t", shown(None, Some("t"))),
            ("bearer  t ", shown(None, Some("t"))),
        ] {
            assert_eq!(read(header), expected, "{header}");
        }
        for bad in ["", "DiadocAuth", "Basic abc", "DiadocAuth x", "DiadocAuth ddauth_token", "ddauth_token=t"] {
            assert_eq!(read(bad), None, "{bad}");
        }
        assert_eq!(read(&format!("Bearer {}", "t".repeat(5_000))), None);
    }
}
