//! At first start: for each line a root and an issuing authority.

use crate::model::{AuthorityId, AuthorityRank, Config, GENESIS, JournalEvent, Line, Profile, authority_name};
use crate::ops::make_list;
use crate::sealed::Sealer;
use crate::store::authority::{self, AuthorityRow};
use crate::store::{directory, journal};
use crate::{StartRefusal, model};
use gost::{ParamSet, PrivateKey};
use kernel::{Cx, Moment};
use pki::{Certificate, CertificateOrder, KeySigner, Name, PublicKeyInfo, Serial};
use std::convert::Infallible;
use store::{Fault, No, Store, Tx};
use trust::{OwnAuthority, OwnRole};

/// Curve of own authorities: the one every known program verifies.
const AUTHORITY_SET: ParamSet = ParamSet::A;

/// An authority just made, with all that is written of it.
#[derive(Clone, Debug)]
pub(crate) struct NewAuthority {
    row: AuthorityRow,
    certificate: Certificate,
    key_hash: [u8; 32],
}

/// Makes what is missing of each line. Several processes may start at once: the first to commit wins.
pub(crate) async fn run(store: &Store, cx: &Cx, config: &Config, sealer: &Sealer) -> Result<(), StartRefusal> {
    let present = authority::list(&mut store.reader().await?).await?;
    for line in Line::ALL {
        if present.iter().any(|row| row.line == line) {
            continue;
        }
        let made = make_line(cx, line, config, sealer)
            .map_err(|refusal| StartRefusal::CannotMake { what: "authority", refusal })?;
        let written: Result<bool, No<Infallible>> =
            store.write(cx, made, |tx, cx, made| Box::pin(write_line(tx, cx, made))).await;
        match written {
            Ok(made) => tracing::info!(line = line.word(), made, "own authorities"),
            Err(No::Fault(fault)) => return Err(fault.into()),
            Err(No::Refused(never)) => match never {},
        }
    }
    Ok(())
}

fn make_line(cx: &Cx, line: Line, config: &Config, sealer: &Sealer) -> Result<[NewAuthority; 2], pki::PkiRefusal> {
    let draft = |profile, issuer_end| Draft::new(cx, line, profile, issuer_end);
    let root = draft(Profile::Root, None)?;
    let hedge: [u8; 32] = cx.chance.octets();
    let root_certificate =
        pki::issue_root(&Profile::Root.certificate_profile(), &root.order(Vec::new(), Vec::new()), &root.key, &hedge)?;
    let issuing = draft(Profile::Issuing, Some(root_certificate.not_after()))?;
    let root_key_id = root_certificate.public_key().key_identifier();
    let order = issuing.order(vec![config.list_url(&root_key_id)], vec![config.authority_url(&root_key_id)]);
    let root_new = root.seal(cx, AuthorityRank::Root, &root_certificate, sealer);
    let hedge = crate::authorities::hedge(&cx.chance);
    let signer = KeySigner::new(root.key, root_certificate, Vec::new(), hedge)?;
    let issuing_certificate = pki::issue(&Profile::Issuing.certificate_profile(), &order, &signer)?;
    let issuing_new = issuing.seal(cx, AuthorityRank::Issuing, &issuing_certificate, sealer);
    Ok([root_new, issuing_new])
}

struct Draft {
    line: Line,
    key: PrivateKey,
    subject: Name,
    serial: Serial,
    validity: model::Validity,
}

impl Draft {
    fn new(cx: &Cx, line: Line, profile: Profile, issuer_end: Option<Moment>) -> Result<Self, pki::PkiRefusal> {
        let key = PrivateKey::generate(AUTHORITY_SET, &mut |octets| cx.chance.fill(octets))
            .map_err(|_| pki::PkiRefusal::BadKey)?;
        Ok(Self {
            line,
            key,
            subject: authority_name(line, profile)?,
            serial: Serial::from_chance(cx.chance.octets()),
            validity: profile.validity(cx.now, issuer_end),
        })
    }

    fn order(&self, crl_urls: Vec<String>, issuer_urls: Vec<String>) -> CertificateOrder {
        CertificateOrder {
            serial: self.serial.clone(),
            subject: self.subject.clone(),
            public_key: PublicKeyInfo::of(&self.key.public_key()),
            not_before: self.validity.not_before,
            not_after: self.validity.not_after,
            crl_urls,
            ocsp_urls: Vec::new(),
            issuer_urls,
        }
    }

    fn seal(&self, cx: &Cx, rank: AuthorityRank, certificate: &Certificate, sealer: &Sealer) -> NewAuthority {
        let authority_id: AuthorityId = cx.new_id();
        let plain = pki::keys::private_key_to_der(&self.key);
        NewAuthority {
            row: AuthorityRow {
                authority_id,
                line: self.line,
                rank,
                generation: 1,
                key_id: certificate.public_key().key_identifier().to_vec(),
                certificate: certificate.to_der().to_vec(),
                sealed_key: sealer.seal(&cx.chance, authority_id.as_bytes(), &plain),
                not_after: certificate.not_after(),
            },
            certificate: certificate.clone(),
            key_hash: model::key_hash(&self.key.public_key()),
        }
    }
}

/// False when another process made the line first; then nothing of ours stays but nothing was written either.
async fn write_line(tx: &mut Tx<'_>, cx: &Cx, made: &[NewAuthority; 2]) -> Result<bool, No<Infallible>> {
    for new in made {
        if !authority::insert(tx, &new.row, &GENESIS, cx.now).await? {
            return Ok(false);
        }
        write_one(tx, cx, new).await?;
    }
    Ok(true)
}

async fn write_one(tx: &mut Tx<'_>, cx: &Cx, new: &NewAuthority) -> Result<(), Fault> {
    let authority_id = new.row.authority_id;
    let mut locked = authority::lock(tx, authority_id).await?;
    let certificate_hash = hex::encode(gost::hash::streebog256(&new.row.certificate));
    journal::write(tx, &mut locked, cx.now, &JournalEvent::AuthorityMade { certificate_hash }).await?;
    directory::insert_key(tx, &new.key_hash, cx.now).await?;
    let role = match new.row.rank {
        AuthorityRank::Root => OwnRole::Root,
        AuthorityRank::Issuing => OwnRole::Issuing,
    };
    trust::register_own_authority(tx, cx, &OwnAuthority { certificate: new.certificate.clone(), role }).await?;
    make_list::queue_daily(tx, cx, authority_id).await
}
