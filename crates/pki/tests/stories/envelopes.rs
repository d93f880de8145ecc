//! Encrypted messages: our own, OpenSSL's and the samples; several recipients, damage, hostile input.

use crate::cast::{Cast, Member};
use crate::foreign::{oid as oid_der, tlv};
use crate::oracle::Bench;
use crate::protected_keys::{CIPHERS, flips, source};
use crate::vectors::files;
use gost::{ParamSet, PrivateKey};
use pki::cms::enveloped::{EnvelopeOrder, EnvelopedMessage, KeyDelivery, encrypt, encrypt_detached};
use pki::{Certificate, Cipher, PkiRefusal, Signer as _, keys, oid};

const CONTENT: &[u8] = "Счёт-фактура № 1 от 22.11.2026".as_bytes();
const DELIVERIES: [KeyDelivery; 2] = [KeyDelivery::Transport, KeyDelivery::Agreement];

fn key(member: &Member) -> PrivateKey {
    keys::private_key_from_pem(&member.key_pem).unwrap()
}

fn certificate(member: &Member) -> &Certificate {
    member.signer.certificate()
}

fn order<'a>(members: &[&'a Member], cipher: Cipher, delivery: KeyDelivery) -> EnvelopeOrder<'a> {
    let recipients = members.iter().map(|member| certificate(member)).collect();
    EnvelopeOrder { cipher, delivery, ..EnvelopeOrder::for_recipients(recipients) }
}

fn open(der: &[u8], member: &Member) -> Result<Vec<u8>, PkiRefusal> {
    EnvelopedMessage::parse(der)?.open(&key(member), certificate(member)).map(|content| content.to_vec())
}

#[test]
fn every_set_opens_what_every_cipher_sealed() {
    for (seed, set) in (60..).zip(ParamSet::ALL) {
        let cast = Cast::with_set(seed, set);
        let mut fill = |bytes: &mut [u8]| cast.chance.fill(bytes);
        for cipher in CIPHERS {
            for delivery in DELIVERIES {
                let order = order(&[&cast.romashka], cipher, delivery);
                let message = encrypt(CONTENT, &order, &mut fill).unwrap();
                assert_eq!(open(&message, &cast.romashka).unwrap(), CONTENT, "{set:?} {cipher:?} {delivery:?}");
                assert_eq!(open(&message, &cast.vasilek), Err(PkiRefusal::NotAddressed));
                assert_ne!(encrypt(CONTENT, &order, &mut fill).unwrap(), message);
            }
        }
    }
}

#[test]
fn several_recipients_on_several_curves_read_one_message() {
    let casts = [ParamSet::XA, ParamSet::Tc512A, ParamSet::TcA].map(|set| Cast::with_set(71 + set as u8, set));
    let members: Vec<&Member> = casts.iter().flat_map(|cast| [&cast.romashka, &cast.vasilek]).collect();
    let (_, mut fill) = source(72);
    for cipher in CIPHERS {
        for delivery in DELIVERIES {
            let sealed = encrypt(CONTENT, &order(&members, cipher, delivery), &mut fill).unwrap();
            let message = EnvelopedMessage::parse(&sealed).unwrap();
            assert_eq!((message.recipients().count(), message.unread_recipients()), (6, 0));
            assert_eq!((message.content_type(), message.has_content()), (oid::CMS_DATA, true));
            for member in &members {
                assert!(message.is_for(certificate(member)));
                assert_eq!(open(&sealed, member).unwrap(), CONTENT);
            }
            assert!(!message.is_for(certificate(&casts[0].root)));
            // the right certificate with another's key
            let refusal = message.open(&key(members[1]), certificate(members[0])).unwrap_err();
            assert_eq!(refusal, PkiRefusal::BadKey);
        }
    }
    let nobody = EnvelopeOrder::for_recipients(vec![]);
    assert_eq!(encrypt(CONTENT, &nobody, &mut fill).unwrap_err(), PkiRefusal::Absent("recipient"));
    let crowd = EnvelopeOrder::for_recipients(vec![certificate(members[0]); 513]);
    assert!(matches!(encrypt(CONTENT, &crowd, &mut fill), Err(PkiRefusal::OverLimit { .. })));
    let broken = encrypt(CONTENT, &order(&members, Cipher::Gost89, KeyDelivery::Transport), &mut |_| {}).unwrap_err();
    assert_eq!(broken, PkiRefusal::Chance);
}

