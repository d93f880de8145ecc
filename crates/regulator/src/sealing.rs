//! What goes to one reader only: a ZIP of one file inside CMS EnvelopedData.

use gost::PrivateKey;
use pki::cms::enveloped::{EnvelopeOrder, EnvelopedMessage, encrypt};
use pki::{Certificate, PkiRefusal};
use transport::TransportRefusal;
use transport::archive::{self, Member};

/// Name of the one file.
const INNER_NAME: &str = "file";

/// Packs content and encrypts it to these certificates. `chance` is a cryptographic source.
pub fn seal(
    content: &[u8],
    recipients: &[Certificate],
    chance: &mut dyn FnMut(&mut [u8]),
) -> Result<Vec<u8>, TransportRefusal> {
    let packed = archive::write(&[Member { name: INNER_NAME.to_owned(), content: content.to_vec(), is_stored: false }])?;
    Ok(encrypt(&packed, &EnvelopeOrder::for_recipients(recipients.iter().collect()), chance)?)
}

/// Opens what was sealed to this key. Refuses what is sealed to another, and anything but one file inside.
pub fn open(sealed: &[u8], key: &PrivateKey, certificate: &Certificate) -> Result<Vec<u8>, TransportRefusal> {
    let packed = EnvelopedMessage::parse(sealed)?.open(key, certificate)?;
    let mut members = archive::read(&packed)?;
    match (members.pop(), members.is_empty()) {
        (Some(only), true) => Ok(only.content),
        _ => Err(PkiRefusal::ContentType.into()),
    }
}
