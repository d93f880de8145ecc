//! The traits of RustCrypto give what our own functions give, and refuse what those refuse.
#![cfg(feature = "traits")]
#![expect(clippy::unwrap_used, reason = "a refusal where none is due must stop the test")]

use aead::{AeadInOut, KeyInit};
use gost::cipher::{BlockCipher, Ctr, CtrAcpkm, Kuznyechik, Magma, Mgm};
use gost::{ParamSet, PrivateKey, Signature, hash};
use kuznyechik::cipher::StreamCipher;
use signature::hazmat::{PrehashSigner, PrehashVerifier};
use signature::{Keypair, SignatureEncoding, Signer, Verifier};

fn key(set: ParamSet) -> PrivateKey {
    PrivateKey::generate(set, &mut |out| out.fill(9)).unwrap()
}

#[test]
fn signatures_of_every_set() {
    for set in ParamSet::ALL {
        let key = key(set);
        let signature: Signature = key.try_sign(b"a document").unwrap();
        let digest = if set.size_bytes() == 64 {
            hash::streebog512(b"a document").to_vec()
        } else {
            hash::streebog256(b"a document").to_vec()
        };
        assert_eq!(signature, key.sign_digest(&digest, &[]).unwrap());
        assert_eq!(signature, key.sign_prehash(&digest).unwrap());
        let public = key.verifying_key();
        assert!(public.verify(b"a document", &signature).is_ok());
        assert!(public.verify_prehash(&digest, &signature).is_ok());
        assert!(public.verify(b"a documenT", &signature).is_err());
        assert!(public.verify_prehash(&digest[1..], &signature).is_err());
        assert!(key.sign_prehash(&digest[1..]).is_err());
        let octets = signature.to_bytes();
        assert_eq!(Signature::try_from(&octets[..]).unwrap(), signature);
        assert!(Signature::try_from(&octets[1..]).is_err());
    }
    assert!(Signature::try_from(&[][..]).is_err());
    assert!(Signature::try_from(&[0; 96][..]).is_err());
}

#[test]
fn encryption_that_notices_changes() {
    let ours = Mgm::<Kuznyechik>::new(&[7; 32]);
    let theirs: Mgm<Kuznyechik> = KeyInit::new(&[7; 32].into());
    let (mut mine, mut data) = (*b"secret", *b"secret");
    let tag = theirs.encrypt_inout_detached(&[1; 16].into(), b"open", (&mut data[..]).into()).unwrap();
    assert_eq!(ours.seal(&[1; 16], b"open", &mut mine).unwrap()[..], tag[..]);
    assert_eq!(mine, data);
    assert!(theirs.decrypt_inout_detached(&[1; 16].into(), b"Open", (&mut data[..]).into(), &tag).is_err());
    assert!(theirs.encrypt_inout_detached(&[0x80; 16].into(), b"open", (&mut data[..]).into()).is_err());
    assert!(theirs.decrypt_inout_detached(&[1; 16].into(), b"open", (&mut data[..]).into(), &tag).is_ok());
    assert_eq!(&data, b"secret");
    let magma: Mgm<Magma> = KeyInit::new(&[7; 32].into());
    assert!(magma.encrypt_inout_detached(&[1; 8].into(), b"", (&mut [][..]).into()).is_err());
    assert!(magma.encrypt_inout_detached(&[1; 8].into(), b"", (&mut data[..]).into()).is_ok());
}

fn check_stream<C: BlockCipher>() {
    let iv = vec![3; C::BLOCK_BYTES / 2];
    let (mut mine, mut data) = ([5; 1000], [5; 1000]);
    Ctr::<C>::new(&[7; 32], &iv).unwrap().apply(&mut mine).unwrap();
    Ctr::<C>::new(&[7; 32], &iv).unwrap().try_apply_keystream(&mut data).unwrap();
    assert_eq!(mine, data);
    let (mut mine, mut data) = ([0; 1000], [5; 1000]);
    CtrAcpkm::<C>::new(&[7; 32], &iv, 64).unwrap().apply(&mut mine).unwrap();
    CtrAcpkm::<C>::new(&[7; 32], &iv, 64).unwrap().unchecked_write_keystream(&mut data);
    assert_eq!(mine, data);
}

#[test]
fn gammas() {
    check_stream::<Kuznyechik>();
    check_stream::<Magma>();
    let ctr = Ctr::<Magma>::new(&[7; 32], &[3; 4]).unwrap();
    assert!(ctr.check_remaining(1 << 35).is_ok());
    assert!(ctr.check_remaining((1 << 35) + 1).is_err());
}
