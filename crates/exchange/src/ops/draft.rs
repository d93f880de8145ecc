//! Service documents and answering titles made ready for the party to sign: it signs exactly these bytes and posts them.

use account::Permission;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use formats::FileName;
use formats::service::{
    AmendmentRequest, AnsweredFile, MessageCode, MessageEvent, PersonName, ReceiptNotification, RevocationRequest,
    SentBy, ServiceSigner, UniversalMessage,
};
use formats::utd::{Acceptance, BuyerTitle, BuyerTitleFields, SellerFile, SellerTitle, TitleSigner};
use kernel::{BoxId, Cx, Moment, RequestId, TypedId as _};
use store::No;

use super::authorise::{find_party, own_box};
use super::confirm::PROGRAM;
use super::read::{content_of, signature_of};
use super::title;
use crate::model::delivery::delivered_at;
use crate::model::entity::{Entity, EntityKind};
use crate::model::ids::EntityId;
use crate::model::limits::COMMENT_CHARS_MAX;
use crate::model::party::Party;
use crate::model::refusal::Refusal;
use crate::room::{Room, participant};
use crate::store::entity::CopyKey;
use crate::store::{docflow, entity};

/// Which document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftKind {
    /// Receipt notification, signed generation.
    Receipt,
    /// The buyer's title of a УПД.
    AnswerTitle,
    /// Refusal to sign, signed generation; also of a proposal to revoke.
    Rejection,
    /// Request to correct, signed generation.
    AmendmentRequest,
    /// Proposal to revoke.
    RevocationRequest,
    /// Universal message with this code.
    UniversalMessage(u16),
}

/// Who will sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftSigner {
    /// Surname.
    pub surname: String,
    /// Given name.
    pub given_name: String,
    /// Patronymic.
    pub patronymic: Option<String>,
    /// Position.
    pub position: Option<String>,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftAsk {
    /// The caller's box.
    pub box_id: BoxId,
    /// The document.
    pub document_id: EntityId,
    /// What the draft is attached to, when not the document itself: its answering title, a proposal to revoke.
    pub parent_id: Option<EntityId>,
    /// Which.
    pub kind: DraftKind,
    /// Who will sign; a universal message needs nobody.
    pub signer: Option<DraftSigner>,
    /// Words: why, what to correct; for the answering title what was accepted.
    pub text: Option<String>,
}

/// Bytes to sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Name of the file.
    pub file_name: String,
    /// What the draft is attached to.
    pub parent_id: EntityId,
    /// The exact bytes.
    pub content: Bytes,
}

/// What a draft is made from.
struct Ground {
    own: Party,
    other: Party,
    parent: Entity,
    answered: AnsweredFile,
    received_at: Moment,
    document: Bytes,
}

/// Makes the draft. Refuses what the format refuses; whether the act is admitted now is decided when it is posted.
pub async fn make(room: &Room, cx: &Cx, ask: DraftAsk) -> Result<Draft, No<Refusal>> {
    if ask.text.as_deref().is_some_and(|text| text.chars().count() > COMMENT_CHARS_MAX) {
        return Err(Refusal::CommentTooLong.into());
    }
    let ground = ground(room, cx, &ask).await?;
    let (file_id, content) = compose(cx, &ask, &ground)?;
    Ok(Draft { file_name: format!("{file_id}.xml"), parent_id: ground.parent.id, content: Bytes::from(content) })
}

async fn ground(room: &Room, cx: &Cx, ask: &DraftAsk) -> Result<Ground, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, own) = own_box(&mut reader, cx, ask.box_id, Permission::Read).await?;
    let row = docflow::find(&mut reader, &scope, ask.box_id, ask.document_id).await?;
    let row = row.ok_or(No::Refused(Refusal::DocumentNotFound))?;
    let key = CopyKey { box_id: ask.box_id, message_id: row.message_id };
    let entities = entity::list(&mut reader, &scope, key).await?;
    let other = find_party(&mut reader, row.counteragent_box_id).await?;
    let other = other.ok_or(No::Refused(Refusal::RecipientNotFound))?;
    drop(reader);
    let find = |id: EntityId| entities.iter().find(|entity| entity.id == id).cloned();
    let parent = find(ask.parent_id.unwrap_or(ask.document_id)).filter(|e| e.document_id == ask.document_id);
    let parent = parent.ok_or(No::Refused(Refusal::EntityNotFound))?;
    let document = find(ask.document_id).ok_or(No::Refused(Refusal::DocumentNotFound))?;
    let mut signatures = Vec::new();
    if let Some(signature) = signature_of(&entities, &parent) {
        signatures.push(STANDARD.encode(content_of(room, &scope, signature).await?));
    }
    let name = parent.file_name.clone().unwrap_or_default();
    let file_id = name.strip_suffix(".xml").unwrap_or(&name).to_owned();
    Ok(Ground {
        own,
        other,
        received_at: delivered_at(&entities, parent.patch_id).ok_or(No::Refused(Refusal::NotDelivered))?,
        answered: AnsweredFile { file_id, signatures },
        document: content_of(room, &scope, &document).await?,
        parent,
    })
}

fn compose(cx: &Cx, ask: &DraftAsk, ground: &Ground) -> Result<(String, Vec<u8>), Refusal> {
    let file_id = file_id(cx, ask.kind, ground);
    let document = match ask.kind {
        DraftKind::Receipt => receipt(ask, ground, &file_id)?.compose(),
        DraftKind::Rejection | DraftKind::AmendmentRequest => words(ask, ground, &file_id)?.compose(),
        DraftKind::RevocationRequest => revocation_request(ask, ground, &file_id)?.compose(),
        DraftKind::UniversalMessage(code) => universal_message(ask, ground, &file_id, code)?.compose(),
        DraftKind::AnswerTitle => return Ok((file_id.clone(), answer_title(cx, ask, ground, file_id)?)),
    };
    let bytes = document.and_then(|document| formats::write(&document)).map_err(title::format)?;
    Ok((file_id, bytes))
}

