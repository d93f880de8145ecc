//! Extensions of certificates, read: the known ones typed, all of them raw.
//!
//! ```
//! use pki::{Certificate, KeyUsage, oid};
//!
//! let certificate = Certificate::from_der(&std::fs::read("doc/romashka.cer")?)?;
//! assert!(certificate.key_usage().is_some_and(|usage| usage.contains(KeyUsage::DIGITAL_SIGNATURE)));
//! assert!(certificate.extension(&oid::EXT_KEY_USAGE).is_some_and(|extension| extension.critical));
//! assert!(!certificate.is_ca());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod constraints;

pub(crate) use constraints::general_names;
pub use constraints::{GeneralName, NameConstraints, PolicyConstraints, Subtree};

use crate::asn1::{Fields, Node, Result, context, context_primitive, whole};
use crate::limits::{EXTENSIONS_MAX, LIST_ELEMENTS_MAX};
use crate::name::Name;
use crate::oid::{self, Oid};
use crate::refusal::PkiRefusal;
use crate::serial::Serial;
use der::{Tag, TagNumber};

/// One extension as it stands: `{ extnID, critical DEFAULT FALSE, OCTET STRING }` (RFC 5280 §4.1, §4.2).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Extension {
    /// Which extension.
    pub oid: Oid,
    /// Must be understood by whoever trusts the certificate.
    pub critical: bool,
    /// The DER inside its OCTET STRING.
    pub value: Vec<u8>,
}

/// What the key may be used for; combine with `|`. 2.5.29.15, `BIT STRING` of named bits (RFC 5280 §4.2.1.3).
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct KeyUsage(u16);

impl KeyUsage {
    /// Bit 0.
    pub const DIGITAL_SIGNATURE: Self = Self(1);
    /// Bit 1, also called contentCommitment.
    pub const NON_REPUDIATION: Self = Self(1 << 1);
    /// Bit 2.
    pub const KEY_ENCIPHERMENT: Self = Self(1 << 2);
    /// Bit 3.
    pub const DATA_ENCIPHERMENT: Self = Self(1 << 3);
    /// Bit 4.
    pub const KEY_AGREEMENT: Self = Self(1 << 4);
    /// Bit 5.
    pub const KEY_CERT_SIGN: Self = Self(1 << 5);
    /// Bit 6.
    pub const CRL_SIGN: Self = Self(1 << 6);

    /// All bits of `other` are there.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Bits 0 to 8, as the named bit list has them.
    #[must_use]
    pub fn bits(self) -> [bool; 9] {
        core::array::from_fn(|at| self.0 >> at & 1 == 1)
    }
}

impl core::ops::BitOr for KeyUsage {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Basic constraints: 2.5.29.19, `{ cA DEFAULT FALSE, pathLenConstraint OPTIONAL }` (RFC 5280 §4.2.1.9).
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct BasicConstraints {
    /// May issue certificates.
    pub is_ca: bool,
    /// How many further authorities may stand between this one and the signer's certificate.
    pub path_len: Option<u32>,
}

/// Authority key identifier: 2.5.29.35, `{ [0] OCTET STRING, [1] names of the issuer, [2] serial number }`, each optional
/// (RFC 5280 §4.2.1.1).
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct AuthorityKeyId {
    /// Subject key identifier of the issuer.
    pub key_id: Option<Vec<u8>>,
    /// Issuer of the issuer's certificate.
    pub issuer: Option<Name>,
    /// Serial number of the issuer's certificate.
    pub serial: Option<Serial>,
}

/// issuerSignTool: tools of the issuer and the numbers of their conformity documents. 1.2.643.100.112, `{ UTF8String signTool,
/// UTF8String cATool, UTF8String signToolCert, UTF8String cAToolCert }` (order of the FSB 795 of 2011-12-27; RFC 9215 §5).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct IssuerSignTool {
    /// Signature tool.
    pub sign_tool: String,
    /// Tool of the certification authority.
    pub ca_tool: String,
    /// Document on the signature tool.
    pub sign_tool_document: String,
    /// Document on the authority's tool.
    pub ca_tool_document: String,
}

/// The extensions this crate understands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    pub(crate) basic: Option<BasicConstraints>,
    pub(crate) key_usage: Option<KeyUsage>,
    pub(crate) subject_key_id: Option<Vec<u8>>,
    pub(crate) authority_key_id: Option<AuthorityKeyId>,
    pub(crate) policies: Vec<Oid>,
    pub(crate) policy_mappings: Vec<(Oid, Oid)>,
    pub(crate) policy_constraints: Option<PolicyConstraints>,
    pub(crate) inhibit_any_policy: Option<u32>,
    pub(crate) name_constraints: Option<NameConstraints>,
    pub(crate) purposes: Vec<Oid>,
    pub(crate) crl_urls: Vec<String>,
    pub(crate) ocsp_urls: Vec<String>,
    pub(crate) issuer_urls: Vec<String>,
    pub(crate) subject_sign_tool: Option<String>,
    pub(crate) issuer_sign_tool: Option<IssuerSignTool>,
    pub(crate) identification_kind: Option<u32>,
    pub(crate) unknown_critical: Option<Oid>,
}

