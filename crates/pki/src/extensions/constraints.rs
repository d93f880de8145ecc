//! What an authority's certificate allows to stand in the certificates below it: names (RFC 5280 §4.2.1.10) and policies (§4.2.1.5,
//! §4.2.1.11, §4.2.1.14).

use super::sequence;
use crate::asn1::{Node, Result, context, context_primitive, whole};
use crate::limits::LIST_ELEMENTS_MAX;
use crate::name::Name;
use crate::oid::Oid;
use crate::refusal::PkiRefusal;
use der::{Tag, TagNumber};

/// One name of a certificate, of the kinds this crate judges: `[1]` mail, `[2]` host, `[4]` directory, `[6]` resource, `[7]` network
/// address (RFC 5280 §4.2.1.6).
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum GeneralName {
    /// Mail address, or in a constraint a host or a domain.
    Email(String),
    /// Host name.
    Dns(String),
    /// Name of the directory.
    Directory(Name),
    /// Address of a resource, or in a constraint a host or a domain.
    Uri(String),
    /// Network address, or in a constraint address and mask.
    Ip(Vec<u8>),
    /// Any other kind, by its tag number.
    Other(u32),
}

/// Names below one name: `{ base, [0] minimum DEFAULT 0, [1] maximum OPTIONAL }` (RFC 5280 §4.2.1.10).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Subtree {
    /// The name.
    pub base: GeneralName,
    /// From the base itself, without depth limit: the only form that RFC 5280 gives a meaning.
    pub unlimited: bool,
}

/// Which names may stand below an authority: 2.5.29.30, `{ [0] permitted, [1] excluded }` (RFC 5280 §4.2.1.10).
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct NameConstraints {
    /// A name of a kind named here must lie in one of these.
    pub permitted: Vec<Subtree>,
    /// And in none of these.
    pub excluded: Vec<Subtree>,
}

/// Which policies must be stated below an authority, each after so many further certificates: 2.5.29.36,
/// `{ [0] requireExplicitPolicy OPTIONAL, [1] inhibitPolicyMapping OPTIONAL }` (RFC 5280 §4.2.1.11).
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct PolicyConstraints {
    /// From then on some policy must hold.
    pub require_explicit: Option<u32>,
    /// From then on no policy may be mapped to another.
    pub inhibit_mapping: Option<u32>,
}

impl GeneralName {
    pub(crate) fn from_node(node: &Node<'_>) -> Result<Self> {
        let text = || {
            let ascii = core::str::from_utf8(node.body).ok().filter(|text| text.is_ascii());
            ascii.map(str::to_owned).ok_or(PkiRefusal::Malformed("general name"))
        };
        let Tag::ContextSpecific { number: TagNumber(number), .. } = node.tag else {
            return Err(PkiRefusal::Malformed("general name"));
        };
        match node.tag {
            tag if tag == context_primitive(1) => text().map(Self::Email),
            tag if tag == context_primitive(2) => text().map(Self::Dns),
            tag if tag == context(4) => Name::from_der(node.body).map(Self::Directory),
            tag if tag == context_primitive(6) => text().map(Self::Uri),
            tag if tag == context_primitive(7) => Ok(Self::Ip(node.body.to_vec())),
            _ => Ok(Self::Other(number)),
        }
    }

    /// The same kind of name.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Other(own), Self::Other(others)) => own == others,
            _ => core::mem::discriminant(self) == core::mem::discriminant(other),
        }
    }
}

/// GeneralNames.
pub(crate) fn general_names(der: &[u8]) -> Result<Vec<GeneralName>> {
    let names = sequence(&whole(der, "general names")?)?.collect(LIST_ELEMENTS_MAX)?;
    names.iter().map(GeneralName::from_node).collect()
}

pub(crate) fn name_constraints(node: &Node<'_>) -> Result<NameConstraints> {
    let mut fields = sequence(node)?;
    let permitted = fields.optional(context(0))?.map(|list| subtrees(&list)).transpose()?.unwrap_or_default();
    let excluded = fields.optional(context(1))?.map(|list| subtrees(&list)).transpose()?.unwrap_or_default();
    fields.end()?;
    Ok(NameConstraints { permitted, excluded })
}

fn subtrees(list: &Node<'_>) -> Result<Vec<Subtree>> {
    let subtree = |node: &Node<'_>| {
        let mut fields = sequence(node)?;
        let base = GeneralName::from_node(&fields.next()?)?;
        let minimum = fields.optional(context_primitive(0))?;
        let maximum = fields.optional(context_primitive(1))?;
        fields.end()?;
        // zero is the default of the minimum, and some write it
        Ok(Subtree { base, unlimited: minimum.is_none_or(|minimum| minimum.body == [0]) && maximum.is_none() })
    };
    list.fields().collect(LIST_ELEMENTS_MAX)?.iter().map(subtree).collect()
}

/// Pairs: the issuer's policy, and the subject's that is to count as it.
pub(crate) fn policy_mappings(node: &Node<'_>) -> Result<Vec<(Oid, Oid)>> {
    let pair = |node: &Node<'_>| {
        let mut fields = sequence(node)?;
        let pair = (fields.oid()?, fields.oid()?);
        fields.end()?;
        Ok(pair)
    };
    sequence(node)?.collect(LIST_ELEMENTS_MAX)?.iter().map(pair).collect()
}

pub(crate) fn policy_constraints(node: &Node<'_>) -> Result<PolicyConstraints> {
    let mut fields = sequence(node)?;
    let require_explicit = fields.optional(context_primitive(0))?.map(|skip| small(skip.body)).transpose()?;
    let inhibit_mapping = fields.optional(context_primitive(1))?.map(|skip| small(skip.body)).transpose()?;
    fields.end()?;
    Ok(PolicyConstraints { require_explicit, inhibit_mapping })
}

/// A small non-negative INTEGER under an implicit tag.
fn small(body: &[u8]) -> Result<u32> {
    match body {
        [0, second, ..] if *second < 0x80 => Err(PkiRefusal::Malformed("policy constraints")),
        [first, ..] if *first < 0x80 && body.len() <= 4 => {
            Ok(body.iter().fold(0_u32, |sum, byte| (sum << 8) | u32::from(*byte)))
        }
        _ => Err(PkiRefusal::Malformed("policy constraints")),
    }
}
