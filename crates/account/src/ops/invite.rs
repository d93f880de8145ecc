//! An administrator invites a person by e-mail.

use super::read;
use crate::limits::INVITATIONS_MAX;
use crate::model::{AccountRefusal, INVITATION_LIFE, Invitation, Login, Permission, Permissions, Secret, SecretHash};
use crate::scope::authorize;
use crate::store::{invitations, organizations};
use ::store::{Fault, Fetch, No, Tx};
use kernel::{Cx, OrganizationId};
use post::NewLetter;
use web::{Language, Texts};

/// Whom to invite, to what.
#[derive(Debug, Clone)]
pub struct NewInvitation {
    /// Where to.
    pub organization_id: OrganizationId,
    /// The address the letter goes to.
    pub address: Login,
    /// What the new member will be allowed.
    pub permissions: Permissions,
    /// The letter's language.
    pub language: Language,
}

/// An invitation with its letter, which alone holds the code.
#[derive(Debug, Clone)]
pub struct PreparedInvitation {
    new: NewInvitation,
    code: SecretHash,
    letter: NewLetter,
}

/// Draws the code and writes the letter. Refuses whom [`run`] would.
pub async fn prepare(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    texts: &Texts,
    new: NewInvitation,
) -> Result<PreparedInvitation, No<AccountRefusal>> {
    let scope = authorize(from, cx, new.organization_id, Permission::Administer).await?;
    let name = read::organization(from, &scope).await?.name.shown();
    let code = Secret::invitation(&cx.chance);
    let until = cx.now.plus(INVITATION_LIFE).civil_date_msk().strftime("%d.%m.%Y").to_string();
    let arguments = [("organization", name.as_str()), ("code", code.reveal()), ("until", until.as_str())];
    let text = |key| {
        let missing = || Fault::Settings(format!("the text {key} is missing"));
        texts.text(new.language, key, &arguments).ok_or_else(missing)
    };
    let (subject, body) = (text("account-letter-invitation-subject")?, text("account-letter-invitation-body")?);
    // A long name of an organization must not keep the letter from being written.
    let subject: String = subject.chars().take(200).collect();
    let letter = NewLetter::new(new.organization_id, new.address.folded(), &subject, body);
    let letter = letter.map_err(|_| AccountRefusal::LoginForm)?;
    Ok(PreparedInvitation { new, code: code.hash(), letter })
}

/// Writes the invitation and queues its letter. Whether the address belongs to a user is not said.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, prepared: &PreparedInvitation) -> Result<Invitation, No<AccountRefusal>> {
    let new = &prepared.new;
    let scope = authorize(tx, cx, new.organization_id, Permission::Administer).await?;
    let invited_by = scope.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    organizations::lock(tx, &scope).await?;
    if invitations::count_open(tx, &scope, cx.now).await? >= INVITATIONS_MAX {
        let max = usize::try_from(INVITATIONS_MAX).unwrap_or_default();
        return Err(AccountRefusal::TooMany { what: "open invitations", max }.into());
    }
    let invitation = Invitation {
        invitation_id: cx.new_id(),
        address: new.address.folded().to_owned(),
        permissions: new.permissions.clone(),
        invited_by,
        created_at: cx.now,
        expires_at: cx.now.plus(INVITATION_LIFE),
        ended_at: None,
    };
    invitations::add(tx, &scope, &invitation, &prepared.code).await?;
    post::queue_letter(tx, cx, &prepared.letter).await?;
    Ok(invitation)
}
