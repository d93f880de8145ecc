//! Real things of ООО «Ромашка», and a body for each route that takes one.

use super::town::{Body, Citizen, NOW, Town};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use formats::utd::UtdFunction;
use gost::{ParamSet, PrivateKey};
use kernel::{Caller, Clock as _, RequestId};
use pki::{CertificateRequest, KeyUsage, Name};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use svitok::story::cast::Role;
use svitok::story::title::{Sides, seller_title};
use svitok::story::{Credentials, sign_up};

/// Names of a path's places, and of a body's, with ids.
#[derive(Clone, Debug)]
pub struct Things(BTreeMap<&'static str, String>);

/// Public things: their ids are nobody's secret, and stay in the walk with unknown ids.
const PUBLIC: &[&str] = &[
    "authority_id",
    "ca/file",
    "crl/file",
    "ocsp/key_id",
    "/request",
    "certificate",
    "fields/item",
    "scans/item",
    "verdicts/item",
    "role",
    "login",
    "password",
    "request",
    "content",
    "signature",
    "serial",
    "thumbprint",
    "format",
];

impl Things {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    fn of(&self, name: &str) -> &str {
        self.get(name).unwrap_or_else(|| panic!("the walk knows no {name}"))
    }

    /// The same names with ids that are nowhere.
    pub fn unknown(&self, town: &Town) -> Self {
        let cx = town.app.cx(Caller::System);
        let new = |name: &&'static str, id: &String| {
            if PUBLIC.contains(name) { id.clone() } else { cx.new_id::<RequestId>().to_string() }
        };
        Self(self.0.iter().map(|(name, id)| (*name, new(name, id))).collect())
    }

    /// These, and where there is none of the name, the others.
    pub fn over(&self, others: &Self) -> Self {
        let mut all = others.0.clone();
        all.extend(self.0.clone());
        Self(all)
    }

    /// The one of the name alone.
    pub fn only(&self, name: &str) -> Self {
        Self(self.0.iter().filter(|(known, _)| **known == name).map(|(name, id)| (*name, id.clone())).collect())
    }

    /// The query a route needs.
    pub fn query_of(&self, path: &str) -> String {
        match path {
            "/api/v1/obligations" => "?regime=eshn".to_owned(),
            "/api/v1/reporting/organizations/{organization_id}/table" => "?from=2026-01-01&until=2026-12-31".to_owned(),
            "/api/v1/account/cards" => format!("?inn={}", Role::romashka().inn),
            "/api/v1/certification/certificates" => format!("?organization_id={}", self.of("organization_id")),
            "/api/v1/certification/look-up" => format!("?key={}", self.of("thumbprint")),
            "/api/v1/certification/revocations/text" => format!("?serial={}", self.of("serial")),
            "/api/v1/certification/organizations/{organization_id}/imported-certificates/text" => {
                format!("?thumbprint={}", self.of("thumbprint"))
            }
            _ => String::new(),
        }
    }
}

/// A valid body of the route, so that what is refused is the right and not the shape.
pub fn body_of(method: &str, path: &str, things: &Things, who: &str) -> Body {
    let Some(path) = path.strip_prefix("/api/v1/").filter(|_| matches!(method, "POST" | "PUT")) else {
        return Body::None;
    };
    let path = path.replace("{organization_id}", "{o}").replace("{box_id}", "{b}");
    account_body(&path, things, who)
        .or_else(|| certification_body(&path, things))
        .or_else(|| support_body(&path))
        .or_else(|| people_body(&path, things))
        .or_else(|| reporting_body(&path, things))
        .or_else(|| payments_body(&path))
        .or_else(|| other_body(&path, things))
        .unwrap_or_else(|| panic!("{method} {path}: the walk has no body for the route"))
}

