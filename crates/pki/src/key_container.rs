//! Key containers of CryptoPro's programs as folders of six files, read only. No standard describes them; what is read here is what
//! public implementations agree on.
//!
//! ```text
//! name.key               { IA5String name }, in windows-1251
//! header.key             { { [0] …, name, BIT STRING, { BIT STRING flags, [0] { agreement id, { publicKeyParamSet, digestParamSet } } },
//!                            [5] certificate, [10] first 8 bytes of the public key, … }, code }
//! masks.key, masks2.key  { mask, salt, code }
//! primary.key, primary2.key { masked key }, under GOST 28147-89 in single blocks, box Z, with a key from password and salt
//! ```
//! The key is `masked · mask⁻¹ mod q`. The second pair holds the same key under another mask and is tried when the first does not open.
//! Whatever the password gives is believed only when the public key fits the header's fingerprint or certificate, so a wrong password
//! and a damaged file are one refusal.
//!
//! Not read: keys of GOST R 34.10-2001; passwords with characters outside ASCII, whose encoding is not known publicly; containers on
//! tokens and smart cards, in the Windows registry in other shapes, or split among several carriers; second keys of two-key containers.
//! The codes of header and masks are checksums without a secret and are not looked at.
//!
//! ```
//! use pki::key_container::{KeyContainer, KeyContainerFiles};
//!
//! let (header, masks, primary) =
//!     (std::fs::read("doc/header.key")?, std::fs::read("doc/masks.key")?, std::fs::read("doc/primary.key")?);
//! let files = KeyContainerFiles { header: &header, masks: &masks, primary: &primary, ..KeyContainerFiles::default() };
//! let container = KeyContainer::parse(&files)?;
//! // this one has no password
//! assert_eq!(container.open("")?.set(), gost::ParamSet::XA);
//! assert!(container.open("another").is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod derivation;

use crate::algorithm::param_set_of;
use crate::asn1::{Fields, Node, Result, context, context_primitive, whole};
use crate::certificate::Certificate;
use crate::ciphers;
use crate::limits::{CONTAINER_FILE_BYTES_MAX, LIST_ELEMENTS_MAX, SALT_BYTES_MAX};
use crate::oid;
use crate::refusal::PkiRefusal;
use core::fmt;
use der::Tag;
use gost::gost28147::SBox;
use gost::{ParamSet, PrivateKey};
use zeroize::Zeroizing;

/// Bytes of the public key that the header repeats.
const FINGERPRINT_BYTES: usize = 8;

/// The files of a container's folder.
#[derive(Clone, Copy, Debug, Default)]
pub struct KeyContainerFiles<'a> {
    /// `header.key`.
    pub header: &'a [u8],
    /// `masks.key`.
    pub masks: &'a [u8],
    /// `primary.key`.
    pub primary: &'a [u8],
    /// `masks2.key`, when it is there.
    pub masks2: Option<&'a [u8]>,
    /// `primary2.key`, when it is there.
    pub primary2: Option<&'a [u8]>,
    /// `name.key`, when it is there.
    pub name: Option<&'a [u8]>,
}

/// A container that could be read; its key is not open yet.
pub struct KeyContainer {
    name: Option<String>,
    set: ParamSet,
    exportable: bool,
    certificate: Option<Certificate>,
    fingerprint: Option<Vec<u8>>,
    copies: Vec<MaskedKey>,
}

impl KeyContainer {
    /// Reads the files. Refuses over [`CONTAINER_FILE_BYTES_MAX`] a file, other shapes, keys that are not of GOST R 34.10-2012
    /// ([`PkiRefusal::UnknownProtection`]), and a header with neither fingerprint nor certificate, by which no key could be believed.
    pub fn parse(files: &KeyContainerFiles<'_>) -> Result<Self> {
        let mut container = read_header(files.header)?;
        container.copies.push(MaskedKey::read(files.masks, files.primary, container.set)?);
        if let (Some(masks), Some(primary)) = (files.masks2, files.primary2)
            && let Ok(copy) = MaskedKey::read(masks, primary, container.set)
        {
            container.copies.push(copy);
        }
        if let Some(name) = files.name {
            container.name = Some(read_name(name)?);
        }
        Ok(container)
    }

    /// The container's name.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Curve of the key.
    #[must_use]
    pub fn set(&self) -> ParamSet {
        self.set
    }

    /// Did the maker allow the key to be copied? Other programs keep to that; a reader of files cannot be held to it.
    #[must_use]
    pub fn is_exportable(&self) -> bool {
        self.exportable
    }

    /// The certificate kept with the key.
    #[must_use]
    pub fn certificate(&self) -> Option<&Certificate> {
        self.certificate.as_ref()
    }

    /// Opens the key; a container without a password is opened by the empty one. Refuses a wrong password or damaged files
    /// ([`PkiRefusal::NotOpened`]) and passwords with characters outside ASCII ([`PkiRefusal::Password`]).
    pub fn open(&self, password: &str) -> Result<PrivateKey> {
        if !password.is_ascii() {
            return Err(PkiRefusal::Password("characters outside ASCII"));
        }
        derivation::check_length(password)?;
        let mut opened = self.copies.iter().filter_map(|copy| copy.open(self.set, password));
        opened.find(|key| self.fits(key)).ok_or(PkiRefusal::NotOpened)
    }