/// Reads `Extensions` under an explicit tag; none when the tag is not next.
pub(crate) fn read_tagged_list(fields: &mut Fields<'_>, tag: Tag) -> Result<Vec<Extension>> {
    match fields.optional(tag)? {
        Some(list) => read_list(Fields::new(whole(list.body, "extensions")?.of(Tag::Sequence)?, "extensions")),
        None => Ok(Vec::new()),
    }
}

/// Reads `Extensions`; refuses a second copy of any (RFC 5280 §4.2).
pub(crate) fn read_list(fields: Fields<'_>) -> Result<Vec<Extension>> {
    let mut extensions: Vec<Extension> = Vec::new();
    for node in fields.collect(EXTENSIONS_MAX)? {
        let mut parts = Fields::new(node.of(Tag::Sequence)?, "extension");
        let oid = parts.oid()?;
        let critical = parts.optional(Tag::Boolean)?.map(|flag| flag.boolean()).transpose()?.unwrap_or(false);
        let value = parts.expect(Tag::OctetString)?.body.to_vec();
        parts.end()?;
        if extensions.iter().any(|extension| extension.oid == oid) {
            return Err(PkiRefusal::Malformed("extension (twice)"));
        }
        extensions.push(Extension { oid, critical, value });
    }
    Ok(extensions)
}

pub(crate) fn read_known(extensions: &[Extension]) -> Result<Known> {
    let mut known = Known::default();
    for extension in extensions {
        let value = || whole(&extension.value, "extension value");
        match extension.oid {
            oid::EXT_BASIC_CONSTRAINTS => known.basic = Some(basic_constraints(&value()?)?),
            oid::EXT_KEY_USAGE => known.key_usage = Some(key_usage(&value()?)?),
            oid::EXT_SUBJECT_KEY_ID => known.subject_key_id = Some(value()?.octets()?.to_vec()),
            oid::EXT_AUTHORITY_KEY_ID => known.authority_key_id = Some(authority_key_id(&value()?)?),
            oid::EXT_POLICIES => {
                let understood;
                (known.policies, understood) = policies(&value()?)?;
                if extension.critical && !understood {
                    known.unknown_critical = Some(extension.oid);
                }
            }
            oid::EXT_POLICY_MAPPINGS => known.policy_mappings = constraints::policy_mappings(&value()?)?,
            oid::EXT_POLICY_CONSTRAINTS => known.policy_constraints = Some(constraints::policy_constraints(&value()?)?),
            oid::EXT_INHIBIT_ANY_POLICY => known.inhibit_any_policy = Some(value()?.small()?),
            oid::EXT_NAME_CONSTRAINTS => known.name_constraints = Some(constraints::name_constraints(&value()?)?),
            oid::EXT_PURPOSES => known.purposes = oids(&value()?)?,
            oid::EXT_CRL_POINTS => known.crl_urls = crl_urls(&value()?)?,
            oid::EXT_AUTHORITY_ACCESS => (known.ocsp_urls, known.issuer_urls) = access(&value()?)?,
            // statements for people: one that cannot be read counts as not made, and stays among the raw extensions
            oid::EXT_SUBJECT_SIGN_TOOL => known.subject_sign_tool = value().and_then(|node| node.text()).ok(),
            oid::EXT_ISSUER_SIGN_TOOL => {
                known.issuer_sign_tool = value().and_then(|node| issuer_sign_tool(&node)).ok();
            }
            oid::EXT_IDENTIFICATION_KIND => {
                known.identification_kind = value().and_then(|node| node.small()).ok();
            }
            oid::EXT_SUBJECT_ALT_NAME | oid::EXT_PRIVATE_KEY_PERIOD => {}
            _ if extension.critical => known.unknown_critical = Some(extension.oid),
            _ => {}
        }
    }
    Ok(known)
}

pub(crate) fn sequence<'a>(node: &Node<'a>) -> Result<Fields<'a>> {
    node.of(Tag::Sequence).map(|_| node.fields())
}

fn basic_constraints(node: &Node<'_>) -> Result<BasicConstraints> {
    let mut fields = sequence(node)?;
    let is_ca = fields.optional(Tag::Boolean)?.map(|flag| flag.boolean()).transpose()?.unwrap_or(false);
    let path_len = fields.optional(Tag::Integer)?.map(|number| number.small()).transpose()?;
    fields.end()?;
    Ok(BasicConstraints { is_ca, path_len })
}