fn receipt(ask: &DraftAsk, ground: &Ground, file_id: &str) -> Result<ReceiptNotification, Refusal> {
    Ok(ReceiptNotification {
        file_id: file_id.to_owned(),
        program: PROGRAM.to_owned(),
        participant: participant(&ground.own),
        received_at: ground.received_at.civil_datetime_msk(),
        answered: ground.answered.clone(),
        sent_by: SentBy::Participant(participant(&ground.other)),
        signer: signer(ask)?,
    })
}

fn words(ask: &DraftAsk, ground: &Ground, file_id: &str) -> Result<AmendmentRequest, Refusal> {
    Ok(AmendmentRequest {
        file_id: file_id.to_owned(),
        program: PROGRAM.to_owned(),
        participant: participant(&ground.own),
        received_at: ground.received_at.civil_datetime_msk(),
        answered: ground.answered.clone(),
        text: ask.text.clone().unwrap_or_default(),
        sent_by: participant(&ground.other),
        signer: signer(ask)?,
    })
}

fn revocation_request(ask: &DraftAsk, ground: &Ground, file_id: &str) -> Result<RevocationRequest, Refusal> {
    Ok(RevocationRequest {
        file_id: file_id.to_owned(),
        program: PROGRAM.to_owned(),
        participant: participant(&ground.own),
        answered: ground.answered.clone(),
        text: ask.text.clone().unwrap_or_default(),
        directed_to: participant(&ground.other),
        signer: Some(signer(ask)?),
    })
}

fn universal_message(ask: &DraftAsk, ground: &Ground, file_id: &str, code: u16) -> Result<UniversalMessage, Refusal> {
    let code = MessageCode::from_number(code).ok_or(Refusal::UniversalMessageCode)?;
    let text = ask.text.clone().filter(|text| !text.is_empty());
    Ok(UniversalMessage {
        file_id: file_id.to_owned(),
        program: PROGRAM.to_owned(),
        sender_id: ground.own.participant_id.clone(),
        recipient_id: ground.other.participant_id.clone(),
        answered_file_id: ground.answered.file_id.clone(),
        events: vec![MessageEvent { code, text }],
        sender: None,
        recipient: None,
    })
}

fn file_id(cx: &Cx, kind: DraftKind, ground: &Ground) -> String {
    let prefix = match kind {
        DraftKind::Receipt => "DP_IZVPOL",
        DraftKind::AnswerTitle => "ON_NSCHFDOPPOK",
        DraftKind::Rejection | DraftKind::AmendmentRequest => "DP_UVUTOCH",
        DraftKind::RevocationRequest => "DP_PRANNUL",
        DraftKind::UniversalMessage(_) => "DP_UNISOOBSCH",
    };
    let name = FileName {
        prefix: prefix.to_owned(),
        recipient: ground.other.participant_id.clone(),
        sender: ground.own.participant_id.clone(),
        formed_on: cx.now.civil_date_msk(),
        unique: cx.new_id::<RequestId>().uuid().to_string(),
        flags: None,
    };
    name.to_string()
}

fn named(ask: &DraftAsk) -> Result<(PersonName, Option<String>), Refusal> {
    let signer = ask.signer.as_ref().ok_or(Refusal::Unreadable { field: "signer" })?;
    let name = PersonName {
        surname: signer.surname.clone(),
        given_name: signer.given_name.clone(),
        patronymic: signer.patronymic.clone(),
    };
    Ok((name, signer.position.clone()))
}

fn signer(ask: &DraftAsk) -> Result<ServiceSigner, Refusal> {
    let (name, position) = named(ask)?;
    Ok(ServiceSigner { name, position, power: None })
}

/// The buyer's title in the newest version: accepted without discrepancies. Other outcomes are composed by the client.
fn answer_title(cx: &Cx, ask: &DraftAsk, ground: &Ground, file_id: String) -> Result<Vec<u8>, Refusal> {
    if ground.parent.kind != EntityKind::Title {
        return Err(Refusal::AnswerNotAsked);
    }
    let seller = SellerTitle::read(&ground.document).map_err(title::format)?;
    let fields = seller.fields();
    let (name, position) = named(ask)?;
    let today = cx.now.civil_date_msk();
    let content = ask.text.as_deref().filter(|text| !text.is_empty()).unwrap_or("Товары (работы, услуги) приняты");
    let fields = BuyerTitleFields {
        file_id,
        program: PROGRAM.to_owned(),
        formed_at: cx.now.civil_datetime_msk(),
        composed_by: Some(ground.own.name.clone()),
        uid: None,
        seller_file: SellerFile {
            file_id: fields.file_id.clone(),
            formed_at: fields.formed_at,
            signatures: ground.answered.signatures.clone(),
        },
        document_name: fields.document_name.clone().unwrap_or_else(|| "Универсальный передаточный документ".to_owned()),
        function: fields.function,
        number: Some(fields.number.clone()),
        date: fields.date,
        operation_kind: None,
        acceptance: Acceptance::accepted(content, today),
        signers: vec![TitleSigner::new(name, position.as_deref().unwrap_or("Руководитель"))],
    };
    BuyerTitle::compose(fields).and_then(|title| title.to_bytes()).map_err(title::format)
}
