# Certification: refusals

certification-request-unreadable = The request cannot be read: PKCS#10 in PEM or base64 is expected.
certification-request-signature = The request is not signed with its own key. Make it again with the program that made the key.
certification-request-key-kind = The key is not one of GOST R 34.10-2012. Make a 256-bit GOST key on the set XchA.
certification-request-key-weak = The key is unfit: it is not on its curve, or can be guessed. Make a new key.
certification-request-key-reused = A certificate for this key was issued here before. Every certificate needs a new key.
certification-request-request-key-reused = This Idempotency-Key was used with another certificate request.
certification-request-request-key-form = The Idempotency-Key must have 1 to 128 characters.
certification-subject-incomplete = The records lack what a certificate must name: the organization's name, the signer's surname and given name.
certification-issuing-closed = The administrator of this host does not issue certificates for your organization. Ask him, or use a certificate of another authority.
certification-issuing-not-person = A certificate is given to a person: sign in with your own account.
certification-certificate-not-found = There is no such certificate, or it is not for you.
certification-revocation-not-issued = The certificate is still being issued. Try again in a few seconds.
certification-revocation-already-revoked = The certificate is revoked already.
certification-authority-not-found = There is no such authority here.
certification-list-not-made = The revocation list is not made yet. Try again in a few seconds.
certification-page = This list has no such page: take the cursor from its answer.
certification-lookup-form = Give the whole serial number or thumbprint in hexadecimal digits.

certification-start-secret-wrong = The keys of the authorities do not open with this secret. Put back the former SVITOK_SECRET, or the file secret in the data folder. Nothing was changed.
certification-start-damaged = A kept certificate or key of an authority is damaged. Restore the database from a backup.
certification-start-cannot-make = The host's certificate could not be made: check the operator's name and the host's address in the configuration.
certification-start-fault = The database does not answer; the authority did not start.
