//! Stories of invitations asked for as tasks.
#![expect(clippy::unwrap_used, reason = "a story stops at the first surprise")]

mod world;

use std::sync::Arc;
use std::time::Duration;

use exchange::limits::{INVITATION_TASK_KEPT, INVITATION_TOLD_WITHIN};
use exchange::ops::acquire::{self, Whom};
use exchange::ops::counteragents::{self, Told};
use exchange::ops::list_counteragents;
use exchange::{CounteragentFilter, InvitationTask, InvitationTaskId, LinkStatus, Refusal, Room, TaskState};
use kernel::{Inn, Kpp, PageRequest};
use store::{Handlers, NewJob, Runner, Sql, binds};
use testkit::Database;
use testkit::world::JobWatch;
use world::{Company, NOW, World, catalogue, refused};

/// As if the program had died between telling the other box and ending the task.
const UNDO: Sql =
    Sql::org("story.undo_task", "UPDATE exchange_invitation_task SET state = 'pending' WHERE organization_id = $1");
/// A branch with the same ИНН.
const ADD_CARD: Sql = Sql::directory(
    "story.add_card",
    "INSERT INTO account_box_card (box_id, organization_id, participant_id, name, inn, kpp, is_test)
     VALUES ($1, $2, $3, 'ООО «Василёк», филиал', $4, $5, 0)",
);

impl World {
    async fn acquire(&self, by: &Company, whom: Whom) -> Result<InvitationTask, Refusal> {
        let cx = self.cx(by);
        let asked = (whom, Some("Давайте обмениваться".to_owned()));
        let prepared = refused(acquire::prepare(&self.room, &cx, by.box_id, asked).await)?;
        refused(self.store.write(&cx, prepared, |tx, cx, new| Box::pin(acquire::run(tx, cx, new))).await)
    }

    async fn task(&self, of: &Company, id: InvitationTaskId) -> Result<InvitationTask, Refusal> {
        refused(acquire::get(&self.room, &self.cx(of), of.box_id, id).await)
    }

    async fn statuses(&self, of: &Company) -> Vec<LinkStatus> {
        let (cx, page) = (self.cx(of), PageRequest::default());
        let links =
            list_counteragents::list(&self.room, &cx, of.box_id, &CounteragentFilter::default(), &page).await.unwrap();
        links.items.iter().map(|report| report.link.status).collect()
    }

    fn vasilek_by(&self, kpp: Option<&str>) -> Whom {
        Whom::Requisites(Inn::parse(&self.vasilek.inn).unwrap(), kpp.map(|kpp| Kpp::parse(kpp).unwrap()))
    }
}

