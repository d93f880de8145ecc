//! Letters and SMS of an outbox: an organization's, for those who may administer it; the installation's own, which belongs
//! to no organization, for its administrators.

pub(super) mod host_letters;
pub(super) mod host_sms;
pub(super) mod letters;
pub(super) mod sms;
mod views;

use crate::http::Room;
use crate::model::AccountRefusal;
use crate::ops::outbox::{Kept, Owner, resend};
use ::store::Reader;
use kernel::{Cx, OrganizationId, PageRequest};
use views::Shown;
use web::{Answer, Language, PageView, Problem, ok};

/// Who looks into whose outbox, and in which language it is told.
struct Desk<'a> {
    room: &'a Room,
    cx: &'a Cx,
    owner: Owner,
    language: Language,
}

impl Desk<'_> {
    /// Without their texts: a list is not where letters are read.
    async fn list<T: Kept + Shown>(&self, page: &PageRequest) -> Answer<PageView<T::View>> {
        let (mut reader, owner) = self.open().await?;
        let found = T::list(&mut reader, owner, page).await?;
        Ok(ok(PageView::of(found, |one| one.shown((&self.room.app.texts, self.language), false))))
    }

    async fn get<T: Kept + Shown>(&self, id: T::Id) -> Answer<T::View> {
        let (mut reader, owner) = self.open().await?;
        let found = T::find(&mut reader, owner, id).await?;
        let found = found.ok_or_else(|| Problem::refused(AccountRefusal::not_found(T::WHAT)))?;
        Ok(ok(found.shown((&self.room.app.texts, self.language), true)))
    }

    async fn resend<T: Kept + Shown>(&self, id: T::Id) -> Answer<T::View> {
        self.demand_host()?;
        let which = (self.owner, id);
        let work = self.room.app.store.write(self.cx, which, |tx, cx, which| Box::pin(resend::<T>(tx, cx, which)));
        let again = work.await?;
        Ok(ok(again.shown((&self.room.app.texts, self.language), true)))
    }

    async fn open(&self) -> Result<(Reader, OrganizationId), Problem> {
        self.demand_host()?;
        let mut reader = self.room.app.store.reader().await?;
        let owner = self.owner.authorize(&mut reader, self.cx).await?;
        Ok((reader, owner))
    }

    fn demand_host(&self) -> Result<(), Problem> {
        match self.owner {
            Owner::Organization(_) => Ok(()),
            Owner::Installation => self.room.settings.demand_administrator(self.cx).map_err(Problem::refused),
        }
    }
}
