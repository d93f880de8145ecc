//! Texts of chance that the provider gives out: 256 random bits each, kept as hashes. Their beginnings let scanners of leaked
//! secrets know them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::Chance;

fn drawn(prefix: &str, chance: &Chance) -> String {
    format!("{prefix}{}", URL_SAFE_NO_PAD.encode(chance.octets::<32>()))
}

/// A code of authorization.
#[must_use]
pub fn drawn_code(chance: &Chance) -> String {
    drawn("svo_", chance)
}

/// A refresh token.
#[must_use]
pub fn drawn_refresh(chance: &Chance) -> String {
    drawn("svf_", chance)
}

/// A device's code.
#[must_use]
pub fn drawn_device(chance: &Chance) -> String {
    drawn("svv_", chance)
}
