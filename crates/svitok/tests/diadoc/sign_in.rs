//! Signing in, and who sees what of organizations.

use crate::town::{NOW, Town};
use crate::world::{FOREIGN_CLIENT, FORMS, Form, Program};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::Clock as _;
use pki::Signer as _;
use pki::cms::enveloped::EnvelopedMessage;
use prost::Message as _;
use serde_json::json;
use svitok::story::cast::Role;
use wire_diadoc::proto::api::proto::{LoginPassword, OrganizationList, UserV2};

#[tokio::test]
async fn a_password_becomes_a_token_in_both_forms() {
    let town = Town::open(NOW).await;
    let citizen = town.settle(&Role::romashka()).await;
    let (login, password) = (citizen.credentials.login.clone(), citizen.credentials.password.clone());
    let nobody = Program::new(&town);
    let proto = LoginPassword { login: login.clone(), password: password.clone() }.encode_to_vec();
    let json = json!({ "login": login, "password": password }).to_string().into_bytes();
    for (form, body) in [(Form::Protobuf, proto.clone()), (Form::Json, json)] {
        let reply = nobody.post("/V3/Authenticate?type=password", form, body).await;
        assert_eq!(
            (reply.status, reply.header("content-type")),
            (200, "text/plain; charset=utf-8"),
            "{}",
            reply.text()
        );
        let token = reply.text();
        for authorization in [
            format!("{FOREIGN_CLIENT},ddauth_token={token}"),
            format!("{FOREIGN_CLIENT}, ddauth_token={token}"),
            format!("Bearer {token}"),
        ] {
            let user: UserV2 = nobody.with(&authorization).get("/V2/GetMyUser", Form::Protobuf).await.message();
            assert_eq!(user.login.as_deref(), Some(login.as_str()));
        }
    }
    let wrong = LoginPassword { login, password: "не тот".to_owned() }.encode_to_vec();
    let reply = nobody.post("/V3/Authenticate?type=password", Form::Protobuf, wrong).await;
    assert_eq!((reply.status, reply.code()), (401, "account.sign-in.wrong-password"));
    assert!(!reply.header("x-kontur-trace-id").is_empty());
    let reply = nobody.with("").post("/V3/Authenticate?type=password", Form::Protobuf, proto).await;
    assert_eq!((reply.status, reply.code()), (401, "diadoc.sign-in.no-client"));
    town.close().await;
}

#[tokio::test]
async fn the_caller_sees_own_organizations_and_cards_of_others() {
    let town = Town::open(NOW).await;
    let (seller, buyer) = (town.settle(&Role::romashka()).await, town.settle(&Role::vasilek()).await);
    let program = Program::signed_in(&town, &seller).await;
    let list: OrganizationList = program.get("/GetMyOrganizations?autoRegister=False", Form::Protobuf).await.message();
    let own = list.organizations.first().unwrap();
    assert_eq!(list.organizations.len(), 1);
    assert_eq!(own.boxes.first().map(|each| each.box_id.as_str()), Some(seller.person.box_id.as_str()));
    let shown = program.get("/GetMyOrganizations", Form::Json).await.json();
    assert_eq!(shown.pointer("/Organizations/0/OrgId").and_then(|id| id.as_str()), Some(own.org_id.as_str()));
    assert_eq!(shown.pointer("/Organizations/0/OrganizationType").and_then(|word| word.as_str()), Some("Juridical"));

    for form in FORMS {
        let box_id = &buyer.person.box_id;
        let path = format!("/GetBox?boxId={}@example.test", box_id.replace('-', ""));
        assert_eq!(program.get(&path, form).await.status, 200);
        let unknown = program.get("/GetBox?boxId=0192d3c4-0000-7000-8000-00000000002a", form).await;
        assert_eq!((unknown.status, unknown.code()), (404, "diadoc.thing.not-found"));
        let foreign = program.get(&format!("/GetMyEmployee?boxId={box_id}"), form).await;
        let absent = program.get("/GetMyEmployee?boxId=0192d3c4-0000-7000-8000-00000000002a", form).await;
        assert_eq!((foreign.status, foreign.octets.clone()), (absent.status, absent.octets), "{}", foreign.text());
        assert_eq!((foreign.status, foreign.code()), (403, "diadoc.box.forbidden"));
    }
    let nobody = program.with(FOREIGN_CLIENT).get("/GetMyOrganizations", Form::Protobuf).await;
    assert_eq!((nobody.status, nobody.code()), (401, "diadoc.sign-in.needed"));
    let unbuilt = program.get("/GetRoamingOperators?boxId=x", Form::Protobuf).await;
    assert_eq!((unbuilt.status, unbuilt.code()), (403, "diadoc.method.not-connected"));
    let nowhere = program.get("/getmyorganizations", Form::Protobuf).await;
    assert_eq!((nowhere.status, nowhere.code()), (404, "diadoc.method.unknown"));
    let verb = program.post("/GetMyOrganizations", Form::Protobuf, Vec::new()).await;
    assert_eq!((verb.status, verb.code()), (405, "diadoc.method.verb"));
    town.close().await;
}

