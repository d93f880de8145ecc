//! Statements and rows, one file per aggregate.

mod address;
pub(crate) mod attempts;
pub(crate) mod directory;
pub(crate) mod integrator_keys;
pub(crate) mod invitations;
pub(crate) mod members;
pub(crate) mod organizations;
pub(crate) mod sign_ins;
pub(crate) mod users;

use ::store::Sql;

/// Every statement of the room.
pub const STATEMENTS: &[&Sql] = &[
    &attempts::LOCK,
    &attempts::SAVE,
    &attempts::SWEEP,
    &directory::FIND_BOX,
    &directory::FIND_PARTICIPANT,
    &directory::LIST_OF_ORGANIZATION,
    &directory::LIST_BY_INN,
    &directory::FIND_FEW,
    &directory::FIND_MANY,
    &directory::LIST_BY_FEW_INN,
    &directory::LIST_BY_MANY_INN,
    &directory::LIST_BY_INN_KPP,
    &directory::COUNT_MINE,
    &directory::ADD_CARD,
    &directory::SET_ADDRESS,
    &directory::REGISTER,
    &directory::ADD_MEMBERSHIP,
    &directory::REMOVE_MEMBERSHIP,
    &directory::LIST_MINE,
    &integrator_keys::ADD,
    &integrator_keys::ADD_CLIENT,
    &integrator_keys::LIST,
    &integrator_keys::COUNT,
    &integrator_keys::FIND,
    &integrator_keys::END,
    &integrator_keys::CLOSE_CLIENT,
    &integrator_keys::FIND_CLIENT,
    &integrator_keys::KNOWS_CLIENT,
    &integrator_keys::HOLD_CLIENT,
    &invitations::ADD,
    &invitations::ADD_TOKEN,
    &invitations::FIND_TOKEN,
    &invitations::FIND,
    &invitations::LIST,
    &invitations::COUNT_OPEN,
    &invitations::END,
    &members::RIGHTS,
    &members::DEPARTMENTS,
    &members::EXISTS,
    &members::ADD,
    &members::ADD_PERMISSION,
    &members::ADD_DEPARTMENT,
    &members::REMOVE,
    &members::REMOVE_PERMISSIONS,
    &members::REMOVE_DEPARTMENTS,
    &members::SET_ACCESS,
    &members::FIND,
    &members::LIST,
    &members::LIST_PERMISSIONS,
    &members::LIST_DEPARTMENTS,
    &members::COUNT,
    &members::ADMINISTRATORS,
    &organizations::ADD,
    &organizations::LOCK,
    &organizations::GET,
    &organizations::SET_ADDRESS,
    &organizations::ADD_DEPARTMENT,
    &organizations::LIST_DEPARTMENTS,
    &organizations::ADD_BOX,
    &organizations::LIST_BOXES,
    &organizations::FIND_BOX,
    &sign_ins::OPEN,
    &sign_ins::FIND,
    &sign_ins::LIST,
    &sign_ins::END,
    &sign_ins::END_OF_KEY,
    &sign_ins::SWEEP,
    &users::ADD,
    &users::TAKE_LOGIN,
    &users::SET_PASSWORD,
    &users::FIND_BY_LOGIN,
    &users::GET,
];
