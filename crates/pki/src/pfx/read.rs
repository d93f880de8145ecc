//! Reading a PFX: bounded, the code of authenticity first.

use super::mac::Mac;
use super::{Pfx, PfxKey, crypto_pro};
use crate::asn1::{Fields, Node, Result, ber, context, implicit_octets, whole};
use crate::certificate::Certificate;
use crate::keys::encrypted;
use crate::keys::private_key_from_der;
use crate::limits::{ATTRIBUTES_MAX, PASSWORD_WORK_MAX, PFX_BAGS_MAX, PFX_BYTES_MAX, PFX_KEYS_MAX, PFX_PARTS_MAX};
use crate::oid::{self, Oid};
use crate::password::{Work, check_length};
use crate::pbes2;
use crate::refusal::PkiRefusal;
use der::Tag;

impl Pfx {
    /// Reads a PFX with its code of authenticity over Streebog (RFC 9548) or SHA-1 and SHA-256 (RFC 7292), keys under PBES2 or in
    /// CryptoPro's own protection, certificates plain or under PBES2; DER, or BER with indefinite lengths.
    ///
    /// A wrong password and changed bytes are one refusal, [`PkiRefusal::NotOpened`]. Also refused: a file without a code of
    /// authenticity, rounds outside the limits (before anything is computed), a file without a key. Certificates under a cipher that
    /// is not read are left out and named by [`Pfx::left_out`]; a key under one is [`PkiRefusal::UnknownProtection`] when it is the only one.
    pub fn open(der: &[u8], password: &str) -> Result<Self> {
        Self::open_within(der, password, PASSWORD_WORK_MAX)
    }

    /// The same for a caller who grants all derivations of the file together `rounds_max` rounds and no more: a derivation that would
    /// go beyond is refused before it is begun. Never grants more than [`PASSWORD_WORK_MAX`].
    pub fn open_within(der: &[u8], password: &str, rounds_max: u32) -> Result<Self> {
        if der.len() > PFX_BYTES_MAX {
            return Err(PkiRefusal::OverLimit { what: "PFX bytes", limit: PFX_BYTES_MAX });
        }
        check_length(password)?;
        let der = &ber::to_der(der, "PFX")?;
        let mut fields = Fields::new(whole(der, "PFX")?.of(Tag::Sequence)?, "PFX");
        if fields.next()?.small()? != 3 {
            return Err(PkiRefusal::Malformed("PFX version"));
        }
        let mut safe = fields.sequence()?;
        if safe.oid()? != oid::CMS_DATA {
            return Err(PkiRefusal::UnknownProtection("a PFX signed instead of sealed by a password"));
        }
        let safe = data(&mut safe)?;
        let Some(mac) = fields.optional(Tag::Sequence)? else {
            return Err(PkiRefusal::UnknownProtection("a PFX without a code of authenticity"));
        };
        fields.end()?;
        let mut work = Work::within(rounds_max);
        Mac::read(&mac)?.check(safe, password, &mut work)?;
        let mut reader = Reader { password, work, bags: 0, found: Found::default() };
        reader.safe(safe)?;
        reader.found.finish()
    }
}

/// `[0] OCTET STRING`, the last field.
fn data<'a>(fields: &mut Fields<'a>) -> Result<&'a [u8]> {
    let held = fields.expect(context(0))?;
    if !fields.is_empty() {
        return Err(PkiRefusal::TrailingBytes("PFX"));
    }
    whole(held.body, "PFX")?.octets()
}

#[derive(Default)]
struct Found {
    keys: Vec<PfxKey>,
    certificates: Vec<Certificate>,
    left_out: Vec<&'static str>,
    unread_key: Option<PkiRefusal>,
}

impl Found {
    fn finish(self) -> Result<Pfx> {
        if self.keys.is_empty() {
            return Err(self.unread_key.unwrap_or(PkiRefusal::Absent("private key")));
        }
        Ok(Pfx { keys: self.keys, certificates: self.certificates, left_out: self.left_out })
    }
}

struct Reader<'p> {
    password: &'p str,
    work: Work,
    bags: usize,
    found: Found,
}

