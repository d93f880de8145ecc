# Applications for certificates: the applicant

client-apply-list = My applications for certificates
client-apply-title = Application for a certificate
client-apply-open = Open the application
client-apply-changed = Changed
client-apply-barred = Whoever signs applies
client-apply-barred-text = Ask an administrator of the organization for the right to sign documents.
client-apply-begin = New application
client-apply-begin-about = The form is filled in from the organization's record and your profile. Documents are checked within three working days; a visit is usually not needed.
client-apply-begin-verb = Begin
client-apply-go-on = You have an unfinished application

client-apply-stage-new = new
client-apply-stage-under_check = documents under check
client-apply-stage-rejected = returned, needs mending
client-apply-stage-ready_for_issue = ready for issue
client-apply-stage-ready_to_install = ready to install
client-apply-stage-installed = installed
client-apply-stage-expired = certificate has ended
client-apply-stage-revoked = certificate revoked

client-apply-steps = Steps of the application
client-apply-step-filling = Filling in
client-apply-step-check = Check
client-apply-step-issue = Issue
client-apply-step-install = Installation
client-apply-step-done = , done
client-apply-next-new = Fill the form in, attach the scans and sign the statement.
client-apply-next-under_check = An operator checks the documents. The result comes by mail, there is nothing to do.
client-apply-next-rejected = Mend what is marked and send it again. What was accepted need not be sent again.
client-apply-next-ready_for_issue = The documents are accepted. Make a key and issue the certificate.
client-apply-next-ready_to_install = The certificate is issued. A test signature is left.
client-apply-next-installed = All is ready: the certificate signs.
client-apply-next-expired = The certificate has ended. Apply anew or replace it.
client-apply-next-revoked = The certificate is revoked. Apply anew or replace it.
client-apply-left = Left: { $items }.
client-apply-nothing-left = Everything is filled in, it can be sent.
client-apply-place = { $before ->
    [0] Your application is next.
    [one] { $before } application is before yours.
   *[other] { $before } applications are before yours.
 }
client-apply-due = Checked by { $date } at the latest.
client-apply-visit = The operator asks you to prove your identity. Come to the office with your passport: without it no certificate is issued.

client-apply-facts = About the application
client-apply-kind = Application
client-apply-kind-first = New certificate
client-apply-kind-renewal = Renewal
client-apply-kind-replacement = Replacement
client-apply-identity = Identity
client-apply-identity-claimed = not proven yet
client-apply-identity-doubted = doubted, a visit is needed
client-apply-identity-by_documents = proven by documents
client-apply-identity-by_key = proven by a signature in force
client-apply-identity-in_person = proven in person
client-apply-at-created = Begun
client-apply-at-submitted = Sent
client-apply-at-consented = Consent given
client-apply-at-installed = Installed
client-apply-at-papers-deleted = Scans deleted

client-apply-life = Course of the application
client-apply-act-edit = field changed
client-apply-act-upload = scan uploaded
client-apply-act-sign_statement = statement signed with a key
client-apply-act-submit = sent to be checked
client-apply-act-withdraw = taken back
client-apply-act-claim = taken by an operator
client-apply-act-release = returned to the queue
client-apply-act-judge = checked
client-apply-act-doubt = identity doubted
client-apply-act-prove_in_person = identity proven in person
client-apply-act-approve = approved
client-apply-act-reject = returned to be mended
client-apply-act-issue = certificate issued
client-apply-act-install = certificate installed
client-apply-act-expire = certificate has ended
client-apply-act-revoke = certificate revoked

