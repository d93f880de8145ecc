//! However often a write is asked for, it happens once.

use crate::world::{COUNT, COUNTED, app, catalogue, clock};
use kernel::{Caller, Cx, OrganizationId, Refusal, RefusalKind, UserId};
use std::time::Duration;
use store::{Fetch as _, No, binds};
use testkit::Database;
use web::{App, IdempotencyKey, Limits, Once, Problem, Written};

#[derive(Debug, thiserror::Error)]
#[error("not now")]
struct NotNow;

impl Refusal for NotNow {
    fn code(&self) -> &'static str {
        "web.test.not-now"
    }

    fn kind(&self) -> RefusalKind {
        RefusalKind::Conflict
    }
}

#[derive(Debug, thiserror::Error)]
#[error("not for you")]
struct Unseen;

impl Refusal for Unseen {
    fn code(&self) -> &'static str {
        "web.test.unseen"
    }

    fn kind(&self) -> RefusalKind {
        RefusalKind::NotFound
    }
}

const HASH: [u8; 32] = [1; 32];

fn key() -> IdempotencyKey {
    IdempotencyKey::parse("k").unwrap()
}

fn person(app: &App, user_id: UserId) -> Cx {
    let sign_in_id = app.cx(Caller::Nobody).new_id();
    app.cx(Caller::User { user_id, sign_in_id, integrator_key_id: None })
}

/// Adds a row and answers with a number that differs each time it is carried out.
async fn count(
    app: &App,
    cx: &Cx,
    once: Once,
    owner: OrganizationId,
    refuse: bool,
) -> Result<(u16, Option<u64>), Problem> {
    let reply = app.write_once(cx, once, (owner, refuse), |tx, cx, (owner, refuse)| {
        Box::pin(async move {
            let drawn = u64::from_le_bytes(cx.chance.octets());
            tx.execute(&COUNT, binds![*owner, i64::try_from(drawn >> 1).unwrap_or_default()]).await?;
            if *refuse { Err(No::Refused(NotNow)) } else { Ok(drawn) }
        })
    });
    let reply = reply.await?;
    Ok((reply.status().as_u16(), reply.into_fresh()))
}

/// As [`count`], for a surface.
async fn count_value(app: &App, cx: &Cx, once: Once, owner: OrganizationId, refuse: bool) -> Written<u64, NotNow> {
    let written = app.write_value_once(cx, once, (owner, refuse), |tx, cx, (owner, refuse)| {
        Box::pin(async move {
            let drawn = u64::from_le_bytes(cx.chance.octets());
            tx.execute(&COUNT, binds![*owner, i64::try_from(drawn >> 1).unwrap_or_default()]).await?;
            if *refuse { Err(No::Refused(NotNow)) } else { Ok(drawn) }
        })
    });
    written.await
}

async fn counted(app: &App, owner: OrganizationId) -> i64 {
    app.store.reader().await.unwrap().fetch_one(&COUNTED, binds![owner]).await.unwrap().i64(0).unwrap()
}

