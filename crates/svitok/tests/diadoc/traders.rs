//! A seller and a buyer who talk to the program as the vendor's clients do.

use crate::shapes::{self, Doc, PatchAct, Seen};
use crate::town::{Citizen, NOW, Town};
use crate::world::{Form, Program, Reply};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use formats::utd::UtdFunction;
use kernel::Clock as _;
use serde_json::{Value, json};
use svitok::config::Place;
use svitok::story::cast::Role;
use svitok::story::title::{Sides, seller_title};
use wire_diadoc::proto::api::proto::documents::Document;
use wire_diadoc::proto::api::proto::events;

/// Looks at the other side's copy at most: each is a request.
const LOOKS_MAX: usize = 6_000;

/// One of the two, with a program signed in.
pub struct Trader {
    pub citizen: Citizen,
    pub program: Program,
}

/// The town with both in it, who agreed to exchange documents.
pub struct Trade {
    pub town: Town,
    pub seller: Trader,
    pub buyer: Trader,
}

impl Trade {
    pub async fn open() -> Self {
        Self::open_as(|_| {}).await
    }

    /// In a town as its host set it up.
    pub async fn open_as(set_up: impl FnOnce(&mut Place)) -> Self {
        let town = Town::open_as(NOW, set_up).await;
        let (seller, buyer) = (town.settle(&Role::romashka()).await, town.settle(&Role::vasilek()).await);
        seller.person.befriend(&buyer.person).await.unwrap();
        let [seller_program, buyer_program] =
            [Program::signed_in(&town, &seller).await, Program::signed_in(&town, &buyer).await];
        Self {
            seller: Trader { citizen: seller, program: seller_program },
            buyer: Trader { citizen: buyer, program: buyer_program },
            town,
        }
    }

    pub async fn close(self) {
        self.town.close().await;
    }

    /// A title of the seller for the buyer, signed.
    pub fn title(&self, function: UtdFunction, unique: &str) -> Doc {
        let (seller, buyer) = (&self.seller.citizen.person, &self.buyer.citizen.person);
        let sides = Sides {
            seller: (&seller.role, seller.participant_id.as_str()),
            buyer: (&buyer.role, buyer.participant_id.as_str()),
        };
        let content = seller_title(sides, function, unique, self.town.clock.now()).unwrap();
        let function = match function {
            UtdFunction::Schf => "СЧФ",
            UtdFunction::Dop => "ДОП",
            _ => "СЧФДОП",
        };
        Doc {
            kind: "UniversalTransferDocument",
            function: Some(function),
            version: Some("utd970_05_03_01"),
            signature: self.sign(&self.seller, &content),
            content,
            ..Doc::default()
        }
    }

    /// A file of the seller, signed.
    pub fn paper(&self, name: &str, content: &[u8]) -> Doc {
        Doc {
            kind: "Nonformalized",
            metadata: vec![("FileName", name.to_owned())],
            content: content.to_vec(),
            signature: self.sign(&self.seller, content),
            ..Doc::default()
        }
    }

    pub fn sign(&self, who: &Trader, content: &[u8]) -> Vec<u8> {
        who.citizen.person.sign(content, self.town.clock.now()).unwrap()
    }

    /// The seller posts documents to the buyer, in whose box they are when this ends. The message as the answer shows it.
    pub async fn post(&self, form: Form, operation: &str, documents: &[Doc]) -> Value {
        let reply = self.try_post(form, operation, documents).await;
        let message = events::Message::of(&reply, form);
        self.town.rest().await;
        message
    }

    pub async fn try_post(&self, form: Form, operation: &str, documents: &[Doc]) -> Reply {
        let body = shapes::message(form, self.seller.box_id(), self.buyer.box_id(), documents);
        self.seller.program.post(&format!("/V3/PostMessage?operationId={operation}"), form, body).await
    }

