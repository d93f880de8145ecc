//! PFX files: our own, OpenSSL's and the samples; damage; foreign protections.

use crate::cast::{Cast, key};
use crate::oracle::Bench;
use crate::protected_keys::{CIPHERS, PASSWORD, quick, source};
use crate::vectors::files;
use gost::ParamSet;
use pki::limits::PASSWORD_ITERATIONS_MIN;
use pki::pfx::{Pfx, PfxOrder};
use pki::{Certificate, Cipher, PkiRefusal, Signer as _, keys};

fn order<'a>(key: &'a gost::PrivateKey, member: &'a crate::cast::Member, cipher: Cipher) -> PfxOrder<'a> {
    PfxOrder {
        key,
        certificate: Some(member.signer.certificate()),
        chain: member.signer.chain(),
        friendly_name: Some("ООО Ромашка"),
        protection: quick(cipher),
    }
}

fn sealed(cipher: Cipher) -> (gost::PrivateKey, Certificate, Vec<u8>) {
    let cast = Cast::new(41);
    let key = keys::private_key_from_pem(&cast.romashka.key_pem).unwrap();
    let pfx = order(&key, &cast.romashka, cipher).seal(PASSWORD, &mut |bytes| cast.chance.fill(bytes)).unwrap();
    (key, cast.romashka.signer.certificate().clone(), pfx)
}

#[test]
fn key_certificate_and_chain_come_back() {
    for set in [ParamSet::XA, ParamSet::TcA, ParamSet::Tc512A] {
        let cast = Cast::with_set(42, set);
        let key = keys::private_key_from_pem(&cast.romashka.key_pem).unwrap();
        let mut chain = cast.romashka.signer.chain().to_vec();
        chain.push(cast.root.signer.certificate().clone());
        for cipher in CIPHERS {
            let order = PfxOrder { chain: &chain, ..order(&key, &cast.romashka, cipher) };
            let sealed = order.seal(PASSWORD, &mut |bytes| cast.chance.fill(bytes)).unwrap();
            let pfx = Pfx::open(&sealed, PASSWORD).unwrap();
            assert_eq!((pfx.keys().len(), pfx.certificates().len()), (1, 3));
            assert!(pfx.left_out().is_empty());
            let [held] = pfx.keys() else { unreachable!() };
            assert_eq!((held.key.to_le(), held.friendly_name.as_deref()), (key.to_le(), Some("ООО Ромашка")));
            let certificate = pfx.certificate_of(&held.key).unwrap();
            assert_eq!(certificate, cast.romashka.signer.certificate());
            assert_eq!(pfx.chain_of(certificate), chain);
        }
    }
}

#[test]
fn a_key_may_wait_for_its_certificate_but_not_carry_a_foreign_one() {
    let cast = Cast::new(43);
    let key = key(&cast.chance, ParamSet::A);
    let mut fill = |bytes: &mut [u8]| cast.chance.fill(bytes);
    let foreign = order(&key, &cast.romashka, Cipher::Kuznyechik);
    assert_eq!(foreign.seal(PASSWORD, &mut fill).unwrap_err(), PkiRefusal::BadKey);
    let alone = PfxOrder { certificate: None, chain: &[], friendly_name: None, ..foreign };
    let pfx = Pfx::open(&alone.seal(PASSWORD, &mut fill).unwrap(), PASSWORD).unwrap();
    assert_eq!((pfx.keys()[0].key.to_le(), pfx.certificates().len()), (key.to_le(), 0));
    assert!(pfx.certificate_of(&key).is_none());
    assert_eq!(alone.seal("", &mut fill).unwrap_err(), PkiRefusal::Password("empty"));
}

#[test]
fn a_caller_may_grant_fewer_rounds_than_a_file_wants() {
    let (key, _, file) = sealed(Cipher::Kuznyechik);
    // one derivation for the code, one that all parts share
    let wanted = 2 * PASSWORD_ITERATIONS_MIN;
    let opened = Pfx::open_within(&file, PASSWORD, wanted).unwrap();
    assert_eq!(opened.keys()[0].key.to_le(), key.to_le());
    for granted in [0, PASSWORD_ITERATIONS_MIN - 1, wanted - 1] {
        let refusal = PkiRefusal::Iterations { min: PASSWORD_ITERATIONS_MIN, max: granted };
        assert_eq!(Pfx::open_within(&file, PASSWORD, granted).unwrap_err(), refusal);
    }
}

