//! The methods, a family a file. Each translates, asks a room, translates back.

mod authenticate;
mod counteragents;
mod organizations;
mod people;
mod shelf;

use crate::surface::Methods;

/// Every method that is built.
pub fn all() -> Methods {
    let methods = authenticate::on(Methods::default());
    let methods = counteragents::on(methods);
    let methods = organizations::on(methods);
    let methods = people::on(methods);
    shelf::on(methods)
}
