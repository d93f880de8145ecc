//! `GET` and `POST /connect/authorize`: the request is looked at, and the browser goes on to the page of consent at the address
//! where the person signs in.

use super::places;
use super::posted::{Head, Posted};
use crate::ops::authorize::{Read, read};
use crate::surface::Surface;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use web::Problem;

pub async fn by_query(State(surface): State<Surface>, head: Head) -> Result<Response, Problem> {
    goes_on(&surface, &head.query).await
}

/// OpenID Connect Core §3.1.2.1 asks for both methods.
pub async fn by_form(State(surface): State<Surface>, Posted { form, .. }: Posted) -> Result<Response, Problem> {
    goes_on(&surface, &form.query()).await
}

/// An unknown program and a foreign address are refused here: the browser goes nowhere.
async fn goes_on(surface: &Surface, query: &str) -> Result<Response, Problem> {
    let mut reader = surface.app.store.reader().await?;
    let place = match read(&mut reader, surface, query).await? {
        Read::Back(place) => place,
        Read::Request(_) => format!("{}{}?{query}", surface.account.settings.public_url, places::CONSENT_PAGE),
    };
    Ok(Redirect::to(&place).into_response())
}
