//! A database of an older version: what its migrations make of the rows that are there.

use crate::world::catalogue;
use account::Address;
use kernel::{BoxId, Caller, Chance, Cx, Inn, Kpp, Moment, OrganizationId};
use store::{Catalogue, Sql, Store, binds};
use testkit::Database;

/// As it was before cards had addresses.
const BEFORE: &str = "20261128080000";

const OLD_ORGANIZATION: Sql = Sql::org(
    "test.add_old_organization",
    "INSERT INTO account_organization
       (organization_id, version, name, inn, kpp, is_test, region_code, postal_code, street, created_at)
     VALUES ($1, 1, $2, $3, $4, 0, '78', '190000', 'Цветочная ул.', 0)",
);
const OLD_CARD: Sql = Sql::directory(
    "test.add_old_card",
    "INSERT INTO account_box_card (box_id, organization_id, participant_id, name, inn, kpp, is_test)
     VALUES ($1, $2, $3, $4, $5, $6, 0)",
);

fn older() -> Catalogue {
    let known = account::MIGRATIONS.iter().take_while(|migration| migration.name < BEFORE).copied();
    let migrations: &'static [store::Migration] = known.collect::<Vec<_>>().leak();
    Catalogue::new()
        .with(web::MIGRATIONS, &[])
        .with(post::MIGRATIONS, &[])
        .with(trust::MIGRATIONS, &[])
        .with(migrations, &[])
}

async fn add(store: &Store, cx: &Cx, (name, inn, kpp): (&'static str, &str, Option<&str>)) -> BoxId {
    let (id, box_id): (OrganizationId, BoxId) = (cx.new_id(), cx.new_id());
    let (inn, kpp) = (Inn::parse(inn).unwrap(), kpp.map(|kpp| Kpp::parse(kpp).unwrap()));
    let participant = format!("0SV-{inn}-1");
    store
        .write(cx, (id, box_id, inn, kpp, participant), move |tx, _, (id, box_id, inn, kpp, participant)| {
            Box::pin(async move {
                tx.execute(&OLD_ORGANIZATION, binds![*id, name, inn, kpp.as_ref()]).await?;
                tx.execute(&OLD_CARD, binds![*box_id, *id, participant.as_str(), name, inn, kpp.as_ref()]).await?;
                Ok::<(), store::No<account::AccountRefusal>>(())
            })
        })
        .await
        .unwrap();
    box_id
}

testkit::on_both_engines! {
    older();

    async fn cards_of_companies_show_the_address_and_those_of_people_do_not(db: Database) {
        let cx = Cx::new(Caller::System, Moment::EPOCH, Chance::from_seed([5; 32]));
        let store = db.open().await;
        let company = add(&store, &cx, ("ООО «Ромашка»", "9800000013", Some("980001001"))).await;
        let person = add(&store, &cx, ("ИП Васильков Борис Иванович", "980000000101", None)).await;
        store.close().await.unwrap();
        let store = Store::open(&db.config(), &catalogue()).await.unwrap();
        let mut reader = store.reader().await.unwrap();
        let card = account::find_card(&mut reader, company).await.unwrap().unwrap();
        let address = Address {
            region_code: "78".to_owned(),
            postal_code: Some("190000".to_owned()),
            street: Some("Цветочная ул.".to_owned()),
            ..Address::default()
        };
        assert_eq!(card.address, Some(address));
        let card = account::find_card(&mut reader, person).await.unwrap().unwrap();
        assert_eq!(card.address, None);
    }
}
