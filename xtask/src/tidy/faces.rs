//! Rooms speak through `lib.rs` only, and `model/` stays pure.

use crate::report::Finding;
use crate::source::{RustFile, Token, TokenKind};

/// What a room keeps to itself. Its use cases (`ops`) may be opened by `lib.rs`: they are verbs, and the verbs are the face.
const INNER: &[&str] = &["model", "store", "http", "jobs"];
/// Words that bring a runtime, a database or a machine into `model/`.
const IMPURE: &[&str] =
    &["async", "await", "sqlx", "axum", "tokio", "reqwest", "store", "web", "SystemTime", "Instant", "getrandom"];

pub fn check(files: &[RustFile], rooms: &[String]) -> Vec<Finding> {
    files
        .iter()
        .flat_map(|file| [reaches_inside(file, rooms), impure_model(file), open_modules(file, rooms)].concat())
        .collect()
}

/// `exchange::store::…` written outside `exchange`.
fn reaches_inside(file: &RustFile, rooms: &[String]) -> Vec<Finding> {
    let own = room_of(&file.path);
    let found = file.tokens.windows(4).enumerate().filter_map(|(at, window)| {
        let [room, a, b, inner] = window else { return None };
        let first =
            at.checked_sub(1).and_then(|before| file.tokens.get(before)).is_none_or(|before| before.text != ":");
        let path = first && a.text == ":" && b.text == ":" && is_word(room) && is_word(inner);
        let foreign = rooms.contains(&room.text) && Some(room.text.as_str()) != own;
        (path && foreign && INNER.contains(&inner.text.as_str())).then(|| {
            let advice = format!("{}::{} is inside the room; use what its lib.rs exports", room.text, inner.text);
            Finding::new(&file.path, room.line, "face", advice)
        })
    });
    found.collect()
}

fn impure_model(file: &RustFile) -> Vec<Finding> {
    if !file.path.contains("/src/model/") && !file.path.ends_with("/src/model.rs") {
        return Vec::new();
    }
    let words = file.tokens.iter().enumerate().filter(|(at, token)| {
        let name = token.text.as_str();
        let path_only = matches!(name, "store" | "web");
        let is_path = file.tokens.get(at + 1).is_some_and(|next| next.text == ":")
            && file.tokens.get(at + 2).is_some_and(|next| next.text == ":");
        is_word(token) && IMPURE.contains(&name) && (!path_only || is_path)
    });
    let finding = |(_, token): (usize, &Token)| {
        Finding::new(
            &file.path,
            token.line,
            "model",
            format!("{} in model/: rules are tested with values only; move it to ops/ or store/", token.text),
        )
    };
    words.map(finding).collect()
}

/// `pub mod store;` in a room's `lib.rs`.
fn open_modules(file: &RustFile, rooms: &[String]) -> Vec<Finding> {
    let Some(room) = room_of(&file.path).filter(|room| rooms.iter().any(|it| it == room)) else { return Vec::new() };
    if file.path != format!("crates/{room}/src/lib.rs") {
        return Vec::new();
    }
    let open = file.syntax.items.iter().filter_map(|item| match item {
        syn::Item::Mod(module)
            if matches!(module.vis, syn::Visibility::Public(_)) && INNER.iter().any(|inner| module.ident == inner) =>
        {
            Some(module)
        }
        _ => None,
    });
    open.map(|module| {
        let line = module.ident.span().start().line;
        Finding::new(
            &file.path,
            line,
            "face",
            format!("`pub mod {}`: export by `pub use` what others may use", module.ident),
        )
    })
    .collect()
}

fn room_of(path: &str) -> Option<&str> {
    path.strip_prefix("crates/")?.split('/').next()
}

fn is_word(token: &Token) -> bool {
    token.kind == TokenKind::Word
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(path: &str, text: &str) -> Vec<String> {
        let file = RustFile::parse(path, text).unwrap();
        let rooms = ["account", "exchange"].map(str::to_owned);
        check(&[file], &rooms).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_a_room_may_write() {
        for (path, text) in [
            ("crates/exchange/src/ops/post.rs", "use account::OrgScope; fn f() { account::authorize(); }"),
            ("crates/exchange/src/ops/post.rs", "use crate::store::boxes; fn f() { crate::model::g() }"),
            ("crates/exchange/src/ops/post.rs", "fn f() { exchange::store::g() }"),
            ("crates/exchange/src/ops/post.rs", "fn f() { account::ops::read::organization() }"),
            ("crates/exchange/src/ops/post.rs", "fn f() { self::account::store::g() }"),
            ("crates/exchange/src/model/flow.rs", "fn store(web: u8) -> u8 { web }"),
            ("crates/exchange/src/lib.rs", "mod ops; pub use ops::Post; pub mod words {}"),
            ("crates/store/src/lib.rs", "pub mod jobs {}"),
        ] {
            assert_eq!(said(path, text), [] as [String; 0], "{text}");
        }
    }

    #[test]
    fn what_it_may_not() {
        for (path, text, rule) in [
            ("crates/exchange/src/ops/post.rs", "use account::store::members;", "face: account::store is inside"),
            ("crates/exchange/src/ops/post.rs", "fn f() { account::model::g() }", "face: account::model is inside"),
            (
                "crates/exchange/src/ops/post.rs",
                "fn f() { vec![account::http::g()]; }",
                "face: account::http is inside",
            ),
            ("crates/svitok/src/main.rs", "use exchange::jobs::deliver;", "face: exchange::jobs is inside"),
            ("crates/exchange/src/lib.rs", "pub mod store;", "face: `pub mod store`"),
            ("crates/account/src/lib.rs", "pub mod model { }", "face: `pub mod model`"),
            ("crates/exchange/src/model/flow.rs", "async fn f() {}", "model: async in model/"),
            ("crates/exchange/src/model/flow.rs", "use store::Tx;", "model: store in model/"),
            ("crates/exchange/src/model/flow.rs", "use tokio::sync::Mutex;", "model: tokio in model/"),
            (
                "crates/exchange/src/model/flow.rs",
                "fn f() { std::time::SystemTime::now(); }",
                "model: SystemTime in model/",
            ),
        ] {
            let found = said(path, text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert!(found[0].contains(rule), "{}", found[0]);
        }
    }
}
