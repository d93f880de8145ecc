//! Containers over HTTP to a regulator, with this installation as the operator. The other end is the simulator of `svitok regulator`,
//! or whatever else speaks its few methods.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use kernel::{Chance, Kpp, Moment};
use pki::Certificate;
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use serde::{Deserialize, Serialize};
use store::BoxFuture;

use super::{Collected, Gateway, GatewayFault, Office, Outgoing, Subscriber};
use crate::gateway::parcel::{self, Parcel};
use crate::model::flow::Authority;
use crate::model::ids::ContainerId;
use crate::model::limits::{CERTIFICATE_BYTES_MAX, COLLECTED_AT_ONCE, DOCUMENT_BYTES_MAX};
use crate::model::regulator::Regulator;
use crate::ops::payers::subscriber_id;
use crate::room::Operator;

/// How long an answer may take beside the waiting that was asked for.
const TIMEOUT: Duration = Duration::from_secs(30);
/// A list of containers: names, not bytes.
const LIST_BYTES_MAX: usize = 4 * 1024 * 1024;

/// A regulator behind an address.
#[derive(Debug)]
pub struct Containers {
    name: String,
    address: String,
    client: Client,
    operator: Arc<Operator>,
    /// What it said last: a regulator that is away for an hour does not hold up the day of filing.
    known: Mutex<Option<Vec<Office>>>,
}

#[derive(Deserialize)]
struct AuthorityRow {
    code: String,
    name: String,
    protocol: Authority,
    certificate: String,
    #[serde(default)]
    simulator: bool,
}

#[derive(Serialize)]
struct SubscriberBody<'a> {
    inn: &'a str,
    kpp: Option<&'a str>,
    name: &'a str,
    operator: &'a str,
    certificates: Vec<String>,
}

#[derive(Deserialize)]
struct ListAnswer {
    items: Vec<ListItem>,
    /// A number of the regulator, given back as it is.
    next: i64,
}

#[derive(Deserialize)]
struct ListItem {
    id: String,
}

impl Containers {
    /// `address` without a slash at its end; `client` has time-outs of its own, no redirects, no proxy.
    #[must_use]
    pub fn new(address: &str, client: Client, operator: Arc<Operator>) -> Self {
        let address = address.trim_end_matches('/').to_owned();
        Self { name: format!("containers {address}"), address, client, operator, known: Mutex::new(None) }
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.address)).timeout(TIMEOUT)
    }

    fn known(&self) -> MutexGuard<'_, Option<Vec<Office>>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn authorities(&self) -> Result<Vec<AuthorityRow>, GatewayFault> {
        let answer = answered(self.request(Method::GET, "/v1/authorities")).await?;
        read(&limited(answer, LIST_BYTES_MAX).await?)
    }

    /// To whom contents are sealed.
    async fn certificate(&self, regulator: &Regulator) -> Result<Certificate, GatewayFault> {
        let rows = self.authorities().await?;
        let is_it = |row: &&AuthorityRow| row.protocol == regulator.authority() && row.code == regulator.code();
        let row = rows.iter().find(is_it);
        let row = row.ok_or_else(|| GatewayFault::Refused(format!("no office {}", regulator.code())))?;
        let der = STANDARD.decode(&row.certificate).map_err(garbled)?;
        Certificate::from_der(&der).map_err(garbled)
    }

    async fn take(&self, after: &str, wait: Duration) -> Result<Collected, GatewayFault> {
        let after = if after.is_empty() { "0" } else { after };
        let (operator, limit, wait_seconds) = (&self.operator.code, COLLECTED_AT_ONCE, wait.as_secs());
        let path =
            format!("/v1/containers?operator={operator}&after={after}&limit={limit}&wait_seconds={wait_seconds}");
        let answer = answered(self.request(Method::GET, &path).timeout(TIMEOUT + wait)).await?;
        let list: ListAnswer = read(&limited(answer, LIST_BYTES_MAX).await?)?;
        let mut collected = Collected { arrived: Vec::new(), unreadable: Vec::new(), next: list.next.to_string() };
        for item in list.items {
            let answer = answered(self.request(Method::GET, &format!("/v1/containers/{}", item.id))).await?;
            let octets = limited(answer, DOCUMENT_BYTES_MAX).await?;
            match parcel::read(&octets) {
                Ok(arrived) => collected.arrived.push(arrived),
                Err(why) => collected.unreadable.push(format!("{}: {why}", item.id)),
            }
        }
        Ok(collected)
    }
}

impl Gateway for Containers {
    fn name(&self) -> &str {
        &self.name
    }

