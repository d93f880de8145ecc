//! Who may come in by the doors of the outbox and of what people do together.

use crate::doors::{Door, ID, Needs};
use http::Method;
use serde_json::json;

pub fn doors() -> Vec<Door> {
    let mut all = outbox();
    all.extend(people());
    all.extend(access());
    all.extend(between_colleagues());
    all
}

fn outbox() -> Vec<Door> {
    use Needs::{Installation, Permission};
    let (get, post) = (Method::GET, Method::POST);
    let administer = Permission("administer");
    vec![
        (post.clone(), "/organizations/{organization_id}/letters/{letter_id}/resend", None, administer),
        (get.clone(), "/organizations/{organization_id}/sms", None, administer),
        (get.clone(), "/organizations/{organization_id}/sms/{sms_id}", None, administer),
        (post.clone(), "/organizations/{organization_id}/sms/{sms_id}/resend", None, administer),
        (get.clone(), "/outbox/letters", None, Installation),
        (get.clone(), "/outbox/letters/{letter_id}", None, Installation),
        (post.clone(), "/outbox/letters/{letter_id}/resend", None, Installation),
        (get.clone(), "/outbox/sms", None, Installation),
        (get, "/outbox/sms/{sms_id}", None, Installation),
        (post, "/outbox/sms/{sms_id}/resend", None, Installation),
    ]
}

fn people() -> Vec<Door> {
    use Needs::{Member, Permission};
    let (get, post, put, delete) = (Method::GET, Method::POST, Method::PUT, Method::DELETE);
    let administer = Permission("administer");
    let role = json!({ "name": "Кладовщик", "permissions": ["read"] });
    let department = json!({ "parent_id": ID, "name": "Склад" });
    let delegation = json!({ "to_user_id": ID, "permissions": ["read"],
        "starts_at": "2026-11-22T10:00:00Z", "ends_at": "2026-11-23T10:00:00Z" });
    let one = "/organizations/{organization_id}/departments/{department_id}";
    vec![
        (post.clone(), "/organizations/{organization_id}/departments", Some(department.clone()), administer),
        (put.clone(), one, Some(department), administer),
        (post.clone(), "/organizations/{organization_id}/departments/{department_id}/archive", None, administer),
        (post.clone(), "/organizations/{organization_id}/departments/{department_id}/restore", None, administer),
        (get.clone(), "/organizations/{organization_id}/roles", None, administer),
        (post.clone(), "/organizations/{organization_id}/roles", Some(role.clone()), administer),
        (put.clone(), "/organizations/{organization_id}/roles/{role}", Some(role), administer),
        (delete.clone(), "/organizations/{organization_id}/roles/{role}", None, administer),
        (put, "/organizations/{organization_id}/members/{user_id}/roles", Some(json!({ "roles": [] })), administer),
        (get.clone(), "/organizations/{organization_id}/access", None, administer),
        (get.clone(), "/organizations/{organization_id}/delegations", None, Member),
        (post, "/organizations/{organization_id}/delegations", Some(delegation), Member),
        (delete, "/organizations/{organization_id}/delegations/{delegation_id}", None, Member),
        (get, "/organizations/{organization_id}/delegations/{delegation_id}/acts", None, Member),
    ]
}

fn access() -> Vec<Door> {
    use Needs::{Permission, SignIn};
    let (get, post, delete) = (Method::GET, Method::POST, Method::DELETE);
    let administer = Permission("administer");
    let approval = json!({ "rights": { "permissions": ["read"] } });
    let approve = "/organizations/{organization_id}/access-requests/{access_request_id}/approve";
    let refuse = "/organizations/{organization_id}/access-requests/{access_request_id}/refuse";
    vec![
        (post.clone(), "/access-requests", Some(json!({ "inn": "9800000013", "kpp": "980001001" })), SignIn),
        (get.clone(), "/access-requests", None, SignIn),
        (delete, "/access-requests/{access_request_id}", None, SignIn),
        (get.clone(), "/organizations/{organization_id}/access-requests", None, administer),
        (post.clone(), approve, Some(approval), administer),
        (post.clone(), refuse, Some(json!({ "reason": "Не знаем вас" })), administer),
        (get.clone(), "/me/profile", None, SignIn),
        (
            Method::PUT,
            "/me/profile",
            Some(json!({ "name": "Анна", "language": "ru", "theme": "dark", "time_zone": "Europe/Moscow" })),
            SignIn,
        ),
        (get.clone(), "/me/picture", None, SignIn),
        (Method::PUT, "/me/picture", None, SignIn),
        (Method::DELETE, "/me/picture", None, SignIn),
        (get.clone(), "/organizations/{organization_id}/members/{user_id}/picture", None, Needs::Member),
        (get, "/notices", None, SignIn),
        (post.clone(), "/notices/read", None, SignIn),
        (post, "/notices/{notice_id}/read", None, SignIn),
    ]
}

fn between_colleagues() -> Vec<Door> {
    use Needs::{Permission, SignIn};
    let read = Permission("read");
    let (task, reason) = (json!({ "text": "Проверить цены", "to_user_id": ID }), json!({ "reason": "Не моё" }));
    vec![
        (Method::GET, "/organizations/{organization_id}/colleagues", None, read),
        (Method::GET, "/organizations/{organization_id}/tasks", None, read),
        (Method::POST, "/organizations/{organization_id}/tasks", Some(task), read),
        (Method::POST, "/organizations/{organization_id}/tasks/{task_id}/done", None, read),
        (Method::POST, "/organizations/{organization_id}/tasks/{task_id}/return", Some(reason), read),
        (Method::POST, "/organizations/{organization_id}/tasks/{task_id}/withdraw", None, read),
        (Method::GET, "/notices/live", None, SignIn),
    ]
}
