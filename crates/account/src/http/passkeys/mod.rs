pub(super) mod make;
pub(super) mod own;
pub(super) mod rename;
pub(super) mod sign_in;

use crate::model::AccountRefusal;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use web::Problem;

/// Octets as browsers write them; what is none is no passkey.
fn octets(text: &str) -> Result<Vec<u8>, Problem> {
    let text = text.trim_end_matches('=');
    URL_SAFE_NO_PAD.decode(text).map_err(|_| Problem::refused(AccountRefusal::PasskeyRefused))
}

fn text(octets: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(octets)
}