/// Reports to regulators.
fn reporting_body(path: &str, things: &Things) -> Option<Body> {
    let path = path.strip_prefix("reporting/organizations/{o}/")?;
    let facts = json!({ "name": "ООО «Ромашка»", "regime": "usn-income" });
    Some(Body::Json(match path {
        "payers" => json!({ "inn": Role::romashka().inn, "kpp": Role::romashka().kpp, "facts": facts }),
        "payers/{payer_id}" => json!({ "facts": facts }),
        "payers/{payer_id}/certificates" => json!({ "certificate": things.of("certificate") }),
        "drafts" => json!({ "payer_id": things.of("payer_id"), "authority": "fns", "office": "0087" }),
        "drafts/{draft_id}/documents" | "drafts/{draft_id}/documents/{document_id}" => {
            json!({ "file_name": "письмо.txt", "content": "0L/QuNGB0YzQvNC+" })
        }
        "drafts/{draft_id}/documents/{document_id}/signature"
        | "docflows/{docflow_id}/replies/{reply_id}/signature" => {
            json!({ "signature": "" })
        }
        "docflows/{docflow_id}/documents/{document_id}/replies" => json!({}),
        "table/mark" => {
            json!({ "payer_id": things.of("payer_id"), "year": 2026, "knd": "1152017", "period": "34", "mark": "filed" })
        }
        "uploads" | "docflows/{docflow_id}/documents/{document_id}/opened" => {
            return Some(Body::Octets("application/octet-stream", b"bytes".to_vec()));
        }
        "drafts/{draft_id}/check" | "drafts/{draft_id}/send" | "docflows/{docflow_id}/replies/{reply_id}/send" => {
            return Some(Body::None);
        }
        _ => return None,
    }))
}

/// Orders and files for a bank.
fn payments_body(path: &str) -> Option<Body> {
    let bank = json!({ "bic": "044525555", "name": "Банк «Поляна»" });
    let party = json!({ "name": "ООО «Ромашка»", "account": "40702810400000000001", "bank": bank });
    let order = json!({
        "number": "1", "date": "2026-11-20", "sum": "10.00", "payer": party, "payee": party, "priority": 5,
        "purpose": "Оплата по счёту",
    });
    Some(Body::Json(match path.strip_prefix("payments/")? {
        "from-document" => json!({ "content": "" }),
        "client-bank" => json!({ "orders": [order] }),
        "direct-bank" => json!({ "order": order, "client": "romashka" }),
        _ => return None,
    }))
}

/// What people do together, and what was written to them.
fn people_body(path: &str, things: &Things) -> Option<Body> {
    Some(Body::Json(match path {
        "account/access-requests" => json!({ "inn": Role::romashka().inn, "kpp": Role::romashka().kpp }),
        "account/me/picture" => return Some(Body::Octets("image/png", b"no picture".to_vec())),
        "account/me/profile" => {
            json!({ "name": "Прохожий", "language": "ru", "theme": "system", "time_zone": "Europe/Moscow" })
        }
        "account/organizations/{o}/access-requests/{access_request_id}/approve" => {
            json!({ "roles": ["reader"], "rights": { "permissions": ["read"] } })
        }
        "account/organizations/{o}/access-requests/{access_request_id}/refuse" => {
            json!({ "reason": "Не работает у нас" })
        }
        "openid/organizations/{o}/programs/{integrator_key_id}" => {
            json!({ "redirect_uris": ["https://program.romashka.example/back"], "is_public": false })
        }
        "account/organizations/{o}/delegations" => json!({
            "to_user_id": "01939c4e-0000-7000-8000-000000000001", "permissions": ["read"],
            "starts_at": "2026-12-01T00:00:00Z", "ends_at": "2026-12-02T00:00:00Z",
        }),
        "account/organizations/{o}/departments" => {
            json!({ "name": "Склад", "parent_id": "01939c4e-0000-7000-8000-000000000002" })
        }
        "account/organizations/{o}/departments/{department_id}" => json!({ "name": "Склад" }),
        "account/organizations/{o}/tasks" => {
            json!({ "text": "Проверить цены", "to_user_id": things.of("user_id") })
        }
        "account/organizations/{o}/tasks/{task_id}/return" => json!({ "reason": "Не моё" }),
        "account/organizations/{o}/members/{user_id}/roles" => json!({ "roles": ["reader"] }),
        "account/organizations/{o}/roles" | "account/organizations/{o}/roles/{role}" => {
            json!({ "name": "Кладовщик", "permissions": ["read"] })
        }
        "account/notices/read"
        | "account/notices/{notice_id}/read"
        | "account/organizations/{o}/departments/{department_id}/archive"
        | "account/organizations/{o}/tasks/{task_id}/done"
        | "account/organizations/{o}/tasks/{task_id}/withdraw"
        | "account/organizations/{o}/departments/{department_id}/restore"
        | "account/organizations/{o}/letters/{letter_id}/resend"
        | "account/organizations/{o}/sms/{sms_id}/resend"
        | "account/outbox/letters/{letter_id}/resend"
        | "account/outbox/sms/{sms_id}/resend" => return Some(Body::None),
        _ => return None,
    }))
}