testkit::on_both_engines! {
    catalogue();

    async fn asked_again_it_gives_the_first_answer(db: Database) {
        let app = app(db.open().await, &clock(), Limits::default());
        let (owner, user_id): (OrganizationId, UserId) = (app.cx(Caller::System).new_id(), app.cx(Caller::System).new_id());
        let once = |cx: &Cx, hash| Once::new(cx, owner, "test.count", &key(), hash);
        let cx = person(&app, user_id);
        let (status, fresh) = count(&app, &cx, once(&cx, &HASH), owner, false).await.unwrap();
        assert!(status == 201 && fresh.is_some());
        // Another sign-in of the same person, another request.
        let cx = person(&app, user_id);
        assert!(app.recall::<u64>(&once(&cx, &HASH)).await.unwrap().is_some());
        let (status, again) = count(&app, &cx, once(&cx, &HASH), owner, false).await.unwrap();
        assert!(status == 201 && again.is_none(), "kept, not carried out");
        let other_body = count(&app, &cx, once(&cx, &[2; 32]), owner, false).await.unwrap_err();
        let other_thing = count(&app, &cx, once(&cx, &HASH).about(user_id), owner, false).await.unwrap_err();
        let stranger = person(&app, cx.new_id());
        let other_person = count(&app, &stranger, once(&stranger, &HASH), owner, false).await.unwrap_err();
        for refused in [other_body, other_thing, other_person] {
            assert_eq!((refused.status().as_u16(), refused.code()), (409, "web.idempotency.key-reused"));
        }
        assert_eq!(counted(&app, owner).await, 1);
        let other_owner: OrganizationId = cx.new_id();
        let once = Once::new(&cx, other_owner, "test.count", &key(), &HASH);
        assert!(count(&app, &cx, once, other_owner, false).await.unwrap().1.is_some(), "another organization's key");
    }

    async fn a_refusal_leaves_nothing_and_may_be_repeated(db: Database) {
        let app = app(db.open().await, &clock(), Limits::default());
        let owner: OrganizationId = app.cx(Caller::System).new_id();
        let cx = person(&app, app.cx(Caller::System).new_id());
        let once = || Once::new(&cx, owner, "test.count", &key(), &HASH);
        let refused = count(&app, &cx, once(), owner, true).await.unwrap_err();
        assert_eq!(refused.code(), "web.test.not-now");
        assert!(app.recall::<u64>(&once()).await.unwrap().is_none());
        assert_eq!(counted(&app, owner).await, 0);
        assert!(count(&app, &cx, once(), owner, false).await.unwrap().1.is_some());
    }

    async fn who_may_not_see_learns_nothing_of_keys(db: Database) {
        let app = app(db.open().await, &clock(), Limits::default());
        let owner: OrganizationId = app.cx(Caller::System).new_id();
        let cx = person(&app, app.cx(Caller::System).new_id());
        let once = |cx: &Cx| Once::new(cx, owner, "test.count", &key(), &HASH);
        count(&app, &cx, once(&cx), owner, false).await.unwrap();
        let stranger = person(&app, cx.new_id());
        let unseen = app.write_once(&stranger, once(&stranger), (), |_, _, ()| {
            Box::pin(async move { Err::<(), _>(No::Refused(Unseen)) })
        });
        let unseen = unseen.await.unwrap_err();
        assert_eq!((unseen.status().as_u16(), unseen.code()), (404, "web.test.unseen"));
        assert!(app.recall::<u64>(&once(&stranger)).await.unwrap().is_none());
        let other = count(&app, &stranger, once(&stranger), owner, false).await.unwrap_err();
        assert_eq!(other.code(), "web.idempotency.key-reused");
        assert_eq!(counted(&app, owner).await, 1, "what the room did under another's key is undone");
    }

    async fn every_statement_is_portable(db: Database) {
        let store = db.open().await;
        assert_eq!(store::prepare_all(&store, &catalogue()).await, Ok(Vec::new()));
    }

    async fn a_secret_answer_is_not_kept(db: Database) {
        let app = app(db.open().await, &clock(), Limits::default());
        let owner: OrganizationId = app.cx(Caller::System).new_id();
        let cx = person(&app, app.cx(Caller::System).new_id());
        let once = || Once::new(&cx, owner, "test.count", &key(), &HASH).secret();
        assert!(count(&app, &cx, once(), owner, false).await.unwrap().1.is_some());
        let again = count(&app, &cx, once(), owner, false).await.unwrap_err();
        assert_eq!((again.status().as_u16(), again.code()), (409, "web.idempotency.secret-shown-once"));
        assert_eq!(counted(&app, owner).await, 1);
    }

    async fn a_surface_gets_the_first_value_again(db: Database) {
        let app = app(db.open().await, &clock(), Limits::default());
        let owner: OrganizationId = app.cx(Caller::System).new_id();
        let cx = person(&app, app.cx(Caller::System).new_id());
        let key = IdempotencyKey::of_surface("ящик/Отправка").unwrap();
        let once = |hash: &[u8; 32]| Once::new(&cx, owner, "test.count", &key, hash);
        assert!(matches!(count_value(&app, &cx, once(&HASH), owner, true).await, Written::Refused(NotNow)));
        assert_eq!(app.recall_value::<u64>(&once(&HASH)).await, Ok(None), "a refusal leaves nothing");
        let first = match count_value(&app, &cx, once(&HASH), owner, false).await {
            Written::Fresh(drawn) => drawn,
            other => panic!("{other:?}"),
        };
        assert!(matches!(count_value(&app, &cx, once(&HASH), owner, false).await, Written::Repeated(again) if again == first));
        assert_eq!(app.recall_value(&once(&HASH)).await, Ok(Some(first)));
        assert!(matches!(count_value(&app, &cx, once(&[2; 32]), owner, false).await, Written::OtherBody));
        assert_eq!(app.recall_value::<u64>(&once(&[2; 32])).await, Ok(None));
        assert!(app.recall_value::<Vec<String>>(&once(&HASH)).await.is_err(), "another type is a fault, not a value");
        assert_eq!(counted(&app, owner).await, 1);
    }

    async fn a_surface_is_told_that_the_first_is_running(db: Database) {
        let app = app(db.open().await, &clock(), Limits::default());
        let owner: OrganizationId = app.cx(Caller::System).new_id();
        let user_id: UserId = app.cx(Caller::System).new_id();
        let mut asking = tokio::task::JoinSet::new();
        for _ in 0..20 {
            let app = app.clone();
            asking.spawn(async move {
                let cx = person(&app, user_id);
                count_value(&app, &cx, Once::new(&cx, owner, "test.count", &key(), &HASH), owner, false).await
            });
        }
        let (mut fresh, mut repeated, mut running) = (0, 0, 0);
        while let Some(written) = asking.join_next().await {
            match written.unwrap() {
                Written::Fresh(_) => fresh += 1,
                Written::Repeated(_) => repeated += 1,
                Written::Running => running += 1,
                other => panic!("{other:?}"),
            }
        }
        assert_eq!((fresh, fresh + repeated + running), (1, 20), "{repeated} repeated, {running} told to wait");
        assert_eq!(counted(&app, owner).await, 1);
    }

    async fn many_at_once_through_two_programs(db: Database) {
        let programs = [app(db.open().await, &clock(), Limits::default()), app(db.open().await, &clock(), Limits::default())];
        let owner: OrganizationId = programs[0].cx(Caller::System).new_id();
        let user_id: UserId = programs[0].cx(Caller::System).new_id();
        let mut asking = tokio::task::JoinSet::new();
        for turn in 0..40 {
            let app = programs[turn % 2].clone();
            asking.spawn(async move {
                let cx = person(&app, user_id);
                count(&app, &cx, Once::new(&cx, owner, "test.count", &key(), &HASH), owner, false).await
            });
        }
        let (mut fresh, mut kept, mut running) = (0, 0, 0);
        while let Some(answer) = asking.join_next().await {
            match answer.unwrap() {
                Ok((201, Some(_))) => fresh += 1,
                Ok((201, None)) => kept += 1,
                Err(problem) if problem.code() == "web.idempotency.key-running" => running += 1,
                other => panic!("{other:?}"),
            }
        }
        assert_eq!((fresh, fresh + kept + running), (1, 40), "{kept} kept, {running} told to wait");
        assert_eq!(counted(&programs[0], owner).await, 1);
    }

    async fn answers_are_kept_ninety_days(db: Database) {
        let clock = clock();
        let app = app(db.open().await, &clock, Limits::default());
        let owner: OrganizationId = app.cx(Caller::System).new_id();
        let cx = person(&app, app.cx(Caller::System).new_id());
        let once = Once::new(&cx, owner, "test.count", &key(), &HASH);
        count(&app, &cx, once.clone(), owner, false).await.unwrap();
        for (days, removed) in [(90, 0), (1, 1)] {
            clock.advance(Duration::from_secs(days * 24 * 3600));
            assert_eq!(web::sweep(&app.store, &app.cx(Caller::System)).await.unwrap(), removed);
        }
        assert!(app.recall::<u64>(&once).await.unwrap().is_none());
    }
}
