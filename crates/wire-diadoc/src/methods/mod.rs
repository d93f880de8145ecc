//! The methods, a family a file. Each translates, asks a room, translates back.

mod authenticate;
mod counteragents;
mod docflows;
mod documents;
mod drafts;
mod generate;
mod messages;
mod new_events;
mod organizations;
mod people;
mod post_message;
mod post_patch;
mod shelf;

use crate::surface::Methods;

/// Every method that is built.
pub fn all() -> Methods {
    let methods = authenticate::on(Methods::default());
    let methods = organizations::on(methods);
    let methods = people::on(methods);
    let methods = counteragents::on(methods);
    let methods = shelf::on(methods);
    let methods = post_message::on(methods);
    let methods = post_patch::on(methods);
    let methods = messages::on(methods);
    let methods = drafts::on(methods);
    let methods = new_events::on(methods);
    let methods = documents::on(methods);
    let methods = docflows::on(methods);
    generate::on(methods)
}