    fn serves(&self, authority: Authority) -> bool {
        matches!(authority, Authority::Fns | Authority::Rosstat | Authority::Sfr)
    }

    fn needs_operator(&self) -> bool {
        true
    }

    fn offices(&self) -> BoxFuture<'_, Result<Vec<Office>, GatewayFault>> {
        Box::pin(async move {
            let office = |row: AuthorityRow| {
                let regulator = Regulator::new(row.protocol, &row.code).map_err(garbled)?;
                Ok(Office { regulator, name: row.name, is_simulator: row.simulator })
            };
            let rows = match self.authorities().await {
                Ok(rows) => rows,
                Err(fault) => return self.known().clone().ok_or(fault),
            };
            let offices = rows.into_iter().map(office).collect::<Result<Vec<_>, _>>()?;
            *self.known() = Some(offices.clone());
            Ok(offices)
        })
    }

    fn simulator_root(&self) -> BoxFuture<'_, Result<Option<Bytes>, GatewayFault>> {
        Box::pin(async move {
            if !self.authorities().await?.iter().any(|row| row.simulator) {
                return Ok(None);
            }
            let answer = answered(self.request(Method::GET, "/v1/root")).await?;
            Ok(Some(limited(answer, CERTIFICATE_BYTES_MAX).await?))
        })
    }

    fn register(&self, subscriber: Subscriber) -> BoxFuture<'_, Result<(), GatewayFault>> {
        Box::pin(async move {
            let body = SubscriberBody {
                inn: subscriber.payer.inn.as_str(),
                kpp: subscriber.payer.kpp.as_ref().map(Kpp::as_str),
                name: &subscriber.payer.facts.name,
                operator: &self.operator.code,
                certificates: subscriber.certificates.iter().map(|der| STANDARD.encode(der)).collect(),
            };
            answered(self.request(Method::PUT, &format!("/v1/subscribers/{}", subscriber.id)).json(&body)).await?;
            Ok(())
        })
    }

    fn pack(&self, outgoing: Outgoing, chance: Chance, at: Moment) -> BoxFuture<'_, Result<Bytes, GatewayFault>> {
        Box::pin(async move {
            let receiver = self.certificate(&outgoing.docflow.regulator).await?;
            let subscriber = subscriber_id(outgoing.payer.id);
            let parcel = Parcel { operator: &self.operator, subscriber: &subscriber, receiver: &receiver, at };
            let written = parcel::write(&outgoing, &parcel, &chance);
            written.map(Bytes::from).map_err(|refusal| GatewayFault::Refused(refusal.to_string()))
        })
    }

    fn transmit(&self, _: ContainerId, octets: Bytes) -> BoxFuture<'_, Result<(), GatewayFault>> {
        Box::pin(async move {
            let request =
                self.request(Method::POST, "/v1/containers").header("content-type", "application/octet-stream");
            answered(request.body(octets)).await?;
            Ok(())
        })
    }

    fn collect<'a>(&'a self, after: &'a str, wait: Duration) -> BoxFuture<'a, Result<Collected, GatewayFault>> {
        Box::pin(self.take(after, wait))
    }
}

/// A good answer. A refusal is final, but for those that time mends.
async fn answered(request: RequestBuilder) -> Result<Response, GatewayFault> {
    let answer = request.send().await.map_err(|error| GatewayFault::Away(error.to_string()))?;
    let status = answer.status();
    if status.is_success() {
        return Ok(answer);
    }
    let passes = status.is_server_error()
        || matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT | StatusCode::NOT_FOUND);
    let path = answer.url().path().to_owned();
    if passes {
        Err(GatewayFault::Away(format!("{path}: {status}")))
    } else {
        Err(GatewayFault::Refused(format!("{path}: {status}")))
    }
}

/// The whole of an answer, no longer than it may be.
async fn limited(mut answer: Response, bytes_max: usize) -> Result<Bytes, GatewayFault> {
    let mut whole = Vec::new();
    while let Some(piece) = answer.chunk().await.map_err(|error| GatewayFault::Away(error.to_string()))? {
        if whole.len() + piece.len() > bytes_max {
            return Err(GatewayFault::Refused(format!("an answer of more than {bytes_max} bytes")));
        }
        whole.extend_from_slice(&piece);
    }
    Ok(Bytes::from(whole))
}

fn read<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Result<T, GatewayFault> {
    serde_json::from_slice(bytes).map_err(garbled)
}

fn garbled(why: impl std::fmt::Display) -> GatewayFault {
    GatewayFault::Away(format!("it answers something else: {why}"))
}