fn key_usage(node: &Node<'_>) -> Result<KeyUsage> {
    let [unused, bytes @ ..] = node.of(Tag::BitString)? else { return Err(PkiRefusal::Malformed("key usage")) };
    if *unused > 7 || bytes.len() > 2 {
        return Err(PkiRefusal::Malformed("key usage"));
    }
    let bit = |at: usize| bytes.get(at / 8).is_some_and(|byte| byte << (at % 8) & 0x80 != 0);
    Ok(KeyUsage((0..9).filter(|at| bit(*at)).fold(0, |sum, at| sum | 1 << at)))
}

pub(crate) fn authority_key_id(node: &Node<'_>) -> Result<AuthorityKeyId> {
    let mut fields = sequence(node)?;
    let key_id = fields.optional(context_primitive(0))?.map(|node| node.body.to_vec());
    let issuer = match fields.optional(context(1))? {
        Some(names) => directory_name(names.fields())?,
        None => None,
    };
    let serial = fields.optional(context_primitive(2))?.map(|node| Serial::from_bytes(node.body)).transpose()?;
    fields.end()?;
    Ok(AuthorityKeyId { key_id, issuer, serial })
}

/// The first directoryName among GeneralNames.
pub(crate) fn directory_name(names: Fields<'_>) -> Result<Option<Name>> {
    let names = names.collect(LIST_ELEMENTS_MAX)?;
    let name = names.iter().find(|name| name.tag == context(4));
    name.map(|name| Name::from_der(name.body)).transpose()
}

/// The policies, and whether every qualifier is one of the two that only tell people something (RFC 5280 §4.2.1.4).
fn policies(node: &Node<'_>) -> Result<(Vec<Oid>, bool)> {
    let mut policies = Vec::new();
    let mut understood = true;
    for policy in sequence(node)?.collect(LIST_ELEMENTS_MAX)? {
        let mut fields = sequence(&policy)?;
        policies.push(fields.oid()?);
        if let Some(qualifiers) = fields.optional(Tag::Sequence)? {
            for qualifier in qualifiers.fields().collect(LIST_ELEMENTS_MAX)? {
                let kind = sequence(&qualifier)?.oid()?;
                understood &= matches!(kind, oid::QUALIFIER_STATEMENT | oid::QUALIFIER_NOTICE);
            }
        }
    }
    Ok((policies, understood))
}

fn oids(node: &Node<'_>) -> Result<Vec<Oid>> {
    sequence(node)?.collect(LIST_ELEMENTS_MAX)?.iter().map(Node::oid).collect()
}

/// URIs of a GeneralNames body.
pub(crate) fn urls(names: Fields<'_>) -> Result<Vec<String>> {
    let names = names.collect(LIST_ELEMENTS_MAX)?;
    Ok(names.iter().filter(|name| name.tag == context_primitive(6)).filter_map(url).collect())
}

/// An address that is not ASCII cannot be used, and forbids nothing: it is left out.
fn url(node: &Node<'_>) -> Option<String> {
    core::str::from_utf8(node.body).ok().filter(|text| text.is_ascii()).map(str::to_owned)
}

fn crl_urls(node: &Node<'_>) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for point in sequence(node)?.collect(LIST_ELEMENTS_MAX)? {
        if let Some(full_name) = distribution_point_name(&mut sequence(&point)?)? {
            found.extend(urls(full_name)?);
        }
    }
    Ok(found)
}

/// `[0] { [0] GeneralNames }` at the start of a distribution point.
pub(crate) fn distribution_point_name<'a>(fields: &mut Fields<'a>) -> Result<Option<Fields<'a>>> {
    let Some(name) = fields.optional(context(0))? else { return Ok(None) };
    Ok(name.fields().optional(context(0))?.map(|full_name| full_name.fields()))
}

fn access(node: &Node<'_>) -> Result<(Vec<String>, Vec<String>)> {
    let (mut ocsp, mut issuers) = (Vec::new(), Vec::new());
    for description in sequence(node)?.collect(LIST_ELEMENTS_MAX)? {
        let mut fields = sequence(&description)?;
        let method = fields.oid()?;
        let location = fields.next()?;
        let is_uri = matches!(location.tag, Tag::ContextSpecific { number: TagNumber(6), .. });
        match (method, url(&location)) {
            (oid::ACCESS_OCSP, Some(url)) if is_uri => ocsp.push(url),
            (oid::ACCESS_ISSUER, Some(url)) if is_uri => issuers.push(url),
            _ => {}
        }
    }
    Ok((ocsp, issuers))
}

fn issuer_sign_tool(node: &Node<'_>) -> Result<IssuerSignTool> {
    let mut fields = sequence(node)?;
    let sign_tool = fields.next()?.text()?;
    let ca_tool = fields.next()?.text()?;
    let sign_tool_document = fields.next()?.text()?;
    let ca_tool_document = fields.next()?.text()?;
    Ok(IssuerSignTool { sign_tool, ca_tool, sign_tool_document, ca_tool_document })
}
