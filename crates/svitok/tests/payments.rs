//! From a return to orders and files for a bank, over the API.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod town;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use svitok::story::cast::Role;
use town::{Body, NOW, Town};

const PLACE: &str = "/api/v1/payments";

/// A calculation of contributions of ООО «Ромашка» for the first quarter.
fn content() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../formats/tests/ratios/NO_RASCHSV_5.08.xml");
    let text = std::fs::read_to_string(path).unwrap().replace("UTF-8", "windows-1251");
    let (octets, ..) = encoding_rs::WINDOWS_1251.encode(&text);
    STANDARD.encode(octets)
}

fn payer() -> Value {
    let bank = json!({ "bic": "044525555", "name": "Банк «Поляна»", "correspondent_account": "" });
    json!({ "name": "ООО «Ромашка»", "inn": Role::romashka().inn, "kpp": Role::romashka().kpp, "account": ACCOUNT, "bank": bank })
}

/// Nobody's: its ninth digit ties it to the bank.
const ACCOUNT: &str = "40702810400000000001";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_return_becomes_an_order_and_the_order_a_file_for_a_bank() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let token = Some(anna.token.as_str());
    let ask =
        async |place: &str, body: Value| town.ask(token, "POST", &format!("{PLACE}/{place}"), Body::Json(body)).await;
    let asked = json!({ "content": content(), "payer": payer(), "first_number": 7, "on": "2026-11-20" });
    let told = ask("from-document", asked).await;
    assert_eq!(told.status, 200, "{}", told.text);
    assert_eq!(
        (&told.body["dues"][2]["sum"], &told.body["dues"][2]["due_on"]),
        (&"45000.00".into(), &"2026-04-28".into())
    );
    let orders = told.body["orders"].as_array().unwrap();
    assert_eq!(
        (orders.len(), &orders[0]["order"]["sum"], &orders[0]["order"]["number"]),
        (1, &"45014.00".into(), &"7".into())
    );

    let order = orders[0]["order"].clone();
    let file = ask("client-bank", json!({ "orders": [order] })).await;
    assert!(file.status == 200 && file.text.starts_with("1CClientBankExchange\r\n"), "{}", file.text);
    let document = ask("direct-bank", json!({ "order": order, "client": "romashka" })).await;
    assert!(document.status == 200 && document.text.contains("<Sum>45014.00</Sum>"), "{}", document.text);

    let mut broken = order.clone();
    broken["payer"]["account"] = "40702810500000000001".into();
    let refused = ask("client-bank", json!({ "orders": [order, broken] })).await;
    assert_eq!(
        (refused.status, &refused.body["code"]),
        (422, &"payments.order.account-key".into()),
        "{}",
        refused.text
    );
    assert!(refused.text.contains("orders[1].payer.account"), "{}", refused.text);
    town.close().await;
}
