//! A bound connection.

use super::Bind;
use super::parts::Part;
use super::pdu::{self, Address, HEADER_BYTES, Unit, command};
use crate::tls::{Peer, Wire};
use crate::transport::{Cause, SendTrouble};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

/// A centre silent so long is asked whether it is there.
const SILENCE_MAX: Duration = Duration::from_secs(10);
/// Units that may come before the awaited one: questions of the centre and late answers.
const OTHERS_MAX: usize = 64;

/// Statuses of section 5.1.3 that are over after a while: 0x08 system error, 0x14 queue full, 0x58 throttled, 0x64
/// temporary application error.
const LATER: [u32; 4] = [0x08, 0x14, 0x58, 0x64];
/// Statuses of a sign-in that is not accepted: 0x05 already bound, 0x0d bind failed, 0x0e wrong password, 0x0f wrong
/// `system_id`, 0x53 wrong `system_type`.
const SIGN_IN: [u32; 5] = [0x05, 0x0d, 0x0e, 0x0f, 0x53];

/// A connection on which we are signed in.
pub(super) struct Session {
    wire: Box<dyn Wire>,
    sequence: u32,
}

impl Session {
    /// Connects and signs in as a sender.
    pub async fn open(peer: &Peer, bind: &Bind) -> Result<Self, SendTrouble> {
        let mut session = Self { wire: peer.connect().await?, sequence: 0 };
        session.ask(command::BIND_TRANSMITTER, &pdu::bind(bind)).await?;
        Ok(session)
    }

    /// Hands one part over.
    pub async fn submit(&mut self, source: &Address, target: &Address, part: &Part) -> Result<(), SendTrouble> {
        self.ask(command::SUBMIT_SM, &pdu::submit(source, target, part)).await
    }

    /// Asks whether the centre is there.
    pub async fn enquire(&mut self) -> Result<(), SendTrouble> {
        self.ask(command::ENQUIRE_LINK, &[]).await
    }

    /// Parts, and closes the connection.
    pub async fn unbind(mut self) -> Result<(), SendTrouble> {
        self.ask(command::UNBIND, &[]).await?;
        self.wire.shutdown().await.map_err(broken)
    }

    /// Sends a request and awaits its answer; a centre that keeps silent is asked once whether it is there.
    async fn ask(&mut self, request: u32, body: &[u8]) -> Result<(), SendTrouble> {
        let sequence = self.write(request, body).await?;
        let mut is_asked = false;
        for _ in 0..OTHERS_MAX {
            let unit = match tokio::time::timeout(SILENCE_MAX, self.read()).await {
                Ok(unit) => unit?,
                Err(_) if is_asked => return Err(SendTrouble::later(Cause::Slow, "the centre keeps silent")),
                Err(_) => {
                    is_asked = true;
                    self.write(command::ENQUIRE_LINK, &[]).await?;
                    continue;
                }
            };
            if unit.sequence == sequence && unit.command == request | command::ANSWER {
                return judge(request, unit.status);
            }
            if unit.sequence == sequence && unit.command == command::GENERIC_NACK {
                return Err(garbled(&format!("generic_nack, status {:#010x}", unit.status)));
            }
            self.reply(&unit).await?;
        }
        Err(garbled("the centre speaks of other things"))
    }

    /// Answers a question of the centre; late answers to our own are passed over.
    async fn reply(&mut self, unit: &Unit) -> Result<(), SendTrouble> {
        match unit.command {
            command::ENQUIRE_LINK => self.answer(unit, 0).await,
            command::UNBIND => {
                self.answer(unit, 0).await?;
                Err(SendTrouble::later(Cause::Busy, "the centre parts"))
            }
            answer if answer & command::ANSWER != 0 => Ok(()),
            // 0x03 invalid command: a sender is not given messages.
            _ => self.answer(unit, 0x03).await,
        }
    }

    async fn answer(&mut self, to: &Unit, status: u32) -> Result<(), SendTrouble> {
        let octets = pdu::unit(to.command | command::ANSWER, status, to.sequence, &[]);
        self.wire.write_all(&octets).await.map_err(broken)?;
        self.wire.flush().await.map_err(broken)
    }

    async fn write(&mut self, command: u32, body: &[u8]) -> Result<u32, SendTrouble> {
        // 1 to 0x7fffffff: section 3.2.
        self.sequence = if self.sequence >= 0x7fff_ffff { 1 } else { self.sequence + 1 };
        let octets = pdu::unit(command, 0, self.sequence, body);
        self.wire.write_all(&octets).await.map_err(broken)?;
        self.wire.flush().await.map_err(broken)?;
        Ok(self.sequence)
    }

    async fn read(&mut self) -> Result<Unit, SendTrouble> {
        let mut head = [0; HEADER_BYTES];
        self.wire.read_exact(&mut head).await.map_err(broken)?;
        let (rest, unit) = pdu::header(&head).ok_or_else(|| garbled("a unit of impossible length"))?;
        let mut body = vec![0; rest];
        self.wire.read_exact(&mut body).await.map_err(broken)?;
        Ok(unit)
    }
}

fn judge(request: u32, status: u32) -> Result<(), SendTrouble> {
    let told = format!("status {status:#010x}");
    match status {
        0 => Ok(()),
        status if SIGN_IN.contains(&status) => Err(SendTrouble::later(Cause::Credentials, &told)),
        status if LATER.contains(&status) => Err(SendTrouble::later(Cause::Busy, &told)),
        _ if request == command::SUBMIT_SM => Err(SendTrouble::never(&told)),
        _ => Err(garbled(&told)),
    }
}

fn broken(error: std::io::Error) -> SendTrouble {
    SendTrouble::later(Cause::Unreachable, &error.to_string())
}

fn garbled(what: &str) -> SendTrouble {
    SendTrouble::later(Cause::Garbled, what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_are_judged() {
        let judged = |request, status| judge(request, status).map_err(|trouble| (trouble.is_final, trouble.cause));
        assert_eq!(judged(command::SUBMIT_SM, 0), Ok(()));
        for (request, status, expected) in [
            (command::SUBMIT_SM, 0x0b, (true, Cause::Refused)),
            (command::SUBMIT_SM, 0x01, (true, Cause::Refused)),
            (command::SUBMIT_SM, 0x58, (false, Cause::Busy)),
            (command::SUBMIT_SM, 0x14, (false, Cause::Busy)),
            (command::BIND_TRANSMITTER, 0x0e, (false, Cause::Credentials)),
            (command::BIND_TRANSMITTER, 0x05, (false, Cause::Credentials)),
            (command::ENQUIRE_LINK, 0xff, (false, Cause::Garbled)),
        ] {
            assert_eq!(judged(request, status), Err(expected), "{status:#x}");
        }
    }
}
