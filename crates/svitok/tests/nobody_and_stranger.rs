//! Every route of the program called by nobody, by the director of another organization and by members without the
//! permission. What may be answered otherwise stands in `nobody_and_stranger.toml` with its reason; that list may
//! only shrink.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "nobody_and_stranger/things.rs"]
mod things;
mod town;

use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use things::{Things, body_of};
use town::{Body, Reply, Town};

/// Requests of the walk a second.
const ASKED_PER_SECOND: u32 = 10_000;
/// Exceptions now: lowered with the list, never raised.
const EXCEPTIONS: usize = 314;
/// What the program answers nobody with beside the described routes; pages that ask for a sign-in are in `pages.rs`.
const UNDESCRIBED: &[&str] = &[
    "/",
    "/sign-in",
    "/register",
    "/reset",
    "/check",
    "/check-file",
    "/certificates/find",
    "/certificates/revoke",
    "/status",
    "/authorities.pem",
    "/legal.md",
    "/health",
    "/plugins",
    "/api/v1/openapi.json",
];
/// Asked last by each: it ends the sign-in that asks.
const LAST: &str = "/api/v1/account/sign-ins/current";

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Who {
    /// Without a sign-in: 401.
    Nobody,
    /// The director of another organization with this one's ids: 404, as for ids that are nowhere.
    Stranger,
    /// The same with the own organization or box and this one's things inside: 404.
    StrangerAtHome,
    /// A member with no permission: 403.
    Member,
    /// A member who may only read, where something is changed: 403.
    Reader,
}

impl Who {
    const ALL: [Self; 5] = [Self::Nobody, Self::Stranger, Self::StrangerAtHome, Self::Member, Self::Reader];

    const fn expected(self) -> u16 {
        match self {
            Self::Nobody => 401,
            Self::Stranger | Self::StrangerAtHome => 404,
            Self::Member | Self::Reader => 403,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    exception: Vec<Exception>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    method: String,
    path: String,
    who: Vec<Who>,
    status: u16,
    reason: String,
}

/// A route: method and path as described.
type Route = (String, String);

fn routes(town: &Town) -> Vec<Route> {
    let described: Value = serde_json::from_str(&svitok::pages::description(&town.openapi)).unwrap();
    let paths = described.get("paths").and_then(Value::as_object).unwrap();
    let methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];
    let mut routes = Vec::new();
    for (path, item) in paths {
        for method in methods.into_iter().filter(|method| item.get(*method).is_some()) {
            routes.push((method.to_uppercase(), path.clone()));
        }
    }
    routes.sort_by_key(|(_, path)| path == LAST);
    routes
}

/// Whether the call makes sense for this asker: at home only where a thing lies inside an organization or a box, the
/// reader only where something is changed.
fn concerns(who: Who, (method, path): &Route) -> bool {
    match who {
        Who::StrangerAtHome => path.matches('{').count() > 1,
        Who::Reader => method != "GET",
        Who::Nobody | Who::Stranger | Who::Member => true,
    }
}

/// The path with ids in the place of their names.
fn filled(path: &str, things: &Things) -> String {
    let mut out = String::new();
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap();
        out.push_str(before);
        let place = format!("{}/{name}", before.trim_matches('/'));
        let id = things.get(&place).or_else(|| things.get(name));
        out.push_str(id.unwrap_or_else(|| panic!("{path}: the walk knows no {name}")));
        rest = after;
    }
    out + rest + &things.query_of(path)
}

struct Walk<'a> {
    town: &'a Town,
    /// What is Ромашка's.
    theirs: Things,
    /// Ids that are nowhere.
    nowhere: Things,
    /// The stranger's own organization and box.
    home: Things,
    tokens: [String; 3],
}

impl Walk<'_> {
    async fn ask(&self, who: Who, (method, path): &Route, things: &Things) -> Reply {
        let [stranger, member, reader] = &self.tokens;
        let token = match who {
            Who::Nobody => None,
            Who::Stranger | Who::StrangerAtHome => Some(stranger.as_str()),
            Who::Member => Some(member.as_str()),
            Who::Reader => Some(reader.as_str()),
        };
        let body = body_of(method, path, things, &format!("{who:?}").to_lowercase());
        self.town.ask(token, method, &filled(path, things), body).await
    }

    /// The status; for strangers refused also that the answer is the same as for ids that are nowhere.
    async fn status(&self, who: Who, route: &Route) -> u16 {
        let (real, unknown) = match who {
            Who::StrangerAtHome => {
                let home = self.home.only(route.1.split(['{', '}']).nth(1).unwrap());
                (home.over(&self.theirs), home.over(&self.nowhere))
            }
            _ => (self.theirs.clone(), self.nowhere.clone()),
        };
        let reply = self.ask(who, route, &real).await;
        if matches!(who, Who::Stranger | Who::StrangerAtHome) && reply.status == 404 {
            let nothing = self.ask(who, route, &unknown).await;
            assert_eq!(told(&reply), told(&nothing), "{who:?} {route:?}: what is there is told from what is not");
        }
        if reply.status >= 400 {
            assert!(!reply.code().is_empty() && reply.body.get("request_id").is_some(), "{route:?}: {}", reply.text);
        }
        reply.status
    }
}

/// An answer without what differs in each request.
fn told(reply: &Reply) -> (u16, Value) {
    let mut body = reply.body.clone();
    if let Some(fields) = body.as_object_mut() {
        fields.remove("request_id");
    }
    (reply.status, body)
}

fn exceptions() -> Vec<Exception> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/nobody_and_stranger.toml");
    let file: File = toml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    file.exception
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_route_knows_whom_it_answers() {
    // The walk asks every route by every kind of person at once: more than one address may ask in a second.
    let town = Town::open_as(town::NOW, |place| place.address_rate = ASKED_PER_SECOND).await;
    let (theirs, home, tokens) = things::made(&town).await;
    let walk = Walk { town: &town, nowhere: theirs.unknown(&town), theirs, home, tokens };
    let exceptions = exceptions();
    let allowed = |who: Who, (method, path): &Route| {
        let mut found = exceptions.iter().filter(|e| e.who.contains(&who) && e.method == *method && e.path == *path);
        (found.next().map(|exception| exception.status), found.next().is_some())
    };
    let (mut wrong, mut met) = (Vec::new(), BTreeSet::new());
    for route in routes(&town) {
        for who in Who::ALL.into_iter().filter(|who| concerns(*who, &route)) {
            let (exception, twice) = allowed(who, &route);
            let status = walk.status(who, &route).await;
            if status != exception.unwrap_or(who.expected()) {
                wrong.push(format!("{who:?} {route:?}: {status}"));
            } else if twice || exception == Some(who.expected()) {
                wrong.push(format!("{who:?} {route:?}: the exception is not needed"));
            } else if exception.is_some() {
                met.insert((who, route.clone()));
            }
        }
    }
    for path in UNDESCRIBED {
        assert_eq!(town.ask(None, "GET", path, Body::None).await.status, 200, "{path}");
    }
    town.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let listed: usize = exceptions.iter().map(|exception| exception.who.len()).sum();
    assert_eq!(met.len(), listed, "an exception names no route that is asked");
    assert_eq!(listed, EXCEPTIONS, "the list may only shrink");
    assert!(exceptions.iter().all(|exception| exception.reason.len() > 20), "an exception needs its reason");
}