impl Reader<'_> {
    fn safe(&mut self, safe: &[u8]) -> Result<()> {
        let safe = &ber::to_der(safe, "safe")?;
        for part in Fields::new(whole(safe, "safe")?.of(Tag::Sequence)?, "safe").collect(PFX_PARTS_MAX)? {
            let mut fields = Fields::new(part.of(Tag::Sequence)?, "part of a safe");
            match fields.oid()? {
                oid::CMS_DATA => self.contents(data(&mut fields)?)?,
                oid::CMS_ENCRYPTED_DATA => self.encrypted(&mut fields)?,
                _ => self.found.left_out.push("a part sealed for a certificate"),
            }
        }
        Ok(())
    }

    fn encrypted(&mut self, fields: &mut Fields<'_>) -> Result<()> {
        let held = fields.expect(context(0))?;
        if !fields.is_empty() {
            return Err(PkiRefusal::TrailingBytes("PFX"));
        }
        let mut inner = Fields::new(whole(held.body, "encrypted part")?.of(Tag::Sequence)?, "encrypted part");
        inner.next()?.small()?;
        let mut info = inner.sequence()?;
        if info.oid()? != oid::CMS_DATA {
            return Err(PkiRefusal::Malformed("encrypted part"));
        }
        let identifier = info.expect(Tag::Sequence)?;
        let encrypted = implicit_octets(&info.next()?)?;
        info.end()?;
        match pbes2::open(&identifier, &encrypted, self.password, &mut self.work) {
            // the code of authenticity was good, but a part may have been sealed by another password
            Ok(contents) => self.contents(&contents).map_err(|refusal| match refusal {
                PkiRefusal::Malformed(_) | PkiRefusal::TrailingBytes(_) => PkiRefusal::NotOpened,
                other => other,
            }),
            Err(PkiRefusal::UnknownProtection(what)) => {
                self.found.left_out.push(what);
                Ok(())
            }
            Err(refusal) => Err(refusal),
        }
    }

    fn contents(&mut self, contents: &[u8]) -> Result<()> {
        let contents = &ber::to_der(contents, "bags")?;
        let bags = Fields::new(whole(contents, "bags")?.of(Tag::Sequence)?, "bags").collect(PFX_BAGS_MAX)?;
        self.bags = self.bags.saturating_add(bags.len());
        if self.bags > PFX_BAGS_MAX {
            return Err(PkiRefusal::OverLimit { what: "bags", limit: PFX_BAGS_MAX });
        }
        bags.iter().try_for_each(|bag| self.bag(bag))
    }

    fn bag(&mut self, node: &Node<'_>) -> Result<()> {
        let mut fields = Fields::new(node.of(Tag::Sequence)?, "bag");
        let kind = fields.oid()?;
        let held = fields.expect(context(0))?;
        let friendly_name = match fields.optional(Tag::Set)? {
            Some(attributes) => friendly_name(&attributes)?,
            None => None,
        };
        fields.end()?;
        let value = whole(held.body, "bag")?;
        match kind {
            oid::BAG_KEY => self.key(private_key_from_der(value.raw), friendly_name),
            oid::BAG_SHROUDED_KEY => {
                let key = self.shrouded(&value);
                self.key(key, friendly_name)
            }
            oid::BAG_CERTIFICATE => self.certificate(&value),
            _ => {
                self.found.left_out.push("a bag of another kind");
                Ok(())
            }
        }
    }

    fn shrouded(&mut self, value: &Node<'_>) -> Result<gost::PrivateKey> {
        if crypto_pro::is_such(value) {
            return crypto_pro::open(value, self.password, &mut self.work);
        }
        encrypted::open(value, self.password, &mut self.work)
    }

    fn key(&mut self, read: Result<gost::PrivateKey>, friendly_name: Option<String>) -> Result<()> {
        match read {
            Ok(_) if self.found.keys.len() == PFX_KEYS_MAX => {
                Err(PkiRefusal::OverLimit { what: "keys", limit: PFX_KEYS_MAX })
            }
            Ok(key) => {
                self.found.keys.push(PfxKey { key, friendly_name });
                Ok(())
            }
            Err(refusal @ (PkiRefusal::UnknownProtection(_) | PkiRefusal::UnknownAlgorithm)) => {
                self.found.left_out.push("a key of another kind");
                self.found.unread_key = Some(refusal);
                Ok(())
            }
            Err(refusal) => Err(refusal),
        }
    }

    fn certificate(&mut self, value: &Node<'_>) -> Result<()> {
        let mut fields = Fields::new(value.of(Tag::Sequence)?, "certificate bag");
        let kind: Oid = fields.oid()?;
        let held = fields.expect(context(0))?;
        fields.end()?;
        let read = match kind {
            oid::BAG_X509 => Certificate::from_der(whole(held.body, "certificate bag")?.octets()?).ok(),
            _ => None,
        };
        match read {
            Some(certificate) => self.found.certificates.push(certificate),
            None => self.found.left_out.push("a certificate that cannot be read"),
        }
        Ok(())
    }
}

/// A name that cannot be read is no name: it is there for people only.
fn friendly_name(attributes: &Node<'_>) -> Result<Option<String>> {
    for attribute in attributes.fields().collect(ATTRIBUTES_MAX)? {
        let mut fields = Fields::new(attribute.of(Tag::Sequence)?, "bag attribute");
        let kind = fields.oid()?;
        let mut values = fields.expect(Tag::Set)?.fields();
        if kind == oid::ATTR_FRIENDLY_NAME {
            return Ok(values.next()?.text().ok());
        }
    }
    Ok(None)
}