#[test]
fn openssl_reads_ours() {
    let bench = Bench::new();
    for cipher in [Cipher::Kuznyechik, Cipher::Gost89] {
        let cast = Cast::new(44);
        let key = keys::private_key_from_pem(&cast.romashka.key_pem).unwrap();
        let sealed = order(&key, &cast.romashka, cipher).seal("test", &mut |bytes| cast.chance.fill(bytes)).unwrap();
        bench.put("ours.p12", sealed);
        bench.openssl_does("pkcs12 -in ours.p12 -passin pass:test -nodes -out clear.pem");
        let clear = bench.take_text("clear.pem");
        assert_eq!(keys::private_key_from_pem(&clear).unwrap().to_le(), key.to_le());
        let certificates = Certificate::list_from_pem(&clear).unwrap();
        assert_eq!(certificates.len(), 2);
        assert!(certificates.contains(cast.romashka.signer.certificate()));
        assert!(!bench.openssl("pkcs12 -in ours.p12 -passin pass:other -nodes -out clear.pem").good);
    }
}

#[test]
fn we_read_openssls() {
    let bench = Bench::new();
    let cast = Cast::new(45);
    bench.put("key.pem", &cast.romashka.key_pem);
    bench.put("cert.pem", cast.romashka.signer.certificate().to_pem().unwrap());
    for (cipher, mac) in [
        ("kuznyechik-ctr-acpkm", "md_gost12_512"),
        ("magma-ctr-acpkm", "md_gost12_256"),
        ("gost89", "md_gost12_512"),
        ("aes-256-cbc", "sha256"),
        ("gost89", "sha1"),
    ] {
        let command = "pkcs12 -export -inkey key.pem -in cert.pem -name romashka -passout pass:test -out theirs.p12";
        bench.openssl_does(&format!("{command} -keypbe {cipher} -certpbe {cipher} -macalg {mac}"));
        let theirs = bench.take("theirs.p12");
        let pfx = Pfx::open(&theirs, "test").unwrap();
        assert_eq!(keys::private_key_to_pem(&pfx.keys()[0].key).unwrap().as_str(), cast.romashka.key_pem, "{cipher}");
        assert_eq!(pfx.keys()[0].friendly_name.as_deref(), Some("romashka"));
        assert_eq!(pfx.certificate_of(&pfx.keys()[0].key), Some(cast.romashka.signer.certificate()));
        assert_eq!(Pfx::open(&theirs, "tset").unwrap_err(), PkiRefusal::NotOpened);
    }
}

#[test]
fn what_is_not_read_is_named() {
    let bench = Bench::new();
    let cast = Cast::new(46);
    bench.put("key.pem", &cast.romashka.key_pem);
    bench.put("cert.pem", cast.romashka.signer.certificate().to_pem().unwrap());
    let command = "pkcs12 -export -inkey key.pem -in cert.pem -passout pass:test -out theirs.p12 -macalg md_gost12_512";
    // certificates under a cipher that is not read are left out, the key is still there
    bench.openssl_does(&format!("{command} -keypbe gost89 -certpbe aes-128-cbc"));
    let pfx = Pfx::open(&bench.take("theirs.p12"), "test").unwrap();
    assert_eq!((pfx.keys().len(), pfx.certificates().len(), pfx.left_out()), (1, 0, ["the cipher"].as_slice()));
    bench.openssl_does(&format!("{command} -keypbe aes-128-cbc -certpbe gost89"));
    let refusal = Pfx::open(&bench.take("theirs.p12"), "test").unwrap_err();
    assert_eq!(refusal, PkiRefusal::UnknownProtection("the cipher"));
    bench.openssl_does(
        "pkcs12 -export -nokeys -in cert.pem -passout pass:test -out theirs.p12 -certpbe gost89 -macalg md_gost12_512",
    );
    assert_eq!(Pfx::open(&bench.take("theirs.p12"), "test").unwrap_err(), PkiRefusal::Absent("private key"));
    bench.openssl_does(&format!("{command} -keypbe gost89 -certpbe gost89 -nomaciter"));
    assert!(matches!(Pfx::open(&bench.take("theirs.p12"), "test"), Err(PkiRefusal::Iterations { .. })));
    bench.openssl_does("pkcs12 -export -nomac -inkey key.pem -in cert.pem -passout pass:test -out theirs.p12 -keypbe gost89 -certpbe gost89");
    assert!(matches!(Pfx::open(&bench.take("theirs.p12"), "test"), Err(PkiRefusal::UnknownProtection(_))));
}

#[test]
fn the_samples_are_read() {
    let Some(files) = files("the_samples_are_read") else { return };
    for (name, key, certificates) in [
        ("leaf256_A_gost89.p12", "leaf256_A", 2),
        ("leaf512_A_kuznyechik.p12", "leaf512_A", 2),
        ("leaf256_A_aes.p12", "leaf256_A", 2),
    ] {
        let bytes = files.bytes(name);
        let pfx = Pfx::open(&bytes, "test").unwrap();
        let expected = keys::private_key_from_pem(&files.text(&format!("{key}.key"))).unwrap();
        assert_eq!(pfx.keys()[0].key.to_le(), expected.to_le(), "{name}");
        assert_eq!(pfx.certificates().len(), certificates, "{name}");
        assert_eq!(pfx.certificate_of(&expected), Some(&files.certificate(&format!("{key}.crt"))));
        assert_eq!(Pfx::open(&bytes, "Test").unwrap_err(), PkiRefusal::NotOpened);
    }
}