fn support_body(path: &str) -> Option<Body> {
    Some(Body::Json(match path {
        "support/requests" => support_request(),
        "support/requests/{request_id}/answer" => json!({ "text": "Исправлено" }),
        "support/reports" => support_report(),
        _ => return None,
    }))
}

fn account_body(path: &str, things: &Things, who: &str) -> Option<Body> {
    let role = Role::romashka();
    let member = format!("walk-{who}@town.example");
    Some(Body::Json(match path {
        "account/users" => json!({ "login": member, "name": "Прохожий", "password": "совсем не пароль" }),
        "account/sign-ins" => json!({ "login": things.of("login"), "password": things.of("password") }),
        "account/registrations" => json!({ "login": member, "name": "Прохожий", "password": "совсем не пароль" }),
        "account/links/confirm" => json!({ "code": "no-such-code" }),
        "account/password/resets" => json!({ "login": member }),
        "account/password/reset" => json!({ "code": "no-such-code", "password": "совсем не пароль" }),
        "account/password" => json!({ "present": "не тот пароль", "password": "совсем не пароль" }),
        "account/email" => json!({ "login": member, "password": "не тот пароль" }),
        "account/sign-ins/certificate/challenges" | "account/certificates/challenges" => return Some(Body::None),
        "account/sign-ins/certificate" | "account/certificates" => json!({ "challenge": "none", "signature": "MAA=" }),
        "account/registrations/by-certificate" => json!({ "proposal": "no-such-proposal" }),
        "account/sign-ins/password" => json!({ "login": things.of("login"), "password": things.of("password") }),
        "account/sign-ins/second" => json!({ "second": "no-such-token", "code": "000000" }),
        "account/second-factor/totp" | "account/second-factor/recovery-codes" | "account/second-factor/remove" => {
            json!({ "password": "не тот пароль" })
        }
        "account/sign-ins/second/phone" => json!({ "second": "no-such-token" }),
        "account/sign-in-ways" => json!({ "rules": [] }),
        "account/second-factor/ways" => json!({ "password": "не тот пароль", "phone": false, "passkey": false }),
        "account/second-factor/totp/confirm" => json!({ "code": "000000" }),
        "account/sign-ins/phone" | "account/registrations/phone" => json!({ "phone": "+79220000009" }),
        "account/sign-ins/phone/confirm" | "account/phone/confirm" => json!({ "code_id": "none", "code": "000000" }),
        "account/phone" => json!({ "phone": "+79220000009", "password": "не тот пароль" }),
        "account/sign-ins/passkey/challenges" | "account/passkeys/challenges" => return Some(Body::None),
        "account/sign-ins/passkey" => json!({
            "challenge": "none", "credential_id": "AA", "client_data": "AA", "authenticator_data": "AA", "signature": "AA",
        }),
        "account/passkeys/{passkey_id}" => json!({ "name": "Ноутбук" }),
        "account/passkeys" => json!({ "challenge": "none", "name": "x", "client_data": "AA", "attestation": "AA" }),
        "account/email/confirmations" => return Some(Body::None),
        "account/sign-ins/end-all" => json!({ "keep_current": true }),
        "account/organizations" => json!({
            "inn": role.inn, "kpp": role.kpp, "ogrn": role.ogrn, "name": role.name,
            "address": { "region_code": "78" },
        }),
        "account/invitations/accept" => json!({ "code": "no-such-code" }),
        "account/organizations/{o}/way-rules" => json!({ "rules": [] }),
        "account/organizations/{o}/address" => json!({ "address": { "region_code": "78" }, "is_public": true }),
        "account/organizations/{o}/integrator-keys" => json!({ "name": "Учётная программа" }),
        "account/organizations/{o}/invitations" => json!({ "address": member, "permissions": ["read"] }),
        "account/organizations/{o}/members" => {
            json!({ "user_id": things.of("user_id"), "rights": { "permissions": ["read"] } })
        }
        "account/organizations/{o}/members/{user_id}" => json!({ "permissions": ["read"] }),
        _ => return None,
    }))
}

