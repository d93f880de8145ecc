//! One sign-in: what a token stands for.

use super::Way;
use kernel::{IntegratorKeyId, Moment, SignInId, UserId};
use std::time::Duration;

const HOUR: u64 = 3600;

/// Through which door somebody signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SignInKind {
    /// A browser's page.
    Page,
    /// Our own API.
    Api,
    /// The Diadoc surface.
    Diadoc,
    /// The Extern surface.
    Extern,
    /// OpenID Connect.
    Oidc,
}

impl SignInKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Page, Self::Api, Self::Diadoc, Self::Extern, Self::Oidc];

    /// The stored and shown name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Api => "api",
            Self::Diadoc => "diadoc",
            Self::Extern => "extern",
            Self::Oidc => "oidc",
        }
    }

    /// By its stored name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// How long a sign-in may be renewed after it was opened or renewed the last time, where it may be: a program that a
    /// person uses once a month stays signed in.
    #[must_use]
    pub const fn renewable(self) -> Option<Duration> {
        match self {
            Self::Page | Self::Api | Self::Diadoc => None,
            Self::Extern | Self::Oidc => Some(Duration::from_secs(31 * 24 * HOUR)),
        }
    }

    /// How long a token lives: 24 h, as the vendors' clients cache it; a page for a working week; OpenID Connect
    /// for an hour, since it is renewed by the provider.
    #[must_use]
    pub const fn life(self) -> Duration {
        match self {
            Self::Page => Duration::from_secs(7 * 24 * HOUR),
            Self::Api | Self::Diadoc | Self::Extern => Duration::from_secs(24 * HOUR),
            Self::Oidc => Duration::from_secs(HOUR),
        }
    }
}

/// A sign-in as stored, without its token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// Its id.
    pub sign_in_id: SignInId,
    /// Who signed in.
    pub user_id: UserId,
    /// Through which door.
    pub kind: SignInKind,
    /// By what the person was known; a password for sign-ins of older versions.
    pub way: Way,
    /// From which network address; empty for those of older versions.
    pub address: String,
    /// What the client called itself.
    pub device: String,
    /// Through whose program.
    pub integrator_key_id: Option<IntegratorKeyId>,
    /// Since when.
    pub created_at: Moment,
    /// Until when.
    pub expires_at: Moment,
    /// Until when a new token may take the place of the last one.
    pub renewable_until: Option<Moment>,
    /// It tells who its person is and opens nothing else.
    pub is_narrow: bool,
    /// When it was ended before its time.
    pub ended_at: Option<Moment>,
}

impl SignIn {
    /// Whether its token is accepted at this moment.
    #[must_use]
    pub fn is_open(&self, now: Moment) -> bool {
        self.ended_at.is_none() && now < self.expires_at
    }

    /// Until when it lasts, with all its renewals.
    #[must_use]
    pub fn lasts_until(&self) -> Moment {
        self.renewable_until.unwrap_or(self.expires_at).max(self.expires_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Caller, Chance, Cx};

    #[test]
    fn a_sign_in_ends_by_time_or_by_will() {
        let now = Moment::from_seconds(1_000_000);
        let cx = Cx::new(Caller::Nobody, now, Chance::from_seed([1; 32]));
        let open = SignIn {
            sign_in_id: cx.new_id(),
            user_id: cx.new_id(),
            kind: SignInKind::Api,
            way: Way::Password,
            address: "192.0.2.1".to_owned(),
            device: String::new(),
            integrator_key_id: None,
            created_at: now,
            expires_at: now.plus(SignInKind::Api.life()),
            renewable_until: None,
            is_narrow: false,
            ended_at: None,
        };
        let just_before = open.expires_at.minus(Duration::from_micros(1));
        assert!(open.is_open(now) && open.is_open(just_before));
        assert!(!open.is_open(open.expires_at));
        assert!(!SignIn { ended_at: Some(now), ..open }.is_open(now));
    }

    #[test]
    fn names_come_back() {
        for kind in SignInKind::ALL {
            assert_eq!(SignInKind::parse(kind.name()), Some(kind));
        }
        assert_eq!(SignInKind::parse("API"), None);
    }
}
