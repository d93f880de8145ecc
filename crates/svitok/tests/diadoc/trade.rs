//! A seller and a buyer who exchange documents, each with a program of the vendor's kind beside the own API.

use crate::town::{Citizen, NOW, Town};
use crate::world::{Form, Program, Reply};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use formats::utd::UtdFunction;
use kernel::{Clock as _, Moment};
use serde_json::{Value, json};
use svitok::story::Posted;
use svitok::story::cast::Role;
use svitok::story::title::{Sides, seller_title};

/// «ООО Ромашка» sells, «ООО Василёк» buys.
pub struct Trade {
    pub town: Town,
    pub seller: Citizen,
    pub buyer: Citizen,
    pub sells: Program,
    pub buys: Program,
}

impl Trade {
    pub async fn open() -> Self {
        let town = Town::open(NOW).await;
        let (seller, buyer) = (town.settle(&Role::romashka()).await, town.settle(&Role::vasilek()).await);
        seller.person.befriend(&buyer.person).await.unwrap();
        let (sells, buys) = (Program::signed_in(&town, &seller).await, Program::signed_in(&town, &buyer).await);
        Self { town, seller, buyer, sells, buys }
    }

    pub async fn close(self) {
        self.town.close().await;
    }

    pub fn now(&self) -> Moment {
        self.town.clock.now()
    }

    /// Sends a УПД of the function; it is in the buyer's box when this ends.
    pub async fn send(&self, function: UtdFunction, unique: &str) -> Posted {
        let (seller, buyer) = (&self.seller.person, &self.buyer.person);
        let sides =
            Sides { seller: (&seller.role, &seller.participant_id), buyer: (&buyer.role, &buyer.participant_id) };
        let title = seller_title(sides, function, unique, self.now()).unwrap();
        let signature = seller.sign(&title, self.now()).unwrap();
        let posted = seller.send_title(buyer, &title, &signature, unique).await.unwrap();
        self.town.rest().await;
        seller
            .wait(&posted, "the mark of delivery", |document| {
                document.pointer("/state/delivered_at").is_some_and(|at| !at.is_null())
            })
            .await
            .unwrap();
        posted
    }

    /// Signs a generated file as this citizen and posts it by the own API; gives the entity.
    pub async fn post(&self, who: &Citizen, posted: &Posted, (kind, parent): (&str, &str), xml: &[u8]) -> String {
        let signature = who.person.sign(xml, self.now()).unwrap();
        let act = json!({
            "kind": kind, "parent_id": parent,
            "content": STANDARD.encode(xml), "signature": STANDARD.encode(signature),
        });
        who.person.act(posted, act, &format!("{kind}-{parent}")).await.unwrap()
    }
}

/// `outcome` of a document as the own API shows it.
pub fn outcome(document: &Value) -> &str {
    document.pointer("/state/outcome").and_then(Value::as_str).unwrap_or_default()
}

/// A message in both forms: as the SDKs send it, and its JSON.
pub fn both(message: &impl prost::Message, json: &Value) -> [(Form, Vec<u8>); 2] {
    [(Form::Protobuf, message.encode_to_vec()), (Form::Json, json.to_string().into_bytes())]
}

/// A generated file: 200, bytes of the official encoding, a name in ASCII that is the file's own.
pub fn file(reply: &Reply) -> Vec<u8> {
    assert_eq!(reply.status, 200, "{}", reply.text());
    let name = reply.header("content-disposition").strip_prefix("attachment; filename=\"");
    let name = name.and_then(|rest| rest.strip_suffix("\"")).unwrap();
    assert!(name.is_ascii() && name.ends_with(".xml"), "{name}");
    assert_eq!(reply.header("x-diadoc-filename"), name);
    let document = formats::read(&reply.octets).unwrap();
    assert_eq!(document.file_id(), name.strip_suffix(".xml"));
    assert!(reply.octets.starts_with(b"<?xml version=\"1.0\" encoding=\"windows-1251\"?>"), "{}", reply.text());
    reply.octets.clone()
}
