//! The operator's own certificate: made at the first start, renewed at a start when its end is near.

use crate::StartRefusal;
use crate::authorities::{Authorities, OpenAuthority, hedge, open_key};
use crate::model::{self, AuthorityRank, Config, JournalEvent, Line, Profile, operator_name};
use crate::sealed::Sealer;
use crate::store::operator::{self, OperatorRow};
use crate::store::{authority, directory, journal};
use gost::{ParamSet, PrivateKey};
use kernel::{Cx, Moment};
use pki::{Certificate, CertificateOrder, KeySigner, PublicKeyInfo, Serial};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use store::{No, Store, Tx};

/// Curve of the operator's key, as of the authorities'.
const OPERATOR_SET: ParamSet = ParamSet::A;
/// A certificate with less than this left is renewed at a start. A host restarts more often than that to be mended.
pub(crate) const RENEW_BEFORE: Duration = Duration::from_secs(120 * 24 * 60 * 60);

/// The operator's signer, its certificate made or renewed first where needed.
pub(crate) async fn run(
    store: &Store,
    cx: &Cx,
    config: &Config,
    sealer: &Sealer,
    authorities: &Authorities,
) -> Result<Arc<KeySigner>, StartRefusal> {
    let present = operator::find_latest(&mut store.reader().await?).await?;
    let row = match present {
        Some(row) if is_good(&row, cx.now, config) => row,
        other => {
            let generation = other.map_or(1, |row| row.generation.saturating_add(1));
            let new = make(cx, config, sealer, authorities, generation)
                .map_err(|refusal| StartRefusal::CannotMake { what: "operator", refusal })?;
            write(store, cx, new).await?
        }
    };
    open(cx, &row, sealer, authorities)
}

/// Not near its end, and still naming the operator as configured.
fn is_good(row: &OperatorRow, now: Moment, config: &Config) -> bool {
    let names_operator = Certificate::from_der(&row.certificate)
        .is_ok_and(|certificate| operator_name(&config.operator).is_ok_and(|name| certificate.subject() == &name));
    names_operator && row.not_after > now.plus(RENEW_BEFORE)
}

struct NewOperator {
    row: OperatorRow,
    key_hash: [u8; 32],
}

/// What the sealed key is bound to: the serial number of its certificate.
fn bound_to(serial: &[u8]) -> Vec<u8> {
    [b"operator ".as_slice(), serial].concat()
}

fn issuer(authorities: &Authorities) -> Result<&Arc<OpenAuthority>, pki::PkiRefusal> {
    authorities.find_in_use(Line::Unqualified, AuthorityRank::Issuing).ok_or(pki::PkiRefusal::BadKey)
}

fn make(
    cx: &Cx,
    config: &Config,
    sealer: &Sealer,
    authorities: &Authorities,
    generation: i64,
) -> Result<NewOperator, pki::PkiRefusal> {
    let issuer = issuer(authorities)?;
    let key = PrivateKey::generate(OPERATOR_SET, &mut |octets| cx.chance.fill(octets))
        .map_err(|_| pki::PkiRefusal::BadKey)?;
    let serial = Serial::from_chance(cx.chance.octets());
    let validity = Profile::Operator.validity(cx.now, Some(issuer.not_after));
    let order = CertificateOrder {
        serial: serial.clone(),
        subject: operator_name(&config.operator)?,
        public_key: PublicKeyInfo::of(&key.public_key()),
        not_before: validity.not_before,
        not_after: validity.not_after,
        crl_urls: vec![config.list_url(&issuer.key_id)],
        ocsp_urls: Vec::new(),
        issuer_urls: vec![config.authority_url(&issuer.key_id)],
    };
    let certificate = pki::issue(&Profile::Operator.certificate_profile(), &order, &issuer.signer)?;
    let plain = pki::keys::private_key_to_der(&key);
    Ok(NewOperator {
        key_hash: model::key_hash(&key.public_key()),
        row: OperatorRow {
            generation,
            authority_id: issuer.authority_id,
            serial: serial.as_bytes().to_vec(),
            certificate: certificate.to_der().to_vec(),
            sealed_key: sealer.seal(&cx.chance, &bound_to(serial.as_bytes()), &plain),
            not_after: validity.not_after,
        },
    })
}

/// The row in use afterwards: ours, or that of another process which was first.
async fn write(store: &Store, cx: &Cx, new: NewOperator) -> Result<OperatorRow, StartRefusal> {
    let written: Result<OperatorRow, No<Infallible>> =
        store.write(cx, new, |tx, cx, new| Box::pin(write_row(tx, cx, new))).await;
    match written {
        Ok(row) => Ok(row),
        Err(No::Fault(fault)) => Err(fault.into()),
        Err(No::Refused(never)) => match never {},
    }
}

async fn write_row(tx: &mut Tx<'_>, cx: &Cx, new: &NewOperator) -> Result<OperatorRow, No<Infallible>> {
    let mut locked = authority::lock(tx, new.row.authority_id).await?;
    if !operator::insert(tx, &new.row, cx.now).await? {
        let present = operator::find_latest(tx).await?;
        return present.ok_or_else(|| store::Fault::Decode("the operator's row is gone".to_owned()).into());
    }
    directory::insert_key(tx, &new.key_hash, cx.now).await?;
    let event = JournalEvent::OperatorIssued {
        serial: hex::encode(&new.row.serial),
        certificate_hash: hex::encode(gost::hash::streebog256(&new.row.certificate)),
    };
    journal::write(tx, &mut locked, cx.now, &event).await?;
    Ok(new.row.clone())
}

fn open(
    cx: &Cx,
    row: &OperatorRow,
    sealer: &Sealer,
    authorities: &Authorities,
) -> Result<Arc<KeySigner>, StartRefusal> {
    let damaged = |refusal| StartRefusal::Damaged { what: "operator's key", refusal };
    let key = open_key(sealer, &bound_to(&row.serial), &row.sealed_key)?;
    let certificate = Certificate::from_der(&row.certificate).map_err(damaged)?;
    let issuer = authorities.get(row.authority_id).map_err(|_| damaged(pki::PkiRefusal::BadKey))?;
    // The root is left out of signatures: whoever trusts it has it.
    let chain = vec![issuer.certificate.clone()];
    KeySigner::new(key, certificate, chain, hedge(&cx.chance)).map(Arc::new).map_err(damaged)
}