client-apply-form = Form
client-apply-saving = Saving…
client-apply-item-surname = Surname
client-apply-item-given_name = Given name and patronymic
client-apply-item-position = Position
client-apply-item-person_inn = INN of the person
client-apply-item-snils = SNILS
client-apply-item-passport = Passport, series and number
client-apply-item-email = Mail
client-apply-item-passport_scan = Scan of the passport
client-apply-item-snils_scan = Scan of SNILS
client-apply-item-statement_scan = Signed statement
client-apply-hint-surname = As in the passport.
client-apply-hint-given_name = As in the passport, the patronymic if there is one.
client-apply-hint-position = May be left empty.
client-apply-hint-person_inn = 12 digits. May be left empty.
client-apply-hint-snils = 11 digits, with or without hyphens.
client-apply-hint-passport = 10 digits: series and number.
client-apply-hint-email = Letters about the application and the certificate's term come here.
client-apply-wrong-surname = Letters are needed, 64 signs at most.
client-apply-wrong-given_name = Letters are needed, 64 signs at most.
client-apply-wrong-position = Letters are needed, 64 signs at most.
client-apply-wrong-person_inn = 12 digits are needed. Check the last two: they are check digits.
client-apply-wrong-snils = 11 digits are needed. Check the last two: they are check digits.
client-apply-wrong-passport = 10 digits are needed: 4 of the series and 6 of the number.
client-apply-wrong-email = The address must look like name@example.ru.
client-apply-verdict-absent = not given
client-apply-verdict-unseen = to be checked
client-apply-verdict-accepted = accepted
client-apply-verdict-refused = not accepted

client-apply-scans = Documents
client-apply-scans-about = Each file is checked here before it is sent. One scan can be replaced without touching the others.
client-apply-submit = Send to be checked
client-apply-submit-about = Afterwards the form can be changed once the application is taken back.
client-apply-submitted = The application is sent
client-apply-withdraw = Take back
client-apply-discard = Cancel the application
client-apply-discard-ask = Cancel the application?
client-apply-discard-about = The form and the scans will be deleted. A new application can be begun at once.
client-apply-discarded = The application is cancelled

client-apply-statement = Statement
client-apply-statement-about = Print the statement, sign it by hand and upload a scan or a photo on the application's page. Keep the paper.
client-apply-statement-later = The statement appears once the form is filled in.
client-apply-statement-print = Print the statement
client-apply-print = Print
client-apply-statement-sign = Sign with a key
client-apply-statement-sign-verb = Sign the statement
client-apply-statement-task = Statement for a certificate
client-apply-statement-number = Number of the application
client-apply-statement-signed = The statement is signed

client-apply-issue = Issue of the certificate
client-apply-content = What the certificate will say
client-apply-consent = I agree with what the certificate will say
client-apply-phrase = Code phrase
client-apply-phrase-hint = May be left out. By it you revoke the certificate even when you cannot sign in. 12 to 200 signs.
client-apply-phrase-wrong = 12 to 200 signs are needed.
client-apply-issuing = The certificate is issued and the key is tried with a test signature.
client-apply-issue-verb = Issue and install
client-apply-installed = The certificate is installed
client-apply-install = Installation of the certificate
client-apply-install-here = The key is in this browser. A test signature proves it, and the certificate is installed.
client-apply-install-signing = The certificate is being signed. It takes seconds, after a failure up to a minute: this page goes on by itself.
client-apply-install-elsewhere = The key of this certificate was not made in this browser. Open the application there, or choose the file with the copy of the key.
client-apply-install-verb = Sign and install
client-apply-install-file = Choose the key's file
client-apply-test-signature = Test signature

client-new-key-about = The key is made in this browser and does not go to the server. Its copy is saved to a file at once: nothing goes on without the copy, a browser may lose a key.
client-new-key-make = Make the key and save its copy
client-new-key-copy = The key is made, the file with its copy is saved. Choose it: it is opened as it would be after a loss.
client-new-key-copy-file = File with the copy of the key
client-new-key-opening = The copy is being opened: it takes a few seconds.
client-new-key-save-again = Save the copy again
client-new-key-other = Make another key
client-new-key-ready = The key is made, its copy is checked.

# Scans

