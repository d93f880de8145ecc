//! What another organization has: existing things that the caller may not know of.

use super::kinds::Kind;
use crate::scene::Scene;
use crate::town::Citizen;
use crate::world::{Form, Program};
use serde_json::json;
use std::collections::BTreeMap;
use svitok::story::cast::Role;

/// An identifier nobody has.
pub const NOWHERE: &str = "0192d3c4-0000-7000-8000-00000000002a";
/// A name on the shelf nobody has.
const NO_NAME: &str = "0192d3c4-0000-7000-8000-00000000002a.pdf";

/// Things of a kind: (another's, nobody's).
pub struct Things(BTreeMap<Kind, String>);

impl Things {
    /// ООО «Теплица» and a neighbour exchange a paper, upload a file, invite each other.
    pub async fn made(scene: &Scene) -> Self {
        let neighbour = scene.town.settle(&Role::teplica()).await;
        let other = &scene.stranger;
        neighbour.person.befriend(&other.person).await.unwrap();
        let now = kernel::Clock::now(&scene.town.clock);
        let paper = "Чужое письмо".as_bytes();
        let signature = neighbour.person.sign(paper, now).unwrap();
        let posted = neighbour.person.send_file(&other.person, ("Письмо.txt", paper), &signature, "foreign").await;
        let posted = posted.unwrap();
        scene.town.rest().await;
        let mut found = BTreeMap::from([
            (Kind::OwnBox, neighbour.person.box_id.clone()),
            (Kind::Box, neighbour.person.box_id.clone()),
            (Kind::Organization, neighbour.person.organization_id.clone()),
            (Kind::Message, posted.message_id),
            (Kind::Entity, posted.document_id),
        ]);
        let program = Program::signed_in(&scene.town, &neighbour).await;
        let built = wire_diadoc::built();
        if built.contains(&"/V2/ShelfUpload") {
            let name = program.post("/V2/ShelfUpload?fileExtension=pdf", Form::Protobuf, paper.to_vec()).await;
            assert_eq!(name.status, 200, "{}", name.text());
            found.insert(Kind::ShelfName, name.text());
        }
        if built.contains(&"/V3/AcquireCounteragent") {
            found.insert(Kind::Task, task(&program, &neighbour, &scene.buyer).await);
        }
        scene.town.rest().await;
        Self(found)
    }

    /// Another's thing of the kind, where there is one, and nobody's.
    pub fn pair(&self, kind: Kind) -> Option<(&str, &str)> {
        let nobodys = if kind == Kind::ShelfName { NO_NAME } else { NOWHERE };
        self.0.get(&kind).map(|foreign| (foreign.as_str(), nobodys))
    }
}

async fn task(program: &Program, by: &Citizen, to: &Citizen) -> String {
    let path = format!("/V3/AcquireCounteragent?myBoxId={}", by.person.box_id);
    let body = json!({ "BoxId": to.person.box_id }).to_string().into_bytes();
    let reply = program.post(&path, Form::Json, body).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    reply.json().pointer("/TaskId").and_then(|id| id.as_str()).unwrap().to_owned()
}
