//! Counteragents as the vendor's clients see them from both sides: invited, refused, linked, ended, sought.

use crate::scene::without_rates;
use crate::town::{Citizen, NOW, Town};
use crate::wire::{answer, encoded, row_of};
use crate::world::{FORMS, Form, Program, Reply};
use kernel::Caller;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use store::{No, Sql, binds};
use svitok::story::cast::Role;

const UNTELL: Sql = Sql::global("story.untell", "UPDATE exchange_invitation_task SET state = $1");

/// One box and who speaks for it.
struct Side {
    program: Program,
    citizen: Citizen,
}

impl Side {
    async fn settled(town: &Town, role: &Role) -> Self {
        let citizen = town.settle(role).await;
        Self { program: Program::signed_in(town, &citizen).await, citizen }
    }

    fn id(&self) -> &str {
        &self.citizen.person.box_id
    }

    /// Asks for the task of an invitation; its name.
    async fn invites(&self, form: Form, request: Value) -> Reply {
        let path = format!("/V3/AcquireCounteragent?myBoxId={}", self.id());
        let body = match form {
            Form::Protobuf => encoded("Diadoc.Api.Proto.AcquireCounteragentRequest", &request),
            Form::Json => request.to_string().into_bytes(),
        };
        self.program.post(&path, form, body).await
    }

    async fn result(&self, form: Form, asked: &Reply) -> Reply {
        let task = read("/V3/AcquireCounteragent", form, asked)["TaskId"].as_str().unwrap().to_owned();
        self.program.get(&format!("/V2/AcquireCounteragentResult?taskId={task}"), form).await
    }

    async fn sees(&self, form: Form, other: &Self) -> Value {
        let path = format!("/V3/GetCounteragent?myBoxId={}&counteragentBoxId={}", self.id(), other.id());
        read("/V3/GetCounteragent", form, &self.program.get(&path, form).await)
    }

    async fn lists(&self, form: Form, rest: &str) -> Value {
        let path = format!("/V3/GetCounteragents?myBoxId={}{rest}", self.id());
        read("/V3/GetCounteragents", form, &self.program.get(&path, form).await)
    }

    async fn parts_with(&self, other: &Self) -> Reply {
        let path = format!("/V2/BreakWithCounteragent?myBoxId={}&counteragentBoxId={}", self.id(), other.id());
        self.program.post(&path, Form::Json, Vec::new()).await
    }
}

fn read(path: &str, form: Form, reply: &Reply) -> Value {
    assert_eq!(reply.status, 200, "{path}: {}", reply.text());
    answer(row_of(path), form == Form::Json, &reply.octets)
}

