//! The words every room shares: identifiers, Russian requisites, money, moments, who asks and when.
//!
//! Pure: no input or output, no async, no machine clock, no machine randomness. Read [`Cx`] first: it is what
//! every operation receives, and the only door to time and chance.

mod bug;
mod calendar;
mod caller;
mod chance;
mod clock;
mod cx;
mod id;
mod moment;
mod money;
mod norm;
mod page;
mod period;
mod refusal;
mod requisite;

pub use calendar::{DayKind, WorkCalendar, WorkCalendarRefusal};
pub use caller::Caller;
pub use chance::Chance;
pub use clock::Clock;
pub use cx::Cx;
pub use id::{BoxId, IdRefusal, IntegratorKeyId, JobId, OrganizationId, RequestId, SignInId, TypedId, UserId};
pub use moment::{CivilDate, Moment, MomentRefusal};
pub use money::{Money, MoneyRefusal};
pub use norm::NormRef;
pub use page::{Cursor, Page, PageRefusal, PageRequest};
pub use period::{Period, PeriodRefusal};
pub use refusal::{Refusal, RefusalKind};
pub use requisite::{Inn, Kpp, Ogrn, RequisiteRefusal, Snils};

/// For [`typed_id!`] only.
#[doc(hidden)]
pub use {serde, uuid};
