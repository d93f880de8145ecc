//! Content: by its hash, whole or not at all, apart for each organization, swept when nobody names it.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use kernel::OrganizationId;
use store::{ContentHash, ContentRef, Fault, Store, Stored, Swept, limits};
use testkit::Database;

use crate::demo::{catalogue, cx};

fn file_of(db: &Database, id: OrganizationId, hash: ContentHash) -> PathBuf {
    let hex = hash.to_hex();
    db.config().blobs.join(format!("{id}/{}/{}/{hex}", &hex[..2], &hex[2..4]))
}

fn make_old(file: &PathBuf) {
    let two_days_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_600_000_000);
    fs::File::options().write(true).open(file).unwrap().set_modified(two_days_ago).unwrap();
}

async fn put(store: &Store, id: OrganizationId, bytes: &[u8]) -> ContentRef {
    store.put_content(id, &bytes.to_vec().into()).await.unwrap()
}

#[test]
fn small_stays_inline_and_large_is_a_file_of_its_organization() {
    testkit::stories::run(store::Engine::Sqlite, &catalogue(), async |db: Database| {
        let (store, cx) = (db.open().await, cx(41));
        let (romashka, vasilek): (OrganizationId, OrganizationId) = (cx.new_id(), cx.new_id());
        let small = put(&store, romashka, &vec![7; limits::INLINE_BYTES_MAX]).await;
        assert_eq!((small.stored, small.size_bytes), (Stored::Inline, 65_536));
        assert!(matches!(store.get_content(romashka, small.hash).await, Err(Fault::Content(_))));

        let bytes = vec![7; limits::INLINE_BYTES_MAX + 1];
        let large = put(&store, romashka, &bytes).await;
        assert_eq!(large, ContentRef { hash: ContentHash::of(&bytes), size_bytes: 65_537, stored: Stored::Blob });
        assert_eq!(put(&store, romashka, &bytes).await, large);
        assert_eq!(fs::read(file_of(&db, romashka, large.hash)).unwrap(), bytes);
        assert_eq!(store.get_content(romashka, large.hash).await.unwrap(), bytes);
        assert!(matches!(store.get_content(vasilek, large.hash).await, Err(Fault::Content(_))));
        let too_large = vec![0; limits::CONTENT_BYTES_MAX + 1];
        assert!(matches!(store.put_content(romashka, &too_large.into()).await, Err(Fault::Content(_))));
    });
}

#[test]
fn damage_is_seen_and_the_same_content_heals_it() {
    testkit::stories::run(store::Engine::Sqlite, &catalogue(), async |db: Database| {
        let (store, id) = (db.open().await, cx(42).new_id());
        let bytes = vec![1; 100_000];
        let large = put(&store, id, &bytes).await;
        let file = file_of(&db, id, large.hash);
        for damaged in [bytes[1..].to_vec(), Vec::new(), [&bytes[..], b"x"].concat()] {
            fs::write(&file, damaged).unwrap();
            assert!(matches!(store.get_content(id, large.hash).await, Err(Fault::Content(_))));
            put(&store, id, &bytes).await;
            assert_eq!(store.get_content(id, large.hash).await.unwrap(), bytes);
        }
    });
}

#[test]
fn old_content_without_a_row_is_swept() {
    testkit::stories::run(store::Engine::Sqlite, &catalogue(), async |db: Database| {
        let (store, id) = (db.open().await, cx(43).new_id());
        let mut hashes = Vec::new();
        for fill in 0..4 {
            hashes.push(put(&store, id, &vec![fill; 100_000]).await.hash);
        }
        // 0 is young; 1 is old and named; 2 is old and put again; 3 is old and nobody's.
        for hash in &hashes[1..] {
            make_old(&file_of(&db, id, *hash));
        }
        put(&store, id, &vec![2; 100_000]).await;
        fs::write(db.config().blobs.join("stranger"), b"not ours").unwrap();
        make_old(&db.config().blobs.join("stranger"));
        let named = hashes[1];
        let swept = store.sweep_content(&move |_, hash| Box::pin(async move { Ok(hash == named) })).await.unwrap();
        assert_eq!(swept, Swept { seen: 5, removed: 1 });
        let there: Vec<bool> = hashes.iter().map(|hash| file_of(&db, id, *hash).exists()).collect();
        assert_eq!(there, [true, true, true, false]);
    });
}
