//! What answers show.

mod document;
mod event;
mod message;
mod state;

pub use document::{DocumentRowView, DocumentView};
pub use event::EventView;
pub use message::{EntityView, MessageView, PostedView};
pub use state::{LegalView, StateView, TurnView};

use serde::Serialize;
use utoipa::ToSchema;

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct PageView<T> {
    /// Items.
    pub items: Vec<T>,
    /// Cursor of the next page; absent at the end. A feed has no end: its cursor always stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl<T> PageView<T> {
    /// From the room's page.
    pub fn of<U>(page: kernel::Page<U>, view: impl FnMut(U) -> T) -> Self {
        let next = page.next.as_ref().map(|cursor| cursor.as_str().to_owned());
        Self { items: page.items.into_iter().map(view).collect(), next }
    }
}
