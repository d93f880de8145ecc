//! The room over HTTP: stories of people and organizations, and who may come in by which door.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a story that cannot have its world must fail"
)]

mod authority;
mod certificates;
mod crowd;
mod doors;
mod house;
mod letters;
mod outbox;
mod passkeys;
mod people;
mod people_doors;
mod phones;
mod second_factor;
mod stories;
mod tasks;
mod upgrade;
mod way_rules;
mod world;
