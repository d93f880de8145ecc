//! What people of the town do with documents, by the own API.

use super::{Person, StoryFault};
use crate::client::{ClientFault, list, text};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kernel::Moment;
use serde_json::{Value, json};
use std::time::Duration;

/// How often the other side's copy is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(2);
/// How long something is waited for: a loaded machine, and a claim of a killed process that must end first.
const WAIT_MAX: Duration = Duration::from_secs(90);

/// A posted document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// Its message, the same in both boxes.
    pub message_id: String,
    /// The document, the same in both boxes.
    pub document_id: String,
}

/// A file of the message with its detached signature, as a box holds them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Name of the file.
    pub name: String,
    /// What it is: `title`, `answer_title`, `receipt_notification` …
    pub kind: String,
    /// `sender`, `recipient`, `operator`.
    pub author: String,
    /// The bytes.
    pub content: Vec<u8>,
    /// The signature, DER; an entity may lawfully carry none.
    pub signature: Option<Vec<u8>>,
}

impl Person {
    fn at(&self, rest: &str) -> String {
        format!("/api/v1/exchange/boxes/{}/{rest}", self.box_id)
    }

    /// Invites the other's box.
    pub async fn invite(&self, other: &Self) -> Result<(), StoryFault> {
        let path = self.at(&format!("counteragents/{}/acts", other.box_id));
        let key = format!("invite-{}", other.box_id);
        self.client.post(&path, &key, &json!({ "act": "invite" })).await?;
        Ok(())
    }

    /// Invites the other's box, which accepts; both see each other as counteragents when this ends.
    pub async fn befriend(&self, other: &Self) -> Result<(), StoryFault> {
        self.invite(other).await?;
        other.wait_for_link(self, "invites").await?;
        let path = other.at(&format!("counteragents/{}/acts", self.box_id));
        other.client.post(&path, &format!("accept-{}", self.box_id), &json!({ "act": "accept" })).await?;
        self.wait_for_link(other, "linked").await
    }

    async fn wait_for_link(&self, other: &Self, status: &str) -> Result<(), StoryFault> {
        let path = self.at(&format!("counteragents?status={status}"));
        until("the word of the counteragent", async || {
            let page = self.client.get(&path).await?;
            let is_there =
                list(&page, "/items")?.iter().any(|item| text(item, "/box_id").is_ok_and(|id| id == other.box_id));
            Ok(is_there.then_some(()))
        })
        .await
    }

    /// Sends a ready seller's title with a signature over it.
    pub async fn send_title(
        &self,
        to: &Self,
        content: &[u8],
        signature: &[u8],
        key: &str,
    ) -> Result<Posted, StoryFault> {
        let document = json!({
            "kind": "utd_title", "content": STANDARD.encode(content), "signature": STANDARD.encode(signature),
        });
        self.send(to, document, key).await
    }

    /// Sends any file with a signature over it; asks for the recipient's signature.
    pub async fn send_file(
        &self,
        to: &Self,
        file: (&str, &[u8]),
        signature: &[u8],
        key: &str,
    ) -> Result<Posted, StoryFault> {
        let document = json!({
            "kind": "nonformalized", "file_name": file.0, "signature_asked": true,
            "content": STANDARD.encode(file.1), "signature": STANDARD.encode(signature),
        });
        self.send(to, document, key).await
    }

    async fn send(&self, to: &Self, document: Value, key: &str) -> Result<Posted, StoryFault> {
        let body = json!({ "to_box_id": to.box_id, "documents": [document] });
        let posted = self.client.post(&self.at("messages"), key, &body).await?;
        Ok(Posted {
            message_id: text(&posted, "/message_id")?.to_owned(),
            document_id: text(&posted, "/entity_ids/0")?.to_owned(),
        })
    }

    /// Answers with a document the program drafts: signs exactly those bytes and posts them. Returns the entity's id.
    pub async fn answer(&self, posted: &Posted, draft: Value, at: Moment) -> Result<String, StoryFault> {
        let kind = text(&draft, "/kind")?.to_owned();
        let drafted =
            self.client.post(&self.at(&format!("documents/{}/drafts", posted.document_id)), "", &draft).await?;
        let content = octets(text(&drafted, "/content")?)?;
        let act = json!({
            "kind": kind, "parent_id": text(&drafted, "/parent_id")?,
            "content": STANDARD.encode(&content), "signature": STANDARD.encode(self.sign(&content, at)?),
        });
        self.act(posted, act, &format!("{kind}-{}", posted.document_id)).await
    }

