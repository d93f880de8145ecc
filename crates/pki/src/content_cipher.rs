//! The ciphers that protect content, under a password (PBES2) or in an envelope (CMS): identifiers, parameters, the work itself.
//!
//! ```text
//! GOST 28147-89          { 1.2.643.2.2.21, { OCTET STRING iv(8), encryptionParamSet } }                RFC 4490 §5.1, RFC 4357 §2.1
//! Magma, Kuznyechik      { id, { OCTET STRING ukm(12 or 16) } }: half a block of counter, 8 bytes of seed   RFC 9337 §7.3
//! AES-256-CBC            { id, OCTET STRING iv(16) }, read only                                      RFC 3565 §4.1
//! ```
//! Of these only the two with OMAC notice a changed byte themselves; the others flip the same bit of the content.

use crate::asn1::{Node, Result, write};
use crate::ciphers::{self, Key, Sections};
use crate::oid::{self, Oid};
use crate::refusal::PkiRefusal;
use der::Tag;
use gost::gost28147::SBox;
use zeroize::Zeroizing;

/// Bytes of seed after the counter's half block in `ukm` (R 1323565.1.025-2019).
const SEED_BYTES: usize = 8;
/// Bytes of the initial vector of GOST 28147-89.
const GOST_89_IV_BYTES: usize = 8;

/// A cipher for new protected content; its AlgorithmIdentifier is `{ id, { OCTET STRING ukm } }` (RFC 9337 §7.3), of GOST 28147-89
/// `{ id, { OCTET STRING iv, encryptionParamSet } }` (RFC 4357 §2.1).
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Cipher {
    /// Kuznyechik in CTR-ACPKM: no authenticity of its own.
    #[default]
    Kuznyechik,
    /// Kuznyechik in CTR-ACPKM with OMAC: a changed byte is noticed.
    KuznyechikOmac,
    /// Magma in CTR-ACPKM: no authenticity of its own.
    Magma,
    /// Magma in CTR-ACPKM with OMAC: a changed byte is noticed.
    MagmaOmac,
    /// GOST 28147-89 in gamma with feedback, box Z: for older readers. No authenticity of its own.
    Gost89,
}

/// A cipher with its parameters.
#[derive(Clone, Debug)]
pub(crate) enum ContentCipher {
    Gost89 { iv: [u8; GOST_89_IV_BYTES], substitution: SBox },
    Kuznyechik { ukm: [u8; 16], omac: bool },
    Magma { ukm: [u8; 12], omac: bool },
    Aes256 { iv: [u8; 16] },
}

/// Encrypted bytes, and the encrypted code of authenticity where the cipher makes one.
#[derive(Debug)]
pub(crate) struct Sealed {
    pub(crate) bytes: Vec<u8>,
    pub(crate) mac: Option<Vec<u8>>,
}

impl ContentCipher {
    pub(crate) fn read(node: &Node<'_>) -> Result<Self> {
        node.of(Tag::Sequence)?;
        let mut fields = node.fields();
        let algorithm = fields.oid()?;
        let cipher = match algorithm {
            oid::GOST_89 => {
                let mut parameters = fields.sequence()?;
                let iv = exact(parameters.next()?.octets()?)?;
                let substitution = substitution(&parameters.oid()?)?;
                parameters.end()?;
                Self::Gost89 { iv, substitution }
            }
            oid::KUZNYECHIK_CTR_ACPKM | oid::KUZNYECHIK_CTR_ACPKM_OMAC => {
                let ukm = exact(ukm(&fields.next()?)?)?;
                Self::Kuznyechik { ukm, omac: algorithm == oid::KUZNYECHIK_CTR_ACPKM_OMAC }
            }
            oid::MAGMA_CTR_ACPKM | oid::MAGMA_CTR_ACPKM_OMAC => {
                let ukm = exact(ukm(&fields.next()?)?)?;
                Self::Magma { ukm, omac: algorithm == oid::MAGMA_CTR_ACPKM_OMAC }
            }
            oid::AES_256_CBC => Self::Aes256 { iv: exact(fields.next()?.octets()?)? },
            _ => return Err(PkiRefusal::UnknownProtection("the cipher")),
        };
        fields.end()?;
        Ok(cipher)
    }

