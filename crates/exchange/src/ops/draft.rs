//! Service documents and answering titles made ready for the party to sign: it signs exactly these bytes and posts them.

use account::{OrgScope, Permission};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use formats::service::{
    AmendmentRequest, AnsweredFile, MessageCode, MessageEvent, PersonName, ReceiptNotification, RevocationRequest,
    SentBy, ServiceSigner, UniversalMessage,
};
use formats::utd::{Acceptance, BuyerTitle, BuyerTitleFields, SellerFile, SellerTitle, TitleSigner};
use formats::{Document, FileName, FormatRefusal, Registry};
use kernel::{BoxId, Cx, Moment, RequestId, TypedId as _};
use store::{Fetch, No};

use super::authorise::{find_party, own_box};
use super::confirm::PROGRAM;
use super::read::{content_of, signature_of};
use super::title;
use crate::model::delivery::delivered_at;
use crate::model::entity::{Entity, EntityKind};
use crate::model::ids::{EntityId, MessageId};
use crate::model::limits::COMMENT_CHARS_MAX;
use crate::model::message::MessageCopy;
use crate::model::party::Party;
use crate::model::refusal::Refusal;
use crate::room::{Room, participant};
use crate::store::entity::CopyKey;
use crate::store::{docflow, entity, message};

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
#[derive(Debug)]
pub(super) struct Ground {
    pub own: Party,
    pub other: Party,
    pub copy: MessageCopy,
    pub entities: Vec<Entity>,
    pub parent: Entity,
    answered: AnsweredFile,
    received_at: Moment,
}

/// A message of the caller's box, from which drafts are made.
pub(super) struct Held {
    pub scope: OrgScope,
    pub own: Party,
    pub copy: MessageCopy,
    pub entities: Vec<Entity>,
}

/// Makes the draft. Refuses what the format refuses; whether the act is admitted now is decided when it is posted.
pub async fn make(room: &Room, cx: &Cx, ask: DraftAsk) -> Result<Draft, No<Refusal>> {
    if ask.text.as_deref().is_some_and(|text| text.chars().count() > COMMENT_CHARS_MAX) {
        return Err(Refusal::CommentTooLong.into());
    }
    let held = of_document(room, cx, &ask).await?;
    let document = held.entities.iter().find(|entity| entity.id == ask.document_id);
    let document = document.ok_or(No::Refused(Refusal::DocumentNotFound))?.clone();
    let content = content_of(room, &held.scope, &document).await?;
    let parent_id = ask.parent_id.unwrap_or(ask.document_id);
    let of_document = |entity: &Entity| entity.document_id == ask.document_id;
    if !held.entities.iter().any(|entity| entity.id == parent_id && of_document(entity)) {
        return Err(Refusal::EntityNotFound.into());
    }
    let ground = ground(room, held, parent_id).await?;
    let (file_id, content) = compose((&room.forms.current(), cx), &ask, &ground, &content)?;
    Ok(ground.draft(&file_id, content))
}

/// The message of a document of the caller's box.
async fn of_document(room: &Room, cx: &Cx, ask: &DraftAsk) -> Result<Held, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, own) = own_box(&mut reader, cx, ask.box_id, Permission::Read).await?;
    let row = docflow::find(&mut reader, &scope, ask.box_id, ask.document_id).await?;
    let message_id = row.ok_or(No::Refused(Refusal::DocumentNotFound))?.message_id;
    held(&mut reader, (scope, own), message_id).await
}

/// A message with its entities.
pub(super) async fn held(
    reader: &mut impl Fetch,
    (scope, own): (OrgScope, Party),
    message_id: MessageId,
) -> Result<Held, No<Refusal>> {
    let copy = message::find(reader, &scope, own.box_id, message_id).await?;
    let copy = copy.ok_or(No::Refused(Refusal::MessageNotFound))?;
    let entities = entity::list(reader, &scope, CopyKey { box_id: own.box_id, message_id }).await?;
    Ok(Held { scope, own, copy, entities })
}

/// What a draft about the entity is made from. Refuses an entity that has not come to the other box.
pub(super) async fn ground(room: &Room, held: Held, parent_id: EntityId) -> Result<Ground, No<Refusal>> {
    let Held { scope, own, copy, entities } = held;
    let mut reader = room.app.store.reader().await?;
    let other = find_party(&mut reader, copy.counteragent_box_id).await?;
    let other = other.ok_or(No::Refused(Refusal::RecipientNotFound))?;
    drop(reader);
    let parent = entities.iter().find(|entity| entity.id == parent_id).cloned();
    let parent = parent.ok_or(No::Refused(Refusal::EntityNotFound))?;
    let mut signatures = Vec::new();
    if let Some(signature) = signature_of(&entities, &parent) {
        signatures.push(STANDARD.encode(content_of(room, &scope, signature).await?));
    }
    let name = parent.file_name.clone().unwrap_or_default();
    let file_id = name.strip_suffix(".xml").unwrap_or(&name).to_owned();
    let received_at = delivered_at(&entities, parent.patch_id).ok_or(No::Refused(Refusal::NotDelivered))?;
    let answered = AnsweredFile { file_id, signatures };
    Ok(Ground { own, other, copy, entities, parent, answered, received_at })
}