testkit::on_both_engines! { catalogue();
    async fn an_invitation_is_done_when_the_other_box_was_told(db: Database) {
        let w = World::unlinked(db, NOW, (false, false)).await;
        let task = w.acquire(&w.romashka, Whom::Box(w.vasilek.box_id)).await.unwrap();
        assert_eq!(task.state, TaskState::Pending);
        assert_eq!(w.task(&w.romashka, task.id).await.unwrap().state, TaskState::Pending);
        assert_eq!((w.statuses(&w.romashka).await, w.statuses(&w.vasilek).await), (vec![LinkStatus::Invited], vec![]));
        w.run_jobs().await;
        let done = w.task(&w.romashka, task.id).await.unwrap();
        assert_eq!((done.state, done.counteragent_box_id), (TaskState::Done, w.vasilek.box_id));
        assert_eq!(done.counteragent_organization_id, w.vasilek.organization_id);
        assert_eq!(w.statuses(&w.vasilek).await, [LinkStatus::Invites]);
        // The other box's own task meets the invitation: linked.
        let answer = w.acquire(&w.vasilek, Whom::Box(w.romashka.box_id)).await.unwrap();
        w.run_jobs().await;
        assert_eq!(w.task(&w.vasilek, answer.id).await.unwrap().state, TaskState::Done);
        assert_eq!((w.statuses(&w.romashka).await, w.statuses(&w.vasilek).await), (vec![LinkStatus::Linked], vec![LinkStatus::Linked]));
        let again = w.acquire(&w.romashka, Whom::Box(w.vasilek.box_id)).await.unwrap();
        assert_eq!(again.state, TaskState::Refused(Refusal::AlreadyInvited));
        w.run_jobs().await;
        assert_eq!(w.task(&w.romashka, again.id).await.unwrap().state, TaskState::Refused(Refusal::AlreadyInvited));
        assert_eq!(w.task(&w.vasilek, task.id).await, Err(Refusal::TaskNotFound));
        let stranger = acquire::get(&w.room, &w.cx(&w.vasilek), w.romashka.box_id, task.id).await;
        assert_eq!(refused(stranger), Err(Refusal::BoxNotFound));
    }

    async fn the_result_comes_though_the_program_died_in_the_middle(db: Database) {
        let w = World::unlinked(db, NOW, (false, false)).await;
        let task = w.acquire(&w.romashka, Whom::Box(w.vasilek.box_id)).await.unwrap();
        // The runner that was to tell is gone; another program begins, with a store and a runner of its own.
        let store = w.database.open().await;
        let mut room: Room = w.room.clone();
        room.app.store = store.clone();
        let handlers = exchange::handlers(Handlers::new(), &room);
        let runner = Runner::new(store.clone(), handlers, Arc::new(w.clock.clone()), w.chance.clone());
        let watch = JobWatch::new(store, runner, w.clock.clone());
        assert!(watch.run_jobs().await.given_up.is_empty());
        assert_eq!(w.task(&w.romashka, task.id).await.unwrap().state, TaskState::Done);
        // It dies once more after the other box was told and before the task ended: the job is still there.
        let told = Told {
            version: 1,
            organization_id: w.vasilek.organization_id,
            box_id: w.vasilek.box_id,
            by_organization_id: w.romashka.organization_id,
            by_box_id: w.romashka.box_id,
            status: LinkStatus::Invites,
            comment: None,
            at: task.asked_at,
            task_id: Some(task.id),
        };
        w.clock.advance(Duration::from_secs(60));
        let organization_id = w.romashka.organization_id;
        let cx = w.cx(&w.romashka);
        let undone = w.store.write(&cx, (organization_id, told), |tx, cx, (organization_id, told)| Box::pin(async move {
            tx.execute(&UNDO, binds![*organization_id]).await?;
            tx.queue(NewJob::now(cx, *organization_id, counteragents::KIND, serde_json::to_vec(told).unwrap())).await?;
            Ok::<_, store::No<Refusal>>(())
        }));
        undone.await.unwrap();
        assert_eq!(w.task(&w.romashka, task.id).await.unwrap().state, TaskState::Pending);
        assert!(watch.run_jobs().await.given_up.is_empty());
        assert_eq!(w.task(&w.romashka, task.id).await.unwrap().state, TaskState::Done);
        assert_eq!(w.statuses(&w.vasilek).await, [LinkStatus::Invites], "told once");
    }

    async fn by_requisites(db: Database) {
        let w = World::unlinked(db, NOW, (false, false)).await;
        let unknown = Whom::Requisites(Inn::parse("9901000034").unwrap(), None);
        assert_eq!(w.acquire(&w.romashka, unknown).await, Err(Refusal::CounteragentNotFound));
        let cx = w.cx(&w.romashka);
        let branch = w.store.write(&cx, (w.vasilek.organization_id, w.vasilek.inn.clone()), |tx, cx, (organization, inn)| Box::pin(async move {
            let id: kernel::BoxId = cx.new_id();
            tx.execute(&ADD_CARD, binds![id, *organization, "0SV-7801000020-780101002-12345678901234567890", inn, "780101002"]).await?;
            Ok::<_, store::No<Refusal>>(())
        }));
        branch.await.unwrap();
        assert_eq!(w.acquire(&w.romashka, w.vasilek_by(None)).await, Err(Refusal::SeveralFound));
        let task = w.acquire(&w.romashka, w.vasilek_by(Some("780101001"))).await.unwrap();
        assert_eq!(task.counteragent_box_id, w.vasilek.box_id);
        w.run_jobs().await;
        assert_eq!(w.task(&w.romashka, task.id).await.unwrap().state, TaskState::Done);
        assert_eq!(w.acquire(&w.romashka, Whom::Box(w.romashka.box_id)).await, Err(Refusal::SameBox));
        assert_eq!(w.acquire(&w.romashka, Whom::Box(cx.new_id())).await, Err(Refusal::CounteragentNotFound));
        let own = Whom::Requisites(Inn::parse(&w.romashka.inn).unwrap(), None);
        assert_eq!(w.acquire(&w.romashka, own).await, Err(Refusal::SameBox));
        let stranger = acquire::prepare(&w.room, &cx, w.vasilek.box_id, (w.vasilek_by(None), None)).await;
        assert_eq!(refused(stranger).map(drop), Err(Refusal::BoxNotFound));
    }

    async fn a_test_box_and_its_namesake_are_told_apart(db: Database) {
        let w = World::unlinked(db, NOW, (true, true)).await;
        let task = w.acquire(&w.romashka, w.vasilek_by(None)).await.unwrap();
        assert_eq!(task.counteragent_box_id, w.vasilek.box_id);
        w.run_jobs().await;
    }

    async fn results_are_kept_for_a_month(db: Database) {
        let w = World::unlinked(db, NOW, (false, false)).await;
        let task = w.acquire(&w.romashka, Whom::Box(w.vasilek.box_id)).await.unwrap();
        w.clock.advance(INVITATION_TOLD_WITHIN + Duration::from_secs(1));
        assert_eq!(w.task(&w.romashka, task.id).await.unwrap().state, TaskState::Refused(Refusal::InvitationNotTold));
        w.run_jobs().await;
        assert_eq!(w.task(&w.romashka, task.id).await.unwrap().state, TaskState::Done, "put back and told after all");
        w.clock.advance(INVITATION_TASK_KEPT);
        assert_eq!(exchange::sweep(&w.room, &w.cx(&w.romashka)).await, Ok(1));
        assert_eq!(w.task(&w.romashka, task.id).await, Err(Refusal::TaskNotFound));
    }
}
