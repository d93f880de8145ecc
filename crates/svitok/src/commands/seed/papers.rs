//! Papers of the town in the states a person meets: finished, waiting, refused, asked to be corrected, a test one.

use crate::story::title::{Sides, numbered_title};
use crate::story::{Person, Posted, StoryFault, outcome_is};
use formats::utd::UtdFunction;
use kernel::RequestId;
use serde_json::json;
use web::App;

/// Who exchanges.
pub(super) struct Firms<'a> {
    pub romashka: &'a Person,
    pub vasilek: &'a Person,
    pub teplica: &'a Person,
}

/// Sends every paper and brings each to its state.
pub(super) async fn exchanged(app: &App, firms: Firms<'_>) -> Result<(), StoryFault> {
    let Firms { romashka, vasilek, teplica } = firms;
    let contract = contract(app, vasilek, romashka).await?;
    romashka.wait(&contract, "delivery of the contract", |_| true).await?;
    let finished = title(app, (romashka, vasilek), UtdFunction::SchfDop, "15").await?;
    finish(app, (romashka, vasilek), &finished).await?;
    let refused = title(app, (vasilek, romashka), UtdFunction::Dop, "48").await?;
    romashka.wait(&refused, "delivery of the refused title", |_| true).await?;
    let words = "В накладной 48 горшков, привезли 40. Просим исправить.";
    let refusal = json!({ "kind": "rejection", "signer": romashka.as_signer(), "text": words });
    romashka.answer(&refused, refusal, app.clock.now()).await?;
    vasilek.wait(&refused, "the refusal", |document| outcome_is(document, "rejected")).await?;
    let test = title(app, (teplica, romashka), UtdFunction::SchfDop, "1").await?;
    romashka.wait(&test, "delivery of the test title", |_| true).await?;
    let waiting = title(app, (romashka, vasilek), UtdFunction::SchfDop, "16").await?;
    vasilek.wait(&waiting, "delivery", |_| true).await?;
    Ok(())
}

async fn contract(app: &App, from: &Person, to: &Person) -> Result<Posted, StoryFault> {
    let text = "Договор поставки № 3\n\nСтороны договорились признавать усиленную неквалифицированную подпись.\n";
    let signature = from.sign(text.as_bytes(), app.clock.now())?;
    from.send_file(to, ("Договор поставки № 3.txt", text.as_bytes()), &signature, "town-contract").await
}

async fn title(
    app: &App,
    (seller, buyer): (&Person, &Person),
    function: UtdFunction,
    number: &str,
) -> Result<Posted, StoryFault> {
    let sides = Sides { seller: (&seller.role, &seller.participant_id), buyer: (&buyer.role, &buyer.participant_id) };
    let now = app.clock.now();
    let unique: RequestId = app.cx(kernel::Caller::System).new_id();
    let title = numbered_title(sides, function, (&unique.to_string(), number), now)?;
    seller.send_title(buyer, &title, &seller.sign(&title, now)?, &format!("town-title-{number}")).await
}

/// The buyer acknowledges and countersigns, the seller acknowledges the countersigning where it is asked.
async fn finish(app: &App, (seller, buyer): (&Person, &Person), posted: &Posted) -> Result<(), StoryFault> {
    buyer.wait(posted, "delivery of the finished title", |_| true).await?;
    let signer = buyer.as_signer();
    buyer.answer(posted, json!({ "kind": "receipt", "signer": signer }), app.clock.now()).await?;
    let accepted = json!({ "kind": "answer_title", "signer": signer, "text": "Товары приняты без расхождений" });
    buyer.answer(posted, accepted, app.clock.now()).await?;
    seller.wait(posted, "the end of the docflow", |document| outcome_is(document, "finished")).await?;
    Ok(())
}
