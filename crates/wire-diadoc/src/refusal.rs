//! Refusals of the surface itself, and how every refusal becomes the vendor's status and text.

use std::time::Duration;

use account::AccountRefusal;
use http::StatusCode;
use kernel::{Refusal, RefusalKind};
use store::{Fault, No};
use web::Problem;

use crate::contract::{ContractRefusal, catalogue};

/// Why the surface does not carry a request out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WireRefusal {
    /// Nobody is signed in: no token, an unknown or an ended one.
    #[error("no valid token in the Authorization header")]
    Unauthorized,
    /// No key of a program where the scheme asks for one.
    #[error("no ddauth_api_client_id in the Authorization header")]
    NoClient,
    /// The host asks for a subscription, and this sign-in came through no registered program.
    #[error("the sign-in came through no registered program")]
    NoSubscription,
    /// The box is another's or does not exist: the same answer for both.
    #[error("the box is not among the caller's")]
    BoxForbidden,
    /// A method that this program does not carry out.
    #[error("{method} is not part of this installation")]
    NotConnected {
        /// Its path.
        method: &'static str,
    },
    /// A parameter is missing.
    #[error("the parameter {name} is missing")]
    ParameterMissing {
        /// Its name.
        name: &'static str,
    },
    /// A parameter cannot be read.
    #[error("the parameter {name} cannot be read")]
    ParameterForm {
        /// Its name.
        name: &'static str,
        /// What would be read.
        accepted: &'static str,
    },
    /// A parameter came twice.
    #[error("the parameter {name} came twice")]
    ParameterTwice {
        /// Its name.
        name: &'static str,
    },
    /// The query is no UTF-8 in percent form.
    #[error("the query cannot be read")]
    Query,
    /// The body is of a type that holds no message.
    #[error("the body's Content-Type is neither protobuf nor JSON")]
    MediaType,
    /// The body is of a type that holds no XML.
    #[error("the body's Content-Type is not XML")]
    XmlMediaType,
    /// The body cannot be read.
    #[error("the body is no {message}: {detail}")]
    Body {
        /// Name of the message.
        message: &'static str,
        /// Where it stops being one; names and numbers of fields only.
        detail: String,
    },
    /// An obligatory field of the body is missing.
    #[error("the field {field} is missing")]
    FieldMissing {
        /// Its path.
        field: String,
    },
    /// A field holds what cannot be.
    #[error("the field {field} cannot be this")]
    Field {
        /// Its path.
        field: String,
        /// What would be accepted.
        accepted: &'static str,
    },
    /// What a request asks for in a field is not part of this installation.
    #[error("{field} is not part of this installation")]
    FieldNotConnected {
        /// Its path.
        field: String,
    },
    /// There is no such thing, or the caller may not know of it.
    #[error("{what} is not found")]
    NotFound {
        /// What was looked for.
        what: &'static str,
    },
    /// The same operation with another body.
    #[error("the operation was carried out with another body")]
    OtherBody,
    /// No such document type, function or version.
    #[error("no such document type, function, version or title")]
    DocumentType,
    /// The path is none of the contract.
    #[error("no such method")]
    NoSuchMethod,
    /// The path is asked with another HTTP method.
    #[error("the method is asked with another HTTP method")]
    Verb,
}

