//! `PUT /v1/subscribers/{id}`

use crate::desk::Regulator;
use crate::model::{RegulatorRefusal, Subscriber};
use crate::store::subscribers;
use ::store::No;
use axum::extract::{Path, State};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::{Inn, Kpp};
use serde::Deserialize;
use web::{Answer, Asking, Limited, Problem, RequestBody, done};

/// Whom an operator serves.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubscriberBody {
    inn: String,
    #[serde(default)]
    kpp: Option<String>,
    name: String,
    /// The operator's three characters.
    operator: String,
    /// Base64 of DER: to these what is sent is sealed, and signatures of these are trusted.
    certificates: Vec<String>,
}

impl RequestBody for SubscriberBody {
    /// Sixteen certificates of at most 16 KiB in base64.
    const SIZE_BYTES_MAX: usize = 512 * 1024;
}

impl SubscriberBody {
    fn into_model(self, id: String) -> Result<Subscriber, RegulatorRefusal> {
        let certificate = |text: &String| {
            let der = STANDARD.decode(text).map_err(|_| RegulatorRefusal::Field("certificates"))?;
            Subscriber::certificate(&der)
        };
        let kpp = self.kpp.as_deref().filter(|kpp| !kpp.is_empty()).map(Kpp::parse).transpose();
        Subscriber {
            id,
            inn: Inn::parse(&self.inn).map_err(|_| RegulatorRefusal::Field("inn"))?,
            kpp: kpp.map_err(|_| RegulatorRefusal::Field("kpp"))?,
            name: self.name,
            operator: self.operator,
            certificates: self.certificates.iter().map(certificate).collect::<Result<_, _>>()?,
        }
        .checked()
    }
}

/// Registers a subscriber, or what changed of one; the same again changes nothing.
pub async fn register(
    State(regulator): State<Regulator>,
    Path(id): Path<String>,
    Asking(cx): Asking,
    body: Limited<SubscriberBody>,
) -> Answer<()> {
    let subscriber = body.into_inner().into_model(id).map_err(Problem::refused)?;
    let written = regulator.app.store.write(&cx, subscriber, |tx, cx, subscriber| {
        Box::pin(async move { Ok::<_, No<RegulatorRefusal>>(subscribers::put(tx, subscriber, cx.now).await?) })
    });
    written.await?;
    Ok(done())
}