    /// A service document or second title made by the room for a trader, with his signature.
    pub async fn draft(&self, who: &Trader, document_id: &str, ask: Value) -> (Vec<u8>, Vec<u8>) {
        let mut ask = ask;
        if let Some(ask) = ask.as_object_mut()
            && ask["kind"] != "universal_message"
        {
            ask.insert("signer".to_owned(), who.citizen.person.as_signer());
        }
        let path = format!("/api/v1/exchange/boxes/{}/documents/{document_id}/drafts", who.box_id());
        let drafted = who.citizen.person.client.post(&path, "", &ask).await.unwrap();
        let content = STANDARD.decode(drafted["content"].as_str().unwrap()).unwrap();
        let signature = self.sign(who, &content);
        (content, signature)
    }

    /// An act with a file made by the room.
    pub async fn act(
        &self,
        who: &Trader,
        list: &'static str,
        (document, parent): (&str, &str),
        kind: &str,
    ) -> PatchAct {
        self.town.rest().await;
        let mut ask = json!({ "kind": kind, "text": "Почему: история теста" });
        if document != parent {
            ask["parent_id"] = json!(parent);
        }
        let (content, signature) = self.draft(who, document, ask).await;
        let (content, signature) = (Some(content), Some(signature));
        PatchAct { list, parent: parent.to_owned(), content, signature, need_receipt: false }
    }
}

impl Trader {
    pub fn box_id(&self) -> &str {
        &self.citizen.person.box_id
    }

    pub async fn message(&self, form: Form, message_id: &str) -> Reply {
        let box_id = self.box_id();
        self.program.get(&format!("/V6/GetMessage?boxId={box_id}&messageId={message_id}"), form).await
    }

    pub async fn card(&self, form: Form, message_id: &str, document_id: &str) -> Value {
        let box_id = self.box_id();
        let path = format!(
            "/V3/GetDocument?boxId={box_id}&messageId={message_id}&entityId={document_id}&injectEntityContent=False"
        );
        Document::of(&self.program.get(&path, form).await, form)
    }

    /// Adds to a message by the newer method. The patch as the answer shows it.
    pub async fn patch(&self, form: Form, message_id: &str, acts: &[PatchAct]) -> Value {
        let reply = self.try_patch(form, message_id, acts).await;
        events::MessagePatch::of(&reply, form)
    }

    pub async fn try_patch(&self, form: Form, message_id: &str, acts: &[PatchAct]) -> Reply {
        let body = shapes::patch(form, self.box_id(), message_id, acts);
        self.program.post("/V4/PostMessagePatch", form, body).await
    }

    /// Waits until the document's card fits.
    pub async fn wait(
        &self,
        form: Form,
        (message, document): (&str, &str),
        what: &str,
        fits: impl Fn(&Value) -> bool,
    ) -> Value {
        until(what, async || {
            let card = self.card(form, message, document).await;
            fits(&card).then_some(card)
        })
        .await
    }

    /// Waits until the primary status says this.
    pub async fn wait_status(&self, form: Form, of: (&str, &str), status: &str) -> Value {
        self.wait(form, of, status, |card| card["DocflowStatus"]["PrimaryStatus"]["StatusText"] == status).await
    }
}

/// Looks until it is there.
pub async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    for _ in 0..LOOKS_MAX {
        if let Some(found) = look().await {
            return found;
        }
        // Each look is a request, so this does not spin.
        tokio::task::yield_now().await;
    }
    panic!("{what} did not come");
}

/// The id of the first entity of a kind.
pub fn entity_of<'a>(message: &'a Value, attachment: &str) -> &'a str {
    let entities = message["Entities"].as_array().unwrap();
    let found = entities.iter().find(|entity| entity["AttachmentType"] == attachment);
    found.unwrap_or_else(|| panic!("no {attachment} among {entities:#?}"))["EntityId"].as_str().unwrap()
}

/// The kinds of the entities, sorted.
pub fn kinds(message: &Value) -> Vec<String> {
    let entities = message["Entities"].as_array().unwrap().iter();
    let mut kinds: Vec<String> = entities
        .map(|entity| match entity["EntityType"].as_str().unwrap() {
            "Signature" => "Signature".to_owned(),
            _ => entity["AttachmentType"].as_str().unwrap().to_owned(),
        })
        .collect();
    kinds.sort();
    kinds
}