    pub(crate) fn fresh(cipher: Cipher, chance: &mut dyn FnMut(&mut [u8])) -> Self {
        match cipher {
            Cipher::Kuznyechik | Cipher::KuznyechikOmac => {
                let mut ukm = [0; 16];
                chance(&mut ukm);
                Self::Kuznyechik { ukm, omac: cipher == Cipher::KuznyechikOmac }
            }
            Cipher::Magma | Cipher::MagmaOmac => {
                let mut ukm = [0; 12];
                chance(&mut ukm);
                Self::Magma { ukm, omac: cipher == Cipher::MagmaOmac }
            }
            Cipher::Gost89 => {
                let mut iv = [0; GOST_89_IV_BYTES];
                chance(&mut iv);
                Self::Gost89 { iv, substitution: SBox::Z }
            }
        }
    }

    pub(crate) fn write(&self) -> Vec<u8> {
        let (algorithm, parameters) = match self {
            Self::Gost89 { iv, substitution } => {
                (oid::GOST_89, write::sequence(&[&write::octets(iv), &write_substitution(*substitution)]))
            }
            Self::Kuznyechik { ukm, omac: false } => (oid::KUZNYECHIK_CTR_ACPKM, write_ukm(ukm)),
            Self::Kuznyechik { ukm, omac: true } => (oid::KUZNYECHIK_CTR_ACPKM_OMAC, write_ukm(ukm)),
            Self::Magma { ukm, omac: false } => (oid::MAGMA_CTR_ACPKM, write_ukm(ukm)),
            Self::Magma { ukm, omac: true } => (oid::MAGMA_CTR_ACPKM_OMAC, write_ukm(ukm)),
            Self::Aes256 { iv } => (oid::AES_256_CBC, write::octets(iv)),
        };
        write::sequence(&[&write::oid(&algorithm), &parameters])
    }

    /// Length of the code of authenticity in bytes; 0 when the cipher makes none.
    pub(crate) fn mac_bytes(&self) -> usize {
        match self {
            Self::Kuznyechik { omac: true, .. } => 16,
            Self::Magma { omac: true, .. } => 8,
            _ => 0,
        }
    }

    /// Encrypts. AES is read only and refused.
    pub(crate) fn seal(&self, key: &Key, content: &[u8]) -> Result<Sealed> {
        let mut bytes = content.to_vec();
        match self {
            Self::Gost89 { iv, substitution } => ciphers::gost89_encrypt(*substitution, key, iv, &mut bytes)?,
            Self::Kuznyechik { omac: false, .. } | Self::Magma { omac: false, .. } => {
                self.gamma(key, Sections::Standard, &mut bytes)?
            }
            Self::Kuznyechik { omac: true, .. } | Self::Magma { omac: true, .. } => {
                let (cipher_key, mac_key) = self.halves(key)?;
                let mac = self.omac(&mac_key, content);
                let at = bytes.len();
                bytes.extend_from_slice(&mac);
                self.gamma(&cipher_key, Sections::Standard, &mut bytes)?;
                let mac = bytes.split_off(at);
                return Ok(Sealed { bytes, mac: Some(mac) });
            }
            Self::Aes256 { .. } => return Err(PkiRefusal::UnknownProtection("AES is read only")),
        }
        Ok(Sealed { bytes, mac: None })
    }

