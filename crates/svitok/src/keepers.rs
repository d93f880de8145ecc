//! What runs beside the server by the machine's clock: fresh trust lists, and sweeping of what is kept for a time.

use crate::reports;
use crate::server::Kept;
use kernel::Caller;
use std::fmt::Display;
use std::time::Duration;
use store::{Fault, Store};
use trust::Trust;

/// How often what is kept for a time is swept. Each sweep is bounded by its room and goes on at the next.
const SWEEP_EVERY: Duration = Duration::from_secs(60 * 60);

/// Notices trust lists that another process changed.
pub(crate) async fn keep_trust_fresh(trust: Trust, store: Store) {
    loop {
        tokio::time::sleep(trust::REFRESH_EVERY).await;
        if let Err(fault) = trust.refresh(&store).await {
            tracing::warn!(%fault, "the trust lists were not refreshed");
        }
    }
}

/// Between two looks when no way to a regulator is set up.
const NO_GATEWAY_PAUSE: Duration = Duration::from_secs(60);

/// Takes what regulators have, one gateway after another; each look waits at the gateway for a while.
pub(crate) async fn keep_collected(room: reporting::Room) {
    let mut trusted = vec![false; room.gateways.len()];
    loop {
        if room.gateways.is_empty() {
            tokio::time::sleep(NO_GATEWAY_PAUSE).await;
        }
        for (gateway, is_trusted) in room.gateways.iter().zip(&mut trusted) {
            let gateway = gateway.as_ref();
            let looked = async {
                if !*is_trusted {
                    reports::trust_simulator(&room, gateway).await?;
                    *is_trusted = true;
                }
                reporting::collect(&room, gateway).await
            };
            if let Err(trouble) = looked.await {
                tracing::warn!(gateway = gateway.name(), %trouble, "nothing was taken from a gateway");
                tokio::time::sleep(reporting::limits::COLLECT_PAUSE).await;
            }
        }
    }
}

/// Sweeps answers of repeated requests, ended sign-ins, codes and grants of programs, old letters, old requests and shared reports, uploads nobody sent,
/// papers of applications, and large content without a row; tells of certificates that end soon.
pub(crate) async fn keep_swept(rooms: Kept) {
    let Kept { exchange: room, reporting, certification, .. } = rooms;
    loop {
        tokio::time::sleep(SWEEP_EVERY).await;
        let (store, cx) = (&room.app.store, room.app.cx(Caller::System));
        tell("answers", web::sweep(store, &cx).await);
        tell("sign-ins", account::sweep(store, &cx).await);
        tell("codes and grants of programs", wire_openid::sweep(store, &cx).await);
        tell("letters", post::sweep(store, &cx).await);
        tell("requests and reports", support::sweep(store, &cx).await);
        tell("uploads", exchange::sweep(&room, &cx).await);
        tell("drafts of reports", reporting::sweep(&reporting, &cx).await);
        tell("papers and ends of certificates", certification::sweep(&certification, &cx).await);
        tell("rows of an older version", exchange::bring_up_to_date(store, &cx).await);
        let is_referenced = |organization_id, hash| -> store::BoxFuture<'_, Result<bool, Fault>> {
            Box::pin(async move {
                Ok(exchange::is_content_referenced(store, organization_id, hash).await?
                    || reporting::is_content_referenced(store, organization_id, hash).await?)
            })
        };
        tell("content", store.sweep_content(&is_referenced).await.map(|swept| swept.removed));
    }
}

fn tell(what: &str, swept: Result<impl Display, Fault>) {
    match swept {
        Ok(count) => tracing::debug!(what, %count, "swept"),
        Err(fault) => tracing::warn!(what, %fault, "not swept"),
    }
}