#[test]
fn every_changed_byte_of_a_pfx_is_refused() {
    let (_, _, sealed) = sealed(Cipher::Kuznyechik);
    for at in 0..sealed.len() {
        // each byte of the frame, and enough of the ciphertext: a trial costs a derivation
        if at > 120 && at + 500 < sealed.len() && at % 16 != 0 {
            continue;
        }
        let mut changed = sealed.clone();
        changed[at] ^= 1 << (at % 8);
        assert!(Pfx::open(&changed, PASSWORD).is_err(), "at {at}");
    }
    for end in (0..sealed.len()).step_by(7) {
        assert!(Pfx::open(&sealed[..end], PASSWORD).is_err());
    }
    let mut longer = sealed.clone();
    longer.push(0);
    assert_eq!(Pfx::open(&longer, PASSWORD).unwrap_err(), PkiRefusal::TrailingBytes("PFX"));
    for password in ["", "Пароль №2", " Пароль №1"] {
        assert_eq!(Pfx::open(&sealed, password).unwrap_err(), PkiRefusal::NotOpened);
    }
}

#[test]
fn nonsense_and_deep_nesting_are_refused() {
    let deep = |head: [u8; 2]| head.repeat(100_000);
    for bytes in [vec![], vec![0x30], deep([0x30, 0x80]), deep([0x30, 0x7f]), vec![0x30; 4096], vec![0xff; 4096]] {
        assert!(Pfx::open(&bytes, PASSWORD).is_err());
    }
    let (chance, _) = source(47);
    let mut noise = vec![0; 4096];
    for _ in 0..2_000 {
        chance.fill(&mut noise);
        noise[0] = 0x30;
        assert!(Pfx::open(&noise, PASSWORD).is_err());
    }
    assert!(matches!(Pfx::open(&vec![0; 2 << 20], PASSWORD), Err(PkiRefusal::OverLimit { .. })));
}

/// gost-engine takes the sections of TLS under a password; certificates over 4 096 bytes together show that they are read so.
#[test]
fn long_parts_of_gost_engine_are_read() {
    let bench = Bench::new();
    let cast = Cast::new(48);
    bench.put("key.pem", &cast.romashka.key_pem);
    let own = cast.romashka.signer.certificate().to_pem().unwrap();
    bench.put("certs.pem", format!("{own}{}", cast.vasilek.signer.certificate().to_pem().unwrap().repeat(7)));
    for cipher in ["kuznyechik-ctr-acpkm", "magma-ctr-acpkm", "gost89"] {
        let command = "pkcs12 -export -inkey key.pem -in certs.pem -passout pass:test -out theirs.p12";
        bench.openssl_does(&format!("{command} -keypbe {cipher} -certpbe {cipher} -macalg md_gost12_512"));
        let pfx = Pfx::open(&bench.take("theirs.p12"), "test").unwrap();
        assert_eq!((pfx.certificates().len(), pfx.left_out().len()), (8, 0), "{cipher}");
        assert!(pfx.certificates()[1..].iter().all(|other| other == cast.vasilek.signer.certificate()));
    }
}

#[test]
fn a_long_chain_is_written_and_a_longer_one_refused() {
    let cast = Cast::new(49);
    let key = keys::private_key_from_pem(&cast.romashka.key_pem).unwrap();
    let mut fill = |bytes: &mut [u8]| cast.chance.fill(bytes);
    let chain = vec![cast.vasilek.signer.certificate().clone(); 15];
    let order = order(&key, &cast.romashka, Cipher::Kuznyechik);
    let longest = PfxOrder { chain: &chain[..14], ..order };
    let sealed = longest.seal("test", &mut fill).unwrap();
    assert_eq!(Pfx::open(&sealed, "test").unwrap().certificates().len(), 15);
    let bench = Bench::new();
    bench.put("ours.p12", sealed);
    bench.openssl_does("pkcs12 -in ours.p12 -passin pass:test -nodes -out clear.pem");
    assert_eq!(Certificate::list_from_pem(&bench.take_text("clear.pem")).unwrap().len(), 15);
    let longer = PfxOrder { chain: &chain, ..longest };
    assert!(matches!(longer.seal("test", &mut fill), Err(PkiRefusal::OverLimit { .. })));
}
