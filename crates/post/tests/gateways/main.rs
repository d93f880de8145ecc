//! Letters and SMS go to real gateways of these tests: a mail server, a message centre and an HTTP gateway that speak
//! their protocols, refuse, keep silent and die; on both engines.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a story that cannot have its world must fail"
)]

mod http_peer;
mod letters;
mod smpp_peer;
mod sms;
mod smtp_peer;
mod town;
