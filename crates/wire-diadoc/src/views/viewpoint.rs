//! From where a copy is looked at: the caller's box, and the words for its people.

use std::sync::Arc;

use account::{OrgScope, Permission};
use exchange::ops::authorise;
use exchange::{Author, MessageCopy, Side};
use kernel::uuid::Uuid;
use kernel::{BoxId, Cx};
use web::{Language, Texts};

use super::status::Spoken;
use crate::ids::shown;
use crate::proto::api::proto::DocflowStatusModelV3;
use crate::refusal::Refused;
use crate::surface::Surface;

/// The caller's box, as views of its copies need it.
#[derive(Debug, Clone)]
pub struct Viewpoint {
    /// The box.
    pub box_id: BoxId,
    /// Name of its organization.
    pub name: String,
    /// The department in which its documents lie.
    pub department_id: String,
    texts: Arc<Texts>,
}

impl Viewpoint {
    /// The caller's own box with his scope over it. A foreign box is as an unknown one.
    pub async fn of(surface: &Surface, cx: &Cx, box_id: BoxId) -> Result<(Self, OrgScope), Refused> {
        let mut reader = surface.app.store.reader().await?;
        let (scope, own) = authorise::own_box(&mut reader, cx, box_id, Permission::Read).await?;
        let org_box = account::read::org_box(&mut reader, &scope, box_id).await?;
        let department_id = shown(org_box.root_department_id);
        Ok((Self { box_id, name: own.name, department_id, texts: Arc::clone(&surface.app.texts) }, scope))
    }

    /// A sentence for a person. The contract has no language but Russian.
    pub fn text(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.texts.text(Language::Russian, key, arguments).unwrap_or_else(|| key.to_owned())
    }

    /// Sentences as the contract shows a status.
    pub fn status(&self, spoken: &Spoken) -> DocflowStatusModelV3 {
        let sentences: Vec<String> = spoken.keys.iter().map(|key| self.text(key, &[])).collect();
        DocflowStatusModelV3 {
            severity: Some(spoken.severity.as_str().to_owned()),
            status_text: Some(sentences.join(". ")),
        }
    }

    /// Box of one side of a copy.
    pub fn box_of(&self, copy: &MessageCopy, side: Side) -> BoxId {
        if side == copy.side { copy.box_id } else { copy.counteragent_box_id }
    }

    /// Box and department of who made an entity. Of the other organization's departments nothing is known here, and the
    /// operator has neither: both are shown by the empty identifier, since the contract obliges the fields.
    pub fn author(&self, copy: &MessageCopy, author: Author) -> (String, String) {
        let Some(side) = author.side() else { return (nobody(), nobody()) };
        let department = if side == copy.side { self.department_id.clone() } else { nobody() };
        (shown(self.box_of(copy, side)), department)
    }
}

/// The identifier of nobody.
pub fn nobody() -> String {
    Uuid::nil().to_string()
}
