//! SMS by a gateway's HTTP address: one request an SMS, over a connection of its own.

use crate::settings::{HttpSmsSettings, SettingsTrouble, check_timeout, is_loopback};
use crate::template::{Place, fill, is_whole};
use crate::tls::Peer;
use crate::transport::{Cause, OutgoingSms, Probed, SendTrouble, Sending, SmsTransport};
use http::{HeaderName, HeaderValue, Method, Request, StatusCode, Uri, header};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use std::fmt;
use std::time::Duration;

/// Octets of an answer that are read: a status, an id, a sentence.
const ANSWER_BYTES_MAX: usize = 64 * 1024;

/// A gateway with an HTTP address.
pub(crate) struct HttpSms {
    peer: Peer,
    authority: String,
    path: String,
    body: Option<(String, Place)>,
    header: Option<(HeaderName, HeaderValue)>,
    answer: Option<String>,
    timeout: Duration,
}

impl fmt::Debug for HttpSms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpSms").field("peer", &self.peer).finish_non_exhaustive()
    }
}

impl HttpSms {
    /// Refuses settings that cannot work; connects nowhere yet.
    pub fn open(settings: HttpSmsSettings) -> Result<Self, SettingsTrouble> {
        check_timeout("SVITOK_SMS_TIMEOUT", settings.timeout)?;
        let HttpSmsSettings { url, body, header, answer, timeout, authorities_pem } = settings;
        if !is_whole([url.as_str()].into_iter().chain(body.as_deref())) {
            let why = "the address or SVITOK_SMS_BODY must hold {phone} (or {digits}) and {text}";
            return Err(SettingsTrouble::new("SVITOK_SMS_URL", why));
        }
        let (base, path) = split(&url)?;
        let body = body.map(with_place).transpose()?;
        let header = header.as_deref().map(parse_header).transpose()?;
        let authority = base.authority.clone();
        let peer = if base.is_tls {
            Peer::secured((&base.host, base.port), authorities_pem.as_deref(), "SVITOK_SMS_CA")?
        } else {
            Peer::plain(&base.host, base.port)
        };
        Ok(Self { peer, authority, path, body, header, answer, timeout })
    }

    fn request(&self, sms: &OutgoingSms) -> Result<Request<Full<Bytes>>, SendTrouble> {
        let path = fill(&self.path, sms, Place::Percent);
        let method = if self.body.is_some() { Method::POST } else { Method::GET };
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, &self.authority);
        if let Some((name, value)) = &self.header {
            request = request.header(name, value);
        }
        let mut octets = Bytes::new();
        if let Some((body, place)) = &self.body {
            let kind = match place {
                Place::Json => "application/json",
                Place::Percent => "application/x-www-form-urlencoded",
            };
            request = request.header(header::CONTENT_TYPE, kind);
            octets = Bytes::from(fill(body, sms, *place));
        }
        request.body(Full::new(octets)).map_err(|error| SendTrouble::later(Cause::Garbled, &error.to_string()))
    }

    async fn ask(&self, request: Request<Full<Bytes>>) -> Result<(StatusCode, String), SendTrouble> {
        let broken = |error: hyper::Error| SendTrouble::later(Cause::Unreachable, &error.to_string());
        let wire = self.peer.connect().await?;
        let (mut sender, connection) = http1::handshake(TokioIo::new(wire)).await.map_err(broken)?;
        let asked = async move {
            let answer = sender.send_request(request).await.map_err(broken)?;
            let status = answer.status();
            let body = Limited::new(answer.into_body(), ANSWER_BYTES_MAX).collect().await;
            let body = body.map_err(|error| SendTrouble::later(Cause::Garbled, &error.to_string()))?.to_bytes();
            Ok((status, String::from_utf8_lossy(&body).into_owned()))
        };
        // The connection is driven only as long as its one request lasts.
        tokio::pin!(asked);
        tokio::select! {
            biased;
            answered = &mut asked => answered,
            // Many close without parting as TLS asks; what was answered before counts.
            ended = connection => asked.await.map_err(|silent| ended.err().map_or(silent, broken)),
        }
    }

    fn judge(&self, status: StatusCode, answer: &str) -> Result<(), SendTrouble> {
        let told = format!("{} {answer}", status.as_u16());
        let is_wanted = self.answer.as_deref().is_none_or(|wanted| answer.contains(wanted));
        match status {
            status if status.is_success() && is_wanted => Ok(()),
            // "No money", "too often": said under 200 by many gateways, and over after a while.
            status if status.is_success() => Err(SendTrouble::later(Cause::Busy, &told)),
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(SendTrouble::later(Cause::Credentials, &told)),
            StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS | StatusCode::PAYMENT_REQUIRED => {
                Err(SendTrouble::later(Cause::Busy, &told))
            }
            status if status.is_server_error() => Err(SendTrouble::later(Cause::Busy, &told)),
            _ => Err(SendTrouble::never(&told)),
        }
    }
}

