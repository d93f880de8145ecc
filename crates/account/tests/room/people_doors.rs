//! Who may come in by the doors of the outbox and of what people do together.

use crate::doors::{Door, Needs};
use http::Method;

pub fn doors() -> Vec<Door> {
    outbox()
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