fn certification_body(path: &str, things: &Things) -> Option<Body> {
    let signature = things.of("signature");
    let at = path.strip_prefix("certification/")?;
    let at = at.strip_prefix("organizations/{o}/").unwrap_or(at);
    Some(Body::Json(match at {
        "certificates" => json!({ "organization_id": things.of("organization_id"), "request": things.of("request") }),
        "applications" => json!({ "organization_id": things.of("organization_id") }),
        "certificates/{certificate_id}/revocation" => json!({ "reason": "key_compromise" }),
        "certificates/{certificate_id}/renewal" => json!({ "request": things.of("request"), "signature": signature }),
        "applications/{application_id}/fields/{item}" => json!({ "value": "Ромашкина" }),
        "applications/{application_id}/scans/{item}" => {
            return Some(Body::Octets("application/octet-stream", b"no picture".to_vec()));
        }
        "applications/{application_id}/statement/signature" => json!({ "signature": signature }),
        "applications/{application_id}/certificate" => json!({ "request": things.of("request"), "consent": true }),
        "applications/{application_id}/installation" => json!({ "signature": signature, "key_place": "browser" }),
        "imported-certificates" => {
            json!({ "certificate": things.of("content"), "signature": signature, "key_place": "file" })
        }
        "my-certificates/{certificate_id}/key-place" => json!({ "key_place": "browser" }),
        "revocations" => json!({
            "serial": things.of("serial"), "reason": "key_compromise", "proof": { "phrase": "никому не известная" },
        }),
        "desk/revocations" => json!({ "serial": things.of("serial"), "reason": "key_compromise" }),
        "desk/places" => json!({ "login": "stranger@example.org", "role": "operator" }),
        "desk/applications/{application_id}/acts" => json!({ "act": "claim" }),
        "desk/applications/{application_id}/verdicts/{item}" => json!({ "reason": null, "comment": null }),
        "certificates/{certificate_id}/replacement"
        | "certificates/{certificate_id}/suspension"
        | "applications/{application_id}/submission"
        | "applications/{application_id}/withdrawal"
        | "desk/places/{user_id}/{role}" => return Some(Body::None),
        _ => return None,
    }))
}

fn other_body(path: &str, things: &Things) -> Option<Body> {
    let (content, signature) = (things.of("content"), things.of("signature"));
    Some(Body::Json(match path {
        "exchange/boxes/{b}/content" => {
            return Some(Body::Octets("application/octet-stream", b"paper".to_vec()));
        }
        "exchange/boxes/{b}/counteragents/{counteragent_box_id}/acts" => json!({ "act": "invite" }),
        "exchange/boxes/{b}/documents/{document_id}/drafts" => json!({
            "kind": "revocation_request", "text": "Отправлено по ошибке",
            "signer": { "surname": "Ромашкина", "given_name": "Анна", "position": "Директор" },
        }),
        "exchange/boxes/{b}/drafts" => json!({ "drafts": [{
            "document_id": things.of("document_id"), "draft": {
                "kind": "revocation_request", "text": "Отправлено по ошибке",
                "signer": { "surname": "Ромашкина", "given_name": "Анна", "position": "Директор" },
            },
        }] }),
        "exchange/boxes/{b}/readings" => json!({ "document_ids": [], "is_unread": false }),
        "exchange/boxes/{b}/signing-key" => json!({ "certificate": content, "documents": [{ "kind": "utd_invoice" }] }),
        "exchange/boxes/{b}/messages" => json!({
            "to_box_id": things.of("counteragent_box_id"),
            "documents": [{ "kind": "utd_title", "content": content, "signature": signature }],
        }),
        "exchange/boxes/{b}/messages/{message_id}/patches" => json!({ "acts": [{
            "kind": "receipt", "parent_id": things.of("document_id"), "content": content, "signature": signature,
        }] }),
        "trust/authorities" => json!({ "certificates": "" }),
        "trust/revocation-lists" => json!({ "revocation_list": "" }),
        _ => return None,
    }))
}

fn id(answer: &Value, place: &str) -> String {
    answer.pointer(place).and_then(Value::as_str).unwrap_or_else(|| panic!("{place}: {answer}")).to_owned()
}

