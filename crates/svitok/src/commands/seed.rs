//! `svitok seed`: a small town to look around in. Asked again, it changes nothing and says again how to sign in.

mod papers;

use super::{Failure, demo::serve_beside, read_file, runtime, tell_of_secret, write_file};
use crate::client::Client;
use crate::command_line::SeedArgs;
use crate::server::{Setup, assemble, listen};
use crate::story::cast::Role;
use crate::story::{Credentials, Person, StoryFault, settle};
use crate::words::Words;
use serde_json::{Value, json};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::Path;
use std::process::ExitCode;
use web::App;

/// Folder of the town inside the data folder: sign-ins and keys, readable by the host alone.
const TOWN: &str = "town";
/// Written last: its presence says that the town is whole.
const PEOPLE: &str = "people.json";

/// Fills the town through the API, as people would.
pub fn run(args: SeedArgs) -> Result<ExitCode, Failure> {
    let words = Words::open()?;
    let town = args.place.data.join(TOWN);
    if town.join(PEOPLE).exists() {
        println!("{}", words.say("svitok-seed-there", &[("path", &town.display().to_string())]));
        tell_people(&words, &town, &args.public_url)?;
        return Ok(ExitCode::SUCCESS);
    }
    if town.exists() {
        let path = town.display().to_string();
        return Err(Failure::Failed(words.say("svitok-seed-broken-off", &[("path", &path)])));
    }
    let public_url = args.public_url.clone();
    runtime()?.block_on(fill(args, &town, &words))?;
    println!("{}", words.say("svitok-seed-done", &[("path", &town.join(PEOPLE).display().to_string())]));
    tell_people(&words, &town, &public_url)?;
    Ok(ExitCode::SUCCESS)
}

/// Where to look and as whom: the passwords were drawn for this folder alone.
fn tell_people(words: &Words, town: &Path, public_url: &str) -> Result<(), Failure> {
    let file = town.join(PEOPLE);
    let unreadable = |why: &dyn std::fmt::Display| Failure::failed(&file.display().to_string(), why);
    let people: Value = serde_json::from_slice(&read_file(&file)?).map_err(|why| unreadable(&why))?;
    println!("{}", words.say("svitok-seed-sign-in", &[("url", public_url)]));
    for person in people.pointer("/people").and_then(Value::as_array).into_iter().flatten() {
        let field = |name: &str| person.get(name).and_then(Value::as_str).unwrap_or_default();
        let [organization, login, password] = ["organization", "login", "password"].map(field);
        let arguments = [("organization", organization), ("login", login), ("password", password)];
        println!("{}", words.say("svitok-seed-person", &arguments));
    }
    Ok(())
}

async fn fill(args: SeedArgs, town: &Path, words: &Words) -> Result<(), Failure> {
    let (listener, address) = listen(([127, 0, 0, 1], 0).into()).await?;
    let base = format!("http://{address}");
    let program = assemble(Setup::new(args.place, &args.public_url)).await?;
    tell_of_secret(words, program.notice.as_ref());
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(town)
        .map_err(|why| Failure::failed(&town.display().to_string(), why))?;
    let app = program.app.clone();
    let client = Client::new(&base).map_err(|why| Failure::failed("the client", why))?;
    let (stop, serving) = serve_beside(program, listener);
    let people = populate(&app, &client, town).await;
    if stop.send(()).is_err() {
        return Err(Failure::Failed("the server stopped before the town was filled".to_owned()));
    }
    serving.await.map_err(|why| Failure::failed("the server", why))??;
    let people = people.map_err(|why| Failure::failed("the town", why))?;
    let text = serde_json::to_string_pretty(&people).map_err(|why| Failure::failed(PEOPLE, why))?;
    keep(&town.join(PEOPLE), text.as_bytes())
}

/// Three organizations and a test one; agreed counteragents; papers in several states; a revoked certificate.
async fn populate(app: &App, client: &Client, town: &Path) -> Result<Value, StoryFault> {
    let mut people = Vec::new();
    let mut told = Vec::new();
    for role in [Role::romashka(), Role::vasilek(), Role::landysh(), Role::teplica()] {
        let credentials = Credentials::drawn(&role, &app.chance);
        let person = settle(client, &role, &credentials, &app.chance).await?;
        keep_person(town, &person).map_err(|why| StoryFault::Missing(why.to_string()))?;
        told.push(person_told(&person, &credentials));
        payer(&person).await?;
        people.push(person);
    }
    let [romashka, vasilek, landysh, teplica] = people.as_slice() else {
        return Err(StoryFault::Missing("four people".to_owned()));
    };
    romashka.befriend(vasilek).await?;
    teplica.befriend(romashka).await?;
    landysh.invite(romashka).await?;
    papers::exchanged(app, papers::Firms { romashka, vasilek, teplica }).await?;
    let (organization_id, certificate_id) = (&landysh.organization_id, &landysh.certificate_id);
    let path =
        format!("/api/v1/certification/organizations/{organization_id}/certificates/{certificate_id}/revocation");
    landysh.client.post(&path, "town-revoke", &json!({ "reason": "key_compromise" })).await?;
    Ok(json!({
        "about": Words::open().map_err(|why| StoryFault::Missing(why.to_string()))?.say("svitok-seed-about", &[]),
        "people": told,
    }))
}

/// The organization files its own reports, to the office of the simulator that accepts.
async fn payer(person: &Person) -> Result<(), StoryFault> {
    let role = &person.role;
    let facts = json!({
        "name": role.name, "entrepreneur": role.is_person(), "regime": "usn-income", "employees": 3, "tax_office": "0087",
    });
    let path = format!("/api/v1/reporting/organizations/{}/payers", person.organization_id);
    let body = json!({ "inn": role.inn, "kpp": role.kpp, "facts": facts });
    person.client.post(&path, &format!("town-payer-{}", role.word), &body).await?;
    Ok(())
}

fn person_told(person: &Person, credentials: &Credentials) -> Value {
    json!({
        "organization": person.role.name, "director": person.role.director_name(), "is_test": person.role.is_test,
        "login": credentials.login, "password": credentials.password,
        "user_id": person.user_id, "organization_id": person.organization_id, "box_id": person.box_id, "participant_id": person.participant_id,
        "key": format!("{}.key.pem", person.role.word), "certificate": format!("{}.cert.pem", person.role.word),
    })
}

fn keep_person(town: &Path, person: &Person) -> Result<(), Failure> {
    use pki::Signer as _;
    let mut certificates = String::new();
    for certificate in std::iter::once(person.signer.certificate()).chain(person.signer.chain()) {
        certificates.push_str(&certificate.to_pem().map_err(|why| Failure::failed("a certificate", why))?);
    }
    let word = &person.role.word;
    keep(&town.join(format!("{word}.key.pem")), person.key_pem.as_bytes())?;
    keep(&town.join(format!("{word}.cert.pem")), certificates.as_bytes())
}

/// Writes a file that only the host may read.
fn keep(path: &Path, octets: &[u8]) -> Result<(), Failure> {
    write_file(path, octets)?;
    let only_host = std::fs::Permissions::from_mode(0o600);
    std::fs::set_permissions(path, only_host).map_err(|why| Failure::failed(&path.display().to_string(), why))
}
