//! All certificates of a person in one list.

use crate::model::{CertificateId, CertificateState, Ending, KeyPlace, Origin, days_left};
use crate::store::certificate;
use crate::store::mine::{self, MineRow};
use crate::{Refusal, Room};
use account::AccountRefusal;
use kernel::{Cx, UserId};
use pki::Certificate;
use rules::RequiredSignature;
use store::{Fault, No};
use trust::{CertificateVerdict, SignatureKind};

/// One line of the list.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub row: MineRow,
    pub certificate: Certificate,
    /// State of one issued here; of others the verdict tells.
    pub state: Option<CertificateState>,
    /// Chain, kind and revocation, as this host sees them now.
    pub verdict: CertificateVerdict,
    pub days_left: u64,
    /// How near its end is; nothing for one that was stopped, and for one that another of the same kind outlives.
    pub ending: Option<Ending>,
    /// In force now, as far as it is known here.
    pub is_alive: bool,
    /// Kinds of documents it is enough for, by the law of today.
    pub can_sign: Vec<CanSign>,
}

/// A kind of document a certificate is enough for.
#[derive(Clone, Debug)]
pub(crate) struct CanSign {
    pub document: String,
    /// Only between parties who agreed so.
    pub by_agreement: bool,
}

fn caller(cx: &Cx) -> Result<UserId, Refusal> {
    cx.caller.user_id().ok_or(Refusal::Account(AccountRefusal::SignInNeeded))
}

/// The caller's own, the living first, of them the latest ending first.
pub(crate) async fn list(room: &Room, cx: &Cx) -> Result<Vec<Line>, No<Refusal>> {
    Ok(of(room, cx, caller(cx)?).await?)
}

/// A person's, in the same order.
pub(crate) async fn of(room: &Room, cx: &Cx, user_id: UserId) -> Result<Vec<Line>, Fault> {
    let mut reader = room.store().reader().await?;
    let mut lines = Vec::new();
    for row in mine::list(&mut reader, user_id).await? {
        let key = (row.organization_id, row.certificate_id);
        let (der, state) = match row.origin {
            Origin::Own => {
                let found = certificate::find(&mut reader, key.0, key.1).await?;
                found.map_or((None, None), |found| (found.certificate, Some(found.state)))
            }
            Origin::Imported => (mine::find_imported(&mut reader, key.0, key.1).await?, None),
        };
        // An intention has no octets yet: it will stand here within seconds.
        let Some(der) = der else { continue };
        let damaged = |e: pki::PkiRefusal| Fault::Decode(format!("certificate {}: {e}", key.1));
        lines.push(line(room, cx, row, (Certificate::from_der(&der).map_err(damaged)?, state)));
    }
    lines.sort_by_key(|line| (!line.is_alive, std::cmp::Reverse(line.row.not_after)));
    let outlived: Vec<bool> = lines.iter().map(|line| lines.iter().any(|other| succeeds(other, line))).collect();
    for (line, is_outlived) in lines.iter_mut().zip(outlived) {
        line.ending = line.ending.filter(|_| !is_outlived);
    }
    Ok(lines)
}

/// Whether one in force does for the same organization what the other did, and its own end is far.
fn succeeds(successor: &Line, line: &Line) -> bool {
    let kind = |line: &Line| std::mem::discriminant(&line.verdict.kind);
    successor.is_alive
        && successor.ending.is_none()
        && successor.row.organization_id == line.row.organization_id
        && kind(successor) == kind(line)
}

fn line(room: &Room, cx: &Cx, row: MineRow, (certificate, state): (Certificate, Option<CertificateState>)) -> Line {
    let verdict = room.trust().certificate_verdict(&certificate, cx.now);
    let is_stopped = matches!(state, Some(CertificateState::Revoked { .. } | CertificateState::Suspended { .. }));
    let in_time = certificate.not_before() <= cx.now && cx.now <= certificate.not_after();
    let is_stopped = is_stopped || verdict.revocation.is_bad();
    let is_alive = in_time && !is_stopped;
    let ending = if is_stopped { None } else { Ending::at(certificate.not_after(), cx.now) };
    let can_sign = if is_alive { can_sign(room, cx, &verdict) } else { Vec::new() };
    let days_left = days_left(certificate.not_after(), cx.now);
    Line { days_left, ending, row, certificate, state, verdict, is_alive, can_sign }
}

/// By the table of legal kinds; a test or a simulator's certificate is enough for nothing.
fn can_sign(room: &Room, cx: &Cx, verdict: &CertificateVerdict) -> Vec<CanSign> {
    let Some(rules) = &room.config().rules else { return Vec::new() };
    let strength = match verdict.kind {
        SignatureKind::QualifiedByList { .. } if verdict.chain.is_trusted() => RequiredSignature::Qualified,
        SignatureKind::Unqualified if verdict.chain.is_trusted() => RequiredSignature::Unqualified,
        _ => return Vec::new(),
    };
    let on = cx.now.civil_date_msk();
    let mut documents: Vec<String> =
        rules.rows().filter(|(table, _, _)| *table == "legal_kinds").map(|(_, document, _)| document).collect();
    documents.dedup();
    let kinds = documents.into_iter().filter_map(|document| rules.legal_kind(&document, on).ok());
    let enough = kinds.filter(|kind| kind.signature <= strength);
    // A qualified signature needs no agreement; a weaker one may.
    let by_agreement = strength < RequiredSignature::Qualified;
    enough
        .map(|kind| CanSign { document: kind.document.clone(), by_agreement: by_agreement && kind.by_agreement })
        .collect()
}

/// Where a key lives, as its holder says.
pub(crate) async fn set_key_place(
    room: &Room,
    cx: &Cx,
    certificate_id: CertificateId,
    place: KeyPlace,
) -> Result<(), No<Refusal>> {
    let argument = (caller(cx)?, certificate_id, place);
    room.store()
        .write(cx, argument, |tx, _, (user_id, certificate_id, place)| {
            Box::pin(async move {
                if mine::set_key_place(tx, *user_id, *certificate_id, *place).await? {
                    Ok(())
                } else {
                    Err(Refusal::CertificateNotFound.into())
                }
            })
        })
        .await
}