/// Ромашка's things, the stranger's home, and tokens of the stranger, of a member without rights and of a reader.
pub async fn made(town: &Town) -> (Things, Things, [String; 3]) {
    assert_eq!(town.clock.now().to_rfc3339().get(..10), NOW.get(..10));
    let [romashka, vasilek, landysh] = [
        town.settle(&Role::romashka()).await,
        town.settle(&Role::vasilek()).await,
        town.settle(&Role::landysh()).await,
    ];
    let mut things = BTreeMap::from([
        ("organization_id", romashka.person.organization_id.clone()),
        ("box_id", romashka.person.box_id.clone()),
        ("user_id", romashka.person.user_id.clone()),
        ("access_request_id", romashka.person.certificate_id.clone()),
        ("delegation_id", romashka.person.certificate_id.clone()),
        ("task_id", romashka.person.certificate_id.clone()),
        ("notice_id", romashka.person.certificate_id.clone()),
        ("sms_id", romashka.person.certificate_id.clone()),
        ("department_id", romashka.person.certificate_id.clone()),
        ("device_id", romashka.person.certificate_id.clone()),
        ("passkey_id", romashka.person.certificate_id.clone()),
        ("binding_id", romashka.person.certificate_id.clone()),
        ("certificate_id", romashka.person.certificate_id.clone()),
        ("counteragent_box_id", vasilek.person.box_id.clone()),
        ("login", romashka.credentials.login.clone()),
        ("password", romashka.credentials.password.clone()),
    ]);
    things.extend(of_account(&romashka).await);
    things.extend(of_exchange(town, &romashka, &vasilek).await);
    things.extend(of_certification(town, &romashka).await);
    things.extend(of_support(&romashka).await);
    things.extend(of_reporting(&romashka).await);
    let mut tokens = vec![landysh.token.clone()];
    for (word, permissions) in [("member", json!([])), ("reader", json!(["read"]))] {
        tokens.push(member(town, &romashka, word, &permissions).await);
    }
    let home = BTreeMap::from([
        ("organization_id", landysh.person.organization_id.clone()),
        ("box_id", landysh.person.box_id.clone()),
    ]);
    (Things(things), Things(home), tokens.try_into().unwrap())
}

async fn member(town: &Town, romashka: &Citizen, word: &str, permissions: &Value) -> String {
    let role = Role { word: word.to_owned(), ..Role::romashka() };
    let credentials = Credentials::drawn(&role, &town.app.chance);
    let client = sign_up(&town.client, &role, &credentials).await.unwrap();
    let me = client.get("/api/v1/account/me").await.unwrap();
    let path = format!("/api/v1/account/organizations/{}/members", romashka.person.organization_id);
    let body = json!({ "user_id": id(&me, "/user_id"), "rights": { "permissions": permissions } });
    romashka.person.client.post(&path, word, &body).await.unwrap();
    town.sign_in(&credentials).await
}

async fn of_account(romashka: &Citizen) -> Vec<(&'static str, String)> {
    let client = &romashka.person.client;
    let at = |rest: &str| format!("/api/v1/account/organizations/{}/{rest}", romashka.person.organization_id);
    let key = client.post(&at("integrator-keys"), "key", &json!({ "name": "Учётная программа" })).await.unwrap();
    let invitation = json!({ "address": "guest@town.example", "permissions": ["read"] });
    let invited = client.post(&at("invitations"), "invite", &invitation).await.unwrap();
    let letters = client.get(&at("letters")).await.unwrap();
    let sign_ins = client.get("/api/v1/account/sign-ins").await.unwrap();
    vec![
        ("integrator_key_id", id(&key, "/key/integrator_key_id")),
        ("invitation_id", id(&invited, "/invitation_id")),
        ("letter_id", id(&letters, "/items/0/letter_id")),
        ("sign_in_id", id(&sign_ins, "/items/0/sign_in_id")),
    ]
}

async fn of_exchange(town: &Town, romashka: &Citizen, vasilek: &Citizen) -> Vec<(&'static str, String)> {
    let (seller, buyer) = (&romashka.person, &vasilek.person);
    seller.befriend(buyer).await.unwrap();
    let sides = Sides { seller: (&seller.role, &seller.participant_id), buyer: (&buyer.role, &buyer.participant_id) };
    let now = town.clock.now();
    let unique: RequestId = town.app.cx(Caller::System).new_id();
    let title = seller_title(sides, UtdFunction::SchfDop, &unique.to_string(), now).unwrap();
    let signature = seller.sign(&title, now).unwrap();
    let posted = seller.send_title(buyer, &title, &signature, "walk").await.unwrap();
    buyer.wait(&posted, "delivery", |_| true).await.unwrap();
    vec![
        ("message_id", posted.message_id),
        ("entity_id", posted.document_id.clone()),
        ("document_id", posted.document_id),
        ("content", STANDARD.encode(title)),
        ("signature", STANDARD.encode(signature)),
    ]
}