async fn three() -> (Town, [Side; 3]) {
    let town = Town::open_as(NOW, without_rates).await;
    let sides = [
        Side::settled(&town, &Role::romashka()).await,
        Side::settled(&town, &Role::vasilek()).await,
        Side::settled(&town, &Role::landysh()).await,
    ];
    (town, sides)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_sides_see_each_step() {
    for form in FORMS {
        let (town, [one, other, _]) = three().await;
        for (one, other) in [(&one, &other), (&other, &one)] {
            let path = format!("/V3/GetCounteragent?myBoxId={}&counteragentBoxId={}", one.id(), other.id());
            let stranger = one.program.get(&path, form).await;
            assert_eq!((stranger.status, stranger.code()), (404, "exchange.counteragent.not-found"));
        }
        let statuses = async |one: &Side, other: &Side| {
            town.rest().await;
            [one.sees(form, other).await, other.sees(form, one).await]
                .map(|seen| seen["CurrentStatus"].as_str().unwrap().to_owned())
        };
        let inn = &other.citizen.person.role.inn;
        let asked = one.invites(form, json!({ "Inn": inn, "MessageToCounteragent": "Давайте меняться" })).await;
        assert_eq!(asked.status, 200, "{}", asked.text());
        assert_eq!(statuses(&one, &other).await, ["IsInvitedByMe", "InvitesMe"]);
        assert_eq!(one.sees(form, &other).await["MessageToCounteragent"], "Давайте меняться");
        assert_eq!(other.sees(form, &one).await["MessageFromCounteragent"], "Давайте меняться");

        // The invited box refuses; it is invited again, by its organization, and accepts.
        assert_eq!(other.parts_with(&one).await.status, 200);
        assert_eq!(statuses(&one, &other).await, ["RejectsMe", "IsRejectedByMe"]);
        let organization = &other.citizen.person.organization_id;
        one.invites(form, json!({ "OrgId": organization })).await;
        assert_eq!(statuses(&one, &other).await, ["IsInvitedByMe", "InvitesMe"]);
        let accepted = other.invites(form, json!({ "BoxId": one.id() })).await;
        assert_eq!(statuses(&one, &other).await, ["IsMyCounteragent", "IsMyCounteragent"]);
        let done = read("/V2/AcquireCounteragentResult", form, &other.result(form, &accepted).await);
        assert_eq!(done, json!({ "BoxId": one.id() }));

        let ended = one.parts_with(&other).await;
        assert_eq!((ended.status, ended.header("content-length"), ended.octets.len()), (200, "0", 0));
        assert_eq!(statuses(&one, &other).await, ["IsRejectedByMe", "RejectsMe"]);
        for (side, word, count) in [(&one, "IsRejectedByMe", 1), (&one, "RejectsMe", 0), (&other, "RejectsMe", 1)] {
            let listed = side.lists(form, &format!("&counteragentStatus={word}")).await;
            assert_eq!(
                (&listed["TotalCount"], listed["Counteragents"].as_array().unwrap().len()),
                (&json!(count), count)
            );
        }
        let again = one.parts_with(&other).await;
        assert_eq!((again.status, again.code()), (400, "exchange.counteragent.not-found"));

        // The other takes an invitation back; invited anew, nothing is left of it.
        other.invites(form, json!({ "BoxId": one.id() })).await;
        assert_eq!(statuses(&one, &other).await, ["InvitesMe", "IsInvitedByMe"]);
        assert_eq!(other.parts_with(&one).await.status, 200);
        assert_eq!(statuses(&one, &other).await, ["RejectsMe", "IsRejectedByMe"]);
        one.invites(form, json!({ "BoxId": other.id() })).await;
        assert_eq!(statuses(&one, &other).await, ["IsInvitedByMe", "InvitesMe"]);
        town.close().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_task_is_waited_for_and_is_ones_own() {
    let (town, [one, other, stranger]) = three().await;
    let asked = one.invites(Form::Protobuf, json!({ "BoxId": other.id() })).await;
    town.rest().await;
    for form in FORMS {
        for (state, status) in [("pending", 204), ("done", 200)] {
            let cx = town.app.cx(Caller::System);
            let written = town.app.store.write(&cx, state, |tx, _, state| {
                Box::pin(async move { Ok::<_, No<exchange::Refusal>>(tx.execute(&UNTELL, binds![*state]).await?) })
            });
            written.await.unwrap();
            let task = read("/V3/AcquireCounteragent", Form::Protobuf, &asked)["TaskId"].clone();
            let path = format!("/V2/AcquireCounteragentResult?taskId={}", task.as_str().unwrap());
            let reply = one.program.get(&path, form).await;
            assert_eq!(reply.status, status, "{}", reply.text());
            // A finished answer carries no time to wait: some clients go by that header alone.
            assert_eq!(reply.header("retry-after"), if status == 204 { "1" } else { "" });
            let foreign = stranger.program.get(&path, form).await;
            assert_eq!((foreign.status, foreign.code()), (404, "diadoc.thing.not-found"));
        }
    }
    let twice = one.invites(Form::Protobuf, json!({ "BoxId": other.id() })).await;
    let refused = one.result(Form::Protobuf, &twice).await;
    assert_eq!((refused.status, refused.code()), (409, "exchange.counteragent.already-invited"));
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whom_and_how_is_checked_before_anything_is_done() {
    let (town, [one, other, _]) = three().await;
    let departments = one.program.get("/GetMyOrganizations", Form::Json).await.json();
    let root = departments["Organizations"][0]["Departments"][0]["DepartmentId"].as_str().unwrap().to_owned();
    let nowhere = "0192d3c4-0000-7000-8000-00000000002a";
    let document = json!({ "SignedContent": { "Content": "AA==" }, "FileName": "Договор.txt" });
    for (request, expected) in [
        (json!({}), (400, "diadoc.field.missing")),
        (json!({ "BoxId": "x" }), (400, "diadoc.field.form")),
        (json!({ "OrgId": "x" }), (400, "diadoc.field.form")),
        (json!({ "Inn": "9800000021" }), (400, "diadoc.field.form")),
        (json!({ "BoxId": nowhere }), (404, "exchange.counteragent.not-found")),
        (json!({ "OrgId": nowhere }), (404, "exchange.counteragent.not-found")),
        (json!({ "Inn": "9800000060" }), (404, "exchange.counteragent.not-found")),
        (json!({ "BoxId": one.id() }), (400, "exchange.recipient.same-box")),
        (json!({ "BoxId": other.id(), "InvitationDocument": document }), (400, "diadoc.field.not-connected")),
        (
            json!({ "BoxId": other.id(), "MessageToCounteragent": "я".repeat(5_001) }),
            (400, "exchange.comment.too-long"),
        ),
    ] {
        for form in FORMS {
            let reply = one.invites(form, request.clone()).await;
            assert_eq!((reply.status, reply.code()), expected, "{request}: {}", reply.text());
        }
    }
    for (department, status) in [(nowhere, 404), (root.as_str(), 200)] {
        let path = format!("/V3/AcquireCounteragent?myBoxId={}&myDepartmentId={department}", one.id());
        let body = json!({ "BoxId": other.id() }).to_string().into_bytes();
        let reply = one.program.post(&path, Form::Json, body).await;
        assert_eq!(reply.status, status, "{}", reply.text());
    }
    town.rest().await;
    assert_eq!(other.lists(Form::Json, "").await["TotalCount"], 1);
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn counteragents_are_listed_sought_and_counted() {
    let (town, [one, two, three]) = three().await;
    one.citizen.person.befriend(&two.citizen.person).await.unwrap();
    one.citizen.person.invite(&three.citizen.person).await.unwrap();
    town.rest().await;
    for form in FORMS {
        let names = |list: &Value| -> Vec<String> {
            let listed = list["Counteragents"].as_array().unwrap().iter();
            listed.map(|each| each["Organization"]["Inn"].as_str().unwrap().to_owned()).collect()
        };
        let (linked, invited) = (&two.citizen.person.role.inn, &three.citizen.person.role.inn);
        for (rest, expected) in [
            ("&counteragentStatus=IsMyCounteragent", vec![linked]),
            ("&counteragentStatus=isinvitedbyme", vec![invited]),
            ("&counteragentStatus=InvitesMe", vec![]),
            ("&counteragentStatus=IsRejectedByMe", vec![]),
            ("&query=василек", vec![linked]),
            ("&query=9800000038", vec![invited]),
            ("&query=98000000", vec![linked, invited]),
            ("&query=98000000&counteragentStatus=IsMyCounteragent", vec![linked]),
            ("&query=нет", vec![]),
        ] {
            let list = one.lists(form, rest).await;
            let mut found = names(&list);
            found.sort();
            assert_eq!(found.iter().collect::<Vec<_>>(), expected, "{rest}");
            assert_eq!(list["TotalCount"], expected.len(), "{rest}");
            assert_eq!(list["TotalCountType"], "Equal");
        }
        let first = one.lists(form, "&pageSize=1").await;
        let key = first["Counteragents"][0]["IndexKey"].as_str().unwrap().to_owned();
        let second = one.lists(form, &format!("&pageSize=1&afterIndexKey={key}")).await;
        assert_eq!((first["TotalCount"].as_i64(), second["TotalCount"].as_i64()), (Some(2), Some(2)));
        assert_ne!(names(&first), names(&second));
        let key = second["Counteragents"][0]["IndexKey"].as_str().unwrap().to_owned();
        assert_eq!(one.lists(form, &format!("&afterIndexKey={key}")).await["Counteragents"], json!([]));
        for bad in ["&pageSize=0", "&pageSize=101", "&pageSize=-1", "&afterIndexKey=x", "&counteragentStatus=Linked"] {
            let path = format!("/V3/GetCounteragents?myBoxId={}{bad}", one.id());
            assert_eq!(one.program.get(&path, form).await.status, 400, "{bad}");
        }
    }
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn cards_by_inn_say_what_they_are_to_the_box() {
    let (town, [one, two, three]) = three().await;
    one.citizen.person.befriend(&two.citizen.person).await.unwrap();
    town.rest().await;
    let inns: Vec<&str> = [&one, &two, &three].map(|side| side.citizen.person.role.inn.as_str()).to_vec();
    let request = json!({ "InnList": inns });
    let path = "/V2/GetOrganizationsByInnList";
    for form in FORMS {
        let body = match form {
            Form::Protobuf => encoded("Diadoc.Api.Proto.GetOrganizationsByInnListRequest", &request),
            Form::Json => request.to_string().into_bytes(),
        };
        let with_box = format!("{path}?myBoxId={}", one.id());
        let found = read(path, form, &one.program.post(&with_box, form, body.clone()).await);
        let statuses: BTreeMap<&str, &Value> = found["Organizations"]
            .as_array()
            .unwrap()
            .iter()
            .map(|each| (each["Organization"]["Inn"].as_str().unwrap(), &each["CounteragentStatus"]))
            .collect();
        let expected = ["NotInCounteragentList", "IsMyCounteragent", "NotInCounteragentList"].map(Value::from);
        assert_eq!(statuses, inns.iter().copied().zip(expected.iter()).collect());
        let bare = read(path, form, &one.program.post(path, form, body.clone()).await);
        assert!(bare["Organizations"].as_array().unwrap().iter().all(|each| each.get("CounteragentStatus").is_none()));
        let foreign = one.program.post(&format!("{path}?myBoxId={}", two.id()), form, body).await;
        assert_eq!((foreign.status, foreign.code()), (403, "diadoc.box.forbidden"));
    }
    town.close().await;
}
