//! A crowd that signs in by passwords keeps nobody else waiting.

use crate::authority::anna;
use crate::certificates::{UNQUALIFIED, binds, shows, trusted};
use crate::world::{PASSWORD, World, catalogue};
use account::{HASHES_AT_ONCE_MAX, HASHES_WAITING_MAX};
use http::StatusCode;
use testkit::Database;

const SELLER: &str = "seller@romashka.example";

testkit::on_both_engines! {
    catalogue();

    async fn passwords_never_starve_the_rest(db: Database) {
        let w = World::new(&db).await;
        let root = trusted(&w, UNQUALIFIED, 10).await;
        let director = root.issue(anna(), 20);
        let (_, token) = w.person(SELLER).await;
        binds(&w, &token, &director).await;
        let crowd: Vec<_> = std::iter::from_fn(|| w.passwords.enter().ok()).take(1000).collect();
        assert_eq!(crowd.len(), HASHES_AT_ONCE_MAX + HASHES_WAITING_MAX);
        let busy = w.shows(SELLER, PASSWORD).await;
        assert_eq!((busy.status, busy.code()), (StatusCode::TOO_MANY_REQUESTS, "account.sign-in.busy"));
        assert_eq!(w.get("/api/v1/account/me", &token).await.status, StatusCode::OK);
        let opened = shows(&w, &director).await;
        assert_eq!(opened.status, StatusCode::OK, "{}", opened.body);
        assert!(opened.body.get("opened").is_some(), "certificates need no place among passwords");
        drop(crowd);
        for _ in 0..10 {
            assert_eq!(w.shows(SELLER, PASSWORD).await.status, StatusCode::CREATED, "and busy cost nobody an attempt");
        }
    }
}