impl SmsTransport for HttpSms {
    fn send<'a>(&'a self, sms: &'a OutgoingSms) -> Sending<'a> {
        Box::pin(async move {
            let request = self.request(sms)?;
            match tokio::time::timeout(self.timeout, self.ask(request)).await {
                Ok(answered) => answered.and_then(|(status, answer)| self.judge(status, &answer)),
                Err(_) => Err(SendTrouble::later(Cause::Slow, "no answer in the time allowed")),
            }
        })
    }

    fn probe(&self) -> Probed<'_> {
        Box::pin(async move {
            match tokio::time::timeout(self.timeout, self.peer.connect()).await {
                Ok(connected) => connected.map(|_| ()),
                Err(_) => Err(SendTrouble::later(Cause::Slow, "no answer in the time allowed")),
            }
        })
    }
}

struct Base {
    is_tls: bool,
    host: String,
    port: u16,
    authority: String,
}

/// Parts the address at the first slash after the host: braces may stand in what follows only.
fn split(url: &str) -> Result<(Base, String), SettingsTrouble> {
    let wrong = |why: &str| SettingsTrouble::new("SVITOK_SMS_URL", why);
    let after = url.split_once("://").map(|(_, after)| after).ok_or_else(|| wrong("no https:// address"))?;
    let at = after.find(['/', '?']).unwrap_or(after.len());
    let (authority, path) = after.split_at(at);
    let scheme = url.split("://").next().unwrap_or_default();
    let uri: Uri = format!("{scheme}://{authority}/").parse().map_err(|_| wrong("no https:// address"))?;
    let host = uri.host().ok_or_else(|| wrong("no host"))?.to_owned();
    let is_tls = match scheme {
        "https" => true,
        "http" if is_loopback(&host) => false,
        _ => return Err(wrong("https:// only; http:// is for a gateway of this machine")),
    };
    if authority.contains('@') {
        return Err(wrong("name and password before the host are not sent; use SVITOK_SMS_HEADER"));
    }
    let port = uri.port_u16().unwrap_or(if is_tls { 443 } else { 80 });
    let path = if path.starts_with('/') { path.to_owned() } else { format!("/{path}") };
    Ok((Base { is_tls, host: host.trim_matches(['[', ']']).to_owned(), port, authority: authority.to_owned() }, path))
}

/// A body that is JSON with the places as they stand, inside strings, is JSON; any other is a form. Refuses what begins
/// like JSON and is none.
fn with_place(body: String) -> Result<(String, Place), SettingsTrouble> {
    if serde_json::from_str::<serde_json::Value>(&body).is_ok_and(|value| value.is_object() || value.is_array()) {
        return Ok((body, Place::Json));
    }
    if body.trim_start().starts_with(['[', '"']) || body.trim_start().starts_with("{\"") {
        let why = "not JSON; {phone}, {digits}, {text}, {id} stand inside strings";
        return Err(SettingsTrouble::new("SVITOK_SMS_BODY", why));
    }
    Ok((body, Place::Percent))
}

