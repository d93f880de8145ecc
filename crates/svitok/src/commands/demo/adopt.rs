//! A box for the participant of a ready title: under the identifier that the title names.

use crate::client::{Client, text};
use crate::story::StoryFault;
use crate::story::cast::Role;
use account::create_organization::{Founding, run};
use account::{Address, NewOrganization, OperatorCode, OrganizationName, ParticipantId, Requisites, RequisitesDraft};
use kernel::{Caller, UserId};
use serde_json::{Value, json};
use web::App;

/// Registers the organization of the role for the signed-in person, past the API: no request from outside may choose
/// a participant id. Answers as the API would.
pub async fn found_as(app: &App, client: &Client, role: &Role, id: &str) -> Result<Value, StoryFault> {
    let missing = |why: &dyn std::fmt::Display| StoryFault::Missing(format!("a box for {}: {why}", role.word));
    let me = client.get("/api/v1/account/me").await?;
    let founder: UserId = text(&me, "/user_id")?.parse().map_err(|why| missing(&why))?;
    let new = new_organization(role).map_err(|why| missing(&why))?;
    let participant_id = Some(ParticipantId::parse(id).map_err(|why| missing(&why))?);
    let founding = Founding { new, founder, operator_code: OperatorCode::default(), participant_id };
    let cx = app.cx(Caller::System);
    let founded = app.store.write(&cx, founding, |tx, cx, founding| Box::pin(run(tx, cx, founding)));
    let founded = founded.await.map_err(|why| missing(&why))?;
    Ok(json!({
        "organization": { "organization_id": founded.organization.organization_id.to_string() },
        "box": {
            "box_id": founded.org_box.box_id.to_string(),
            "participant_id": founded.org_box.participant_id.to_string(),
        },
    }))
}

fn new_organization(role: &Role) -> Result<NewOrganization, account::AccountRefusal> {
    let draft = RequisitesDraft { inn: &role.inn, kpp: role.kpp.as_deref(), ogrn: role.ogrn.as_deref() };
    let name = if role.is_person() {
        let [surname, given_name, patronymic] = &role.director;
        let patronymic = Some(patronymic.as_str()).filter(|text| !text.is_empty());
        OrganizationName::person(surname, given_name, patronymic)?
    } else {
        OrganizationName::company(&role.name)?
    };
    let address = Address {
        region_code: "78".to_owned(),
        postal_code: Some("190000".to_owned()),
        street: Some("Цветочная ул.".to_owned()),
        house: Some("1".to_owned()),
        ..Address::default()
    };
    NewOrganization::new(Requisites::parse(draft)?, name, address, false)
}