    /// Decrypts; with OMAC `mac` must be the code that came along. Refuses a code that does not fit, and bad padding, as
    /// [`PkiRefusal::NotOpened`].
    pub(crate) fn open(
        &self,
        key: &Key,
        sections: Sections,
        (bytes, mac): (&[u8], Option<&[u8]>),
    ) -> Result<Zeroizing<Vec<u8>>> {
        let mut content = Zeroizing::new(bytes.to_vec());
        match self {
            Self::Gost89 { iv, substitution } => ciphers::gost89_decrypt(*substitution, key, iv, &mut content)?,
            Self::Kuznyechik { omac: false, .. } | Self::Magma { omac: false, .. } => {
                self.gamma(key, sections, &mut content)?
            }
            Self::Kuznyechik { omac: true, .. } | Self::Magma { omac: true, .. } => {
                let mac = mac.filter(|mac| mac.len() == self.mac_bytes()).ok_or(PkiRefusal::NotOpened)?;
                let (cipher_key, mac_key) = self.halves(key)?;
                let at = content.len();
                content.extend_from_slice(mac);
                self.gamma(&cipher_key, sections, &mut content)?;
                let (clear, sent) = content.split_at_checked(at).ok_or(PkiRefusal::NotOpened)?;
                if !ciphers::same(&self.omac(&mac_key, clear), sent) {
                    return Err(PkiRefusal::NotOpened);
                }
                content.truncate(at);
            }
            Self::Aes256 { iv } => ciphers::aes256_cbc_decrypt(key, iv, &mut content)?,
        }
        Ok(content)
    }

    /// Keys of the cipher and of the code (R 1323565.1.025-2019; RFC 9337 §5.1.1).
    fn halves(&self, key: &Key) -> Result<(Key, Key)> {
        ciphers::kdf_tree(key, self.ukm().1)
    }

    fn gamma(&self, key: &Key, sections: Sections, bytes: &mut [u8]) -> Result<()> {
        let (iv, _) = self.ukm();
        match self {
            Self::Kuznyechik { .. } => ciphers::kuznyechik_ctr_acpkm(key, iv, sections, bytes),
            Self::Magma { .. } => ciphers::magma_ctr_acpkm(key, iv, sections, bytes),
            Self::Gost89 { .. } | Self::Aes256 { .. } => Err(PkiRefusal::NotOpened),
        }
    }

    /// Half a block for the counter, and the seed.
    fn ukm(&self) -> (&[u8], &[u8]) {
        let ukm: &[u8] = match self {
            Self::Kuznyechik { ukm, .. } => ukm,
            Self::Magma { ukm, .. } => ukm,
            Self::Gost89 { .. } | Self::Aes256 { .. } => &[],
        };
        ukm.split_at_checked(ukm.len().saturating_sub(SEED_BYTES)).unwrap_or_default()
    }

    /// The sections under a password. gost-engine uses the short ones there and leaves the seed zero, which nobody draws by chance.
    pub(crate) fn sections_under_password(&self) -> Sections {
        let (_, seed) = self.ukm();
        if seed.iter().all(|octet| *octet == 0) { Sections::Short } else { Sections::Standard }
    }

    fn omac(&self, key: &Key, content: &[u8]) -> Vec<u8> {
        if matches!(self, Self::Magma { .. }) {
            ciphers::magma_omac(key, content)
        } else {
            ciphers::kuznyechik_omac(key, content)
        }
    }
}

fn ukm<'a>(node: &Node<'a>) -> Result<&'a [u8]> {
    node.of(Tag::Sequence)?;
    let mut parameters = node.fields();
    let ukm = parameters.next()?.octets()?;
    parameters.end()?;
    Ok(ukm)
}

fn write_ukm(ukm: &[u8]) -> Vec<u8> {
    write::sequence(&[&write::octets(ukm)])
}

fn exact<const N: usize>(bytes: &[u8]) -> Result<[u8; N]> {
    bytes.try_into().map_err(|_| PkiRefusal::Malformed("cipher parameters"))
}

/// A named substitution box; the one for tests is not taken.
pub(crate) fn substitution(named: &Oid) -> Result<SBox> {
    let found = SBox::from_oid(&named.to_string()).filter(|sbox| *sbox != SBox::Test);
    found.ok_or(PkiRefusal::UnknownProtection("the substitution box"))
}

/// Its identifier, whole.
pub(crate) fn write_substitution(sbox: SBox) -> Vec<u8> {
    Oid::new(sbox.oid()).map(|sbox| write::oid(&sbox)).unwrap_or_default()
}
