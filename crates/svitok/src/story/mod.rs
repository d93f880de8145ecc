//! A small town that speaks with the program over HTTP as anybody would: the demonstration, the seeding and the
//! stories of the tests are told with it. Keys of its people are made here and never reach the server.

pub mod cast;
mod exchange;
pub mod title;

pub use exchange::{Held, Posted, outcome_is};

use crate::client::{Client, ClientFault, text};
use cast::Role;
use gost::{ParamSet, PrivateKey};
use kernel::{Chance, Moment};
use pki::{Certificate, CertificateRequest, KeySigner, KeyUsage, Name, SignForm};
use serde_json::{Value, json};
use thiserror::Error;

/// Why the story stops.
#[derive(Debug, Error)]
pub enum StoryFault {
    /// The program did not do as it was asked.
    #[error(transparent)]
    Client(#[from] ClientFault),
    /// A document could not be composed or read.
    #[error("document: {0}")]
    Document(#[from] formats::FormatRefusal),
    /// A key, certificate or signature could not be made or read.
    #[error("signature: {0}")]
    Pki(#[from] pki::PkiRefusal),
    /// Something else that the story needs did not come.
    #[error("{0}")]
    Missing(String),
}

/// A person of the town: the director of one organization, signed in, with a key and a certificate.
pub struct Person {
    /// Who.
    pub role: Role,
    /// The API as this person.
    pub client: Client,
    /// The organization.
    pub organization_id: String,
    /// Its box.
    pub box_id: String,
    /// Its participant identifier.
    pub participant_id: String,
    /// The person.
    pub user_id: String,
    /// The certificate's id.
    pub certificate_id: String,
    /// The key with its certificate and chain.
    pub signer: KeySigner,
    /// The key in PEM, for files of the town.
    pub key_pem: zeroize::Zeroizing<String>,
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Person").field("role", &self.role.word).finish_non_exhaustive()
    }
}

/// How a person signs in.
#[derive(Clone)]
pub struct Credentials {
    /// E-mail address.
    pub login: String,
    /// Password.
    pub password: String,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Credentials").field("login", &self.login).finish_non_exhaustive()
    }
}

impl Credentials {
    /// Of a role: an address in the reserved domain and a password drawn now.
    pub fn drawn(role: &Role, chance: &Chance) -> Self {
        let login = format!("{}@town.example", role.word);
        Self { login, password: hex::encode(chance.octets::<12>()) }
    }
}

/// Registers the person and signs in.
pub async fn sign_up(client: &Client, role: &Role, credentials: &Credentials) -> Result<Client, StoryFault> {
    let Credentials { login, password } = credentials;
    let user = json!({ "login": login, "name": role.director_name(), "password": password });
    client.post("/api/v1/account/users", "", &user).await?;
    let opened = client.post("/api/v1/account/sign-ins", "", &json!({ "login": login, "password": password })).await?;
    Ok(client.with_token(text(&opened, "/token")?))
}

/// Registers the organization of the role. Gives its answer.
pub async fn found(client: &Client, role: &Role, is_test: bool) -> Result<Value, StoryFault> {
    let mut body = json!({
        "inn": role.inn, "kpp": role.kpp, "ogrn": role.ogrn, "is_test": is_test,
        "address": { "region_code": "78", "postal_code": "190000", "street": "Цветочная ул.", "house": "1" },
    });
    let [surname, given_name, patronymic] = &role.director;
    let name = if role.is_person() {
        ("person", json!({ "surname": surname, "given_name": given_name, "patronymic": patronymic }))
    } else {
        ("name", json!(role.name))
    };
    if let Some(body) = body.as_object_mut() {
        body.insert(name.0.to_owned(), name.1);
    }
    Ok(client.post("/api/v1/account/organizations", &key("found", &role.word), &body).await?)
}

/// From nothing to a person who can sign for an organization.
pub async fn settle(
    client: &Client,
    role: &Role,
    credentials: &Credentials,
    chance: &Chance,
) -> Result<Person, StoryFault> {
    let client = sign_up(client, role, credentials).await?;
    let founded = found(&client, role, role.is_test).await?;
    equip(client, role, &founded, chance).await
}

/// Makes the key, applies for the certificate and puts the person together.
pub async fn equip(client: Client, role: &Role, founded: &Value, chance: &Chance) -> Result<Person, StoryFault> {
    let organization_id = text(founded, "/organization/organization_id")?.to_owned();
    let key_pair = PrivateKey::generate(ParamSet::XA, &mut |octets| chance.fill(octets))
        .map_err(|why| StoryFault::Missing(why.to_string()))?;
    let subject = Name::builder().with(pki::oid::COMMON_NAME, &role.name).build()?;
    let usage = KeyUsage::DIGITAL_SIGNATURE | KeyUsage::NON_REPUDIATION;
    let request = CertificateRequest::create(&key_pair, &subject, usage, &chance.octets::<32>())?;
    let application = json!({ "organization_id": organization_id, "request": request.to_pem()? });
    let issued =
        client.post("/api/v1/certification/certificates", &key("certificate", &role.word), &application).await?;
    let certificate = Certificate::from_pem(text(&issued, "/certificate")?)?;
    let chain = Certificate::list_from_pem(text(&issued, "/chain")?)?;
    let hedge = chance.clone();
    let key_pem = pki::keys::private_key_to_pem(&key_pair)?;
    let me = client.get("/api/v1/account/me").await?;
    Ok(Person {
        role: role.clone(),
        organization_id,
        box_id: text(founded, "/box/box_id")?.to_owned(),
        participant_id: text(founded, "/box/participant_id")?.to_owned(),
        user_id: text(&me, "/user_id")?.to_owned(),
        certificate_id: text(&issued, "/certificate_id")?.to_owned(),
        signer: KeySigner::new(key_pair, certificate, chain, Box::new(move |octets| hedge.fill(octets)))?,
        key_pem,
        client,
    })
}

impl Person {
    /// A detached CAdES-BES signature over the octets, claimed at the moment.
    pub fn sign(&self, content: &[u8], at: Moment) -> Result<Vec<u8>, StoryFault> {
        Ok(pki::sign_detached(content, &self.signer, SignForm::CadesBes { at })?)
    }
}

/// A key of idempotency that is the same for the same act of the same one.
fn key(act: &str, who: &str) -> String {
    format!("town-{act}-{who}")
}