#[tokio::test]
async fn a_certificate_becomes_a_token_by_its_key() {
    let town = Town::open(NOW).await;
    let citizen = town.settle(&Role::romashka()).await;
    let (me, signer) = (&citizen.person, &citizen.person.signer);
    let certificate = signer.certificate().clone();
    let given = me.client.post("/api/v1/account/certificates/challenges", "ask", &json!({})).await.unwrap();
    let (code, text) = (given["challenge"].as_str().unwrap(), given["text"].as_str().unwrap());
    let signature = me.sign(text.as_bytes(), town.clock.now()).unwrap();
    let body = json!({ "challenge": code, "signature": STANDARD.encode(signature) });
    me.client.post("/api/v1/account/certificates", "bind", &body).await.unwrap();

    let nobody = Program::new(&town);
    let key = gost_key(&citizen.person.key_pem);
    let envelope = |der: Vec<u8>| {
        let nobody = nobody.clone();
        async move { nobody.post("/V3/Authenticate?type=certificate", Form::Protobuf, der).await }
    };
    let sealed = envelope(certificate.to_der().to_vec()).await;
    assert_eq!(sealed.status, 200, "{}", sealed.text());
    let message = EnvelopedMessage::parse(&sealed.octets).unwrap();
    let token = STANDARD.encode(&*message.open(&key, &certificate).unwrap());
    let token: String = form_urlencoded::byte_serialize(token.as_bytes()).collect();
    let thumbprint = hex::encode(certificate.thumbprint_sha1()).to_uppercase();
    let confirm = format!("/V3/AuthenticateConfirm?token={token}&thumbprint={thumbprint}");
    let opened = nobody.post(&confirm, Form::Protobuf, Vec::new()).await;
    assert_eq!(opened.status, 200, "{}", opened.text());
    let authorization = format!("{FOREIGN_CLIENT},ddauth_token={}", opened.text());
    let user: UserV2 = nobody.with(&authorization).get("/V2/GetMyUser", Form::Protobuf).await.message();
    assert_eq!(user.login.as_deref(), Some(citizen.credentials.login.as_str()));
    let again = nobody.post(&confirm, Form::Protobuf, Vec::new()).await;
    assert_eq!((again.status, again.code()), (401, "account.challenge.over"), "a challenge is answered once");
    let foreign = format!("/V2/AuthenticateConfirm?token={token}&thumbprint={}", "00".repeat(20));
    let unknown = nobody.post(&foreign, Form::Protobuf, Vec::new()).await;
    assert_eq!((unknown.status, unknown.code()), (401, "account.certificate.unknown"));
    let unreadable = envelope(b"no certificate".to_vec()).await;
    assert_eq!((unreadable.status, unreadable.code()), (400, "diadoc.body.form"));
    town.close().await;
}

fn gost_key(pem: &str) -> gost::PrivateKey {
    pki::keys::private_key_from_pem(pem).unwrap()
}
