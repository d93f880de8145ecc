# What cannot be read or made.
pki-malformed = The file is damaged or of another kind: a signature, certificate, request, revocation list or key in DER or PEM is expected.
pki-trailing-bytes = Bytes follow the end of the file. It may be several files joined.
pki-over-limit = The file or one of its parts is larger than allowed.
pki-pem = The text has no such PEM block (“-----BEGIN …-----”), or it is damaged.
pki-not-signed-data = This is no signature: CMS SignedData is expected.
pki-no-signer = The signature file has no signer.
pki-unknown-algorithm = The algorithm of the key is unknown. GOST R 34.10-2012 is expected.
pki-bad-key = The key is damaged or does not fit the certificate.
pki-moment-out-of-range = A time out of range: years 1970 to 9999, the end after the beginning.
pki-name-value = A part of the name is written wrongly: check the number of digits and the characters.
pki-name-text = A name is written LABEL=value with commas between; labels are CN, O, INNLE and the like, or dotted identifiers.
pki-serial = A serial number is a positive number of at most 20 bytes.
pki-profile = Such a certificate cannot be issued: it breaks its profile.
pki-request-signature = The request is not signed by its own key: nothing shows that the applicant holds it.
pki-digest-length = The length of the hash does not fit the signer’s key.
pki-several-digests = The signer's key needs another digest than this signature has: one file has one for all. Sign into a file of its own.
pki-already-signed = This signer has signed the document already.
pki-content-not-given = The document itself is not given, and the signature does not enclose it.
pki-content-differs = The signature encloses another document.
pki-content-type = Content of this kind can be signed with signed attributes (CAdES) only.
pki-signer = The key cannot sign now. Check that the carrier is connected and try again.
pki-not-opened = The password is wrong or the file is damaged.
pki-unknown-protection = The file is protected in a way this program does not read. Export the key with GOST algorithms (PFX as TC 26 recommends).
pki-iterations = The number of password rounds is not allowed: 1,000 to 1,000,000 are, and 4,000,000 at most for the whole file.
pki-password = Such a password cannot be used here: it is too long or has characters the format does not know.
pki-chance = The source of random numbers does not work.
pki-absent = What is needed is not in the file: a private key or a certificate.
pki-not-enveloped = This is no encrypted message: CMS EnvelopedData is expected.
pki-not-addressed = The message is not encrypted for this certificate.

# What a check does not know.
pki-check-not-asked = The check was not asked for.
pki-check-not-present = The message carries nothing to check.
pki-check-unknown-algorithm = The algorithm is not one this program knows.
pki-check-digest-not-given = Only the digest of the content was given, and the signer used another digest.
pki-check-signer-certificate-missing = The signer's certificate is neither in the message nor supplied.
pki-check-not-reached = An earlier check failed first.

# What is wrong with a signature.
pki-check-digest-differs = The content is not what was signed.
pki-check-signature-differs = The signature does not fit the key and the signed bytes.
pki-check-digest-does-not-fit-key = The digest algorithm is not the one of the key.
pki-check-algorithms-differ = Signature, digest and key name different algorithms.
pki-check-bad-key = The public key is not a point of its curve.
pki-check-content-differs = The message encloses other content than the one given.
pki-check-content-type-attribute = The content-type attribute is missing, repeated or names another type.
pki-check-digest-attribute = The message-digest attribute is missing or repeated.
pki-check-attribute-repeated = A signed attribute that may stand once stands twice or has several values.
pki-check-attributes-not-der = The signed attributes verify only in the order they were sent.
pki-check-signing-time-attribute = The signing-time attribute cannot be read.
pki-check-certificate-attribute = The signing-certificate attribute names another certificate or cannot be read.

# What is wrong with certificates.
pki-check-no-issuer = No certificate of the issuer is known.
pki-check-not-trusted = The chain ends in a certificate that is not among the trusted ones.
pki-check-chain-too-long = The chain is longer than the limit.
pki-check-too-many-trials = Too many issuers of the same name had to be tried.
pki-check-not-yet-valid = The certificate was not yet valid at the moment.
pki-check-expired = The certificate had expired at the moment.
pki-check-issuer-signature = The issuer's signature on the certificate is wrong.
pki-check-issuer-not-ca = The issuer's certificate is not one of an authority.
pki-check-issuer-key-usage = The issuer's key may not sign certificates.
pki-check-path-length = More authorities in the chain than the issuer allows.
pki-check-critical-extension = A critical extension is not understood.
pki-check-name-constraint = A name in the certificate is not one that an authority above it allows.
pki-check-name-form = An authority above limits names of a kind that is not understood.
pki-check-policy = A policy is demanded, and none holds along the whole chain.
pki-check-policy-mapping = An authority maps the policy that stands for all.
pki-check-certificate-version = The certificate's version or its two signature algorithms contradict each other.
pki-check-signer-key-usage = The key may not sign documents.
pki-check-purpose-forbids = The critical purposes of the certificate leave no signing of documents.

# Revocation.
pki-check-no-list = No usable revocation list of the issuer is at hand.
pki-check-list-expired = The revocation list was out of date at the moment.
pki-check-list-signature = The signature on the revocation list is wrong.
pki-check-list-issuer-usage = The issuer's key may not sign revocation lists.
pki-check-list-kind = The revocation list is of a kind that is not understood.
pki-check-list-delta = The revocation list tells only what changed since another one.
pki-check-list-indirect = The revocation list speaks of certificates of other issuers than the one who signed it.
pki-check-revoked = The certificate was revoked at the moment.
pki-check-chain-not-built = Revocation cannot be checked without a chain.