impl Refusal for WireRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Unauthorized => "diadoc.sign-in.needed",
            Self::NoClient => "diadoc.sign-in.no-client",
            Self::NoSubscription => "diadoc.subscription.none",
            Self::BoxForbidden => "diadoc.box.forbidden",
            Self::NotConnected { .. } => "diadoc.method.not-connected",
            Self::ParameterMissing { .. } => "diadoc.parameter.missing",
            Self::ParameterForm { .. } => "diadoc.parameter.form",
            Self::ParameterTwice { .. } => "diadoc.parameter.twice",
            Self::Query => "diadoc.query.form",
            Self::MediaType => "diadoc.body.media-type",
            Self::XmlMediaType => "diadoc.body.xml-media-type",
            Self::Body { .. } => "diadoc.body.form",
            Self::FieldMissing { .. } => "diadoc.field.missing",
            Self::Field { .. } => "diadoc.field.form",
            Self::FieldNotConnected { .. } => "diadoc.field.not-connected",
            Self::NotFound { .. } => "diadoc.thing.not-found",
            Self::OtherBody => "diadoc.operation.other-body",
            Self::DocumentType => "diadoc.document-type.unknown",
            Self::NoSuchMethod => "diadoc.method.unknown",
            Self::Verb => "diadoc.method.verb",
        }
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::Unauthorized | Self::NoClient => RefusalKind::Unauthenticated,
            Self::NoSubscription | Self::BoxForbidden | Self::NotConnected { .. } => RefusalKind::Forbidden,
            Self::NotFound { .. } | Self::NoSuchMethod => RefusalKind::NotFound,
            Self::OtherBody => RefusalKind::Conflict,
            _ => RefusalKind::Invalid,
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::ParameterMissing { name } | Self::ParameterForm { name, .. } | Self::ParameterTwice { name } => {
                Some((*name).to_owned())
            }
            Self::FieldMissing { field } | Self::Field { field, .. } | Self::FieldNotConnected { field } => {
                Some(field.clone())
            }
            _ => None,
        }
    }

    fn accepted(&self) -> Option<String> {
        match self {
            Self::ParameterForm { accepted, .. } | Self::Field { accepted, .. } => Some((*accepted).to_owned()),
            Self::MediaType => Some("application/json, application/octet-stream, application/x-protobuf".to_owned()),
            Self::XmlMediaType => Some("application/xml, text/xml, application/octet-stream".to_owned()),
            Self::DocumentType => Some(catalogue::supported()),
            _ => None,
        }
    }
}

/// What a method answers instead of a result.
#[derive(Debug)]
pub enum Refused {
    /// A status and a text.
    Problem(Problem),
    /// The same call is being carried out, or its result is not there yet: 204 with this time to wait.
    Pending(Duration),
}

impl From<WireRefusal> for Refused {
    fn from(refusal: WireRefusal) -> Self {
        Self::Problem(Problem::refused(refusal))
    }
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        Self::Problem(fault.into())
    }
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<AccountRefusal> for Refused {
    fn from(refusal: AccountRefusal) -> Self {
        match refusal {
            AccountRefusal::NotFound { what: "box" | "organization" } => WireRefusal::BoxForbidden.into(),
            other => Self::Problem(Problem::refused(other)),
        }
    }
}

impl From<exchange::Refusal> for Refused {
    fn from(refusal: exchange::Refusal) -> Self {
        match refusal {
            exchange::Refusal::BoxNotFound => WireRefusal::BoxForbidden.into(),
            other => Self::Problem(Problem::refused(other)),
        }
    }
}

impl From<ContractRefusal> for Refused {
    fn from(refusal: ContractRefusal) -> Self {
        match refusal {
            ContractRefusal::VersionUnknown => WireRefusal::DocumentType.into(),
            // The format's own code says more: a DTD, an entity, the depth.
            ContractRefusal::NotXml(why) | ContractRefusal::NotWritten(why) => Self::Problem(Problem::refused(why)),
            other => Self::Problem(Problem::refused(other)),
        }
    }
}

impl<R: Into<Self>> From<No<R>> for Refused {
    fn from(no: No<R>) -> Self {
        match no {
            No::Fault(fault) => fault.into(),
            No::Refused(refusal) => refusal.into(),
        }
    }
}

/// The vendor's status of a problem. It knows neither 422 nor 413: what a user can mend is 400.
pub fn status(problem: &Problem) -> StatusCode {
    match (problem.code(), problem.status()) {
        ("diadoc.subscription.none", _) => StatusCode::PAYMENT_REQUIRED,
        // The vendor's methods of signing in know no 410.
        ("account.challenge.over", _) => StatusCode::UNAUTHORIZED,
        ("diadoc.body.media-type" | "diadoc.body.xml-media-type", _) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ("diadoc.method.verb", _) => StatusCode::METHOD_NOT_ALLOWED,
        (_, StatusCode::UNPROCESSABLE_ENTITY | StatusCode::PAYLOAD_TOO_LARGE) => StatusCode::BAD_REQUEST,
        (_, other) => other,
    }
}