client-paper-rule = { $formats }, up to { $size }; the shorter side has { $side } pixels or more. The whole document, sharp.
client-paper-rule-colour = In colour, { $formats }, up to { $size }; the shorter side has { $side } pixels or more. The whole document, sharp.
client-paper-choose = Choose a file
client-paper-replace = Replace
client-paper-camera = Take a photo
client-paper-looking = The scan is being checked…
client-paper-given = Uploaded, { $size }. Look
client-paper-turn = Turn
client-paper-not-sent = The scan is not sent
client-paper-mend = Turn and crop
client-paper-send-anyway = Send as it is
client-paper-drop = Do not send
client-paper-crop = Turn and crop
client-paper-crop-apply = Apply and check
client-paper-crop-shown = What stays
client-paper-crop-failed = The picture could not be changed. Choose another file.
client-paper-cut-top = Top: { $percent } %
client-paper-cut-right = Right: { $percent } %
client-paper-cut-bottom = Bottom: { $percent } %
client-paper-cut-left = Left: { $percent } %
client-paper-broken-format = This is not { $formats }.
client-paper-mend-format = Save the scan in one of these formats.
client-paper-broken-bytes-few = The file is too small: { $given }.
client-paper-mend-bytes-few = Scan it again at 150 dots per inch or more.
client-paper-broken-bytes-many = The file is too large: { $given }, up to { $wanted } is taken.
client-paper-mend-bytes-many = Crop it: the picture becomes smaller too.
client-paper-broken-damaged = The file does not open.
client-paper-mend-damaged = It is cut off or damaged, scan it again.
client-paper-broken-encrypted = The PDF has a password.
client-paper-mend-encrypted = Save it without one.
client-paper-broken-pixels-few = The scan is too small: its shorter side has { $given } pixels, { $wanted } are needed.
client-paper-mend-pixels-few = Take it from nearer, or scan at 150 dots per inch or more.
client-paper-broken-pixels-many = The scan is too large: its longer side has { $given } pixels, up to { $wanted } are taken.
client-paper-mend-pixels-many = Crop it: the picture becomes smaller too.
client-paper-broken-colour = The scan is black and white.
client-paper-mend-colour = Turn colour on in the scanner's settings.
client-paper-broken-sharpness = The scan is blurred: { $given }, { $wanted } or more is needed.
client-paper-mend-sharpness = Wipe the camera, lay the document flat and take it in good light.
client-paper-broken-border = Borders take { $given } % of the picture, up to { $wanted } % are taken.
client-paper-mend-border = Crop the borders.

# My certificates

client-mine-about = What can be signed, until when, and where the key is.
client-mine-empty = Apply for one, or bring a certificate of another authority.
client-mine-imported = issued elsewhere
client-mine-here = The key is in this browser.
client-mine-signs = Signs
client-mine-signs-nothing = nothing
client-mine-by-agreement = { $count ->
    [one] by agreement of the parties: { $count } kind of documents
   *[other] by agreement of the parties: { $count } kinds of documents
 }
client-mine-kind-simple = a simple signature
client-mine-kind-unqualified = an unqualified signature, by agreement of the parties
client-mine-kind-qualified_by_list = a qualified signature
client-mine-kind-test = nothing: a test certificate
client-mine-kind-simulator = nothing: issued by a simulator
client-mine-kind-unknown = not known: its issuer is not known here
client-mine-place = Where the key is
client-mine-place-unsaid = not said
client-mine-place-browser = in a browser
client-mine-place-file = in a file
client-mine-place-token = on a token
client-mine-place-cloud = in the cloud
client-mine-renew = Renew
client-mine-renew-soon = Renew now
client-mine-more = More
client-mine-acts = More about the certificate { $serial }
client-mine-numbers = Number and thumbprint
client-mine-save = Save the certificate's file
client-mine-dead = { $count ->
    [one] Not in force: { $count } certificate
   *[other] Not in force: { $count } certificates
 }
