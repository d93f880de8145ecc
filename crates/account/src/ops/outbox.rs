//! An administrator reads an outbox and sends once more what did not go. [`Kept`] is what letters and SMS differ in.

use crate::model::{AccountRefusal, Permission};
use crate::scope::authorize;
use ::store::{Fault, Fetch, No, Reader, Tx};
use kernel::{Cx, OrganizationId, Page, PageRequest};
use post::{Letter, LetterId, PostRefusal, Sms, SmsId};
use std::future::Future;

/// A letter or an SMS.
pub(crate) trait Kept: Sized + Send + 'static {
    /// Its id.
    type Id: Copy + Send + Sync + 'static;
    /// What is not found.
    const WHAT: &'static str;

    /// A page of an owner's.
    fn list(
        reader: &mut Reader,
        owner: OrganizationId,
        page: &PageRequest,
    ) -> impl Future<Output = Result<Page<Self>, Fault>> + Send;

    /// One of an owner's.
    fn find(
        reader: &mut Reader,
        owner: OrganizationId,
        id: Self::Id,
    ) -> impl Future<Output = Result<Option<Self>, Fault>> + Send;

    /// Puts it back to wait.
    fn again(
        tx: &mut Tx<'_>,
        cx: &Cx,
        owner: OrganizationId,
        id: Self::Id,
    ) -> impl Future<Output = Result<Option<Self>, No<PostRefusal>>> + Send;
}

impl Kept for Letter {
    type Id = LetterId;
    const WHAT: &'static str = "letter";

    async fn list(reader: &mut Reader, owner: OrganizationId, page: &PageRequest) -> Result<Page<Self>, Fault> {
        post::list_letters(reader, owner, page).await
    }

    async fn find(reader: &mut Reader, owner: OrganizationId, id: LetterId) -> Result<Option<Self>, Fault> {
        post::find_letter(reader, owner, id).await
    }

    async fn again(
        tx: &mut Tx<'_>,
        cx: &Cx,
        owner: OrganizationId,
        id: LetterId,
    ) -> Result<Option<Self>, No<PostRefusal>> {
        post::resend_letter(tx, cx, owner, id).await
    }
}

impl Kept for Sms {
    type Id = SmsId;
    const WHAT: &'static str = "sms";

    async fn list(reader: &mut Reader, owner: OrganizationId, page: &PageRequest) -> Result<Page<Self>, Fault> {
        post::list_sms(reader, owner, page).await
    }

    async fn find(reader: &mut Reader, owner: OrganizationId, id: SmsId) -> Result<Option<Self>, Fault> {
        post::find_sms(reader, owner, id).await
    }

    async fn again(
        tx: &mut Tx<'_>,
        cx: &Cx,
        owner: OrganizationId,
        id: SmsId,
    ) -> Result<Option<Self>, No<PostRefusal>> {
        post::resend_sms(tx, cx, owner, id).await
    }
}

/// Whose outbox.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Owner {
    /// Of whoever administers it.
    Organization(OrganizationId),
    /// Nobody's; whoever calls has asked whether the caller administers the installation.
    Installation,
}

impl Owner {
    /// In whose name it is kept, for a caller who may read it.
    pub async fn authorize(
        self,
        from: &mut (impl Fetch + ?Sized),
        cx: &Cx,
    ) -> Result<OrganizationId, No<AccountRefusal>> {
        match self {
            Self::Installation => Ok(post::installation()),
            Self::Organization(id) => Ok(authorize(from, cx, id, Permission::Administer).await?.organization_id()),
        }
    }
}

/// Puts a letter or an SMS back to wait. Refuses one that waits or was sent.
pub(crate) async fn resend<T: Kept>(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (owner, id): &(Owner, T::Id),
) -> Result<T, No<AccountRefusal>> {
    let owner = owner.authorize(tx, cx).await?;
    let again = T::again(tx, cx, owner, *id).await.map_err(ours)?;
    Ok(again.ok_or(AccountRefusal::not_found(T::WHAT))?)
}

fn ours(no: No<PostRefusal>) -> No<AccountRefusal> {
    match no {
        No::Refused(refusal) => No::Refused(AccountRefusal::Post(refusal)),
        No::Fault(fault) => No::Fault(fault),
    }
}
