//! `POST /v1/test-data/payers`

use crate::desk::Regulator;
use crate::limits::TEST_NAME_CHARS_MAX;
use crate::model::{RegulatorRefusal, TestPayer};
use axum::extract::State;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::{Inn, Kpp};
use pki::{Name, PkiRefusal};
use serde::{Deserialize, Serialize};
use web::{Answer, Asking, Limited, Problem, RequestBody, created};

/// Whom one wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayerKind {
    /// 10 digits and a КПП.
    Company,
    /// 12 digits.
    Person,
}

/// A test payer that is wanted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayerBody {
    kind: PayerKind,
    /// Up to 64 characters, as a certificate has room for; said to be a test's where none is told.
    name: Option<String>,
}

impl RequestBody for PayerBody {}

/// A test payer with its key.
#[derive(Debug, Serialize)]
pub struct PayerView {
    inn: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    kpp: Option<String>,
    name: String,
    /// Base64 of the DER, under the simulator's root.
    certificate: String,
    /// PKCS#8 in PEM; it is shown this once and not kept.
    key: String,
    /// Always true: the key is good for tests only.
    simulator: bool,
}

/// Makes requisites nobody has, a key and a certificate under the simulator's root. Nothing of it is kept.
pub async fn make_payer(
    State(regulator): State<Regulator>,
    Asking(cx): Asking,
    body: Limited<PayerBody>,
) -> Answer<PayerView> {
    let made = match body.kind {
        PayerKind::Company => TestPayer::company(&cx.chance),
        PayerKind::Person => TestPayer::person(&cx.chance),
    };
    let payer = made.unwrap_or_else(|| kernel::bug!("no check digit fits a number"));
    let name = body.name.clone().unwrap_or_else(|| "Налогоплательщик из симулятора".to_owned());
    if !(1..=TEST_NAME_CHARS_MAX).contains(&name.trim().chars().count()) {
        return Err(Problem::refused(RegulatorRefusal::Field("name")));
    }
    let subject = subject(&payer, &name).map_err(|_| Problem::refused(RegulatorRefusal::Field("name")))?;
    let own = regulator.keys.test_payer(&cx, subject).map_err(|why| match why {
        crate::KeyFault::Store(fault) => Problem::from(fault),
        _ => Problem::refused(RegulatorRefusal::Field("name")),
    })?;
    let key = own.to_pem().map_err(|_| Problem::refused(RegulatorRefusal::Field("name")))?;
    Ok(created(PayerView {
        inn: payer.inn.as_str().to_owned(),
        kpp: payer.kpp.as_ref().map(|kpp: &Kpp| kpp.as_str().to_owned()),
        certificate: STANDARD.encode(own.certificate.to_der()),
        key,
        name,
        simulator: true,
    }))
}

fn subject(payer: &TestPayer, name: &str) -> Result<Name, PkiRefusal> {
    let inn: &Inn = &payer.inn;
    let named = Name::builder().cn(name);
    match payer.kpp {
        Some(_) => named.inn_le(inn.as_str()).build(),
        None => named.inn(inn.as_str()).build(),
    }
}
