//! Everything that can be wrong with a request of a built method, made of the table and the good requests of the
//! conversations, in both wire forms. A method that is built later joins by its conversation.

mod bodies;
mod cases;
mod kinds;
mod things;

use crate::scene::Scene;
use crate::transcript::{Said, files, replay};
use crate::world::{FORMS, Form, Program, Reply};
use cases::{Case, Expected, Request};
use kinds::Table;
use std::collections::{BTreeMap, BTreeSet};
use store::{Fetch as _, Sql, binds};
use things::Things;
use wire_diadoc::Row;

/// Exceptions now: lowered with the list, never raised.
const EXCEPTIONS: usize = 0;
/// Answered by every method, whatever its page lists.
const ALWAYS: [u16; 5] = [400, 401, 405, 415, 429];

const TABLES: Sql = Sql::global("test.tables", "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");

/// Rows of every table.
type Kept = BTreeMap<String, i64>;

/// What was found wrong, a line each.
#[derive(Default)]
struct Found {
    wrong: Vec<String>,
    used: BTreeSet<usize>,
    asked: usize,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_wrong_is_refused_and_leaves_nothing() {
    let table = Table::read();
    assert_eq!(table.exception.len(), EXCEPTIONS, "the list of exceptions may only shrink; lower EXCEPTIONS with it");
    let (mut found, mut tried) = (Found::default(), BTreeSet::new());
    for path in files() {
        let scene = Scene::open().await;
        let said = replay(&scene, &path, Form::Protobuf).await;
        let things = Things::made(&scene).await;
        for said in said.iter().filter(|said| said.status == 200) {
            if tried.insert((said.row.path, said.verb.clone())) {
                method(&scene, &table, &things, said, &mut found).await;
            }
        }
        scene.close().await;
    }
    println!("{} requests to {} methods", found.asked, tried.len());
    let idle: Vec<_> = (0..table.exception.len()).filter(|index| !found.used.contains(index)).collect();
    let idle: Vec<_> = idle.into_iter().filter_map(|index| table.exception.get(index)).collect();
    assert!(idle.is_empty(), "exceptions that nothing needs: {idle:?}");
    assert!(found.wrong.is_empty(), "{} answers:\n{}", found.wrong.len(), found.wrong.join("\n"));
}

async fn method(scene: &Scene, table: &Table, things: &Things, said: &Said, found: &mut Found) {
    for form in FORMS {
        // The good request again: what was done once may be a conflict now.
        let mut good = ask(scene, &Request::good(said, form)).await;
        scene.town.rest().await;
        let mut kept = Box::pin(kept(scene)).await;
        for case in cases::all(table, things, said, form) {
            let at = format!("{} {form:?}: {}", said.row.path, case.what);
            let reply = ask(scene, &case.request).await;
            found.asked += 1;
            let mut wrong = general(said.row, &reply);
            if case.expected == Expected::AsGood && !is_alike(&good, &reply) {
                // What was done once is a conflict now, and the good request is answered so too.
                good = ask(scene, &Request::good(said, form)).await;
            }
            wrong.extend(answered(table, said.row, &case, (&good, &reply), found));
            if let Some(twin) = &case.twin {
                let other = ask(scene, twin).await;
                if (other.status, other.code(), &other.octets) != (reply.status, reply.code(), &reply.octets) {
                    wrong.push(format!("differs from nobody's: {} {}", other.status, other.text()));
                }
            }
            if reply.status < 300 {
                scene.town.rest().await;
            }
            let after = Box::pin(self::kept(scene)).await;
            let left = difference(&kept, &after);
            let is_kept = left.iter().all(|(name, ..)| table.may_leave(said.row.path, name));
            if !is_kept && (reply.status >= 300 || case.request.verb == "GET") {
                wrong.push(format!("left something: {left:?}"));
            }
            kept = after;
            found.wrong.extend(wrong.into_iter().map(|line| format!("{at}: {line}")));
        }
    }
}

/// What every answer has.
fn general(row: &Row, reply: &Reply) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut must = |holds: bool, what: &str| {
        if !holds {
            wrong.push(format!("{what}: {} {:?} {}", reply.status, reply.headers, reply.text()));
        }
    };
    let is_unknown = (reply.status, reply.code()) == (404, "diadoc.method.unknown");
    let is_documented = row.codes.contains(&reply.status) || ALWAYS.contains(&reply.status) || is_unknown;
    must(is_documented, "a status beyond the documented ones");
    must(reply.status < 500, "nothing that a client says makes a machine fail");
    if reply.status != 204 {
        must(reply.header("content-length") == reply.octets.len().to_string(), "the length");
    }
    if reply.status >= 400 {
        must(reply.header("content-type") == "text/plain; charset=utf-8", "a refusal is text");
        must(std::str::from_utf8(&reply.octets).is_ok_and(|text| !text.trim().is_empty()), "a text of a refusal");
        must(!reply.code().is_empty() && !reply.header("x-kontur-trace-id").is_empty(), "code and trace");
    }
    wrong
}

fn is_alike(good: &Reply, reply: &Reply) -> bool {
    (reply.status, reply.code()) == (good.status, good.code())
}

/// What this request is answered.
fn answered(
    table: &Table,
    row: &Row,
    case: &Case,
    (good, reply): (&Reply, &Reply),
    found: &mut Found,
) -> Option<String> {
    let is_refused = (400..410).contains(&reply.status);
    let as_good = is_alike(good, reply);
    let holds = match case.expected {
        Expected::Refusal(status, code) => (reply.status, reply.code()) == (status, code),
        Expected::Refused => is_refused,
        Expected::AsGood => as_good,
        Expected::RefusedOrGood => is_refused || as_good,
    };
    let is_named = case.names.as_ref().is_none_or(|name| reply.text().contains(name));
    if holds && is_named {
        return None;
    }
    if let Some(exception) = table.exception(row.path, &case.what) {
        found.used.extend(table.exception.iter().position(|each| std::ptr::eq(each, exception)));
        let holds = match exception.status {
            None => as_good,
            Some(status) => (reply.status, reply.code()) == (status, exception.code.as_str()),
        };
        if holds {
            return None;
        }
    }
    let expected = (case.expected, &case.names);
    Some(format!(
        "{} {} {:?}, not {expected:?}",
        reply.status,
        reply.code(),
        reply.text().chars().take(120).collect::<String>()
    ))
}

async fn ask(scene: &Scene, request: &Request) -> Reply {
    let program = Program::new(&scene.town).with(&request.authorization);
    let octets = request.octets.clone();
    program.ask(&request.verb, &request.path, request.form, request.media_type.as_deref(), octets).await
}

/// Rows of every table.
async fn kept(scene: &Scene) -> Kept {
    let mut reader = scene.town.app.store.reader().await.unwrap();
    let tables = reader.fetch_all(&TABLES, binds![]).await.unwrap();
    let mut rows = Kept::new();
    for table in tables.iter().map(|row| row.text(0).unwrap()) {
        let text: &'static str = Box::leak(format!("SELECT COUNT(*) FROM {table}").into_boxed_str());
        let count = reader.fetch_one(&Sql::global("test.count", text), binds![]).await.unwrap();
        rows.insert(table, count.i64(0).unwrap());
    }
    rows
}

fn difference(before: &Kept, after: &Kept) -> Vec<(String, i64, i64)> {
    let changed = after.iter().filter(|(table, rows)| before.get(*table) != Some(rows));
    changed.map(|(table, rows)| (table.clone(), before.get(table).copied().unwrap_or_default(), *rows)).collect()
}
