//! A holder of a certificate accepts the account that is proposed to him: user, binding, organization and sign-in in one
//! act.

use super::create_organization::{self, Founded, Founding};
use super::errand::{self, Errand};
use super::open_sign_in::{self, Proven};
use super::sign_in::OpenedSignIn;
use crate::model::{
    AccountRefusal, Address, BoundCertificate, CertificateCause, Door, Holder, HolderOrganization, Login,
    NewOrganization, OrganizationName, PersonTitle, Proposal, Requisites, RequisitesDraft, SecretHash, Way,
};
use crate::settings::Settings;
use crate::store::{certificates, proposals, users};
use ::store::{Fetch, No, Tx};
use kernel::{Caller, Cx, UserId};
use std::fmt;
use web::Language;

/// One answer for a proposal that is unknown, has expired, or was accepted by another.
const OVER: AccountRefusal = AccountRefusal::CertificateRefused { cause: CertificateCause::ProposalOver };

/// What the person adds to what the certificate says.
#[derive(Clone)]
pub struct Acceptance {
    /// The token of the proposal.
    pub token: String,
    /// What others will call the person; the certificate's name where it is left empty.
    pub name: String,
    /// Where letters go, and the login of a password later; the certificate's where it is left empty. It is proven by a
    /// letter before it is the login.
    pub email: String,
    /// To found the organization that the certificate names: what the certificate does not say of it.
    pub organization: Option<OrganizationAddition>,
    /// Through which door.
    pub door: Door,
    /// Of the letter that proves the address.
    pub language: Language,
}

impl fmt::Debug for Acceptance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Acceptance").field("door", &self.door).finish_non_exhaustive()
    }
}

/// What a certificate does not say of an organization.
#[derive(Debug, Clone)]
pub struct OrganizationAddition {
    /// КПП of a company.
    pub kpp: Option<String>,
    /// Its address.
    pub address: Address,
    /// For trying things out.
    pub is_test: bool,
}

/// Checked.
#[derive(Debug, Clone)]
pub struct PreparedAcceptance {
    token: SecretHash,
    user_id: UserId,
    title: PersonTitle,
    email: Option<Login>,
    bound: BoundCertificate,
    organization: Option<NewOrganization>,
    founding_code: crate::model::OperatorCode,
    door: Door,
    language: Language,
}

/// What was made.
#[derive(Debug, Clone)]
pub struct Accepted {
    /// The sign-in.
    pub opened: OpenedSignIn,
    /// The organization, where one was founded now.
    pub founded: Option<Founded>,
    /// An organization with these ИНН and КПП is here already: its administrator is to be asked for access.
    pub organization_is_here: bool,
}

/// The proposal of a token. Refuses an unknown or expired one.
pub async fn find(from: &mut (impl Fetch + ?Sized), cx: &Cx, token: &str) -> Result<Proposal, No<AccountRefusal>> {
    let found = proposals::find(from, &SecretHash::of(token)).await?;
    Ok(found.filter(|proposal| cx.now < proposal.expires_at).ok_or(OVER)?)
}

/// Reads the certificate again and checks what was added. Refuses an organization that the certificate does not name.
pub async fn prepare(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    settings: &Settings,
    acceptance: Acceptance,
) -> Result<PreparedAcceptance, No<AccountRefusal>> {
    let proposal = find(from, cx, &acceptance.token).await?;
    let holder = Holder::of(&proposal.certificate);
    let own = |typed: &str, stated: &str| if typed.trim().is_empty() { stated.to_owned() } else { typed.to_owned() };
    let title = PersonTitle::parse(&own(&acceptance.name, &holder.name))?;
    let email = own(&acceptance.email, holder.email.as_deref().unwrap_or_default());
    let email = if email.is_empty() { None } else { Some(Login::parse(&email)?) };
    let organization = match acceptance.organization {
        Some(addition) => {
            let named = holder.organization.as_ref().ok_or(AccountRefusal::not_found("organization"))?;
            Some(organization_of(named, addition)?)
        }
        None => None,
    };
    let user_id = cx.new_id();
    let bound = BoundCertificate::new((proposal.certificate, &proposal.kind), user_id, &settings.vault, cx);
    Ok(PreparedAcceptance {
        token: SecretHash::of(&acceptance.token),
        user_id,
        title,
        email,
        bound,
        organization,
        founding_code: settings.operator_code.clone(),
        door: acceptance.door,
        language: acceptance.language,
    })
}

fn organization_of(named: &HolderOrganization, added: OrganizationAddition) -> Result<NewOrganization, AccountRefusal> {
    let ogrn = named.ogrn.as_ref().map(|ogrn| ogrn.as_str());
    let draft = RequisitesDraft { inn: named.inn.as_str(), kpp: added.kpp.as_deref(), ogrn };
    let requisites = Requisites::parse(draft)?;
    let name = match (&named.person, &named.name) {
        (Some((surname, given, patronymic)), _) => OrganizationName::person(surname, given, patronymic.as_deref())?,
        (None, name) => OrganizationName::company(name.as_deref().unwrap_or_default())?,
    };
    NewOrganization::new(requisites, name, added.address, added.is_test)
}

/// Makes the user, binds the certificate, founds the organization, opens the sign-in. Accepted twice, it is one act: the
/// second opens another sign-in of the same user.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, prepared: &PreparedAcceptance) -> Result<Accepted, No<AccountRefusal>> {
    if !proposals::accept(tx, &prepared.token, prepared.user_id).await? {
        let made = proposals::find(tx, &prepared.token).await?.and_then(|proposal| proposal.user_id);
        let user_id = made.ok_or(OVER)?;
        let opened = open_sign_in::run(tx, cx, &proven(prepared, user_id)).await?;
        return Ok(Accepted { opened, founded: None, organization_is_here: false });
    }
    if !certificates::add(tx, &prepared.bound).await? {
        // Another proposal of the same certificate was accepted meanwhile: whose it is now, signs in with it.
        return Err(OVER.into());
    }
    users::add_without_login(tx, prepared.user_id, &prepared.title, cx.now).await?;
    let opened = open_sign_in::run(tx, cx, &proven(prepared, prepared.user_id)).await?;
    let (founded, organization_is_here) = found(tx, cx, (prepared, &opened)).await?;
    if let Some(email) = &prepared.email {
        let errand = Errand::ChangeEmail { user_id: prepared.user_id, login: email.typed().to_owned() };
        errand::queue(tx, cx, &errand, prepared.language).await?;
    }
    Ok(Accepted { opened, founded, organization_is_here })
}

fn proven(prepared: &PreparedAcceptance, user_id: UserId) -> Proven {
    Proven { user_id, way: Way::Certificate, door: prepared.door.clone(), client: None }
}

async fn found(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (prepared, opened): (&PreparedAcceptance, &OpenedSignIn),
) -> Result<(Option<Founded>, bool), No<AccountRefusal>> {
    let Some(new) = &prepared.organization else { return Ok((None, false)) };
    let founder = prepared.user_id;
    let sign_in_id = opened.sign_in.sign_in_id;
    let cx = cx.with_caller(Caller::User { user_id: founder, sign_in_id, integrator_key_id: None });
    let operator_code = prepared.founding_code.clone();
    let founding = Founding { new: new.clone(), founder, operator_code, participant_id: None };
    match create_organization::run(tx, &cx, &founding).await {
        Ok(founded) => Ok((Some(founded), false)),
        // Nothing was written before this refusal: the account is made all the same.
        Err(No::Refused(AccountRefusal::AlreadyRegistered)) => Ok((None, true)),
        Err(no) => Err(no),
    }
}
