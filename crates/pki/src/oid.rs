//! Object identifiers, each with the document that gives it.
//!
//! ```
//! use pki::{Oid, oid};
//!
//! assert_eq!(oid::INN_LE.to_string(), "1.2.643.100.4");
//! assert_eq!(Oid::new("1.2.643.7.1.1.1.1")?, oid::KEY_256);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub use der::asn1::ObjectIdentifier as Oid;

macro_rules! oids {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)+) => { $($(#[$doc])* pub const $name: Oid = Oid::new_unwrap($text);)+ };
}

oids! {
    // Keys, signatures, digests: R 1323565.1.023-2018 §5, RFC 9215 §2
    /// GOST R 34.10-2012 key, 256 bit.
    KEY_256 = "1.2.643.7.1.1.1.1";
    /// GOST R 34.10-2012 key, 512 bit.
    KEY_512 = "1.2.643.7.1.1.1.2";
    /// Streebog-256.
    DIGEST_256 = "1.2.643.7.1.1.2.2";
    /// Streebog-512.
    DIGEST_512 = "1.2.643.7.1.1.2.3";
    /// Signature with a 256-bit key over Streebog-256.
    SIGNATURE_256 = "1.2.643.7.1.1.3.2";
    /// Signature with a 512-bit key over Streebog-512.
    SIGNATURE_512 = "1.2.643.7.1.1.3.3";
    // The generation before: RFC 4357 §10, RFC 4491 §2. Read only; Svitok never writes them
    /// GOST R 34.10-2001 key.
    KEY_2001 = "1.2.643.2.2.19";
    /// Signature with such a key over GOST R 34.11-94.
    SIGNATURE_2001 = "1.2.643.2.2.3";
    /// GOST R 34.11-94.
    DIGEST_94 = "1.2.643.2.2.9";
    /// Its substitution of CryptoPro, the one that signatures use.
    DIGEST_94_CRYPTO_PRO = "1.2.643.2.2.30.1";
    /// SHA-256 (RFC 5754), met in signing-certificate-v2 only.
    SHA_256 = "2.16.840.1.101.3.4.2.1";
    /// SHA-1 (RFC 3370), met in the first signing-certificate only.
    SHA_1 = "1.3.14.3.2.26";

    // Names: RFC 4519, RFC 2985; order of the FSB 795 (2011-12-27), section III
    /// Общее имя.
    COMMON_NAME = "2.5.4.3";
    /// Фамилия.
    SURNAME = "2.5.4.4";
    /// Country, two letters.
    COUNTRY = "2.5.4.6";
    /// Locality.
    LOCALITY = "2.5.4.7";
    /// Region.
    STATE = "2.5.4.8";
    /// Street.
    STREET = "2.5.4.9";
    /// Organization.
    ORGANIZATION = "2.5.4.10";
    /// Department.
    ORGANIZATIONAL_UNIT = "2.5.4.11";
    /// Position.
    TITLE = "2.5.4.12";
    /// Имя и отчество.
    GIVEN_NAME = "2.5.4.42";
    /// Address of electronic mail (PKCS#9).
    EMAIL = "1.2.840.113549.1.9.1";
    /// ИНН of a person, 12 digits (older certificates: also of a company, with two zeros before).
    INN = "1.2.643.3.131.1.1";
    /// ИНН of a company, 10 digits.
    INN_LE = "1.2.643.100.4";
    /// ОГРН, 13 digits.
    OGRN = "1.2.643.100.1";
    /// СНИЛС, 11 digits.
    SNILS = "1.2.643.100.3";
    /// ОГРНИП, 15 digits.
    OGRNIP = "1.2.643.100.5";

    // Extensions: RFC 5280 §4.2 and §5.2; order of the FSB 795
    /// Subject key identifier.
    EXT_SUBJECT_KEY_ID = "2.5.29.14";
    /// Key usage.
    EXT_KEY_USAGE = "2.5.29.15";
    /// Private key usage period.
    EXT_PRIVATE_KEY_PERIOD = "2.5.29.16";
    /// Name constraints.
    EXT_NAME_CONSTRAINTS = "2.5.29.30";
    /// Policy mappings.
    EXT_POLICY_MAPPINGS = "2.5.29.33";
    /// Policy constraints.
    EXT_POLICY_CONSTRAINTS = "2.5.29.36";
    /// From when on anyPolicy counts for nothing.
    EXT_INHIBIT_ANY_POLICY = "2.5.29.54";
    /// Policy qualifier: address of the statement of practice.
    QUALIFIER_STATEMENT = "1.3.6.1.5.5.7.2.1";
    /// Policy qualifier: notice to people.
    QUALIFIER_NOTICE = "1.3.6.1.5.5.7.2.2";
    /// Subject alternative name.
    EXT_SUBJECT_ALT_NAME = "2.5.29.17";
    /// Basic constraints.
    EXT_BASIC_CONSTRAINTS = "2.5.29.19";
    /// Number of a revocation list.
    EXT_CRL_NUMBER = "2.5.29.20";
    /// Reason of a revocation.
    EXT_CRL_REASON = "2.5.29.21";
    /// Invalidity date of a revocation.
    EXT_INVALIDITY_DATE = "2.5.29.24";
    /// Delta list mark.
    EXT_DELTA_CRL = "2.5.29.27";
    /// What part of the revocations a list holds.
    EXT_ISSUING_POINT = "2.5.29.28";
    /// Certificate issuer of an indirect list's entry.
    EXT_CERTIFICATE_ISSUER = "2.5.29.29";
    /// Addresses of revocation lists.
    EXT_CRL_POINTS = "2.5.29.31";
    /// Certificate policies.
    EXT_POLICIES = "2.5.29.32";
    /// Authority key identifier.
    EXT_AUTHORITY_KEY_ID = "2.5.29.35";
    /// Extended key usage.
    EXT_PURPOSES = "2.5.29.37";
    /// Authority information access.
    EXT_AUTHORITY_ACCESS = "1.3.6.1.5.5.7.1.1";
    /// subjectSignTool: средство электронной подписи владельца.
    EXT_SUBJECT_SIGN_TOOL = "1.2.643.100.111";
    /// issuerSignTool: средства издателя. Read only; Svitok never writes it.
    EXT_ISSUER_SIGN_TOOL = "1.2.643.100.112";
    /// identificationKind: how the owner was identified. Read only; Svitok never writes it.
    EXT_IDENTIFICATION_KIND = "1.2.643.100.114";
    /// The arc of the КС class policies (КС1 = .1 …). Never written by Svitok.
    POLICY_KS_ARC = "1.2.643.100.113";
    /// anyPolicy.
    POLICY_ANY = "2.5.29.32.0";

    // Purposes and access methods: RFC 5280 §4.2.1.12, §4.2.2.1; RFC 9336
    /// Any purpose.
    PURPOSE_ANY = "2.5.29.37.0";
    /// TLS client.
    PURPOSE_CLIENT = "1.3.6.1.5.5.7.3.2";
    /// Protected mail.
    PURPOSE_EMAIL = "1.3.6.1.5.5.7.3.4";
    /// Signing of documents.
    PURPOSE_DOCUMENTS = "1.3.6.1.5.5.7.3.36";
    /// Content of an OCSP answer.
    OCSP_BASIC = "1.3.6.1.5.5.7.48.1.1";
    /// Nonce of an OCSP request, repeated in its answer.
    OCSP_NONCE = "1.3.6.1.5.5.7.48.1.2";
    /// Address of an OCSP responder.
    ACCESS_OCSP = "1.3.6.1.5.5.7.48.1";
    /// Address of the issuer's certificate.
    ACCESS_ISSUER = "1.3.6.1.5.5.7.48.2";

    // Messages: RFC 5652, RFC 2985, RFC 5035
    /// Signed data.
    CMS_SIGNED_DATA = "1.2.840.113549.1.7.2";
    /// Plain content.
    CMS_DATA = "1.2.840.113549.1.7.1";
    /// Attribute content-type.
    ATTR_CONTENT_TYPE = "1.2.840.113549.1.9.3";
    /// Attribute message-digest.
    ATTR_MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    /// Attribute signing-time.
    ATTR_SIGNING_TIME = "1.2.840.113549.1.9.5";
    /// Attribute signing-certificate (SHA-1).
    ATTR_SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
    /// Attribute signing-certificate-v2.
    ATTR_SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
    /// Attribute of a request: the extensions asked for.
    ATTR_EXTENSION_REQUEST = "1.2.840.113549.1.9.14";

    // Enveloped messages: RFC 5652 §6; RFC 4490 §4; R 1323565.1.025-2019; names as gost-engine and OpenSSL give them
    /// Enveloped data.
    CMS_ENVELOPED_DATA = "1.2.840.113549.1.7.3";
    /// Data encrypted with a key from elsewhere (a password, say).
    CMS_ENCRYPTED_DATA = "1.2.840.113549.1.7.6";
    /// Attribute with the authentication code of the content (modes with OMAC).
    ATTR_CMS_MAC = "1.2.643.7.1.0.6.1.1";
    /// Agreement VKO with a 256-bit key.
    AGREEMENT_256 = "1.2.643.7.1.1.6.1";
    /// Agreement VKO with a 512-bit key.
    AGREEMENT_512 = "1.2.643.7.1.1.6.2";
    /// Export of keys KExp15 with Magma.
    MAGMA_KEXP15 = "1.2.643.7.1.1.7.1.1";
    /// Export of keys KExp15 with Kuznyechik.
    KUZNYECHIK_KEXP15 = "1.2.643.7.1.1.7.2.1";
    /// CryptoPro key wrap with key diversification (RFC 4357 §6.3).
    CRYPTO_PRO_KEY_WRAP = "1.2.643.2.2.13.1";
    /// Key wrap without diversification (RFC 4357 §6.1).
    PLAIN_KEY_WRAP = "1.2.643.2.2.13.0";
    /// GOST 28147-89, the cipher.
    GOST_89 = "1.2.643.2.2.21";
    /// Magma in CTR-ACPKM.
    MAGMA_CTR_ACPKM = "1.2.643.7.1.1.5.1.1";
    /// Magma in CTR-ACPKM with OMAC.
    MAGMA_CTR_ACPKM_OMAC = "1.2.643.7.1.1.5.1.2";
    /// Kuznyechik in CTR-ACPKM.
    KUZNYECHIK_CTR_ACPKM = "1.2.643.7.1.1.5.2.1";
    /// Kuznyechik in CTR-ACPKM with OMAC.
    KUZNYECHIK_CTR_ACPKM_OMAC = "1.2.643.7.1.1.5.2.2";

    // Protection by a password: RFC 8018, RFC 9337 §7, RFC 7292, RFC 9548
    /// PBES2.
    PBES2 = "1.2.840.113549.1.5.13";
    /// PBKDF2.
    PBKDF2 = "1.2.840.113549.1.5.12";
    /// HMAC with SHA-1, the default of PBKDF2.
    HMAC_SHA_1 = "1.2.840.113549.2.7";
    /// HMAC with SHA-256.
    HMAC_SHA_256 = "1.2.840.113549.2.9";
    /// HMAC with Streebog-256.
    HMAC_STREEBOG_256 = "1.2.643.7.1.1.4.1";
    /// HMAC with Streebog-512.
    HMAC_STREEBOG_512 = "1.2.643.7.1.1.4.2";
    /// AES-256 in CBC, read only.
    AES_256_CBC = "2.16.840.1.101.3.4.1.42";
    /// CryptoPro's own protection of a key in a PFX, read only.
    PBE_CRYPTO_PRO = "1.2.840.113549.1.12.1.80";
    /// Bag with a bare key.
    BAG_KEY = "1.2.840.113549.1.12.10.1.1";
    /// Bag with a protected key.
    BAG_SHROUDED_KEY = "1.2.840.113549.1.12.10.1.2";
    /// Bag with a certificate.
    BAG_CERTIFICATE = "1.2.840.113549.1.12.10.1.3";
    /// Kind of a certificate in its bag: X.509.
    BAG_X509 = "1.2.840.113549.1.9.22.1";
    /// Attribute of a bag: the name people see.
    ATTR_FRIENDLY_NAME = "1.2.840.113549.1.9.20";
    /// Attribute of a bag: ties a key to its certificate.
    ATTR_LOCAL_KEY_ID = "1.2.840.113549.1.9.21";
}
