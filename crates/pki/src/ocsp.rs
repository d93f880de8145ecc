//! The state of certificates on demand: OCSP (RFC 6960). Requests are read, answers are written and signed by the issuer
//! itself.

mod answer;
mod request;

pub use answer::{OcspAnswer, OcspFailure, OcspStatus, respond};
pub use request::{OcspRequest, RequestedCertificate};