fn compose(
    (forms, cx): (&Registry, &Cx),
    ask: &DraftAsk,
    ground: &Ground,
    document: &[u8],
) -> Result<(String, Vec<u8>), Refusal> {
    let text = ask.text.clone().unwrap_or_default();
    let composed = match ask.kind {
        DraftKind::Receipt => ground.receipt(cx, signer(ask)?),
        DraftKind::Rejection | DraftKind::AmendmentRequest => ground.words(cx, signer(ask)?, text),
        DraftKind::RevocationRequest => ground.revocation_request(cx, Some(signer(ask)?), text),
        DraftKind::UniversalMessage(code) => {
            let code = MessageCode::from_number(code).ok_or(Refusal::UniversalMessageCode)?;
            let event = MessageEvent { code, text: Some(text).filter(|text| !text.is_empty()) };
            ground.universal_message(cx, event)
        }
        DraftKind::AnswerTitle => {
            let file_id = ground.file_id(cx, "ON_NSCHFDOPPOK");
            let seller = forms.read(document).and_then(SellerTitle::from_document).map_err(title::format)?;
            Ok((file_id.clone(), answer_title(cx, ask, ground, (&seller, file_id))?))
        }
    };
    let (file_id, document) = composed.map_err(title::format)?;
    Ok((file_id, forms.write_in_force(&document).map_err(title::format)?))
}

/// The name of a file and the document in it.
pub(super) type Composed = Result<(String, Document), FormatRefusal>;

impl Ground {
    /// Bytes about the parent.
    pub fn draft(&self, file_id: &str, content: Vec<u8>) -> Draft {
        Draft { file_name: format!("{file_id}.xml"), parent_id: self.parent.id, content: Bytes::from(content) }
    }

    pub fn answered_file_id(&self) -> &str {
        &self.answered.file_id
    }

    pub fn receipt(&self, cx: &Cx, signer: ServiceSigner) -> Composed {
        let receipt = ReceiptNotification {
            file_id: self.file_id(cx, "DP_IZVPOL"),
            program: PROGRAM.to_owned(),
            participant: participant(&self.own),
            received_at: self.received_at.civil_datetime_msk(),
            answered: self.answered.clone(),
            sent_by: SentBy::Participant(participant(&self.other)),
            signer,
        };
        Ok((receipt.file_id.clone(), receipt.compose()?))
    }

    /// A request to correct, a refusal to sign, a refusal to revoke: one format.
    pub fn words(&self, cx: &Cx, signer: ServiceSigner, text: String) -> Composed {
        let words = AmendmentRequest {
            file_id: self.file_id(cx, "DP_UVUTOCH"),
            program: PROGRAM.to_owned(),
            participant: participant(&self.own),
            received_at: self.received_at.civil_datetime_msk(),
            answered: self.answered.clone(),
            text,
            sent_by: participant(&self.other),
            signer,
        };
        Ok((words.file_id.clone(), words.compose()?))
    }

    pub fn revocation_request(&self, cx: &Cx, signer: Option<ServiceSigner>, text: String) -> Composed {
        let request = RevocationRequest {
            file_id: self.file_id(cx, "DP_PRANNUL"),
            program: PROGRAM.to_owned(),
            participant: participant(&self.own),
            answered: self.answered.clone(),
            text,
            directed_to: participant(&self.other),
            signer,
        };
        Ok((request.file_id.clone(), request.compose()?))
    }

    fn universal_message(&self, cx: &Cx, event: MessageEvent) -> Composed {
        let message = UniversalMessage {
            file_id: self.file_id(cx, "DP_UNISOOBSCH"),
            program: PROGRAM.to_owned(),
            sender_id: self.own.participant_id.clone(),
            recipient_id: self.other.participant_id.clone(),
            answered_file_id: self.answered.file_id.clone(),
            events: vec![event],
            sender: None,
            recipient: None,
        };
        Ok((message.file_id.clone(), message.compose()?))
    }

    fn file_id(&self, cx: &Cx, prefix: &str) -> String {
        let name = FileName {
            prefix: prefix.to_owned(),
            recipient: self.other.participant_id.clone(),
            sender: self.own.participant_id.clone(),
            formed_on: cx.now.civil_date_msk(),
            unique: cx.new_id::<RequestId>().uuid().to_string(),
            flags: None,
        };
        name.to_string()
    }
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
    Ok(ServiceSigner::new(name, position))
}

/// The buyer's title in the newest version: accepted without discrepancies. Other outcomes are composed by the client.
fn answer_title(
    cx: &Cx,
    ask: &DraftAsk,
    ground: &Ground,
    (seller, file_id): (&SellerTitle, String),
) -> Result<Document, Refusal> {
    if ground.parent.kind != EntityKind::Title {
        return Err(Refusal::AnswerNotAsked);
    }
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
    BuyerTitle::compose(fields).map(|title| title.document().clone()).map_err(title::format)
}
