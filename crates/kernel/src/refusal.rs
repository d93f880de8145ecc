use crate::NormRef;
use std::fmt;

/// What a refusal means for the one who asked; one place (`web::Problem`) turns it into a status code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RefusalKind {
    /// The input breaks a rule; the user can mend it.
    Invalid,
    /// Nobody is signed in, or the sign-in has ended.
    Unauthenticated,
    /// Signed in, sees the thing, may not do this to it.
    Forbidden,
    /// What cost nothing is spent, and the host lets nothing go after it.
    PaymentNeeded,
    /// There is no such thing, or the caller may not know of it: the same answer for both.
    NotFound,
    /// The state does not allow it, or another act came first.
    Conflict,
    /// Larger than a named limit.
    TooLarge,
    /// More often than a named limit; later it may go through.
    RateLimited,
    /// It was here and is no more.
    Gone,
    /// The same act is being carried out; ask again.
    Pending,
}

/// A rule said no. Every room's refusal enum implements this, one variant per rule; `Display` is the English detail
/// for developers and never carries content, names of persons, keys or tokens.
pub trait Refusal: fmt::Debug + fmt::Display + Send + Sync + 'static {
    /// Stable code, `room.subject.rule` in lower case with hyphens inside a part; with dots turned into hyphens it
    /// is the key of the person's text in `texts/{ru,en}/<room>.ftl`.
    fn code(&self) -> &'static str;

    /// What it means for the one who asked.
    fn kind(&self) -> RefusalKind;

    /// The field of the input that broke the rule, as the input names it: `documents[2].content`.
    fn field(&self) -> Option<String> {
        None
    }

    /// What would be accepted instead, in English, when that helps.
    fn accepted(&self) -> Option<String> {
        None
    }

    /// Figures of the person's text, by their names there: a limit that a host sets, say.
    fn figures(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    /// Where the rule is written.
    fn norm(&self) -> Option<NormRef> {
        None
    }
}