fn parse_header(text: &str) -> Result<(HeaderName, HeaderValue), SettingsTrouble> {
    let wrong = || SettingsTrouble::new("SVITOK_SMS_HEADER", "not of the form `Name: value`");
    let (name, value) = text.split_once(':').ok_or_else(wrong)?;
    let name = name.trim().parse().map_err(|_| wrong())?;
    let mut value: HeaderValue = value.trim().parse().map_err(|_| wrong())?;
    value.set_sensitive(true);
    Ok((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(url: &str, body: Option<&str>, header: Option<&str>) -> HttpSmsSettings {
        HttpSmsSettings {
            url: url.to_owned(),
            body: body.map(str::to_owned),
            header: header.map(str::to_owned),
            answer: None,
            timeout: Duration::from_secs(5),
            authorities_pem: None,
        }
    }

    #[test]
    fn settings_that_cannot_work() {
        let whole = "http://127.0.0.1:9/send?to={phone}&text={text}";
        assert!(HttpSms::open(settings(whole, None, None)).is_ok());
        assert!(HttpSms::open(settings("http://localhost", Some("{\"a\":\"{digits}{text}\"}"), None)).is_ok());
        for (url, body, header, setting) in [
            ("", None, None, "SVITOK_SMS_URL"),
            ("http://127.0.0.1/", None, None, "SVITOK_SMS_URL"),
            ("http://sms.example/?{phone}{text}", None, None, "SVITOK_SMS_URL"),
            ("ftp://127.0.0.1/?{phone}{text}", None, None, "SVITOK_SMS_URL"),
            ("http://a:b@127.0.0.1/?{phone}{text}", None, None, "SVITOK_SMS_URL"),
            ("127.0.0.1/?{phone}{text}", None, None, "SVITOK_SMS_URL"),
            ("http://{phone}/{text}", None, None, "SVITOK_SMS_URL"),
            (whole, Some("{\"to\": {digits}}"), None, "SVITOK_SMS_BODY"),
            (whole, Some("[{text}]"), None, "SVITOK_SMS_BODY"),
            (whole, None, Some("no colon"), "SVITOK_SMS_HEADER"),
            (whole, None, Some("Bad Name: x"), "SVITOK_SMS_HEADER"),
            (whole, None, Some("X: a\nb"), "SVITOK_SMS_HEADER"),
        ] {
            let told = HttpSms::open(settings(url, body, header)).map(|_| ()).unwrap_err();
            assert_eq!(told.setting, setting, "{url}");
        }
        let slow = HttpSmsSettings { timeout: Duration::from_secs(121), ..settings(whole, None, None) };
        assert_eq!(HttpSms::open(slow).map(|_| ()).unwrap_err().setting, "SVITOK_SMS_TIMEOUT");
    }

    #[test]
    fn answers_are_judged() {
        let open = |answer: Option<&str>| {
            let whole = settings("http://127.0.0.1:9/?{phone}{text}", None, None);
            HttpSms::open(HttpSmsSettings { answer: answer.map(str::to_owned), ..whole }).unwrap()
        };
        let judged = |answer: Option<&str>, status: u16, body: &str| {
            let status = StatusCode::from_u16(status).unwrap();
            open(answer).judge(status, body).map_err(|trouble| (trouble.is_final, trouble.cause))
        };
        assert_eq!(judged(None, 200, ""), Ok(()));
        assert_eq!(judged(Some("\"OK\""), 202, "{\"status\":\"OK\"}"), Ok(()));
        assert_eq!(judged(Some("\"OK\""), 200, "no money"), Err((false, Cause::Busy)));
        for (status, expected) in [
            (302, (true, Cause::Refused)),
            (400, (true, Cause::Refused)),
            (404, (true, Cause::Refused)),
            (401, (false, Cause::Credentials)),
            (403, (false, Cause::Credentials)),
            (402, (false, Cause::Busy)),
            (429, (false, Cause::Busy)),
            (500, (false, Cause::Busy)),
            (503, (false, Cause::Busy)),
        ] {
            assert_eq!(judged(None, status, ""), Err(expected), "{status}");
        }
    }
}
