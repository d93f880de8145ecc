//! Every recorded conversation replayed in both wire forms, each in a town of its own.

use crate::scene::Scene;
use crate::transcript::{files, read, replay};
use crate::world::FORMS;
use std::collections::BTreeSet;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn conversations_are_replayed_in_both_forms() {
    for path in files() {
        for form in FORMS {
            let scene = Scene::open().await;
            replay(&scene, &path, form).await;
            scene.close().await;
        }
    }
}

/// Answered well only to who decrypts with a key, which no recorded conversation can: `sign_in.rs` tells their story.
const BY_KEY: &[&str] = &["/V2/AuthenticateConfirm", "/V3/AuthenticateConfirm"];

#[test]
fn every_built_method_is_spoken_of() {
    let spoken: BTreeSet<String> = files()
        .iter()
        .flat_map(|path| read(path))
        .filter(|exchange| matches!(exchange.expect.status, 200 | 204))
        .map(|exchange| exchange.path.split('?').next().unwrap().to_owned())
        .collect();
    let silent: Vec<_> =
        wire_diadoc::built().into_iter().filter(|path| !spoken.contains(*path) && !BY_KEY.contains(path)).collect();
    assert!(silent.is_empty(), "no conversation in contracts/diadoc-conversations calls: {silent:?}");
}
