//! `GET …/docflows/{docflow_id}/documents/{document_id}/content`

use axum::extract::State;
use axum::response::Response;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::IntoParams;
use web::{AnswerMemory, Ids, Problem, QueryOf, SignedIn};

use crate::http::octets_answer;
use crate::model::ids::{DocflowId, DocumentId};
use crate::ops::read::{Which, content};
use crate::room::Room;

/// Which bytes.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Form {
    /// The open ones.
    #[default]
    Open,
    /// As they travelled.
    Sealed,
}

/// Which bytes.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ContentQuery {
    /// `open` (the default) or `sealed`.
    #[serde(default)]
    #[param(value_type = Option<String>)]
    form: Form,
}

/// The exact bytes of a document: the official file under its official name, or what came sealed.
#[utoipa::path(get,
    path = "/api/v1/reporting/organizations/{organization_id}/docflows/{docflow_id}/documents/{document_id}/content",
    tag = "reporting", security(("token" = [])),
    params(("organization_id" = String, Path), ("docflow_id" = String, Path), ("document_id" = String, Path),
        ContentQuery),
    responses((status = 200, body = [u8], content_type = "application/octet-stream")))]
pub(crate) async fn get_docflow_content(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(which): Ids<(OrganizationId, DocflowId, DocumentId)>,
    QueryOf(query): QueryOf<ContentQuery>,
    memory: AnswerMemory,
) -> Result<Response, Problem> {
    let form = match query.form {
        Form::Open => Which::Open,
        Form::Sealed => Which::Sealed,
    };
    let (document, bytes) = content(&room, &cx, which, form).await?;
    memory.take(bytes.len())?;
    Ok(octets_answer(bytes, &document.file_name))
}
