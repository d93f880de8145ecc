//! A browser as far as pages need one: cookies, forms, no scripts, no redirects followed unasked.
#![expect(dead_code, reason = "each file of tests uses its part")]

use crate::town::Town;
use reqwest::header::{HeaderMap, HeaderValue};
use std::collections::BTreeMap;
use std::sync::Mutex;
use svitok::story::Credentials;

/// What came back.
#[derive(Debug)]
pub struct Seen {
    pub status: u16,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Seen {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Flags of a cookie that was set, its value left out.
    pub fn cookie_flags(&self, name: &str) -> Option<String> {
        let set = self.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap());
        let mut found = set.filter_map(|text| text.strip_prefix(&format!("{name}=")));
        found.next().map(|text| text.split_once("; ").unwrap().1.to_owned())
    }

    /// The text between two marks, first occurrence.
    pub fn between(&self, from: &str, to: &str) -> String {
        let text = self.text();
        let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("no {from} in {text}"));
        rest.split_once(to).unwrap().0.to_owned()
    }

    /// The main part of the page.
    pub fn main(&self) -> String {
        self.between("<main id=\"main\">", "</main>")
    }

    pub fn form_token(&self) -> String {
        self.between("name=\"form_token\" value=\"", "\"")
    }
}

/// One browser.
pub struct Browser {
    base: String,
    http: reqwest::Client,
    cookies: Mutex<BTreeMap<String, String>>,
    /// Sent with every request.
    pub headers: HeaderMap,
}

impl Browser {
    pub fn new(town: &Town) -> Self {
        let http = svitok::client::connections().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        let accept = HeaderValue::from_static("text/html,application/xhtml+xml");
        let headers = HeaderMap::from_iter([(reqwest::header::ACCEPT, accept)]);
        Self { base: format!("http://{}", town.address), http, cookies: Mutex::default(), headers }
    }

    /// With a person signed in.
    pub async fn signed_in(town: &Town, credentials: &Credentials) -> Self {
        let browser = Self::new(town);
        let answer = browser.sign_in(&credentials.login, &credentials.password, "/").await;
        assert_eq!((answer.status, answer.header("location")), (303, "/"), "{}", answer.text());
        browser
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
    }

    pub async fn get(&self, path: &str) -> Seen {
        self.send(self.http.get(format!("{}{path}", self.base))).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Seen {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self.http.post(format!("{}{path}", self.base)).body(body);
        self.send(request.header("content-type", "application/x-www-form-urlencoded")).await
    }

    /// A body of any kind.
    pub async fn post_octets(&self, path: &str, kind: &str, body: Vec<u8>) -> Seen {
        self.send(self.http.post(format!("{}{path}", self.base)).header("content-type", kind).body(body)).await
    }

    /// Any request, as the client's script sends it.
    pub async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Seen {
        let mut request = self.http.request(method.parse().unwrap(), format!("{}{path}", self.base));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if !body.is_empty() {
            request = request.header("content-type", "application/json").body(body.to_owned());
        }
        self.send(request).await
    }

    /// Opens the form and sends it.
    pub async fn sign_in(&self, login: &str, password: &str, next: &str) -> Seen {
        let token = self.get("/sign-in").await.form_token();
        let fields = [("form_token", token.as_str()), ("login", login), ("password", password), ("back", next)];
        self.post("/sign-in", &fields).await
    }

    async fn send(&self, request: reqwest::RequestBuilder) -> Seen {
        let cookies: Vec<String> =
            self.cookies.lock().unwrap().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = request.headers(self.headers.clone());
        if !cookies.is_empty() {
            request = request.header("cookie", cookies.join("; "));
        }
        let answer = request.send().await.unwrap();
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        for set in headers.get_all("set-cookie") {
            let (name, value) = set.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            let mut cookies = self.cookies.lock().unwrap();
            if value.is_empty() {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        Seen { status, headers, bytes: answer.bytes().await.unwrap().to_vec() }
    }
}
