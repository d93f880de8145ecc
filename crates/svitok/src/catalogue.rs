//! Every room's migrations and statements, in one list.

use store::Catalogue;

/// What the database of this program is made of.
#[must_use]
pub fn catalogue() -> Catalogue {
    Catalogue::new()
        .with(web::MIGRATIONS, web::STATEMENTS)
        .with(post::MIGRATIONS, post::STATEMENTS)
        .with(trust::MIGRATIONS, trust::STATEMENTS)
        .with(account::MIGRATIONS, account::STATEMENTS)
        .with(billing::MIGRATIONS, billing::STATEMENTS)
        .with(certification::MIGRATIONS, certification::STATEMENTS)
        .with(exchange::MIGRATIONS, exchange::STATEMENTS)
        .with(reporting::MIGRATIONS, reporting::STATEMENTS)
        .with(support::MIGRATIONS, support::STATEMENTS)
        .with(wire_openid::MIGRATIONS, wire_openid::STATEMENTS)
}
