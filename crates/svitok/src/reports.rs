//! Reports to regulators: the room with what the host gives it.

use crate::client::connections;
use crate::commands::Failure;
use crate::config::Place;
use crate::form_shelf::Shelf;
use kernel::Caller;
use pki::Certificate;
use reporting::NotTaken;
use reporting::gateway::{Containers, Gateway, GatewayFault};
use std::sync::Arc;
use store::No;
use trust::{RootMark, Trust, import_authorities, prepare_authorities};
use web::App;

/// The room as the host set it up.
pub fn room(
    app: &App,
    (place, trust, certification): (&Place, &Trust, &certification::Room),
    (rules, shelf): (&Arc<rules::Rules>, &Arc<Shelf>),
) -> Result<reporting::Room, Failure> {
    let (definitions, checking) = (Arc::clone(shelf), Arc::clone(shelf));
    let forms = reporting::Forms::new(
        move || definitions.current(),
        move |bytes, name| {
            let rules = checking.rules();
            formats::ratios::check_with(&checking.current(), &rules.ratios, bytes, Some(name))
        },
    );
    let operator = Arc::new(reporting::Operator {
        code: place.operator.code.clone(),
        name: place.operator.name.clone(),
        inn: place.operator.inn.as_str().to_owned(),
        signer: certification.operator_signer(),
    });
    let containers = |address: &String| -> Result<Arc<dyn Gateway>, Failure> {
        let http = connections().redirect(reqwest::redirect::Policy::none()).build();
        let http = http.map_err(|why| Failure::failed("SVITOK_REGULATOR", why))?;
        Ok(Arc::new(Containers::new(address, http, Arc::clone(&operator))))
    };
    let gateways = place.regulator.iter().map(containers).collect::<Result<Vec<_>, _>>()?;
    Ok(reporting::Room {
        app: app.clone(),
        trust: trust.clone(),
        rules: Arc::clone(rules),
        forms,
        operator,
        gateways: Arc::new(gateways),
    })
}

/// Trusts the root of a simulator that the host named: what is signed under it is told as a simulator's and never counts as qualified.
/// A root that does not call itself «СИМУЛЯТОР» is not taken.
pub async fn trust_simulator(room: &reporting::Room, gateway: &dyn Gateway) -> Result<(), NotTaken> {
    let Some(root) = gateway.simulator_root().await? else { return Ok(()) };
    let garbled = |why: String| GatewayFault::Refused(format!("the simulator's root: {why}"));
    let prepared = prepare_authorities(&root).map_err(|refusal| garbled(refusal.to_string()))?;
    let is_simulator = |name: &str| RootMark::of_name(name) == Some(RootMark::Simulator);
    let named = |certificate: &Certificate| certificate.subject().cn().is_some_and(is_simulator);
    if !prepared.certificates().all(named) {
        return Err(garbled("it does not call itself a simulator".to_owned()).into());
    }
    let store = &room.app.store;
    let cx = room.app.cx(Caller::System);
    let imported = store.write(&cx, prepared, |tx, cx, prepared| Box::pin(import_authorities(tx, cx, prepared)));
    match imported.await {
        Ok(_) => {}
        Err(No::Fault(fault)) => return Err(fault.into()),
        Err(No::Refused(refusal)) => return Err(garbled(refusal.to_string()).into()),
    }
    room.trust.refresh(store).await?;
    Ok(())
}
