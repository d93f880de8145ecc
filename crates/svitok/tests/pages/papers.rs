//! A document between two of the town's people, and the ways on.

use crate::town::{Citizen, Town};
use formats::utd::UtdFunction;
use kernel::{Caller, Clock, RequestId};
use serde_json::json;
use svitok::story::cast::Role;
use svitok::story::title::{Sides, numbered_title};
use svitok::story::{Posted, outcome_is};

/// A seller, a buyer and a document between them.
pub struct Deal {
    pub seller: Citizen,
    pub buyer: Citizen,
    pub posted: Posted,
}

impl Deal {
    /// A УПД № 17, delivered; the buyer has not answered.
    pub async fn begun(town: &Town, seller: Role, buyer: Role) -> Self {
        let (seller, buyer) = (town.settle(&seller).await, town.settle(&buyer).await);
        seller.person.befriend(&buyer.person).await.unwrap();
        let (from, to) = (&seller.person, &buyer.person);
        let sides = Sides { seller: (&from.role, &from.participant_id), buyer: (&to.role, &to.participant_id) };
        let now = town.clock.now();
        let unique: RequestId = town.app.cx(Caller::System).new_id();
        let title = numbered_title(sides, UtdFunction::SchfDop, (&unique.to_string(), "17"), now).unwrap();
        let posted = from.send_title(to, &title, &from.sign(&title, now).unwrap(), "deal").await.unwrap();
        to.wait(&posted, "delivery", |_| true).await.unwrap();
        Self { seller, buyer, posted }
    }

    /// The buyer's receipt and title, and the end on both sides.
    pub async fn finish(&self, town: &Town) {
        let (seller, buyer, now) = (&self.seller.person, &self.buyer.person, town.clock.now());
        let signer = buyer.as_signer();
        buyer.answer(&self.posted, json!({ "kind": "receipt", "signer": signer }), now).await.unwrap();
        let title = json!({ "kind": "answer_title", "signer": signer, "text": "Приняты" });
        buyer.answer(&self.posted, title, now).await.unwrap();
        for person in [seller, buyer] {
            person.wait(&self.posted, "the end", |document| outcome_is(document, "finished")).await.unwrap();
        }
    }

    /// Where a side sees the document.
    pub fn place(&self, side: &Citizen) -> String {
        format!("/documents/{}/{}", side.person.box_id, self.posted.document_id)
    }
}
