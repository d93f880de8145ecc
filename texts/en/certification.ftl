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

# Applications

certification-application-not-found = There is no such application, or it is not yours to see.
certification-application-open = Your application for this organization is not finished yet: go on with it or withdraw it.
certification-application-inn-not-yours = None of your organizations has this ИНН.
certification-application-consent-missing = To issue the certificate, confirm that you agree with its content.
certification-application-stage = This cannot be done at this step of the application. Reload the page: its state has changed.
certification-application-no-such-item = This application has no such field or scan.
certification-application-item-missing = Fill in every field and add every scan; what is missing is named beside it.
certification-application-item-refused = Replace what was not accepted; nothing else has to be sent again.
certification-form-text = The field is filled in wrongly: letters are expected, at most 64 characters.
certification-form-snils = The СНИЛС is wrong: 11 digits are expected, the last two are check digits.
certification-form-person-inn = The ИНН is wrong: a person's, 12 digits with right check digits, is expected.
certification-form-passport = Series and number of the passport are 10 digits.
certification-form-email = The mail address is wrong: it should look like name@example.ru.
certification-scan-format = This file does not do: PNG, JPEG or, for СНИЛС and the application, PDF is expected.
certification-scan-size = The file must have at least 1 KiB and at most 5 MiB.
certification-scan-damaged = The file is cut off or damaged: scan again.
certification-scan-pixels = The scan is too small or too large: the whole document, 150 dots an inch at least.
certification-scan-not-in-colour = A scan in colour is needed.
certification-scan-encrypted = The PDF is under a password: save it without one.

# The operators' desk

certification-desk-closed = This is the place of the authority's operators: it was not opened to you.
certification-desk-administrator-needed = Only an administrator of this host may do this.
certification-desk-no-such-person = Nobody signs in here with this address. A person registers first and is given a place afterwards.
certification-desk-claimed-by-other = Another operator is at work on this application.
certification-desk-not-claimed = Take the application first: you did not, or your time is over.
certification-desk-own-application = Your own application is checked by somebody else.
certification-desk-second-pair = The second look is another person's.
certification-desk-reason-elsewhere = This reason is none for such a document.
certification-desk-seen-in-person = The person was seen in person already.
certification-desk-identity-doubted = The identity is doubted: the person has to come with the papers.
certification-desk-not-judged = Judge every field and every scan; what is left is named beside it.
certification-desk-nothing-refused = To reject an application, mark what is not accepted.

# Installing, revoking, suspending, certificates of others

certification-issuing-desk-needed = Here certificates are issued on application: fill it in, an operator checks the documents.
certification-phrase-form = The phrase has 12 to 200 characters.
certification-phrase-wrong = There is no certificate by this serial number and phrase.
certification-phrase-too-many-tries = Too many tries. Wait an hour.
certification-signature-wrong = The signature does not do: sign the text you were given with the key of this certificate.
certification-signature-not-in-force = The certificate of this signature is not in force: it has ended, was revoked or is not from here.
certification-renewal-outdated = The records of the organization or of you have changed: make a new application.
certification-suspension-state = This cannot be done now: look whether the certificate is suspended.
certification-import-unreadable = The certificate cannot be read: a signer's certificate in PEM or DER is expected.
certification-import-before = This certificate stands in your list already.

# Letters and reasons

certification-item-surname = surname
certification-item-given_name = given name and patronymic
certification-item-position = position
certification-item-person_inn = ИНН
certification-item-snils = СНИЛС
certification-item-passport = passport, series and number
certification-item-email = mail address
certification-item-passport_scan = scan of the passport
certification-item-snils_scan = scan of СНИЛС
certification-item-statement_scan = signed application
certification-reason-unreadable = cannot be read, scan again
certification-reason-cropped = part of the document is cut off
certification-reason-not_in_colour = a scan in colour is needed
certification-reason-wrong_document = this is another document
certification-reason-document_expired = the document has expired
certification-reason-differs_from_document = differs from the document
certification-reason-not_signed = the application is not signed
certification-reason-form_changed = fields were changed after it was signed, sign it again
certification-reason-other = see the operator's comment
certification-letter-visit = identity: come to an office with your passport
certification-letter-subject-submitted = Your application is in the queue
certification-letter-body-submitted =
    Your application for a certificate waits to be checked.
    The documents will be checked by { $due }. Your place in the queue is shown here: { $url }
certification-letter-subject-submitted-without-day = Your application is in the queue
certification-letter-body-submitted-without-day =
    Your application for a certificate waits to be checked.
    Your place in the queue is shown here: { $url }
certification-letter-subject-rejected = Your application needs a correction
certification-letter-body-rejected =
    An operator has checked your application. Correct only what is named below; nothing else has to be sent again.
    { $lines }
    Go on: { $url }
certification-letter-subject-approved = Your certificate can be issued
certification-letter-body-approved =
    The documents are checked. Agree with what the certificate will say and make the key in your browser: { $url }
certification-letter-subject-issued = Your certificate is issued
certification-letter-body-issued =
    Your certificate is issued. Install it: a test signature shows that the key is at hand. { $url }
certification-letter-subject-revoked = A certificate was revoked
certification-letter-body-revoked =
    The certificate { $serial } was revoked. Nothing can be signed with it any more. If you did not ask for this, tell the administrator of your organization. { $url }
certification-letter-subject-suspended = A certificate was suspended
certification-letter-body-suspended =
    The certificate { $serial } was suspended. It can be resumed on the page of certificates: { $url }
certification-letter-subject-ending = A certificate ends soon
certification-letter-body-ending =
    The certificate { $serial } ends on { $until }, days left: { $days }.
    Renew it with its key, without scans and without a visit: { $url }
