//! Documents and signatures that do not hold.

use super::town::{Body, NOW};
use super::{Scene, document, foreign};
use encoding_rs::WINDOWS_1251;
use kernel::Clock as _;
use serde_json::{Value, json};
use std::time::Duration;
use svitok::story::cast::Role;
use svitok::story::equip;

const PAPER: &[u8] = "Договор поставки № 3".as_bytes();
/// A holder's certificate lasts fifteen months.
const SIXTEEN_MONTHS: Duration = Duration::from_secs(490 * 24 * 60 * 60);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn signatures_that_do_not_hold() {
    let scene = Scene::at(NOW).await;
    let now = scene.town.clock.now();
    let role = &scene.romashka.person.role;
    let teplica = scene.town.settle(&Role::teplica()).await;
    scene.rest().await;
    let unknown = foreign::signature(PAPER, (&role.name, &role.inn), now);
    let good = scene.signed(PAPER);
    let mut flipped = good.clone();
    *flipped.last_mut().unwrap() ^= 1;
    let cases = [
        ("over other content", scene.signed(b"other content"), "exchange.signature.broken"),
        ("a bit flipped in the signature", flipped, "exchange.signature.broken"),
        ("cut", good.get(..good.len() / 2).unwrap().to_vec(), "exchange.signature.unreadable"),
        ("no signature at all", b"garbage".to_vec(), "exchange.signature.unreadable"),
        ("empty", Vec::new(), "exchange.signature.missing"),
        (
            "of another organization",
            scene.vasilek.person.sign(PAPER, now).unwrap(),
            "exchange.signature.other-organization",
        ),
        ("of a test organization", teplica.person.sign(PAPER, now).unwrap(), "exchange.signature.test"),
        ("of an unknown authority", unknown, "exchange.signature.untrusted"),
    ];
    for (what, signature, code) in cases {
        scene.refuses(what, (422, code), scene.post(document("nonformalized", PAPER, &signature))).await;
    }
    let posted = scene.post(document("nonformalized", PAPER, &good)).await;
    assert_eq!(posted.status, 201, "{}", posted.text);
    scene.rest().await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_revoked_and_an_expired_certificate() {
    let mut scene = Scene::at(NOW).await;
    let person = &scene.romashka.person;
    let founded = json!({
        "organization": { "organization_id": person.organization_id },
        "box": { "box_id": person.box_id, "participant_id": person.participant_id },
    });
    let role = Role { word: "romashka-2".into(), ..person.role.clone() };
    let second = equip(person.client.clone(), &role, &founded, &scene.town.app.chance).await.unwrap();
    let signature = second.sign(PAPER, scene.town.clock.now()).unwrap();
    let posted = scene.post(document("nonformalized", PAPER, &signature)).await;
    assert_eq!(posted.status, 201, "{}", posted.text);
    let path = format!(
        "/api/v1/certification/organizations/{}/certificates/{}/revocation",
        second.organization_id, second.certificate_id
    );
    let revocation = Body::Json(json!({ "reason": "key_compromise" }));
    let revoked = scene.town.ask(Some(&scene.romashka.token), "POST", &path, revocation).await;
    assert_eq!(revoked.status, 200, "{}", revoked.text);
    scene.rest().await;
    let expected = (422, "exchange.signature.certificate-revoked");
    scene.refuses("revoked", expected, scene.post(document("nonformalized", PAPER, &signature))).await;
    scene.town.clock.advance(SIXTEEN_MONTHS);
    scene.rest().await;
    scene.romashka.token = scene.town.sign_in(&scene.romashka.credentials).await;
    scene.vasilek.token = scene.town.sign_in(&scene.vasilek.credentials).await;
    let signature = scene.signed(PAPER);
    let expected = (422, "exchange.signature.certificate-expired");
    scene.refuses("expired", expected, scene.post(document("nonformalized", PAPER, &signature))).await;
    scene.close().await;
}

/// A title, changed as text before it is signed.
fn changed(title: &[u8], from: &str, to: &str) -> Vec<u8> {
    let (text, _, _) = WINDOWS_1251.decode(title);
    assert!(text.contains(from), "{from}");
    WINDOWS_1251.encode(&text.replacen(from, to, 1)).0.into_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn titles_that_cannot_be_read() {
    let scene = Scene::at(NOW).await;
    let title = scene.title();
    let (text, _, _) = WINDOWS_1251.decode(&title);
    let declaration = text.split_once("?>").unwrap().0.to_owned() + "?>";
    let doctype = |dtd: &str| changed(&title, "?>", &format!("?>\n{dtd}"));
    let bomb =
        "<!DOCTYPE Файл [<!ENTITY a \"ха\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>";
    let outside = "<!DOCTYPE Файл [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>";
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: [(&str, Vec<u8>, &str); 9] = [
        ("cut in the middle", title.get(..title.len() / 2).unwrap().to_vec(), "formats.xml.not-well-formed"),
        ("an entity that expands", doctype(bomb), "formats.xml.dtd"),
        ("an entity of a file", doctype(outside), "formats.xml.dtd"),
        ("an undeclared entity", changed(&title, "Лейка садовая", "&lol;"), "formats.xml.entity"),
        ("in UTF-8 under the name of windows-1251", text.as_bytes().to_vec(), "formats.encoding.broken"),
        ("in UTF-16 under the name of windows-1251", utf_16, "formats.encoding.broken"),
        ("in an unknown encoding", changed(&title, "windows-1251", "koi-7"), "formats.encoding.unknown"),
        (
            "of no known format",
            WINDOWS_1251.encode(&(declaration + "<Счёт/>")).0.into_owned(),
            "formats.format.unknown",
        ),
        ("not XML", PAPER.to_vec(), "formats.xml.not-well-formed"),
    ];
    for (what, content, code) in cases {
        scene.refuses(what, (422, code), scene.post(scene.signed_title(&content))).await;
    }
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_windows_1251_cannot_write() {
    let scene = Scene::at(NOW).await;
    let (vasilek, title) = (&scene.vasilek.person, scene.title());
    let posted = scene.romashka.person.send_title(vasilek, &title, &scene.signed(&title), "title").await.unwrap();
    vasilek.wait(&posted, "delivery", |_| true).await.unwrap();
    scene.rest().await;
    let path = format!("/api/v1/exchange/boxes/{}/documents/{}/drafts", vasilek.box_id, posted.document_id);
    for kind in ["rejection", "amendment_request", "answer_title"] {
        let draft = json!({ "kind": kind, "signer": vasilek.as_signer(), "text": "Не принято: 漢字" });
        let asked = scene.town.ask(Some(&scene.vasilek.token), "POST", &path, Body::Json(draft));
        scene.refuses(kind, (422, "formats.character.outside-windows-1251"), asked).await;
    }
    let reference = changed(&title, "Лейка садовая", "&#x6F22;&#x5B57;");
    let reply = scene.post(scene.signed_title(&reference)).await;
    assert_eq!(reply.status, 201, "a reference is lawful XML, its bytes stay as they are: {}", reply.text);
    scene.rest().await;
    scene.close().await;
}

/// An invented title of 5.01 from one participant to another.
fn title_of_5_01(scene: &Scene) -> Vec<u8> {
    let [seller, buyer] = [&scene.romashka.person, &scene.vasilek.person];
    let (from, to) = (&seller.participant_id, &buyer.participant_id);
    let party = |role: &Role| {
        let (inn, kpp, name) = (&role.inn, role.kpp.clone().unwrap(), role.name.replace('"', "&quot;"));
        format!(
            "<ИдСв><СвЮЛУч НаимОрг=\"{name}\" ИННЮЛ=\"{inn}\" КПП=\"{kpp}\"/></ИдСв>\
             <Адрес><АдрРФ КодРегион=\"78\"/></Адрес>"
        )
    };
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n\
         <Файл ИдФайл=\"ON_NSCHFDOPPR_{to}_{from}_20250303_0192d3c4-0000-7000-8000-00000000002a\" ВерсФорм=\"5.01\" \
         ВерсПрог=\"Svitok\"><СвУчДокОбор ИдОтпр=\"{from}\" ИдПол=\"{to}\"><СвОЭДОтпр ИННЮЛ=\"9800000045\" ИдЭДО=\"0SV\" \
         НаимОрг=\"Оператор\"/></СвУчДокОбор><Документ КНД=\"1115131\" ВремИнфПр=\"12.00.00\" ДатаИнфПр=\"03.03.2025\" \
         НаимЭконСубСост=\"{name}\" Функция=\"СЧФДОП\" ПоФактХЖ=\"Документ об отгрузке товаров (выполнении работ), \
         передаче имущественных прав (документ об оказании услуг)\" НаимДокОпр=\"Счет-фактура и документ об отгрузке \
         товаров (выполнении работ), передаче имущественных прав (документ об оказании услуг)\"><СвСчФакт \
         НомерСчФ=\"7\" ДатаСчФ=\"03.03.2025\" КодОКВ=\"643\"><СвПрод>{seller}</СвПрод><СвПокуп>{buyer}</СвПокуп>\
         <ДопСвФХЖ1 НаимОКВ=\"Российский рубль\" ОбстФормСЧФ=\"4\"/></СвСчФакт><ТаблСчФакт><СведТов НомСтр=\"1\" \
         НаимТов=\"Лейка садовая\" ОКЕИ_Тов=\"796\" КолТов=\"2\" ЦенаТов=\"50.00\" СтТовБезНДС=\"100.00\" \
         НалСт=\"20%\" СтТовУчНал=\"120.00\"><Акциз><БезАкциз>без акциза</БезАкциз></Акциз><СумНал><СумНал>20.00</СумНал>\
         </СумНал><ДопСведТов НаимЕдИзм=\"шт\"/></СведТов><ВсегоОпл СтТовБезНДСВсего=\"100.00\" \
         СтТовУчНалВсего=\"120.00\"><СумНалВсего><СумНал>20.00</СумНал></СумНалВсего></ВсегоОпл></ТаблСчФакт>\
         <СвПродПер><СвПер СодОпер=\"Товары переданы\"><ОснПер НаимОсн=\"Без документа-основания\"/></СвПер></СвПродПер>\
         <Подписант ОснПолн=\"Должностные обязанности\" ОблПолн=\"0\" Статус=\"1\"><ЮЛ ИННЮЛ=\"{inn}\" \
         НаимОрг=\"{name}\" Должн=\"Директор\"><ФИО Фамилия=\"Ромашкина\" Имя=\"Анна\"/></ЮЛ></Подписант></Документ></Файл>",
        name = seller.role.name,
        inn = seller.role.inn,
        seller = party(&seller.role),
        buyer = party(&buyer.role),
    );
    WINDOWS_1251.encode(&text).0.into_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_version_of_the_past_is_refused_today() {
    let scene = Scene::at(NOW).await;
    let title = title_of_5_01(&scene);
    let expected = (422, "exchange.document.version-not-in-force");
    let reply = scene.refuses("5.01 in 2026", expected, scene.post(scene.signed_title(&title))).await;
    assert_eq!(reply.body.get("accepted").and_then(Value::as_str), Some("5.03"), "{}", reply.text);
    assert!(reply.body.pointer("/norm/act").is_some(), "{}", reply.text);
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_version_of_the_past_was_accepted_in_its_time() {
    let scene = Scene::at("2025-03-03T09:00:00Z").await;
    let title = title_of_5_01(&scene);
    let posted = scene.romashka.person.send_title(&scene.vasilek.person, &title, &scene.signed(&title), "old").await;
    let posted = posted.unwrap();
    scene.vasilek.person.wait(&posted, "delivery", |_| true).await.unwrap();
    let held = scene.vasilek.person.held(&posted).await.unwrap();
    assert!(held.iter().any(|file| file.kind == "title" && file.content == title));
    scene.rest().await;
    scene.close().await;
}
