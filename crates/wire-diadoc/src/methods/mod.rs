//! The methods, a family a file. Each translates, asks a room, translates back.

mod authenticate;
mod generate;
mod organizations;
mod people;

use crate::surface::Methods;

/// Every method that is built.
pub fn all() -> Methods {
    let methods = authenticate::on(Methods::default());
    let methods = organizations::on(methods);
    let methods = people::on(methods);
    generate::on(methods)
}