#[test]
fn content_may_travel_apart() {
    let cast = Cast::new(73);
    let mut fill = |bytes: &mut [u8]| cast.chance.fill(bytes);
    for cipher in CIPHERS {
        let order = order(&[&cast.romashka], cipher, KeyDelivery::Transport);
        let envelope = encrypt_detached(CONTENT, &order, &mut fill).unwrap();
        let message = EnvelopedMessage::parse(&envelope.message).unwrap();
        assert!(!message.has_content());
        let (key, certificate) = (key(&cast.romashka), certificate(&cast.romashka));
        assert_eq!(message.open(&key, certificate).unwrap_err(), PkiRefusal::Absent("encrypted content"));
        assert_eq!(message.open_detached(&key, certificate, &envelope.encrypted).unwrap().as_slice(), CONTENT);
        let cut = message.open_detached(&key, certificate, &envelope.encrypted[1..]);
        assert_eq!(cut.is_err(), message.notices_changes());
    }
}

#[test]
fn openssl_opens_ours() {
    let bench = Bench::new();
    for (seed, set) in [(74, ParamSet::XA), (75, ParamSet::A), (76, ParamSet::Tc512A)] {
        let cast = Cast::with_set(seed, set);
        let mut fill = |bytes: &mut [u8]| cast.chance.fill(bytes);
        for member in [&cast.romashka, &cast.vasilek] {
            bench.put("key.pem", &member.key_pem);
            bench.put("cert.pem", certificate(member).to_pem().unwrap());
            for cipher in CIPHERS {
                let order = order(&[&cast.romashka, &cast.vasilek], cipher, KeyDelivery::Transport);
                bench.put("ours.p7m", encrypt(CONTENT, &order, &mut fill).unwrap());
                bench.openssl_does(
                    "cms -decrypt -binary -inform DER -in ours.p7m -recip cert.pem -inkey key.pem -out clear",
                );
                assert_eq!(bench.take("clear"), CONTENT, "{set:?} {cipher:?}");
            }
        }
    }
}

#[test]
fn we_open_openssls() {
    let bench = Bench::new();
    bench.put("content", CONTENT);
    for (seed, set) in [(77, ParamSet::XA), (78, ParamSet::TcA), (79, ParamSet::Tc512A), (80, ParamSet::Tc512C)] {
        let cast = Cast::with_set(seed, set);
        bench.put("cert.pem", certificate(&cast.romashka).to_pem().unwrap());
        bench.put("cert2.pem", certificate(&cast.vasilek).to_pem().unwrap());
        for cipher in
            ["gost89", "kuznyechik-ctr-acpkm", "kuznyechik-ctr-acpkm-omac", "magma-ctr-acpkm", "magma-ctr-acpkm-omac"]
        {
            for stream in ["", "-stream"] {
                bench.openssl_does(&format!(
                    "cms -encrypt -binary {stream} -in content -outform DER -out theirs.p7m -{cipher} cert.pem cert2.pem"
                ));
                for member in [&cast.romashka, &cast.vasilek] {
                    let theirs = bench.take("theirs.p7m");
                    assert_eq!(open(&theirs, member).unwrap(), CONTENT, "{set:?} {cipher} {stream}");
                }
            }
        }
    }
}

#[test]
fn the_samples_are_opened() {
    let Some(files) = files("the_samples_are_opened") else { return };
    for (name, leaf) in [("env_256_A.p7m", "leaf256_A"), ("env_512_A_kuz.p7m", "leaf512_A")] {
        let key = keys::private_key_from_pem(&files.text(&format!("{leaf}.key"))).unwrap();
        let certificate = files.certificate(&format!("{leaf}.crt"));
        let message = EnvelopedMessage::parse(&files.bytes(name)).unwrap();
        assert!(message.is_for(&certificate));
        assert_eq!(message.open(&key, &certificate).unwrap().as_slice(), files.bytes("msg.bin"), "{name}");
    }
}

/// With OMAC a changed byte gives a refusal or the same content. Without it a byte changed in the content or its initial vector goes
/// unnoticed, and only there: the entries of recipients are always authentic.
#[test]
fn a_changed_byte_is_refused_or_changes_nothing() {
    let cast = Cast::new(81);
    let mut fill = |bytes: &mut [u8]| cast.chance.fill(bytes);
    for cipher in CIPHERS {
        for delivery in DELIVERIES {
            let message = encrypt(CONTENT, &order(&[&cast.romashka], cipher, delivery), &mut fill).unwrap();
            let tail = message.len() - CONTENT.len() - 48;
            for (at, changed) in flips(&message) {
                let Ok(content) = open(&changed, &cast.romashka) else { continue };
                let unnoticed = content != CONTENT;
                let authentic = matches!(cipher, Cipher::KuznyechikOmac | Cipher::MagmaOmac);
                assert!(!unnoticed || (!authentic && at >= tail), "{cipher:?} {delivery:?} at {at}");
            }
            for end in 0..message.len() {
                assert!(open(&message[..end], &cast.romashka).is_err());
            }
            let mut longer = message.clone();
            longer.push(0);
            assert_eq!(open(&longer, &cast.romashka), Err(PkiRefusal::TrailingBytes("message")));
        }
    }
}

