//! Pages where a person lets a program of OpenID Connect in, from its request to its tokens.

use super::{POLICY, assert_is_page};
use crate::browser::{Browser, Seen};
use crate::town::{Body, Citizen, NOW, Town};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pki::Signer as _;
use pki::cms::enveloped::EnvelopedMessage;
use serde_json::{Value, json};
use svitok::story::cast::Role;

const BACK: &str = "https://program.romashka.example/back";
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

struct Program<'a> {
    town: &'a Town,
    http: reqwest::Client,
    client_id: String,
    secret: String,
}

impl<'a> Program<'a> {
    async fn made(town: &'a Town, anna: &Citizen) -> Self {
        let home = format!("organizations/{}", anna.person.organization_id);
        let named = Body::Json(json!({ "name": "Ромашка: отчёты" }));
        let keys = format!("/api/v1/account/{home}/integrator-keys");
        let made = town.ask(Some(&anna.token), "POST", &keys, named).await;
        assert_eq!(made.status, 201, "{}", made.text);
        let key = |pointer: &str| made.body.pointer(pointer).and_then(Value::as_str).unwrap().to_owned();
        let rules = format!("/api/v1/openid/{home}/programs/{}", key("/key/integrator_key_id"));
        let body = Body::Json(json!({ "redirect_uris": [BACK], "is_public": false }));
        assert_eq!(town.ask(Some(&anna.token), "PUT", &rules, body).await.status, 200);
        let http = svitok::client::connections().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        Self { town, http, client_id: key("/key/client_id"), secret: key("/secret") }
    }

    fn place(&self, path: &str) -> String {
        format!("http://{}{path}", self.town.of_extern)
    }

    /// Where the browser is sent from the provider's own address, as a place of the pages.
    async fn sends(&self, scope: &str) -> String {
        let query = [
            ("response_type", "code"),
            ("client_id", &self.client_id),
            ("redirect_uri", BACK),
            ("scope", scope),
            ("state", "s-1"),
            ("code_challenge", CHALLENGE),
            ("code_challenge_method", "S256"),
        ];
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
        let sent = self.http.get(self.place(&format!("/connect/authorize?{query}"))).send().await.unwrap();
        let place = sent.headers()["location"].to_str().unwrap();
        place.strip_prefix(&format!("http://{}", self.town.address)).unwrap().to_owned()
    }

    async fn form(&self, path: &str, fields: &[(&str, &str)]) -> Value {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self.http.post(self.place(path)).basic_auth(&self.client_id, Some(&self.secret));
        request.body(body).send().await.unwrap().json().await.unwrap()
    }
}

