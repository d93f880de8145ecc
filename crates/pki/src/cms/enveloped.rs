//! Encrypted messages: CMS EnvelopedData (RFC 5652 §6) for GOST keys.
//!
//! ```text
//! content key in an entry      by GOST 28147-89                              by Magma or Kuznyechik
//! key transport                 RFC 4490 §4.2.1: VKO, CryptoPro key wrap      R 1323565.1.025-2019: KEG, KExp15, as gost-engine writes
//!   algorithm                   { key id, key parameters }                    { kexp15 id, { agreement id } }
//!   OCTET STRING                { { key(32), code(4) }, [0] { box, [0] key of one use, ukm(8) } }      { KExp15(…), key of one use, ukm(32) }
//! key agreement                 RFC 4490 §4.1.1: the same VKO and wrap        the same KEG and KExp15
//!   algorithm                   { agreement id, { wrap id, { box } } }        { agreement id, { kexp15 id } }
//!   originator, ukm             [0] [1] key of one use, [1] ukm(8)            [0] [1] key of one use, [1] ukm(32)
//!   OCTET STRING                { key(32), code(4) }                          KExp15(…)
//! ```
//! One content key for all recipients, a key of one use for each. The entry of a recipient is authentic (a changed byte is refused);
//! the content is so only under a cipher with OMAC, whose code stands in the attribute 1.2.643.7.1.0.6.1.1. Who sent it is never known:
//! sign the content first.
//!
//! ```
//! use pki::cms::enveloped::{EnvelopeOrder, EnvelopedMessage, encrypt};
//! use pki::{Certificate, keys};
//!
//! let certificate = Certificate::from_der(&std::fs::read("doc/romashka.cer")?)?;
//! let key = keys::private_key_from_pem(&std::fs::read_to_string("doc/romashka.pem")?)?;
//! // in earnest a cryptographic source of chance
//! let mut chance = |octets: &mut [u8]| octets.fill(7);
//! let message = encrypt(b"a document", &EnvelopeOrder::for_recipients(vec![&certificate]), &mut chance)?;
//! let read = EnvelopedMessage::parse(&message)?;
//! assert!(read.is_for(&certificate) && read.notices_changes());
//! assert_eq!(read.open(&key, &certificate)?.as_slice(), b"a document");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod agreement;
mod key_wrap;
mod read;
mod seal;
mod transport;

pub use read::{EnvelopedMessage, RecipientId};
pub use seal::{DetachedEnvelope, EnvelopeOrder, KeyDelivery, encrypt, encrypt_detached};
