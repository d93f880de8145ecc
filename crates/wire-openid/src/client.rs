//! Which program asks: HTTP Basic or the form (RFC 6749 §2.3.1); the vendor's SDK sends both, so both may come when they agree.

use crate::form::Form;
use crate::model::ClientRules;
use crate::refusal::OpenidRefusal;
use crate::store::clients;
use crate::surface::Surface;
use ::store::No;
use account::Client;
use account::lent_sign_in::{find_program, prove_program};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, header};

/// A program that was let in.
#[derive(Debug, Clone)]
pub struct KnownClient {
    /// The program.
    pub client: Client,
    /// It showed its secret.
    pub is_proven: bool,
}

impl KnownClient {
    /// Refuses a program that shows no secret: grants in which it sees a person's password or key are not for it.
    pub fn demand_proven(&self) -> Result<(), OpenidRefusal> {
        if self.is_proven { Ok(()) } else { Err(OpenidRefusal::ClientNotAllowed) }
    }
}

/// What a request shows of its program.
struct Shown {
    client_id: String,
    secret: Option<String>,
}

/// Finds the program of a request. Refuses an unknown or revoked one, a wrong secret, and a missing one where the program's
/// rules do not say that it keeps none.
pub async fn find(surface: &Surface, headers: &HeaderMap, form: &Form) -> Result<KnownClient, No<OpenidRefusal>> {
    let shown = shown(headers, form)?;
    let mut reader = surface.app.store.reader().await?;
    let Some(secret) = shown.secret else {
        let ClientRules { is_public, .. } = clients::find(&mut reader, &shown.client_id).await?;
        let program = find_program(&mut reader, &shown.client_id).await?.filter(|_| is_public);
        let program = program.ok_or(OpenidRefusal::Client)?;
        return Ok(KnownClient { client: program.client, is_proven: false });
    };
    match prove_program(&mut reader, &shown.client_id, &secret).await {
        Ok(client) => Ok(KnownClient { client, is_proven: true }),
        Err(No::Fault(fault)) => Err(No::Fault(fault)),
        Err(No::Refused(_)) => Err(OpenidRefusal::Client.into()),
    }
}

fn shown(headers: &HeaderMap, form: &Form) -> Result<Shown, OpenidRefusal> {
    let of_form = (form.find("client_id"), form.find("client_secret"));
    let Some((client_id, secret)) = basic(headers)? else {
        let client_id = of_form.0.ok_or(OpenidRefusal::Client)?.to_owned();
        return Ok(Shown { client_id, secret: of_form.1.map(str::to_owned) });
    };
    let agree = |of_form: Option<&str>, of_header: &str| of_form.is_none_or(|of_form| of_form == of_header);
    if !agree(of_form.0, &client_id) || !agree(of_form.1, &secret) {
        return Err(OpenidRefusal::Client);
    }
    Ok(Shown { client_id, secret: Some(secret).filter(|secret| !secret.is_empty()) })
}

/// Client id and secret of `Basic`, each percent-decoded; nothing where there is no such header.
fn basic(headers: &HeaderMap) -> Result<Option<(String, String)>, OpenidRefusal> {
    let Some(value) = headers.get(header::AUTHORIZATION) else { return Ok(None) };
    let value = value.to_str().map_err(|_| OpenidRefusal::Client)?;
    let Some((scheme, encoded)) = value.split_once(' ') else { return Err(OpenidRefusal::Client) };
    if !scheme.eq_ignore_ascii_case("basic") {
        return Err(OpenidRefusal::Client);
    }
    let decoded = STANDARD.decode(encoded.trim()).ok().and_then(|octets| String::from_utf8(octets).ok());
    let decoded = decoded.ok_or(OpenidRefusal::Client)?;
    let (client_id, secret) = decoded.split_once(':').ok_or(OpenidRefusal::Client)?;
    Ok(Some((percent_decoded(client_id), percent_decoded(secret))))
}

fn percent_decoded(text: &str) -> String {
    form_urlencoded::parse(text.as_bytes()).next().map(|(decoded, _)| decoded.into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    fn read(basic: Option<&str>, form: &str) -> Option<(String, Option<String>)> {
        let mut headers = HeaderMap::new();
        if let Some(basic) = basic {
            let value = format!("Basic {}", STANDARD.encode(basic));
            headers.insert(header::AUTHORIZATION, HeaderValue::from_str(&value).unwrap());
        }
        let form = Form::read(form.as_bytes()).unwrap();
        shown(&headers, &form).ok().map(|shown| (shown.client_id, shown.secret))
    }

    fn both(client_id: &str, secret: Option<&str>) -> Option<(String, Option<String>)> {
        Some((client_id.to_owned(), secret.map(str::to_owned)))
    }

    #[test]
    fn header_form_or_both_when_they_agree() {
        assert_eq!(read(Some("svc-1:s%2B1"), ""), both("svc-1", Some("s+1")));
        assert_eq!(read(None, "client_id=svc-1&client_secret=s"), both("svc-1", Some("s")));
        assert_eq!(read(None, "client_id=svc-1"), both("svc-1", None));
        assert_eq!(read(Some("svc-1:s"), "client_id=svc-1&client_secret=s"), both("svc-1", Some("s")));
        assert_eq!(read(Some("svc-1:s"), "client_id=svc-2"), None);
        assert_eq!(read(Some("svc-1:s"), "client_secret=other"), None);
        assert_eq!((read(None, ""), read(Some("svc-1"), "")), (None, None));
    }
}
