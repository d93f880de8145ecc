pub(super) mod accept;
pub(super) mod bind;
pub(super) mod challenge;
pub(super) mod list;
pub(super) mod show;
pub(super) mod unbind;
pub(super) mod views;

use crate::model::{AccountRefusal, CertificateCause};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The DER of a signature in base64; what is none is no signature.
fn signature(text: &str) -> Result<Vec<u8>, AccountRefusal> {
    let text: String = text.split_whitespace().collect();
    STANDARD.decode(text).map_err(|_| AccountRefusal::CertificateRefused { cause: CertificateCause::Unreadable })
}
