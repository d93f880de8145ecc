//! Sealing: a file is packed into a ZIP of one member and encrypted to certificates (CMS EnvelopedData). The same in the browser, so
//! that an operator need not see what it carries.

use crate::archive::{self, Member};
use crate::refusal::{ArchiveFault, TransportRefusal};
use gost::PrivateKey;
use pki::cms::enveloped::{EnvelopeOrder, EnvelopedMessage, encrypt};
use pki::{Certificate, PkiRefusal};
use zeroize::Zeroizing;

type Result<T> = std::result::Result<T, TransportRefusal>;

/// A file that was opened.
#[derive(Debug)]
pub struct Opened {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub content: Zeroizing<Vec<u8>>,
}

/// A ZIP of one file.
pub fn pack(name: &str, content: &[u8]) -> Result<Vec<u8>> {
    archive::write(&[Member { name: name.to_owned(), content: content.to_vec(), is_stored: false }])
}

/// The file of a ZIP of one. Refuses an archive of more.
pub fn unpack(archive: &[u8]) -> Result<Opened> {
    let mut members = archive::read(archive)?;
    match (members.pop(), members.is_empty()) {
        (Some(member), true) => Ok(Opened { name: member.name, content: Zeroizing::new(member.content) }),
        _ => Err(ArchiveFault::Members.into()),
    }
}

/// Packs a file and encrypts it to certificates; `chance` must be cryptographic. Refuses no recipients and keys of other algorithms.
/// Whether a certificate is valid and may be encrypted to is the caller's question, asked before.
pub fn seal(
    name: &str,
    content: &[u8],
    recipients: &[Certificate],
    chance: &mut dyn FnMut(&mut [u8]),
) -> Result<Vec<u8>> {
    if recipients.is_empty() {
        return Err(PkiRefusal::Absent("recipient").into());
    }
    let packed = Zeroizing::new(pack(name, content)?);
    Ok(encrypt(&packed, &EnvelopeOrder::for_recipients(recipients.iter().collect()), chance)?)
}

/// Opens what was sealed to the certificate. Refuses what was sealed to others, and whatever was changed on the way.
pub fn open(sealed: &[u8], key: &PrivateKey, certificate: &Certificate) -> Result<Opened> {
    let packed = EnvelopedMessage::parse(sealed)?.open(key, certificate)?;
    unpack(&packed)
}
