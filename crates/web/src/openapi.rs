//! One description and one router out of the rooms'.

use crate::edge::no_such_place;
use crate::problem::{NormView, ProblemView};
use axum::Router;
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{ContentBuilder, InfoBuilder, OpenApi, Ref, ResponseBuilder};
use utoipa::{PartialSchema, ToSchema};
use utoipa_axum::router::OpenApiRouter;

/// Name of the security scheme that rooms name in their descriptions: `security(("token" = []))`.
pub const TOKEN_SCHEME: &str = "token";
/// The other one: the cookie of a page's sign-in, which opens whatever a token opens.
pub const COOKIE_SCHEME: &str = "cookie";

/// Merges the rooms' routers. Adds to the description: title and version of the API, the token scheme, and the
/// problem answer of every operation. Places nobody answers give a problem too.
pub fn assemble(rooms: impl IntoIterator<Item = OpenApiRouter>) -> (Router, OpenApi) {
    let merged = rooms.into_iter().fold(OpenApiRouter::new(), OpenApiRouter::merge);
    let (router, mut api) = merged.split_for_parts();
    api.info = InfoBuilder::new()
        .title("Svitok")
        .version("1")
        .description(Some("Own API of Svitok. Within version 1 only additions are made."))
        .build();
    describe_common(&mut api);
    (router.fallback(no_such_place), api)
}

fn describe_common(api: &mut OpenApi) {
    let components = api.components.get_or_insert_default();
    components.schemas.insert(ProblemView::name().into_owned(), ProblemView::schema());
    components.schemas.insert(NormView::name().into_owned(), NormView::schema());
    let token = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    components.security_schemes.insert(TOKEN_SCHEME.to_owned(), token.into());
    let cookie = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::with_description(
        "__Host-svitok",
        "The sign-in of a page, for the client of the same origin; `svitok` where the host is not seen by https. Each write \
         shows the `csrf_token` of `/api/v1/account/session` in `X-Svitok-Csrf`.",
    )));
    components.security_schemes.insert(COOKIE_SCHEME.to_owned(), cookie.into());
    for (path, item) in &mut api.paths.paths {
        let methods = [
            ("get", &mut item.get),
            ("put", &mut item.put),
            ("post", &mut item.post),
            ("delete", &mut item.delete),
            ("patch", &mut item.patch),
            ("head", &mut item.head),
        ];
        for (method, operation) in methods {
            let Some(operation) = operation else { continue };
            operation.operation_id = Some(operation_id(method, path));
            describe_problem(operation);
            describe_cookie(operation);
        }
    }
}

/// A name of its own for each operation, which generators of clients demand; rooms name their handlers each for itself.
/// `delete`, `/api/v1/account/passkeys/{passkey_id}` → `delete_account_passkeys_by_passkey_id`.
fn operation_id(method: &str, path: &str) -> String {
    let path = path.strip_prefix("/api/v1").unwrap_or(path);
    let parts = path.split('/').filter(|part| !part.is_empty()).map(|part| {
        let name = part.trim_start_matches('{').trim_end_matches('}');
        if name == part { part.replace(['-', '.'], "_") } else { format!("by_{name}") }
    });
    std::iter::once(method.to_owned()).chain(parts).collect::<Vec<_>>().join("_")
}

fn describe_problem(operation: &mut Operation) {
    let schema = Ref::from_schema_name(ProblemView::name());
    let content = ContentBuilder::new().schema(Some(schema)).build();
    let answer = ResponseBuilder::new()
        .description("Why the request was not carried out (RFC 9457); `code` is stable.")
        .content("application/problem+json", content)
        .build();
    operation.responses.responses.entry("default".to_owned()).or_insert(answer.into());
}

/// Where a token is taken, the cookie is.
fn describe_cookie(operation: &mut Operation) {
    if let Some(schemes) = operation.security.as_mut().filter(|schemes| !schemes.is_empty()) {
        schemes.push(SecurityRequirement::new(COOKIE_SCHEME, Vec::<String>::new()));
    }
}