#[test]
fn long_and_empty_content_comes_back() {
    let cast = Cast::new(82);
    let mut fill = |bytes: &mut [u8]| cast.chance.fill(bytes);
    // beyond a section of each cipher: 8 KiB and 256 KiB
    for length in [0, 1, 8 * 1024, 8 * 1024 + 1, 256 * 1024 + 17] {
        let mut content = vec![0; length];
        cast.chance.fill(&mut content);
        for cipher in CIPHERS {
            let sealed =
                encrypt(&content, &order(&[&cast.vasilek], cipher, KeyDelivery::Transport), &mut fill).unwrap();
            assert!(open(&sealed, &cast.vasilek).unwrap() == content, "{cipher:?} {length}");
        }
    }
}

#[test]
fn nonsense_and_deep_nesting_are_refused() {
    let parse = |bytes: &[u8]| EnvelopedMessage::parse(bytes).map(|_| ());
    for bytes in [vec![], vec![0x30], [0x30, 0x80].repeat(100_000), [0x30, 0x7f].repeat(1_000), vec![0xa0; 4096]] {
        assert!(parse(&bytes).is_err());
    }
    let (chance, _) = source(83);
    let mut noise = vec![0; 1024];
    for _ in 0..2_000 {
        chance.fill(&mut noise);
        noise[0] = 0x30;
        assert!(parse(&noise).is_err());
    }
    let cast = Cast::new(84);
    let signed = pki::sign_detached(CONTENT, &cast.romashka.signer, pki::SignForm::NoAttributes).unwrap();
    assert_eq!(parse(&signed), Err(PkiRefusal::NotEnveloped));
    // one large sender's key that 100 recipients would share
    let id = tlv(0x30, &[certificate(&cast.romashka).issuer().to_der(), &[2, 1, 1]]);
    let entry = tlv(0x30, &[&id, &tlv(4, &[&[0; 36]])]).repeat(100);
    let originator = tlv(0xa0, &[&tlv(0xa1, &[&vec![0; 20_000]])]);
    let algorithm = tlv(0x30, &[&[6, 1, 0x2a]]);
    let agreement = tlv(0xa1, &[&[2, 1, 3], &originator, &algorithm, &tlv(0x30, &[&entry])]);
    let info = tlv(0x30, &[&[6, 1, 0x2a], &algorithm]);
    let data = tlv(0x30, &[&[2, 1, 2], &tlv(0x31, &[&agreement]), &info]);
    let message = tlv(0x30, &[&oid_der("1.2.840.113549.1.7.3"), &tlv(0xa0, &[&data])]);
    assert!(matches!(parse(&message), Err(PkiRefusal::OverLimit { .. })));
}

/// gost-engine encrypts with the sections of the recommendations and decrypts with those of TLS, so that beyond 4 096 bytes of Kuznyechik
/// and 1 024 of Magma it does not read even its own messages. GOST 28147-89 has no sections.
#[test]
fn long_messages_of_openssl_are_opened_and_long_ones_of_ours_where_it_can() {
    let bench = Bench::new();
    let cast = Cast::new(85);
    let mut fill = |bytes: &mut [u8]| cast.chance.fill(bytes);
    let mut content = vec![0; 600_000];
    cast.chance.fill(&mut content);
    bench.put("key.pem", &cast.romashka.key_pem);
    bench.put("cert.pem", certificate(&cast.romashka).to_pem().unwrap());
    for (cipher, name, reads_bytes) in [
        (Cipher::Kuznyechik, "kuznyechik-ctr-acpkm", 4_096),
        (Cipher::KuznyechikOmac, "kuznyechik-ctr-acpkm-omac", 4_096 - 16),
        (Cipher::Magma, "magma-ctr-acpkm", 1_024),
        (Cipher::MagmaOmac, "magma-ctr-acpkm-omac", 1_024 - 8),
        (Cipher::Gost89, "gost89", content.len()),
    ] {
        bench.put("content", &content);
        bench.openssl_does(&format!("cms -encrypt -binary -in content -outform DER -out theirs.p7m -{name} cert.pem"));
        assert!(open(&bench.take("theirs.p7m"), &cast.romashka).unwrap() == content, "{name}");
        let readable = &content[..reads_bytes];
        let sealed = encrypt(readable, &order(&[&cast.romashka], cipher, KeyDelivery::Transport), &mut fill).unwrap();
        bench.put("ours.p7m", sealed);
        bench.openssl_does("cms -decrypt -binary -inform DER -in ours.p7m -recip cert.pem -inkey key.pem -out clear");
        assert!(bench.take("clear") == readable, "{name}");
    }
}