    /// Adds one act to the message. Returns the entity's id.
    pub async fn act(&self, posted: &Posted, act: Value, key: &str) -> Result<String, StoryFault> {
        let path = self.at(&format!("messages/{}/patches", posted.message_id));
        let added = self.client.post(&path, key, &json!({ "acts": [act] })).await?;
        Ok(text(&added, "/entity_ids/0")?.to_owned())
    }

    /// The document as this box holds it.
    pub async fn document(&self, posted: &Posted) -> Result<Value, StoryFault> {
        Ok(self.client.get(&self.at(&format!("documents/{}", posted.document_id))).await?)
    }

    /// Waits until the document is here and fits.
    pub async fn wait(&self, posted: &Posted, what: &str, fits: impl Fn(&Value) -> bool) -> Result<Value, StoryFault> {
        until(what, async || match self.document(posted).await {
            Ok(document) => Ok(fits(&document).then_some(document)),
            Err(StoryFault::Client(ClientFault::Refused { status: 404, .. })) => Ok(None),
            Err(fault) => Err(fault),
        })
        .await
    }

    /// A page of the box's feed after a cursor: events, and the next cursor.
    pub async fn feed(&self, after: Option<&str>) -> Result<(Vec<Value>, Option<String>), StoryFault> {
        let query = after.map_or_else(String::new, |cursor| format!("&after={cursor}"));
        let page = self.client.get(&self.at(&format!("events?limit=100{query}"))).await?;
        let next = page.pointer("/next").and_then(Value::as_str).map(str::to_owned);
        Ok((list(&page, "/items")?.to_vec(), next))
    }

    /// Every file of the message with its signature, oldest first.
    pub async fn held(&self, posted: &Posted) -> Result<Vec<Held>, StoryFault> {
        let message = self.client.get(&self.at(&format!("messages/{}", posted.message_id))).await?;
        let entities = list(&message, "/entities")?;
        let mut held = Vec::new();
        for entity in entities.iter().filter(|entity| entity.get("file_name").is_some()) {
            let id = text(entity, "/id")?;
            let signature = entities.iter().find(|other| {
                let field = |name: &str| other.get(name).and_then(Value::as_str);
                field("kind") == Some("signature") && field("parent_id") == Some(id)
            });
            held.push(Held {
                name: text(entity, "/file_name")?.to_owned(),
                kind: text(entity, "/kind")?.to_owned(),
                author: text(entity, "/author")?.to_owned(),
                content: self.content(posted, id).await?,
                signature: match signature {
                    Some(signature) => Some(self.content(posted, text(signature, "/id")?).await?),
                    None => None,
                },
            });
        }
        Ok(held)
    }

    async fn content(&self, posted: &Posted, entity_id: &str) -> Result<Vec<u8>, StoryFault> {
        let path = self.at(&format!("messages/{}/entities/{entity_id}/content", posted.message_id));
        Ok(self.client.get_octets(&path).await?)
    }

    /// The director, as drafts name a signer.
    pub fn as_signer(&self) -> Value {
        let [surname, given_name, patronymic] = &self.role.director;
        json!({ "surname": surname, "given_name": given_name, "patronymic": patronymic, "position": "Директор" })
    }
}

/// Whether the docflow is in the state: `outcome` of the document's view.
#[must_use]
pub fn outcome_is(document: &Value, outcome: &str) -> bool {
    document.pointer("/state/outcome").and_then(Value::as_str) == Some(outcome)
}

fn octets(base64: &str) -> Result<Vec<u8>, StoryFault> {
    STANDARD.decode(base64).map_err(|why| StoryFault::Missing(format!("base64 of an answer: {why}")))
}

async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Result<Option<T>, StoryFault>) -> Result<T, StoryFault> {
    let found = tokio::time::timeout(WAIT_MAX, async {
        loop {
            if let Some(found) = look().await? {
                return Ok(found);
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    });
    found.await.unwrap_or_else(|_| Err(StoryFault::Missing(format!("{what} did not come in {} s", WAIT_MAX.as_secs()))))
}
