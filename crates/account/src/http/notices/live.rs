//! `GET /api/v1/account/notices/live`

use crate::http::Room;
use crate::model::AccountRefusal;
use crate::ops::{authenticate, bell};
use ::store::No;
use axum::extract::State;
use axum::response::Response;
use kernel::{Cx, UserId};
use serde::Serialize;
use utoipa::ToSchema;
use web::{LiveEvent, Look, Problem, SignedIn, live};

/// Name of the events.
const BELL: &str = "bell";

/// What the bell shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(in crate::http) struct RungView {
    /// Notices the person has not seen.
    pub unread: i64,
    /// The newest notice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub newest: Option<String>,
}

/// The caller's bell as it rings (`text/event-stream`): an event `bell` at once and whenever a notice comes or is seen; its
/// data tells what the bell shows now, so that what was missed need not be told again. It ends with the sign-in and after
/// an hour; a person may hold eight of such answers.
#[utoipa::path(get, path = "/api/v1/account/notices/live", tag = "account",
    security(("token" = [])),
    responses((status = 200, description = "What the bell shows.", body = RungView, content_type = "text/event-stream")))]
pub(in crate::http) async fn live_notices(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
) -> Result<Response, Problem> {
    let user_id = cx.caller.user_id().ok_or_else(|| Problem::refused(AccountRefusal::SignInNeeded))?;
    let listener = room.app.store.listen(user_id);
    let seat = room.app.live_seat(user_id)?;
    let state = Listening { room, cx, user_id, told: None };
    Ok(live(seat, listener, state, |listening| Box::pin(listening.look())))
}

/// One person's bell, and what was told of it last.
struct Listening {
    room: Room,
    cx: Cx,
    user_id: UserId,
    told: Option<RungView>,
}

impl Listening {
    async fn look(&mut self) -> Look {
        self.cx.now = self.room.app.clock.now();
        match self.shows().await {
            Ok(None) | Err(No::Refused(_)) => Look::Over,
            Ok(Some(shown)) if self.told.as_ref() == Some(&shown) => Look::Happened { events: vec![], is_more: false },
            Ok(Some(shown)) => {
                let data = serde_json::to_string(&shown).unwrap_or_else(|why| kernel::bug!("a bell: {why}"));
                let id = shown.newest.clone().unwrap_or_default();
                self.told = Some(shown);
                Look::Happened { events: vec![LiveEvent { id, name: BELL, data }], is_more: false }
            }
            Err(No::Fault(fault)) => Look::Failed(fault),
        }
    }

    /// Nothing where the sign-in is over.
    async fn shows(&self) -> Result<Option<RungView>, No<AccountRefusal>> {
        let mut reader = self.room.app.store.reader().await?;
        if !authenticate::still(&mut reader, &self.cx).await? {
            return Ok(None);
        }
        let (unread, newest) = bell::shown(&mut reader, self.user_id).await?;
        Ok(Some(RungView { unread, newest: newest.map(|id| id.to_string()) }))
    }
}
