//! Stories of the details of signers.
#![expect(clippy::unwrap_used, reason = "a story stops at the first surprise")]

mod world;

use account::Permission;
use exchange::limits::{SIGNER_DETAILS_BYTES_MAX, SIGNER_DETAILS_PER_BOX_MAX};
use exchange::ops::signer_details;
use exchange::{Refusal, SignerKey};
use kernel::{BoxId, Cx};
use store::{Sql, binds};
use testkit::Database;
use world::{World, catalogue, refused};

const ADD: Sql = Sql::org(
    "story.add_signer_details",
    "INSERT INTO exchange_signer_details (organization_id, box_id, thumbprint, title, details, changed_at)
     VALUES ($1, $2, $3, 't', '', $4)",
);

const PRINT: &str = "00112233445566778899aabbccddeeff00112233";

impl World {
    async fn set(&self, cx: &Cx, box_id: BoxId, title: &str, details: &str) -> Result<(), Refusal> {
        let key = SignerKey::parse(PRINT, title).unwrap();
        let prepared = refused(signer_details::prepare(&self.room, cx, box_id, (key, details.to_owned())).await)?;
        refused(self.store.write(cx, prepared, |tx, cx, new| Box::pin(signer_details::run(tx, cx, new))).await)
    }

    async fn details(&self, cx: &Cx, box_id: BoxId, title: &str) -> Result<Option<String>, Refusal> {
        let key = SignerKey::parse(&PRINT.to_uppercase(), title).unwrap();
        refused(signer_details::find(&self.room, cx, box_id, &key).await)
    }
}

testkit::on_both_engines! { catalogue();
    async fn written_read_and_written_again(db: Database) {
        let w = World::new(db).await;
        let (cx, box_id) = (w.cx(&w.romashka), w.romashka.box_id);
        assert_eq!(w.details(&cx, box_id, "utd_seller").await, Ok(None));
        w.set(&cx, box_id, "utd_seller", "{\"Должность\":\"Директор\"}").await.unwrap();
        w.set(&cx, box_id, "utd_buyer", "другое").await.unwrap();
        assert_eq!(w.details(&cx, box_id, "utd_buyer").await, Ok(Some("другое".into())));
        w.set(&cx, box_id, "utd_seller", "новое").await.unwrap();
        assert_eq!(w.details(&cx, box_id, "utd_seller").await, Ok(Some("новое".into())));
        assert_eq!(w.details(&w.cx(&w.vasilek), w.vasilek.box_id, "utd_seller").await, Ok(None), "another's box, the same certificate");
        let long = "a".repeat(SIGNER_DETAILS_BYTES_MAX + 1);
        assert_eq!(w.set(&cx, box_id, "utd_seller", &long).await, Err(Refusal::SignerDetailsTooLong));
        let stranger = w.cx(&w.vasilek);
        assert_eq!(w.details(&stranger, box_id, "utd_seller").await, Err(Refusal::BoxNotFound));
        assert_eq!(w.set(&stranger, box_id, "utd_seller", "чужое").await, Err(Refusal::BoxNotFound));
    }

    async fn who_may_not_sign_may_only_read(db: Database) {
        let w = World::new(db).await;
        let reader = w.member(&w.romashka, "reader@romashka.example", &[Permission::Read, Permission::Send]).await;
        let box_id = w.romashka.box_id;
        w.set(&w.cx(&w.romashka), box_id, "t", "своё").await.unwrap();
        assert_eq!(w.details(&reader, box_id, "t").await, Ok(Some("своё".into())));
        let refusal = w.set(&reader, box_id, "t", "чужое").await.unwrap_err();
        assert_eq!(kernel::Refusal::kind(&refusal), kernel::RefusalKind::Forbidden);
    }

    async fn as_many_as_there_may_be(db: Database) {
        let w = World::new(db).await;
        let cx = w.cx(&w.romashka);
        let own = (w.romashka.organization_id, w.romashka.box_id);
        let filled = w.store.write(&cx, own, |tx, cx, (organization, own_box)| Box::pin(async move {
            for number in 0..SIGNER_DETAILS_PER_BOX_MAX {
                tx.execute(&ADD, binds![*organization, *own_box, format!("{number:040}"), cx.now]).await?;
            }
            Ok::<_, store::No<Refusal>>(())
        }));
        filled.await.unwrap();
        assert_eq!(w.set(&cx, w.romashka.box_id, "t", "ещё").await, Err(Refusal::TooManySignerDetails));
    }
}
