//! `POST /api/v1/account/registrations/by-certificate`

use crate::http::Room;
use crate::http::organizations::create::FoundedView;
use crate::http::sign_ins::open::OpenedView;
use crate::http::views::AddressView;
use crate::model::{DeviceWords, Door, SignInKind};
use crate::ops::accept_proposal::{Acceptance, OrganizationAddition, prepare, run};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Asking, Language, Limited, PeerAddress, RequestBody, created};

/// What is added to what the certificate says.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct AcceptanceBody {
    /// Of the proposal.
    pub proposal: String,
    /// What others will call the person; left out: as the certificate does.
    #[serde(default)]
    pub name: String,
    /// Where letters go; left out: as the certificate states. A letter proves it before it is the login.
    #[serde(default)]
    pub email: String,
    /// Registers the organization that the certificate names.
    #[serde(default)]
    pub organization: Option<OrganizationAdditionBody>,
}

impl RequestBody for AcceptanceBody {}

/// What a certificate does not say of an organization.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct OrganizationAdditionBody {
    /// КПП of a company.
    #[serde(default)]
    pub kpp: Option<String>,
    /// Address.
    pub address: AddressView,
    /// For trying things out: documents are marked as tests.
    #[serde(default)]
    pub is_test: bool,
}

/// The account.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct AcceptedView {
    /// The sign-in, opened at once.
    pub opened: OpenedView,
    /// The organization, where one was registered now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub founded: Option<FoundedView>,
    /// An organization with these ИНН and КПП is here already: ask its administrator for access.
    pub organization_is_here: bool,
}

/// Accepts the proposed account: user, certificate, organization and sign-in in one act. Asked again with the same
/// proposal it opens another sign-in of the same user.
#[utoipa::path(post, path = "/api/v1/account/registrations/by-certificate", tag = "account",
    request_body = AcceptanceBody,
    responses((status = 201, description = "The account, signed in.", body = AcceptedView)))]
pub(in crate::http) async fn accept(
    State(room): State<Room>,
    Asking(cx): Asking,
    PeerAddress(address): PeerAddress,
    (device, language): (DeviceWords, Language),
    body: Limited<AcceptanceBody>,
) -> Answer<AcceptedView> {
    let AcceptanceBody { proposal, name, email, organization } = body.into_inner();
    let organization = organization.map(|added| OrganizationAddition {
        kpp: added.kpp,
        address: added.address.into(),
        is_test: added.is_test,
    });
    let door = Door::new(SignInKind::Api, address, device);
    let acceptance = Acceptance { token: proposal, name, email, organization, door, language };
    let prepared = {
        let mut reader = room.app.store.reader().await?;
        prepare(&mut reader, &cx, &room.settings, acceptance).await?
    };
    let accepted = room.app.store.write(&cx, prepared, |tx, cx, accepted| Box::pin(run(tx, cx, accepted))).await?;
    Ok(created(AcceptedView {
        opened: accepted.opened.into(),
        founded: accepted.founded.map(FoundedView::from),
        organization_is_here: accepted.organization_is_here,
    }))
}
