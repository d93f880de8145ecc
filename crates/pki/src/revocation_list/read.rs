//! Reading a revocation list.

use super::{Inner, IssuingPoint, OwnExtensions, RevocationReason, Revoked};
use crate::algorithm::read_identifier;
use crate::asn1::{Fields, Node, Result, context, context_primitive, whole};
use crate::extensions::{Extension, authority_key_id, distribution_point_name, read_tagged_list, urls};
use crate::limits::{EXTENSIONS_MAX, REVOCATION_ENTRIES_MAX};
use crate::name::Name;
use crate::oid;
use crate::refusal::PkiRefusal;
use crate::serial::Serial;
use der::Tag;
use std::sync::OnceLock;

pub(super) fn read_tbs(mut fields: Fields<'_>, algorithm: &Node<'_>) -> Result<Inner> {
    let malformed = PkiRefusal::Malformed("revocation list");
    let version = fields.optional(Tag::Integer)?.map(|version| version.small()).transpose()?;
    // the field inside must repeat the one outside (RFC 5280 §5.1.1.2)
    if fields.expect(Tag::Sequence)?.raw != algorithm.raw || version.is_some_and(|version| version != 1) {
        return Err(malformed);
    }
    let issuer = Name::from_node(&fields.next()?)?;
    let this_update = fields.next()?.moment()?;
    let next_update = match fields.peek() {
        Some(Tag::UtcTime | Tag::GeneralizedTime) => Some(fields.next()?.moment()?),
        _ => None,
    };
    let (entries, has_critical_entry_extension) = match fields.optional(Tag::Sequence)? {
        Some(list) => read_entries(list.fields())?,
        None => (Vec::new(), false),
    };
    let extensions = read_tagged_list(&mut fields, context(0))?;
    fields.end()?;
    if version.is_none() && !extensions.is_empty() {
        return Err(malformed);
    }
    let own = read_own(&extensions)?;
    Ok(Inner {
        der: Vec::new(),
        tbs: 0..0,
        algorithm: read_identifier(algorithm, "revocation list")?,
        issuer,
        this_update,
        next_update,
        entries,
        has_critical_entry_extension,
        extensions,
        own,
        signature: Vec::new(),
        good_under: OnceLock::new(),
        digest: OnceLock::new(),
    })
}

fn read_own(extensions: &[Extension]) -> Result<OwnExtensions> {
    let mut own = OwnExtensions::default();
    for extension in extensions {
        let value = || whole(&extension.value, "revocation list extension");
        match extension.oid {
            oid::EXT_CRL_NUMBER => own.number = Some(value()?.unsigned()?.to_vec()),
            oid::EXT_AUTHORITY_KEY_ID => own.authority_key_id = Some(authority_key_id(&value()?)?),
            oid::EXT_ISSUING_POINT => own.issuing_point = Some(read_issuing_point(&value()?)?),
            _ => {}
        }
    }
    Ok(own)
}

fn read_entries(mut fields: Fields<'_>) -> Result<(Vec<(Serial, Revoked)>, bool)> {
    let mut entries = Vec::new();
    let mut critical = false;
    while !fields.is_empty() {
        if entries.len() == REVOCATION_ENTRIES_MAX {
            return Err(PkiRefusal::OverLimit { what: "revocation list entries", limit: REVOCATION_ENTRIES_MAX });
        }
        let mut entry = fields.sequence()?;
        let serial = Serial::from_bytes(entry.expect(Tag::Integer)?.unsigned()?)?;
        let at = entry.next()?.moment()?;
        let mut reason = RevocationReason::Unspecified;
        if !entry.is_empty() {
            let list = entry.sequence()?;
            (reason, critical) = read_entry_extensions(list, critical)?;
        }
        entry.end()?;
        entries.push((serial, Revoked { at, reason }));
    }
    // of two entries for one serial number the earlier revocation counts: sorted first, it is kept
    entries.sort_unstable_by(|(a, left), (b, right)| a.cmp(b).then(left.at.cmp(&right.at)));
    entries.dedup_by(|(later, _), (earlier, _)| later == earlier);
    Ok((entries, critical))
}

/// Without the general reader of extensions, which copies: lists have hundreds of thousands of these.
fn read_entry_extensions(mut list: Fields<'_>, mut critical: bool) -> Result<(RevocationReason, bool)> {
    let mut reason = RevocationReason::Unspecified;
    for _ in 0..EXTENSIONS_MAX {
        if list.is_empty() {
            return Ok((reason, critical));
        }
        let mut extension = list.sequence()?;
        let oid = extension.oid()?;
        let mut value = extension.next()?;
        let is_critical = value.tag == Tag::Boolean && value.boolean()?;
        if value.tag == Tag::Boolean {
            value = extension.next()?;
        }
        extension.end()?;
        match oid {
            oid::EXT_CRL_REASON => {
                let number = whole(value.octets()?, "revocation reason")?.enumerated()?;
                reason = RevocationReason::from_number(number).ok_or(PkiRefusal::Malformed("revocation reason"))?;
            }
            oid::EXT_INVALIDITY_DATE => {}
            _ => critical |= is_critical,
        }
    }
    Err(PkiRefusal::OverLimit { what: "extensions", limit: EXTENSIONS_MAX })
}

fn read_issuing_point(node: &Node<'_>) -> Result<IssuingPoint> {
    let mut fields = Fields::new(node.of(Tag::Sequence)?, "issuing distribution point");
    let mut point = IssuingPoint::default();
    if matches!(fields.peek(), Some(tag) if tag == context(0)) {
        match distribution_point_name(&mut fields)? {
            Some(names) => point.urls = urls(names)?,
            None => point.beyond_us = true,
        }
    }
    for part in fields.collect(5)? {
        let is_true = part.body == [0xff];
        match part.tag {
            tag if tag == context_primitive(1) => point.only_users = is_true,
            tag if tag == context_primitive(2) => point.only_authorities = is_true,
            tag if tag == context_primitive(4) => point.indirect = is_true,
            _ => point.beyond_us = true,
        }
    }
    Ok(point)
}
