//! Stories of the feed as it grows: told at once, gone on with, ended with the sign-in, bounded.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a story stops at the first surprise")]

mod world;

use account::remove_member::{self, RemovedMember};
use account::sign_in::{PasswordSignIn, with_password};
use account::{DeviceWords, Door, PasswordPool, Permission, SignInKind, end_sign_in};
use axum::body::Body;
use axum::http::Request;
use axum::response::Response;
use formats::utd::UtdFunction;
use http_body_util::BodyExt as _;
use kernel::{Caller, SignInId};
use serde_json::Value;
use std::time::Duration;
use testkit::Database;
use tower::ServiceExt as _;
use world::{World, catalogue};

/// What is told at once comes within it, or the story fails.
const PATIENCE: Duration = Duration::from_secs(20);
const LOGIN: &str = "kladovshik@romashka.example";

/// One open answer and what came so far.
struct Open {
    body: Body,
    text: String,
}

impl Open {
    /// The next event: id and data.
    async fn next(&mut self) -> (String, Value) {
        loop {
            if let Some((block, rest)) = self.text.split_once("\n\n") {
                let block = block.to_owned();
                self.text = rest.to_owned();
                let field = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
                if let Some(data) = field("data: ") {
                    assert_eq!(field("event: ").as_deref(), Some("feed"));
                    return (field("id: ").unwrap(), serde_json::from_str(&data).unwrap());
                }
                continue;
            }
            assert!(self.more().await, "the answer ended: {}", self.text);
        }
    }

    /// Waits for more; false at the end.
    async fn more(&mut self) -> bool {
        let frame = tokio::time::timeout(PATIENCE, self.body.frame()).await.unwrap_or_else(|_| panic!("nothing came"));
        let Some(frame) = frame else { return false };
        self.text.push_str(std::str::from_utf8(frame.unwrap().data_ref().unwrap()).unwrap());
        true
    }

    async fn ends(mut self) {
        while self.more().await {}
    }
}

impl World {
    async fn signed_in(&self) -> (Caller, SignInId) {
        let cx = self.room.app.cx(Caller::Nobody);
        let shown = PasswordSignIn {
            login: LOGIN.to_owned(),
            password: "ромашка и василёк вместе".to_owned(),
            door: Door::new(SignInKind::Page, [127, 0, 0, 1].into(), DeviceWords::default()),
            client: None,
        };
        let opened = with_password(&self.store, &PasswordPool::cheap_for_stories(), &cx, shown).await.unwrap();
        (account::authenticate::caller(&opened.sign_in), opened.sign_in.sign_in_id)
    }

    async fn ask(&self, caller: Caller, query: &str, last: Option<&str>) -> Response {
        let (router, _) = web::assemble([exchange::router(self.room.clone())]);
        let place = format!("/api/v1/exchange/boxes/{}/events/live{query}", self.romashka.box_id);
        let mut request = Request::builder().uri(place).extension(caller);
        if let Some(last) = last {
            request = request.header("last-event-id", last);
        }
        router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
    }

    async fn open(&self, caller: Caller, query: &str, last: Option<&str>) -> Open {
        let answer = self.ask(caller, query, last).await;
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers().get("content-type").unwrap(), "text/event-stream");
        let mut open = Open { body: answer.into_body(), text: String::new() };
        assert!(open.more().await, "a sign of life comes at once");
        open
    }

    async fn sign_out(&self, caller: Caller, id: SignInId) {
        let cx = self.room.app.cx(caller);
        self.store.write(&cx, id, |tx, cx, id| Box::pin(end_sign_in::run(tx, cx, id))).await.unwrap();
    }
}

testkit::on_both_engines! { catalogue();
    async fn what_happens_is_told_and_gone_on_with(db: Database) {
        let w = World::new(db).await;
        w.member(&w.romashka, LOGIN, &[Permission::Read]).await;
        let (caller, _) = w.signed_in().await;
        let mut open = w.open(caller, "", None).await;
        w.sends(w.utd(UtdFunction::Dop)).await;
        let (place, posted) = open.next().await;
        assert_eq!(posted["kind"], "message_posted", "what was before is not told again");
        let (_, delivered) = open.next().await;
        assert_eq!(delivered["kind"], "delivered");
        drop(open);
        w.sends(w.utd(UtdFunction::SchfDop)).await;
        let mut again = w.open(caller, "?after=nonsense", Some(&place)).await;
        let kinds = [again.next().await, again.next().await, again.next().await].map(|(_, event)| event["kind"].clone());
        assert_eq!(kinds, ["delivered", "message_posted", "delivered"], "nothing is missed and nothing told twice");
        let mut whole = w.open(caller, "?after=10000000000000000", None).await;
        assert_eq!(whole.next().await.1["seq"], 1, "from the beginning where asked");
    }

    async fn it_ends_with_the_sign_in_and_with_the_right(db: Database) {
        let w = World::new(db).await;
        let member = w.member(&w.romashka, LOGIN, &[Permission::Read]).await;
        let ((first, id), (second, _)) = (w.signed_in().await, w.signed_in().await);
        let (one, mut other) = (w.open(first, "", None).await, w.open(second, "", None).await);
        w.sign_out(first, id).await;
        one.ends().await;
        w.sends(w.utd(UtdFunction::Dop)).await;
        assert_eq!(other.next().await.1["kind"], "message_posted", "the other sign-in is its own");
        let cx = w.cx(&w.romashka);
        let user_id = member.caller.user_id().unwrap();
        let gone = RemovedMember { organization_id: w.romashka.organization_id, user_id };
        w.store.write(&cx, gone, |tx, cx, gone| Box::pin(remove_member::run(tx, cx, gone))).await.unwrap();
        w.sends(w.utd(UtdFunction::Dop)).await;
        other.ends().await;
        assert_eq!(w.ask(second, "", None).await.status(), 404, "who is no member finds nothing");
    }

    async fn it_ends_with_the_program(db: Database) {
        let w = World::new(db).await;
        w.member(&w.romashka, LOGIN, &[Permission::Read]).await;
        let (caller, _) = w.signed_in().await;
        let open = w.open(caller, "", None).await;
        w.room.app.end_live();
        open.ends().await;
        w.open(caller, "", None).await.ends().await;
    }

    async fn a_person_holds_so_many(db: Database) {
        let w = World::new(db).await;
        w.member(&w.romashka, LOGIN, &[Permission::Read]).await;
        let (caller, _) = w.signed_in().await;
        let mut held = Vec::new();
        for _ in 0..web::LIVE_PERSON_MAX {
            held.push(w.open(caller, "", None).await);
        }
        assert_eq!(w.ask(caller, "", None).await.status(), 429);
        let director = w.cx(&w.romashka).caller;
        drop(w.open(director, "", None).await);
        held.pop();
        w.open(caller, "", None).await;
        for wrong in ["?after=", "?after=1", "?after=zz", "?after=100"] {
            let refused = w.ask(caller, wrong, None).await;
            assert_eq!(refused.status(), 422, "{wrong}");
        }
    }
}
