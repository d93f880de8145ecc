//! An authority sends something of its own accord.

use crate::desk::Regulator;
use crate::jobs;
use crate::model::{Authority, RegulatorRefusal, Script};
use crate::ops::pack::{AnswerFault, Parcel, made};
use crate::ops::publish::Made;
use crate::store::subscribers;
use ::store::{Fault, No, Tx};
use kernel::{Cx, Moment, TypedId, uuid::Uuid};
use transport::DocflowId;

/// Queues a script for its moment. Refuses a subscriber that no operator registered.
pub async fn queue(tx: &mut Tx<'_>, cx: &Cx, (script, at): &(Script, Moment)) -> Result<(), No<RegulatorRefusal>> {
    if subscribers::find(tx, &script.subscriber).await?.is_none() {
        return Err(RegulatorRefusal::Field("subscriber").into());
    }
    Ok(jobs::queue(tx, cx, jobs::INITIATE, script, *at).await?)
}

/// Makes the container of a script, its bytes durable.
pub async fn prepare(regulator: &Regulator, cx: &Cx, script: &Script) -> Result<Made, AnswerFault> {
    let store = &regulator.app.store;
    let authority = Authority::find(&script.authority).ok_or(AnswerFault::NoReply)?;
    let subscriber = subscribers::find(&mut store.reader().await?, &script.subscriber).await?;
    let subscriber = subscriber.ok_or_else(|| Fault::Decode("a subscriber of a script is not there".to_owned()))?;
    let chance = regulator.chance_of(&format!("script {}", script.id));
    let parcel = Parcel {
        authority,
        docflow: DocflowId::from_uuid(Uuid::from_bytes(chance.octets())),
        step: (script.kind.flow(), "01"),
        operator: &subscriber.operator,
        subscriber: &subscriber.id,
        documents: script.documents(authority, &subscriber, cx.now),
        to: &subscriber.certificates,
        wrong_signature: false,
    };
    let container = parcel.pack(regulator, &chance, cx.now)?;
    made(store, &container, (&subscriber.operator, &subscriber.id), cx.now).await
}
