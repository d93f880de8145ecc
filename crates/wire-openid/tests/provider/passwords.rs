//! Grants in which the program itself signs the person in, and the second step.

use crate::world::{FOUNDER, House, PASSWORD, catalogue};
use http::{Method, StatusCode};
use ring::hmac::{HMAC_SHA1_FOR_LEGACY_USE_ONLY, Key, sign};
use serde_json::json;
use testkit::Database;

/// A generator as people have it on a phone (RFC 6238).
fn shows(secret: &str, seconds: i64) -> String {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let bits: String = secret.chars().map(|c| format!("{:05b}", alphabet.find(c).unwrap())).collect();
    let octets: Vec<u8> = bits
        .as_bytes()
        .chunks_exact(8)
        .map(|byte| u8::from_str_radix(std::str::from_utf8(byte).unwrap(), 2).unwrap())
        .collect();
    let tag = sign(&Key::new(HMAC_SHA1_FOR_LEGACY_USE_ONLY, &octets), &(seconds / 30).to_be_bytes());
    let tag = tag.as_ref();
    let at = usize::from(tag[19] & 15);
    let number = u32::from_be_bytes(tag[at..at + 4].try_into().unwrap()) & 0x7fff_ffff;
    format!("{:06}", number % 1_000_000)
}

testkit::on_both_engines! {
    catalogue();

    async fn a_password_becomes_tokens(db: Database) {
        let h = House::new(&db).await;
        let fields = [("grant_type", "password"), ("username", FOUNDER), ("password", PASSWORD), ("scope", "extern.api"),
            ("client_id", h.program.client_id.as_str()), ("client_secret", h.program.secret.as_str())];
        for basic in [None, Some(&h.program)] {
            let given = h.w.form("/connect/token", basic, &fields).await;
            assert_eq!(given.status, StatusCode::OK, "{}", given.body);
            assert!(h.w.opens(&given.text("access_token")).await);
            assert_eq!(h.refreshes(&h.program, &given.text("refresh_token")).await.status, StatusCode::OK);
        }
        let mut wrong = fields;
        wrong[2].1 = "не тот";
        let known = h.w.form("/connect/token", None, &wrong).await;
        wrong[1].1 = "nobody@romashka.example";
        let unknown = h.w.form("/connect/token", None, &wrong).await;
        assert_eq!((known.error(), &known.body), ((400, "invalid_grant"), &unknown.body));
        wrong[5].1 = "svs_other";
        assert_eq!(h.w.form("/connect/token", None, &wrong).await.error(), (401, "invalid_client"));
        let mut narrow = fields;
        narrow[3].1 = "openid";
        assert_eq!(h.w.form("/connect/token", None, &narrow).await.error(), (400, "invalid_scope"));
    }

    async fn guesses_are_counted_as_at_every_door(db: Database) {
        let h = House::new(&db).await;
        let fields = |password| [("grant_type", "password"), ("username", FOUNDER), ("password", password)];
        for _ in 0..10 {
            let wrong = h.w.form("/connect/token", Some(&h.program), &fields("не тот")).await;
            assert_eq!(wrong.error(), (400, "invalid_grant"));
        }
        let locked = h.w.form("/connect/token", Some(&h.program), &fields(PASSWORD)).await;
        assert_eq!(locked.error(), (400, "invalid_grant"), "{}", locked.body);
    }

    async fn the_second_step_is_asked_for(db: Database) {
        let h = House::new(&db).await;
        let factor = "/api/v1/account/second-factor/totp";
        let new = h.w.api(Method::POST, factor, Some(&h.founder.1), &json!({ "password": PASSWORD })).await;
        let secret = new.text("secret");
        let body = json!({ "code": shows(&secret, h.seconds()) });
        let confirmed = h.w.api(Method::POST, &format!("{factor}/confirm"), Some(&h.founder.1), &body).await;
        assert_eq!(confirmed.status, StatusCode::CREATED, "{}", confirmed.body);
        h.w.clock.advance(std::time::Duration::from_secs(60));
        let fields = [("grant_type", "password"), ("username", FOUNDER), ("password", PASSWORD)];
        let half = h.w.form("/connect/token", Some(&h.program), &fields).await;
        assert_eq!(half.error(), (400, "invalid_grant"));
        assert_eq!(half.body["required_factors"][0], json!({ "grant_type": "totp", "identity": FOUNDER }));
        let partial = half.text("partial_factor_token");
        let second = |code: String| [("grant_type", "totp".to_owned()), ("partial_factor_token", partial.clone()), ("code", code)];
        let ask = async |program, code: String| {
            let fields = second(code);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            h.w.form("/connect/token", Some(program), &fields).await
        };
        assert_eq!(ask(&h.program, "000000".to_owned()).await.error(), (400, "invalid_grant"));
        let given = ask(&h.program, shows(&secret, h.seconds())).await;
        assert_eq!(given.status, StatusCode::OK, "{}", given.body);
        assert!(h.w.opens(&given.text("access_token")).await);
        let half = h.w.form("/connect/token", Some(&h.program), &fields).await;
        h.w.clock.advance(std::time::Duration::from_secs(60));
        let code = shows(&secret, h.seconds());
        let stolen = [("grant_type", "totp"), ("partial_factor_token", &half.text("partial_factor_token")), ("code", &code)];
        let foreign = h.w.form("/connect/token", Some(&h.other), &stolen).await;
        assert_eq!(foreign.error(), (400, "invalid_grant"), "begun by another program");
    }

    async fn what_is_no_grant(db: Database) {
        let h = House::new(&db).await;
        for grant in ["client_credentials", "trusted", "implicit", "urn:ietf:params:oauth:grant-type:jwt-bearer"] {
            let refused = h.w.form("/connect/token", Some(&h.program), &[("grant_type", grant)]).await;
            assert_eq!(refused.error(), (400, "unsupported_grant_type"), "{grant}");
        }
        assert_eq!(h.w.form("/connect/token", Some(&h.program), &[]).await.error(), (400, "invalid_request"));
        let twice = [("grant_type", "password"), ("grant_type", "password")];
        assert_eq!(h.w.form("/connect/token", Some(&h.program), &twice).await.error(), (400, "invalid_request"));
        let nobody = h.w.form("/connect/token", None, &[("grant_type", "password")]).await;
        assert_eq!(nobody.error(), (401, "invalid_client"));
        assert_eq!(nobody.headers["www-authenticate"], "Basic realm=\"svitok\"");
        let got = h.w.get("/connect/token", None).await;
        assert_eq!(got.status, StatusCode::METHOD_NOT_ALLOWED);
    }
}
