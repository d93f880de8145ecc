//! A file of a docflow as it goes onto paper: its bytes, the verdicts on its signatures, what the operator marked.

use kernel::{BoxId, Cx};
use paper::{DocumentPaper, File, Mark, OperatorMark, Paper, SignatureMark, Stamp};
use store::No;
use trust::{SignatureKind, Verdict};
use web::Language;

use super::read::content_of;
use super::verification::{self, FileCheck, SignatureCheck, VerificationReport};
use crate::model::entity::{Entity, EntityKind};
use crate::model::ids::EntityId;
use crate::model::refusal::Refusal;
use crate::room::Room;

/// What is printed of one document's flow.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The box.
    pub box_id: BoxId,
    /// The document.
    pub document_id: EntityId,
    /// One file of its flow in place of the document: a receipt, a confirmation, a request.
    pub entity_id: Option<EntityId>,
}

/// The document with its answering title, or one other file of its flow, with all marks. Refuses a file that is not of
/// the flow.
pub async fn paper(room: &Room, cx: &Cx, asked: Asked) -> Result<Paper, No<Refusal>> {
    let report = verification::verify(room, cx, asked.box_id, asked.document_id).await?;
    let printed = asked.entity_id.unwrap_or(asked.document_id);
    let check = find(&report, |entity| entity.id == printed).ok_or(No::Refused(Refusal::EntityNotFound))?;
    let is_document = printed == asked.document_id;
    let answer = find(&report, |entity| is_document && entity.kind == EntityKind::AnswerTitle);
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = super::authorise::own_box(&mut reader, cx, asked.box_id, account::Permission::Read).await?;
    drop(reader);
    let told = Told { room, report: &report };
    let file = told.file(&check.entity, content_of(room, &scope, &check.entity).await?);
    let answered = match answer {
        Some(answer) => Some(told.file(&answer.entity, content_of(room, &scope, &answer.entity).await?)),
        None => None,
    };
    let signed: Vec<&FileCheck> = std::iter::once(check).chain(answer).collect();
    Ok(Paper::Document(Box::new(DocumentPaper {
        file,
        answer: answered,
        signatures: signed.iter().flat_map(|file| told.signatures(file)).collect(),
        operator: Some(told.operator(|entity| is_document || entity.parent_id == Some(printed))),
        stamp: stamp(report.document.copy.is_test, &signed),
        document_id: Some(asked.document_id.to_string()),
    })))
}

fn find(report: &VerificationReport, is_it: impl Fn(&Entity) -> bool) -> Option<&FileCheck> {
    report.files.iter().find(|file| is_it(&file.entity))
}

/// What the document is not, by the exchange it went through and by its signatures.
fn stamp(is_test: bool, signed: &[&FileCheck]) -> Option<Stamp> {
    let has = |kind: SignatureKind| {
        signed.iter().flat_map(|file| &file.signatures).any(|signature| signature.verdict.kind == kind)
    };
    if has(SignatureKind::Simulator) {
        return Some(Stamp::Simulator);
    }
    (is_test || has(SignatureKind::Test)).then_some(Stamp::Test)
}

/// Marks in words: papers of this field are Russian.
struct Told<'a> {
    room: &'a Room,
    report: &'a VerificationReport,
}

impl Told<'_> {
    fn word(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.room.app.texts.text(Language::Russian, key, arguments).unwrap_or_else(|| key.to_owned())
    }

    fn name(&self, kind: EntityKind) -> String {
        self.word(&format!("paper-of-{}", kind.as_str()), &[])
    }

    fn file(&self, entity: &Entity, bytes: bytes::Bytes) -> File {
        File { name: entity.file_name.clone(), bytes }
    }

    fn signatures<'f>(&self, file: &'f FileCheck) -> impl Iterator<Item = SignatureMark> + 'f
    where
        Self: 'f,
    {
        let of = self.name(file.entity.kind);
        let marks: Vec<SignatureMark> =
            file.signatures.iter().map(|signature| self.signature(of.clone(), signature)).collect();
        marks.into_iter()
    }

    fn signature(&self, of: String, check: &SignatureCheck) -> SignatureMark {
        let SignatureCheck { entity, verdict } = check;
        let signer = verdict.signers.first();
        let certificate = signer.and_then(|signer| signer.certificate.as_ref());
        let organization = certificate.and_then(|one| one.organization.clone().or_else(|| one.common_name.clone()));
        let inn = certificate.and_then(|one| one.inn.as_ref()).map(|inn| format!("ИНН {inn}"));
        SignatureMark {
            of,
            organization: organization.into_iter().chain(inn).collect::<Vec<_>>().join(", "),
            person: certificate.and_then(|one| one.person.clone()),
            position: certificate.and_then(|one| one.title.clone()),
            serial: certificate.map(|one| one.serial.clone()).unwrap_or_default(),
            valid_from: certificate.map(|one| one.not_before),
            valid_until: certificate.map(|one| one.not_after),
            kind: self.kind(verdict),
            signed_at: signer.and_then(|signer| signer.signing_time),
            posted_at: Some(entity.at),
        }
    }

    /// The kind, what the check of this day found, and the day.
    fn kind(&self, verdict: &Verdict) -> String {
        let date = match verdict.kind {
            SignatureKind::QualifiedByList { list_date } => list_date.strftime("%d.%m.%Y").to_string(),
            _ => String::new(),
        };
        let day = verdict.at.civil_date_msk().strftime("%d.%m.%Y").to_string();
        let kind = self.word(&format!("paper-kind-{}", verdict.kind.word()), &[("date", &date)]);
        format!(
            "{kind}. {} {}",
            self.word(verdict.summary.text_key(), &[]),
            self.word("paper-checked-on", &[("day", &day)])
        )
    }

    fn operator(&self, is_told: impl Fn(&Entity) -> bool) -> OperatorMark {
        let entities = &self.report.document.entities;
        let marked = |entity: &&Entity| entity.kind != EntityKind::Signature && is_told(entity);
        let parent = |entity: &Entity| {
            entities.iter().find(|one| Some(one.id) == entity.parent_id).map(|parent| self.name(parent.kind))
        };
        let mark = |entity: &Entity| {
            let name = self.name(entity.kind);
            let what = parent(entity).map_or_else(|| name.clone(), |parent| format!("{name}: {parent}"));
            Mark { what, at: entity.at, file: entity.file_name.clone() }
        };
        let operator = &self.room.operator;
        OperatorMark {
            name: operator.name.clone(),
            code: operator.code.clone(),
            marks: entities.iter().filter(marked).map(mark).collect(),
        }
    }
}
