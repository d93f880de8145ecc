//! Issuing: a profile as data, an order for one certificate, a lint of what is about to be signed, the signature.
//!
//! ```
//! use pki::{Authority, CertificateOrder, CertificateProfile, KeyUsage, Name, PublicKeyInfo, Serial, issue_root, oid};
//!
//! // in earnest a key of chance
//! let key = gost::PrivateKey::from_le(gost::ParamSet::XA, &[7; 32])?;
//! let profile = CertificateProfile {
//!     name: "root".to_owned(),
//!     validity_days_max: 3_700,
//!     authority: Authority::Issues { path_len: Some(0) },
//!     key_usage: KeyUsage::KEY_CERT_SIGN | KeyUsage::CRL_SIGN,
//!     purposes: vec![],
//!     policies: vec![],
//!     subject_requires: vec![oid::COMMON_NAME],
//!     names_issuer_in_key_id: false,
//! };
//! let order = CertificateOrder {
//!     serial: Serial::from_chance([7; 16]),
//!     subject: Name::builder().cn("Свиток НЕКВАЛИФИЦИРОВАННЫЙ").build()?,
//!     public_key: PublicKeyInfo::of(&key.public_key()),
//!     not_before: kernel::Moment::parse_rfc3339("2026-11-22T00:00:00Z")?,
//!     not_after: kernel::Moment::parse_rfc3339("2036-11-22T00:00:00Z")?,
//!     crl_urls: vec![],
//!     ocsp_urls: vec![],
//!     issuer_urls: vec![],
//! };
//! let root = issue_root(&profile, &order, &key, &[7; 32])?;
//! assert!(root.is_ca() && root.check_signature(root.public_key()).is_yes());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::algorithm::PublicKeyInfo;
use crate::asn1::{Result, time, write};
use crate::certificate::Certificate;
use crate::extensions::{AuthorityKeyId, KeyUsage};
use crate::lint::lint;
use crate::name::Name;
use crate::oid::{self, Oid};
use crate::refusal::PkiRefusal;
use crate::serial::Serial;
use crate::signer::{Signer, set_of, sign_tbs, sign_tbs_with};
use gost::PrivateKey;
use kernel::Moment;

/// What every certificate of a kind has in common.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CertificateProfile {
    /// Name of the profile, for journals.
    pub name: String,
    /// Longest validity, in days.
    pub validity_days_max: u32,
    /// Marks an authority, with its path length if limited.
    pub authority: Authority,
    /// Key usage; always written, always critical.
    pub key_usage: KeyUsage,
    /// Purposes; an empty list writes no extension.
    pub purposes: Vec<Oid>,
    /// Policies; an empty list writes no extension. КС policies are refused.
    pub policies: Vec<Oid>,
    /// Name attributes without which nothing is issued.
    pub subject_requires: Vec<Oid>,
    /// Write issuer and serial number of the issuer's certificate beside its key identifier.
    pub names_issuer_in_key_id: bool,
}

/// Whose certificate it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Authority {
    /// A person's or an organization's own: may not issue.
    None,
    /// Issues for end owners and, within the limit if one is set, for further authorities.
    Issues {
        /// Further authorities below it.
        path_len: Option<u8>,
    },
}

/// What is particular to one certificate.
#[derive(Clone, Debug)]
pub struct CertificateOrder {
    /// Serial number; [`Serial::from_chance`] with the caller's 128 bits.
    pub serial: Serial,
    /// Whose it is.
    pub subject: Name,
    /// The key.
    pub public_key: PublicKeyInfo,
    /// Start, cut to the second.
    pub not_before: Moment,
    /// End, inclusive, cut to the second.
    pub not_after: Moment,
    /// Where revocation lists will be.
    pub crl_urls: Vec<String>,
    /// Where OCSP answers.
    pub ocsp_urls: Vec<String>,
    /// Where the issuer's certificate is.
    pub issuer_urls: Vec<String>,
}

/// Writes, lints and signs a certificate. Refuses what breaks the profile or the house's rules ([`crate::lint`]).
pub fn issue(profile: &CertificateProfile, order: &CertificateOrder, signer: &dyn Signer) -> Result<Certificate> {
    let issuer = signer.certificate();
    let key_id = AuthorityKeyId {
        key_id: Some(
            issuer.subject_key_id().map_or_else(|| issuer.public_key().key_identifier().to_vec(), <[u8]>::to_vec),
        ),
        issuer: profile.names_issuer_in_key_id.then(|| issuer.issuer().clone()),
        serial: profile.names_issuer_in_key_id.then(|| issuer.serial().clone()),
    };
    set_of(signer)?;
    let parts = Parts::new(profile, order, issuer.subject(), Some(&key_id))?;
    let certificate = Certificate::from_der(&sign_tbs(signer, |algorithm| parts.tbs(algorithm))?)?;
    Ok(certificate)
}

/// Writes, lints and signs a root with its own key. `hedge` is chance for the nonce.
pub fn issue_root(
    profile: &CertificateProfile,
    order: &CertificateOrder,
    key: &PrivateKey,
    hedge: &[u8],
) -> Result<Certificate> {
    if order.public_key != PublicKeyInfo::of(&key.public_key()) {
        return Err(PkiRefusal::BadKey);
    }
    let key_id =
        AuthorityKeyId { key_id: Some(order.public_key.key_identifier().to_vec()), ..AuthorityKeyId::default() };
    let parts = Parts::new(profile, order, &order.subject, Some(&key_id))?;
    Certificate::from_der(&sign_tbs_with(key, hedge, |algorithm| parts.tbs(algorithm))?)
}

/// The to-be-signed fields around the algorithm identifier.
struct Parts {
    before: Vec<u8>,
    after: Vec<u8>,
}

