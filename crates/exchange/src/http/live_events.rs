//! The feed as it grows.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use kernel::{BoxId, Caller, Cursor, Cx, PageRequest};
use serde::Deserialize;
use store::No;
use utoipa::IntoParams;
use web::{EdgeRefusal, Ids, LiveEvent, Look, Problem, QueryOf, SignedIn, live};

use super::views::EventView;
use crate::model::event::Event;
use crate::model::refusal::Refusal;
use crate::ops::read;
use crate::room::Room;

/// Events of one look: what one person is shown at once; more come with the next.
const EVENTS_AT_ONCE: u32 = 50;
/// Name of the events.
const FEED: &str = "feed";
/// Where the client stopped, sent by it when it asks again.
const LAST_EVENT_ID: &str = "last-event-id";

/// Where to begin.
#[derive(Debug, Deserialize, IntoParams)]
pub(crate) struct LiveQuery {
    /// A cursor of the feed; without it and without `Last-Event-ID`, from now on.
    after: Option<String>,
}

/// Events of a box as they happen (`text/event-stream`): each has the name `feed`, the cursor of the feed as its id, and in
/// its data what `…/events` shows. Asked again with `Last-Event-ID`, it goes on there, so nothing is missed. It ends with
/// the sign-in, with the right to read, and after an hour; a person may hold eight.
#[utoipa::path(
    get,
    path = "/api/v1/exchange/boxes/{box_id}/events/live",
    tag = "exchange",
    security(("token" = [])),
    params(("box_id" = String, Path), LiveQuery),
    responses((status = 200, description = "What happens.", body = EventView, content_type = "text/event-stream"))
)]
pub(crate) async fn live_events(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(box_id): Ids<BoxId>,
    QueryOf(query): QueryOf<LiveQuery>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let Caller::User { user_id, .. } = cx.caller else { return Err(EdgeRefusal::SignInNeeded.into()) };
    let last = headers.get(LAST_EVENT_ID).and_then(|value| value.to_str().ok()).filter(|value| !value.is_empty());
    let asked = last.map(str::to_owned).or(query.after);
    // Listening first: what is written meanwhile is seen by the first look.
    let listener = room.app.store.listen(box_id).and(user_id);
    let seat = room.app.live_seat(user_id)?;
    let after = match asked {
        Some(text) => Cursor::from_text(text),
        None => read::last_place(&room, &cx, box_id).await?,
    };
    let mut feed = Feed { room, cx, box_id, after };
    let first = feed.page().await?;
    let state = (feed, Some(first));
    Ok(live(seat, listener, state, |(feed, first)| {
        Box::pin(async move {
            match first.take() {
                Some(look) => look,
                None => feed.look().await,
            }
        })
    }))
}

/// One person's look at one box.
struct Feed {
    room: Room,
    cx: Cx,
    box_id: BoxId,
    after: Cursor,
}

impl Feed {
    /// What happened since the last look, while the sign-in and the right to read hold.
    async fn look(&mut self) -> Look {
        self.cx.now = self.room.app.clock.now();
        match self.is_signed_in().await {
            Ok(true) => {}
            Ok(false) => return Look::Over,
            Err(fault) => return Look::Failed(fault),
        }
        match self.page().await {
            Ok(look) => look,
            Err(No::Refused(_)) => Look::Over,
            Err(No::Fault(fault)) => Look::Failed(fault),
        }
    }

    async fn is_signed_in(&self) -> Result<bool, store::Fault> {
        let mut reader = self.room.app.store.reader().await?;
        account::authenticate::still(&mut reader, &self.cx).await
    }

    async fn page(&mut self) -> Result<Look, No<Refusal>> {
        let request = PageRequest::new(EVENTS_AT_ONCE, Some(self.after.clone()));
        let request = request.map_err(|_| No::Refused(Refusal::Cursor))?;
        let page = read::list_events(&self.room, &self.cx, self.box_id, &request).await?;
        let is_more = u32::try_from(page.items.len()).unwrap_or(u32::MAX) >= EVENTS_AT_ONCE;
        if let Some(next) = page.next {
            self.after = next;
        }
        let event = |event: Event| {
            let id = Cursor::from_seq(event.seq).as_str().to_owned();
            let data =
                serde_json::to_string(&EventView::from(event)).unwrap_or_else(|why| kernel::bug!("an event: {why}"));
            LiveEvent { id, name: FEED, data }
        };
        Ok(Look::Happened { events: page.items.into_iter().map(event).collect(), is_more })
    }
}
