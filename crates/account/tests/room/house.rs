//! ООО «Ромашка» with its founder: what stories of people begin with.

use crate::world::World;
use account::{DepartmentAccess, Permission};
use http::StatusCode;
use kernel::{Caller, Cx, OrganizationId, UserId};
use serde_json::{Value, json};
use std::time::Duration;
use testkit::Database;

pub const FOUNDER: &str = "seller@romashka.example";
pub const DAY: Duration = Duration::from_secs(24 * 3600);

pub struct House {
    pub w: World,
    pub founder: (String, String),
    pub id: String,
    pub home: String,
}

impl House {
    pub async fn new(db: &Database) -> Self {
        let w = World::new(db).await;
        let founder = w.person(FOUNDER).await;
        let id = w.romashka(&founder.1).await;
        Self { home: format!("/api/v1/account/organizations/{id}"), w, founder, id }
    }

    pub async fn signs_in(&self, login: &str) -> String {
        self.w.shows(login, crate::world::PASSWORD).await.text("/token")
    }

    pub async fn admin_get(&self, path: &str) -> Value {
        let answer = self.w.get(&format!("{}{path}", self.home), &self.founder.1).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
        answer.body
    }

    pub async fn bells(&self, token: &str) -> (Vec<String>, i64) {
        let bell = self.w.get("/api/v1/account/notices", token).await.body;
        let texts = bell["items"].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap().to_owned());
        (texts.collect(), bell["unread"].as_i64().unwrap())
    }

    pub async fn has_roles(&self, user_id: &str, roles: &[&str]) -> (StatusCode, String) {
        let path = format!("{}/members/{user_id}/roles", self.home);
        let answer = self.w.put(&path, &self.founder.1, json!({ "roles": roles })).await;
        (answer.status, answer.code().to_owned())
    }

    pub async fn department(&self, parent: &str, name: &str) -> String {
        let path = format!("{}/departments", self.home);
        let made = self.w.post(&path, &self.founder.1, json!({ "parent_id": parent, "name": name })).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        made.text("/department_id")
    }

    pub async fn root(&self) -> String {
        self.admin_get("/departments").await["items"][0]["department_id"].as_str().unwrap().to_owned()
    }

    /// What `authorize` says, as every room asks it.
    pub async fn may(&self, user_id: &str, permission: Permission) -> Option<DepartmentAccess> {
        let user_id: UserId = user_id.parse().unwrap();
        let system = self.w.app.cx(Caller::System);
        let caller = Caller::User { user_id, sign_in_id: system.new_id(), integrator_key_id: None };
        let cx = Cx { caller, ..system };
        let id: OrganizationId = self.id.parse().unwrap();
        let mut reader = self.w.app.store.reader().await.unwrap();
        account::authorize(&mut reader, &cx, id, permission).await.ok().map(|scope| scope.departments().clone())
    }

    pub fn day(&self, days: u64) -> String {
        kernel::Clock::now(&self.w.clock).plus(DAY * u32::try_from(days).unwrap()).to_rfc3339()
    }

    pub async fn delegates(
        &self,
        token: &str,
        to: &str,
        permissions: &[&str],
        days: (u64, u64),
    ) -> crate::world::Answer {
        let body = json!({ "to_user_id": to, "permissions": permissions, "reason": "Отпуск",
            "starts_at": self.day(days.0), "ends_at": self.day(days.1) });
        self.w.post(&format!("{}/delegations", self.home), token, body).await
    }
}
