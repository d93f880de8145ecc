//! Reports to regulators: the room with what the host gives it.

use crate::client::connections;
use crate::commands::Failure;
use crate::config::Place;
use crate::form_shelf::Shelf;
use reporting::gateway::{Containers, Gateway};
use std::sync::Arc;
use trust::Trust;
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