impl Parts {
    fn new(
        profile: &CertificateProfile,
        order: &CertificateOrder,
        issuer: &Name,
        key_id: Option<&AuthorityKeyId>,
    ) -> Result<Self> {
        order.public_key.gost_key()?;
        let extensions = extensions(profile, order, key_id)?;
        let version = write::tlv(write::context(0), &[&write::small(2)]);
        let before = [version, write::unsigned(order.serial.as_bytes())].concat();
        let validity = write::sequence(&[&time::write(order.not_before)?, &time::write(order.not_after)?]);
        let extensions = write::tlv(write::context(3), &[&extensions]);
        let after =
            [issuer.to_der(), &validity, order.subject.to_der(), order.public_key.to_der(), &extensions].concat();
        let parts = Self { before, after };
        lint(profile, &parts.tbs(&[])).map_err(PkiRefusal::Profile)?;
        Ok(parts)
    }

    fn tbs(&self, algorithm: &[u8]) -> Vec<u8> {
        write::sequence(&[&self.before, algorithm, &self.after])
    }
}

fn extensions(
    profile: &CertificateProfile,
    order: &CertificateOrder,
    key_id: Option<&AuthorityKeyId>,
) -> Result<Vec<u8>> {
    let mut list = vec![
        extension(&oid::EXT_BASIC_CONSTRAINTS, true, &basic_constraints(profile.authority)),
        extension(&oid::EXT_KEY_USAGE, true, &write::named_bits(&profile.key_usage.bits())),
    ];
    if !profile.purposes.is_empty() {
        list.push(extension(&oid::EXT_PURPOSES, false, &oids(&profile.purposes, false)));
    }
    list.push(extension(&oid::EXT_SUBJECT_KEY_ID, false, &write::octets(&order.public_key.key_identifier())));
    if let Some(key_id) = key_id {
        list.push(extension(&oid::EXT_AUTHORITY_KEY_ID, false, &authority_key_id(key_id)));
    }
    if !profile.policies.is_empty() {
        list.push(extension(&oid::EXT_POLICIES, false, &oids(&profile.policies, true)));
    }
    if !order.crl_urls.is_empty() {
        list.push(extension(&oid::EXT_CRL_POINTS, false, &crl_points(&order.crl_urls)?));
    }
    if !order.ocsp_urls.is_empty() || !order.issuer_urls.is_empty() {
        list.push(extension(&oid::EXT_AUTHORITY_ACCESS, false, &access(order)?));
    }
    Ok(write::list(&list))
}

pub(crate) fn extension(oid: &Oid, critical: bool, value: &[u8]) -> Vec<u8> {
    let critical = if critical { write::TRUE } else { &[] };
    write::sequence(&[&write::oid(oid), critical, &write::octets(value)])
}

fn basic_constraints(authority: Authority) -> Vec<u8> {
    match authority {
        Authority::None => write::sequence(&[]),
        Authority::Issues { path_len } => {
            let path_len = path_len.map(|length| write::small(u32::from(length))).unwrap_or_default();
            write::sequence(&[write::TRUE, &path_len])
        }
    }
}

/// SEQUENCE OF identifiers, each in its own SEQUENCE when they are policies.
fn oids(oids: &[Oid], wrapped: bool) -> Vec<u8> {
    let one = |oid: &Oid| if wrapped { write::sequence(&[&write::oid(oid)]) } else { write::oid(oid) };
    write::list(&oids.iter().map(one).collect::<Vec<_>>())
}

pub(crate) fn authority_key_id(id: &AuthorityKeyId) -> Vec<u8> {
    let key_id = id.key_id.as_ref().map(|bytes| write::tlv(write::context_primitive(0), &[bytes]));
    let issuer = id.issuer.as_ref().map(|name| write::tlv(write::context(1), &[&directory_name(name)]));
    let serial = id.serial.as_ref().map(|serial| {
        let integer = write::unsigned(serial.as_bytes());
        // implicit tag over INTEGER: only the identifier octet changes
        let body = integer.get(1..).unwrap_or_default();
        [&[write::context_primitive(2)], body].concat()
    });
    write::sequence(&[&key_id.unwrap_or_default(), &issuer.unwrap_or_default(), &serial.unwrap_or_default()])
}

/// GeneralName of the kind directoryName.
pub(crate) fn directory_name(name: &Name) -> Vec<u8> {
    write::tlv(write::context(4), &[name.to_der()])
}

fn uri(url: &str) -> Result<Vec<u8>> {
    if url.is_empty() || !url.is_ascii() || url.bytes().any(|byte| byte.is_ascii_control() || byte == b' ') {
        return Err(PkiRefusal::NameValue("URI"));
    }
    Ok(write::tlv(write::context_primitive(6), &[url.as_bytes()]))
}

fn crl_points(urls: &[String]) -> Result<Vec<u8>> {
    let names = urls.iter().map(|url| uri(url)).collect::<Result<Vec<_>>>()?.concat();
    let full_name = write::tlv(write::context(0), &[&names]);
    Ok(write::sequence(&[&write::sequence(&[&write::tlv(write::context(0), &[&full_name])])]))
}

fn access(order: &CertificateOrder) -> Result<Vec<u8>> {
    let ocsp = order.ocsp_urls.iter().map(|url| (&oid::ACCESS_OCSP, url));
    let issuers = order.issuer_urls.iter().map(|url| (&oid::ACCESS_ISSUER, url));
    let one = |(method, url): (&Oid, &String)| Ok(write::sequence(&[&write::oid(method), &uri(url)?]));
    Ok(write::list(&ocsp.chain(issuers).map(one).collect::<Result<Vec<_>>>()?))
}