async fn of_support(romashka: &Citizen) -> Vec<(&'static str, String)> {
    let client = &romashka.person.client;
    let filed = client.post("/api/v1/support/requests", "file", &support_request()).await.unwrap();
    let kept = client.post("/api/v1/support/reports", "keep", &support_report()).await.unwrap();
    let link = id(&kept, "/link");
    vec![
        ("request_id", id(&filed, "/request_id")),
        ("report_id", id(&kept, "/report_id")),
        ("token", link.rsplit('/').next().unwrap().to_owned()),
    ]
}

/// Docflows and replies are born of sending, for which no regulator is set up here: ids that are nowhere stand for them.
async fn of_reporting(romashka: &Citizen) -> Vec<(&'static str, String)> {
    use pki::Signer as _;
    let client = &romashka.person.client;
    let at = |rest: &str| format!("/api/v1/reporting/organizations/{}/{rest}", romashka.person.organization_id);
    let payer = json!({ "inn": Role::romashka().inn, "kpp": Role::romashka().kpp,
        "facts": { "name": "ООО «Ромашка»", "regime": "usn-income" } });
    let payer = id(&client.post(&at("payers"), "payer", &payer).await.unwrap(), "/id");
    let draft = json!({ "payer_id": payer, "authority": "fns", "office": "0087" });
    let draft = id(&client.post(&at("drafts"), "draft", &draft).await.unwrap(), "/id");
    vec![
        ("payer_id", payer),
        ("draft_id", draft),
        ("docflow_id", romashka.person.certificate_id.clone()),
        ("reply_id", romashka.person.certificate_id.clone()),
        ("signature_id", romashka.person.certificate_id.clone()),
        ("certificate", STANDARD.encode(romashka.person.signer.certificate().to_der())),
    ]
}

fn support_request() -> Value {
    json!({ "code": "web.timed-out", "place": "/documents" })
}

fn support_report() -> Value {
    json!({ "checks": [{ "name": "browser.wasm", "state": "good" }] })
}

async fn of_certification(town: &Town, romashka: &Citizen) -> Vec<(&'static str, String)> {
    use pki::Signer as _;
    let authorities = town.client.get("/api/v1/certification/authorities").await.unwrap();
    let chance = &town.app.chance;
    let key = PrivateKey::generate(ParamSet::XA, &mut |octets| chance.fill(octets)).unwrap();
    let subject = Name::builder().with(pki::oid::COMMON_NAME, "ООО «Ромашка»").build().unwrap();
    let usage = KeyUsage::DIGITAL_SIGNATURE | KeyUsage::NON_REPUDIATION;
    let request = CertificateRequest::create(&key, &subject, usage, &chance.octets::<32>()).unwrap();
    let certificate = romashka.person.signer.certificate();
    let issuer = hex::encode(certificate.authority_key_id().unwrap().key_id.as_ref().unwrap());
    let begin = json!({ "organization_id": romashka.person.organization_id });
    let begun = romashka.person.client.post("/api/v1/certification/applications", "walk-begin", &begin).await.unwrap();
    vec![
        ("application_id", id(&begun, "/application_id")),
        ("fields/item", "surname".to_owned()),
        ("scans/item", "passport_scan".to_owned()),
        ("verdicts/item", "surname".to_owned()),
        ("role", "operator".to_owned()),
        ("ocsp/key_id", issuer.clone()),
        ("/request", "MAA".to_owned()),
        ("format", "NO_USN_1_030_00_05_09_01".to_owned()),
        ("serial", certificate.serial_hex()),
        ("authority_id", id(&authorities, "/items/0/authority_id")),
        ("ca/file", format!("{issuer}.crt")),
        ("crl/file", format!("{issuer}.crl")),
        ("request", request.to_pem().unwrap()),
        ("thumbprint", hex::encode(certificate.thumbprint_sha1())),
    ]
}