/// Presses a button of the page's form.
async fn presses(browser: &Browser, page: &Seen, act: &str) -> Seen {
    let query = page.between("name=\"query\" value=\"", "\"").replace("&amp;", "&");
    let token = page.form_token();
    let fields = [("form_token", token.as_str()), ("query", &query), ("act", act)];
    browser.post("/connect/authorize", &fields).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_person_signs_in_and_lets_a_program_in() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let program = Program::made(&town, &anna).await;
    let place = program.sends("openid profile extern.api").await;
    let browser = Browser::new(&town);
    let asked = browser.get(&place).await;
    assert_eq!(asked.status, 303, "first sign in");
    let back = asked.header("location").split_once("back=").unwrap().1.to_owned();
    let back = form_urlencoded::parse(format!("x={back}").as_bytes()).next().unwrap().1.into_owned();
    assert_eq!(back, place);
    let entered = browser.sign_in(&anna.credentials.login, &anna.credentials.password, &back).await;
    assert_eq!((entered.status, entered.header("location")), (303, place.as_str()));
    let page = browser.get(&place).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let policy = page.header("content-security-policy");
    let leads = "form-action 'self' https://program.romashka.example;";
    assert_eq!(policy, POLICY.replace("form-action 'self';", leads));
    let main = page.main();
    assert!(main.contains("Ромашка: отчёты") && main.contains("ООО «Ромашка»") && main.contains("узнать ваше имя"));
    let denied = presses(&browser, &page, "deny").await;
    assert!(denied.header("location").starts_with(&format!("{BACK}?error=access_denied&state=s-1&iss=")), "{denied:?}");
    let agreed = presses(&browser, &page, "allow").await;
    let sent = agreed.header("location");
    assert!(agreed.status == 303 && sent.starts_with(&format!("{BACK}?code=")), "{sent}");
    let code = sent.split_once("code=").unwrap().1.split('&').next().unwrap();
    let fields =
        [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", BACK), ("code_verifier", VERIFIER)];
    let given = program.form("/connect/token", &fields).await;
    let token = given["access_token"].as_str().unwrap_or_else(|| panic!("{given}"));
    let me = town.ask(Some(token), "GET", "/api/v1/account/me", Body::None).await;
    assert_eq!((me.status, &me.body["login"]), (200, &json!(anna.credentials.login)));
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_request_is_told_and_leads_nowhere() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let program = Program::made(&town, &anna).await;
    let place = program.sends("openid").await;
    let browser = Browser::signed_in(&town, &anna.credentials).await;
    for (wrong, told) in [
        (place.replace("client_id=svc-", "client_id=svx-"), "Программа не опознана"),
        (place.replace("program.romashka.example", "vasilek.example"), "нет среди её адресов"),
        ("/connect/authorize".to_owned(), "Не хватает параметра"),
        (format!("{place}&scope=openid"), "Запрос не прочитан"),
    ] {
        let page = browser.get(&wrong).await;
        assert_is_page(&page);
        assert_eq!((page.status, page.header("location")), (400, ""), "{wrong}");
        assert!(page.main().contains(told), "{wrong}: {}", page.main());
    }
    let page = browser.get(&place).await;
    let forged = browser.post("/connect/authorize", &[("form_token", "00"), ("query", "x"), ("act", "allow")]).await;
    assert!(forged.status == 403 || forged.status == 422, "{}", forged.text());
    let nobody = Browser::new(&town);
    let unsigned = presses(&nobody, &page, "allow").await;
    assert!(unsigned.header("location").is_empty() || unsigned.header("location").starts_with("/sign-in"));
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_device_is_let_in_by_its_code() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let program = Program::made(&town, &anna).await;
    let begun = program.form("/connect/deviceauthorization", &[("scope", "openid extern.api")]).await;
    let (device, code) = (begun["device_code"].as_str().unwrap(), begun["user_code"].as_str().unwrap());
    assert_eq!(begun["verification_uri"], json!(format!("http://{}/device", town.address)));
    let browser = Browser::signed_in(&town, &anna.credentials).await;
    let page = browser.get(&format!("/device?user_code={code}")).await;
    assert_is_page(&page);
    assert!(!page.between("maxlength=\"20\"", ">").is_empty(), "{}", page.main());
    let sends = async |code: &str, act: &str| {
        let token = browser.get("/device").await.form_token();
        browser.post("/device", &[("form_token", &token), ("user_code", code), ("act", act)]).await
    };
    let unknown = sends("BBBB-BBBB", "").await;
    assert!(unknown.status == 422 && unknown.main().contains("Устройства с таким кодом нет"), "{}", unknown.main());
    let asked = sends(&code.to_lowercase(), "").await;
    assert_is_page(&asked);
    assert!(asked.main().contains("Ромашка: отчёты") && asked.main().contains("Сверьте"), "{}", asked.main());
    let done = sends(code, "allow").await;
    assert!(done.main().contains("Устройство получит доступ"), "{}", done.main());
    let grant = "urn:ietf:params:oauth:grant-type:device_code";
    let given = program.form("/connect/token", &[("grant_type", grant), ("device_code", device)]).await;
    assert!(given["id_token"].is_string() && given["access_token"].is_string(), "{given}");
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_certificate_becomes_tokens_by_its_key() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let program = Program::made(&town, &anna).await;
    let (me, certificate) = (&anna.person, anna.person.signer.certificate().clone());
    let given = me.client.post("/api/v1/account/certificates/challenges", "ask", &json!({})).await.unwrap();
    let (code, text) = (given["challenge"].as_str().unwrap(), given["text"].as_str().unwrap());
    let signature = me.sign(text.as_bytes(), kernel::Clock::now(&town.clock)).unwrap();
    let body = json!({ "challenge": code, "signature": STANDARD.encode(signature) });
    me.client.post("/api/v1/account/certificates", "bind", &body).await.unwrap();

    let key = pki::keys::private_key_from_pem(&anna.person.key_pem).unwrap();
    let der = STANDARD.encode(certificate.to_der());
    let sealed = program.form("/authentication/certificate", &[("public_key", &der), ("free", "true")]).await;
    let opened = |sealed: &Value| {
        let octets = STANDARD.decode(sealed.as_str().unwrap()).unwrap();
        EnvelopedMessage::parse(&octets).unwrap().open(&key, &certificate).unwrap().to_vec()
    };
    let answer = STANDARD.encode(opened(&sealed["encrypted_key"]));
    let thumbprint = hex::encode(certificate.thumbprint_sha1()).to_uppercase();
    let fields = [("grant_type", "certificate"), ("decrypted_key", answer.as_str()), ("thumbprint", &thumbprint)];
    let tokens = program.form("/connect/token", &fields).await;
    let token = tokens["access_token"].as_str().unwrap_or_else(|| panic!("{tokens}"));
    assert_eq!(town.ask(Some(token), "GET", "/api/v1/account/me", Body::None).await.status, 200);
    let again = program.form("/connect/token", &fields).await;
    assert_eq!(again["error"], json!("invalid_grant"), "a challenge is answered once");

    let post =
        async |path: &str, body: Vec<u8>| program.http.post(program.place(path)).body(body).send().await.unwrap();
    let asked = post("/auth/v5.12/authenticate-by-cert?free=true", certificate.to_der().to_vec()).await;
    let asked: Value = asked.json().await.unwrap();
    let href = asked["Link"]["Href"].as_str().unwrap().strip_prefix(&program.place("")).unwrap().to_owned();
    let session: Value = post(&href, opened(&asked["EncryptedKey"])).await.json().await.unwrap();
    assert!(session["Sid"].is_string() && session["RefreshToken"].is_string(), "{session}");
    town.close().await;
}