    fn fits(&self, key: &PrivateKey) -> bool {
        let octets = key.public_key().to_octets();
        let by_fingerprint = self.fingerprint.as_deref().map(|fingerprint| octets.starts_with(fingerprint));
        let by_certificate = self
            .certificate
            .as_ref()
            .map(|certificate| certificate.public_key().gost_key().is_ok_and(|public| public.to_octets() == octets));
        // a renewed key may stand beside an old certificate: the fingerprint decides when it is there
        by_fingerprint.or(by_certificate).unwrap_or(false)
    }
}

impl fmt::Debug for KeyContainer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyContainer({:?}, ..)", self.set)
    }
}

struct MaskedKey {
    mask: Zeroizing<Vec<u8>>,
    salt: Vec<u8>,
    encrypted: Vec<u8>,
}

impl MaskedKey {
    fn read(masks: &[u8], primary: &[u8], set: ParamSet) -> Result<Self> {
        let mut fields = file(masks, "masks.key")?;
        let mask = Zeroizing::new(fields.next()?.octets()?.to_vec());
        let salt = fields.next()?.octets()?.to_vec();
        fields.next()?.octets()?;
        fields.end()?;
        let mut fields = file(primary, "primary.key")?;
        let encrypted = fields.next()?.octets()?.to_vec();
        // the second key of a two-key container
        fields.optional(Tag::OctetString)?;
        fields.end()?;
        if mask.len() != set.size_bytes() || encrypted.len() != set.size_bytes() || salt.len() > SALT_BYTES_MAX {
            return Err(PkiRefusal::Malformed("masked key"));
        }
        Ok(Self { mask, salt, encrypted })
    }

    fn open(&self, set: ParamSet, password: &str) -> Option<PrivateKey> {
        let key = derivation::container_key(password, &self.salt);
        let mut masked = Zeroizing::new(self.encrypted.clone());
        ciphers::gost89_blocks_decrypt(SBox::Z, &key, &mut masked);
        PrivateKey::from_masked(set, &masked, &self.mask).ok()
    }
}

fn file<'a>(bytes: &'a [u8], what: &'static str) -> Result<Fields<'a>> {
    if bytes.len() > CONTAINER_FILE_BYTES_MAX {
        return Err(PkiRefusal::OverLimit { what, limit: CONTAINER_FILE_BYTES_MAX });
    }
    Ok(Fields::new(whole(bytes, what)?.of(Tag::Sequence)?, what))
}

fn read_header(header: &[u8]) -> Result<KeyContainer> {
    let mut outer = file(header, "header.key")?;
    let mut content = outer.sequence()?;
    outer.next()?.octets()?;
    outer.end()?;
    content.optional(context(0))?;
    content.optional(Tag::Ia5String)?;
    content.expect(Tag::BitString)?;
    let (set, exportable) = read_parameters(content.sequence()?)?;
    let mut container =
        KeyContainer { name: None, set, exportable, certificate: None, fingerprint: None, copies: Vec::new() };
    for field in content.collect(LIST_ELEMENTS_MAX)? {
        read_field(&field, &mut container)?;
    }
    if container.fingerprint.is_none() && container.certificate.is_none() {
        return Err(PkiRefusal::Absent("fingerprint of the key"));
    }
    Ok(container)
}

fn read_field(field: &Node<'_>, container: &mut KeyContainer) -> Result<()> {
    match field.tag {
        tag if tag == context_primitive(5) => container.certificate = Certificate::from_der(field.body).ok(),
        tag if tag == context_primitive(10) => {
            if field.body.len() != FINGERPRINT_BYTES {
                return Err(PkiRefusal::Malformed("fingerprint"));
            }
            container.fingerprint = Some(field.body.to_vec());
        }
        _ => {}
    }
    Ok(())
}

fn read_parameters(mut parameters: Fields<'_>) -> Result<(ParamSet, bool)> {
    let flags = parameters.expect(Tag::BitString)?.body;
    let mut algorithm = parameters.expect(context(0))?.fields();
    let wanted = match algorithm.oid()? {
        oid::KEY_256 | oid::AGREEMENT_256 => 32,
        oid::KEY_512 | oid::AGREEMENT_512 => 64,
        _ => return Err(PkiRefusal::UnknownProtection("a container with a key that is not of GOST R 34.10-2012")),
    };
    let set = param_set_of(&algorithm.sequence()?.oid()?).filter(|set| set.size_bytes() == wanted);
    let set = set.ok_or(PkiRefusal::UnknownProtection("a container with a key of another curve"))?;
    // first octet: unused bits; bit 0 is the highest of the next
    let exportable = flags.get(1).is_some_and(|first| first & 0x80 != 0);
    Ok((set, exportable))
}

fn read_name(name: &[u8]) -> Result<String> {
    let mut fields = file(name, "name.key")?;
    let body = fields.next()?.of(Tag::Ia5String)?;
    Ok(body.iter().map(|byte| from_windows_1251(*byte)).collect())
}

/// The letters of the Russian alphabet and ASCII; anything else is shown as a replacement character.
fn from_windows_1251(byte: u8) -> char {
    match byte {
        0x20..=0x7e => char::from(byte),
        0xa8 => 'Ё',
        0xb8 => 'ё',
        0xb9 => '№',
        0xc0..=0xff => char::from_u32(u32::from(byte).saturating_add(0x350)).unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::REPLACEMENT_CHARACTER,
    }
}
