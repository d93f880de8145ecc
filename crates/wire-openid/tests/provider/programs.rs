//! What an administrator sets for a program, and programs that keep no secret.

use crate::world::{BACK, House, Program, VERIFIER, catalogue, query_of};
use http::{Method, StatusCode};
use serde_json::json;
use testkit::Database;

testkit::on_both_engines! {
    catalogue();

    async fn a_program_without_a_secret_proves_each_code(db: Database) {
        let h = House::new(&db).await;
        let bare = |fields: &[(&'static str, &str)]| {
            let mut fields: Vec<(&str, String)> = fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
            fields.push(("client_id", h.program.client_id.clone()));
            fields
        };
        let ask = async |fields: Vec<(&str, String)>| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            h.w.form("/connect/token", None, &fields).await
        };
        let code = |code: &str| bare(&[("grant_type", "authorization_code"), ("code", code), ("redirect_uri", BACK), ("code_verifier", VERIFIER)]);
        let (early, _) = h.agrees(&h.query("openid")).await;
        assert_eq!(ask(code(&early)).await.error(), (401, "invalid_client"), "it has a secret to show");
        h.set(&h.program, &json!({ "redirect_uris": [BACK], "is_public": true })).await;
        let sent = h.reads(&query_of(&h.program, "openid", None)).await.unwrap_err();
        assert!(sent.contains("error=invalid_request"), "{sent}");
        let (proven, _) = h.agrees(&h.query("openid")).await;
        let given = ask(code(&proven)).await;
        assert_eq!(given.status, StatusCode::OK, "{}", given.body);
        let next = ask(bare(&[("grant_type", "refresh_token"), ("refresh_token", &given.text("refresh_token"))])).await;
        assert_eq!(next.status, StatusCode::OK, "{}", next.body);
        let password = ask(bare(&[("grant_type", "password"), ("username", "a"), ("password", "b")])).await;
        assert_eq!(password.error(), (400, "unauthorized_client"));
    }

    async fn an_administrator_sets_addresses(db: Database) {
        let h = House::new(&db).await;
        let shown = h.w.api(Method::GET, &h.rules_of(&h.program), Some(&h.founder.1), &json!(null)).await;
        assert_eq!(shown.body, json!({ "redirect_uris": [BACK], "is_public": false }));
        for wrong in [json!(["http://romashka.example/"]), json!(["javascript:alert(1)"]), json!(vec![BACK; 11])] {
            let refused = h.set(&h.program, &json!({ "redirect_uris": wrong, "is_public": false })).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
        let stranger = h.w.person("buyer@vasilek.example").await;
        let rules = json!({ "redirect_uris": ["https://vasilek.example/"], "is_public": true });
        let foreign = h.w.api(Method::PUT, &h.rules_of(&h.program), Some(&stranger.1), &rules).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
        let unknown = Program { key_id: h.organization.clone(), ..h.program.clone() };
        assert_eq!(h.set(&unknown, &rules).await.status, StatusCode::NOT_FOUND);
        let nobody = h.w.api(Method::PUT, &h.rules_of(&h.program), None, &rules).await;
        assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
        let shown = h.w.api(Method::GET, &h.rules_of(&h.program), Some(&h.founder.1), &json!(null)).await;
        assert_eq!(shown.body, json!({ "redirect_uris": [BACK], "is_public": false }));
    }
}