client-mine-coming-back = being resumed
client-mine-colleagues = Certificates of colleagues
client-mine-whose = Holder
client-mine-serial = Serial number
client-certificate-suspended = suspended
client-certificate-serial = Serial number { $serial }
client-mine-suspend = Suspend
client-mine-resume = Resume
client-mine-forget = Take off the list
client-mine-replace = Replace
client-mine-revoke = Revoke
client-mine-ask-suspend = Suspend the certificate?
client-mine-ask-resume = Resume the certificate?
client-mine-ask-forget = Take the certificate off the list?
client-mine-ask-replace = Replace the certificate?
client-mine-ask-revoke = Revoke the certificate
client-mine-about-suspend = Signatures made after it will not be verified. It can be resumed here.
client-mine-about-resume = The certificate will sign again.
client-mine-about-forget = The certificate stays in force: another authority issued it.
client-mine-about-replace = For one that was lost, revoked or has ended. What was checked need not be given again, only the statement is signed anew.
client-mine-about-revoke = This cannot be undone. It does not touch signatures made before.
client-mine-done-suspend = The certificate is suspended
client-mine-done-resume = The certificate is resumed
client-mine-done-forget = The certificate is off the list
client-mine-done-revoke = The certificate is revoked
client-mine-replace-none = This certificate was issued without an application and cannot be replaced. Apply anew:
client-mine-reason = Why
client-mine-reason-key_compromise = the key is lost or may be in other hands
client-mine-reason-cessation_of_operation = the signature is no longer needed
client-mine-reason-affiliation_changed = the holder's particulars changed
client-mine-reason-superseded = replaced by another
client-mine-reason-unspecified = not said
client-mine-way = Proof
client-mine-way-session = that I am signed in
client-mine-way-phrase = the code phrase
client-mine-way-key = a signature of this key
client-legal-utd-invoice = invoice
client-legal-utd-invoice-and-primary = UTD with an invoice
client-legal-utd-invoice-buyer = answer to an invoice
client-legal-utd-primary = UTD without an invoice
client-legal-utd-primary-buyer = buyer's title of a UTD without an invoice
client-legal-utd-invoice-and-primary-buyer = buyer's title of a UTD
client-legal-nonformalized = nonformalized documents
client-legal-receipt = receipt notification
client-legal-amendment = amendment request
client-legal-signature-rejection = signature rejection
client-legal-universal-message = service messages
client-legal-tax-return = tax returns

# Renewal

client-renewal = Renewal of the certificate
client-renewal-about = With the key in force: no scans, no check, no visit.
client-renewal-none = There is nothing to renew
client-renewal-none-text = The certificate is no longer in force or is not yours. Apply anew.
client-renewal-password = Password of the new key
client-renewal-sign-about = The request is to be signed with the key in force. The new certificate is installed at once, the former stays in force until its end.
client-renewal-sign = Sign with the key in force
client-renewal-verb = Sign and renew
client-renewal-task = Request for a new certificate
client-renewal-done = The certificate is renewed

# A certificate of another authority

client-foreign = Another authority
client-foreign-about = Any authority takes the request. Bring the certificate that it issues here.
client-foreign-request = Request for a certificate
client-foreign-surname = Surname
client-foreign-givenName = Given name and patronymic
client-foreign-title = Position
client-foreign-snils = SNILS
client-foreign-email = Mail
client-foreign-save = Save the request
client-foreign-saved = The request is saved
client-foreign-bring = Bring a certificate
client-foreign-bring-about = The certificate's file and its key are needed: a test signature proves that the key is yours.
client-foreign-file = File of the certificate
client-foreign-issuer = Issuer
client-foreign-key-here = The key of this certificate is in this browser.
client-foreign-key-elsewhere = The key of this certificate is not in this browser: sign with a key from a file.
client-foreign-proof = Proof that the key is yours
client-foreign-take = Sign and add
client-foreign-taken = The certificate is added
