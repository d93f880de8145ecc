//! `GET` and `POST /connect/userinfo` (OpenID Connect Core §5.3).

use super::posted::Head;
use super::tokens::unkept;
use crate::authorization::token;
use crate::ops::issue::of_person;
use crate::refusal::OpenidRefusal;
use crate::store::grants;
use crate::surface::Surface;
use account::authenticate;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use kernel::Cx;
use serde_json::json;
use store::No;
use web::Problem;

/// Who the token's person is, as far as its grant says. Refuses a token that is no grant's, or whose grant tells no identity.
pub async fn show(State(surface): State<Surface>, head: Head) -> Result<Response, Problem> {
    let refused = || Problem::refused(OpenidRefusal::Token);
    let shown = token(&head.headers).ok_or_else(refused)?;
    let mut reader = surface.app.store.reader().await?;
    let sign_in = match authenticate::narrow(&mut reader, head.cx.now, shown).await {
        Ok(sign_in) => sign_in,
        Err(No::Refused(_)) => return Err(refused()),
        Err(fault) => return Err(fault.into()),
    };
    let grant = grants::find_of(&mut reader, of_person(&sign_in)).await?;
    let scope = grant.filter(|grant| grant.loaned.scope.openid).ok_or_else(refused)?.loaned.scope;
    let mut body = json!({ "sub": sign_in.user_id.to_string() });
    if scope.profile {
        let cx = Cx { caller: authenticate::caller(&sign_in), ..head.cx };
        let user = account::read::me(&mut reader, &cx).await?;
        if let Some(body) = body.as_object_mut() {
            body.insert("name".to_owned(), json!(user.name));
        }
    }
    Ok(unkept(StatusCode::OK, &body))
}
