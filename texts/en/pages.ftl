# Common.
pages-name = Svitok
pages-skip = Skip to the content
pages-nav-tools = Language and sign-out
pages-moment = { $at } MSK
pages-honest = Svitok is an independent open-source program. This host is not an accredited operator of document exchange, and its certification authority is unqualified: a signature holds between those who agreed to recognise it.
pages-legal = What it gives by law (in Russian)
pages-authorities = Certificates of the authority
pages-api = Open API

# The first page for nobody.
pages-front-title = Exchange of signed documents on your own machine
pages-front-lead = Organizations send each other invoices (УПД) and any files with GOST signatures, get the operator's confirmations and the countersignature.
pages-front-sent = You see whose turn it is: who must do what, by which day and by which norm.
pages-front-proven = Each signature is verified part by part and called by its name. Files and signatures can be downloaded and checked with other people's tools.
pages-front-own = The data is yours: one program, one database, no call to anybody else.

# Signing in and out.
pages-sign-in = Sign in
pages-sign-out = Sign out
pages-sign-in-title = Sign in
pages-sign-in-login = Login
pages-sign-in-password = Password
pages-sign-in-forgot = Forgot the password?
pages-sign-in-register = Register
pages-sign-in-help = The login is an e-mail address.
pages-sign-in-ways = Ways to sign in
pages-way-password = Password
pages-way-certificate = Certificate
pages-way-phone = Phone
pages-way-passkey = Passkey
pages-script-needed = This way needs JavaScript. Without it you can sign in by password or by phone.
pages-phone = Phone number
pages-phone-rule = The number that stands in your sign-in settings, such as +7 912 000-00-00.
pages-phone-send = Send a code
pages-phone-sent = If { $phone } belongs to an account, a code is on its way to it. It is good for 10 minutes.
pages-phone-code = Code from the SMS
pages-phone-code-rule = Six digits.
pages-phone-again = Use another number or ask for a new code
pages-certificate-kept = Keys in this browser
pages-certificate-files = Key file
pages-certificate-files-rule = A PFX container, or a PEM key with its certificate. The key does not leave this computer: the browser signs.
pages-certificate-password = Password of the key
pages-certificate-password-rule = Leave it empty if the key has none.
pages-passkey-about = Confirm with the fingerprint, face, PIN or security key of this device.
pages-passkey-ask = Sign in with a passkey
pages-passkey-none = The device did not confirm. Try again or use another way.
pages-proposal-title = An account by your certificate
pages-proposal-about = This certificate is not known here yet. You need not register: check what the certificate says, and the account is ready.
pages-proposal-email-rule = Optional. A letter goes to the address; once confirmed it is your login.
pages-proposal-accept = Create and sign in
pages-proposal-known = Have an account already? Sign in another way and bind the certificate in the settings.
pages-proposal-organization = Organization of the certificate
pages-proposal-inn = INN { $inn }
pages-proposal-with-organization = Register this organization
pages-proposal-kpp = KPP
pages-proposal-region = Region code
pages-proposal-postal-code = Postal code
pages-proposal-city = City
pages-proposal-street = Street
pages-proposal-house = House
pages-sign-in-open-network = The connection is not protected: over http the network sees the password. Ask the administrator to switch https on.
pages-way-closed-by = It is a rule of { $organization }, set on { $on } by { $by }.
pages-way-closed-by-you = You closed it yourself on { $on } in your sign-in settings.
pages-sign-in-wrong-advice = Check the keyboard layout and Caps Lock and try again.
pages-sign-in-wait = { $count ->
    [one] You can try again in { $count } minute.
   *[other] You can try again in { $count } minutes.
 }
pages-form-foreign = This form was opened too long ago, or not from this page. Go back, reload the page and send it again.
pages-session-two = The request shows two sign-ins, the cookie and a token in Authorization. Leave one.
pages-session-elsewhere = The request came from another site and was not carried out.
pages-session-csrf = This page was opened too long ago, or in another sign-in. Reload it and try again.
pages-client-absent = The program was built without its client
pages-client-absent-what = Incoming documents, each document and everything behind the sign-in are shown by the client for browsers. This build has none: there was no folder ui/dist when it was made. Nothing has happened to the documents; signing in and the open API work.
pages-client-absent-how = The administrator builds the client so: Node 20 or later with npm is needed, then in the folder of the sources
pages-client-absent-run = and the program is started again. make run does the same in one word.
pages-second-title = The second step
pages-second-code = Code
pages-second-rule = Six digits of the application, or one of the recovery codes.
pages-second-recovery-rule = One of the recovery codes.
pages-second-sent = A code was sent to the phone ending in { $ending }.
pages-second-send = Send a code to the phone …{ $ending }
pages-second-passkey = Confirm with a passkey
pages-second-remember = Do not ask on this device for 30 days
pages-second-shared = Leave the box empty on a computer that is not yours.

# Registration, confirmation, a new password.
pages-register = Register
pages-register-title = Registration
pages-register-login = E-mail address
pages-register-name = Your name
pages-register-name-rule = Colleagues will see you so: name and surname, or as you are used to.
pages-register-phone-rule = Not required. A code proves the number: you can sign in by it.
pages-register-take-over = The number is mine now, take it
pages-register-known = Have a login already? Sign in
pages-register-asked = Look into your mail
pages-register-asked-text = A letter was sent to the address. Open its link and registration is done. The link works for a day.
pages-password-rule = 10 to 256 characters, not the login itself.
pages-confirm = Confirm
pages-confirm-title = Confirmation
pages-confirm-registered = Press “Confirm” to finish registering. If you did not register, close this page.
pages-confirm-email = Press “Confirm” to confirm your address.
pages-confirm-changed = Press “Confirm” and the new address becomes the login. If you did not ask for it, close the page.
pages-confirm-done = Done
pages-confirm-registered-done = The address is confirmed and the account is made. Sign in with the password you chose when registering.
pages-confirm-email-done = The address is confirmed.
pages-confirm-changed-done = The address is changed. Sign in with the new one from now on.
pages-link-over = The link does not work
pages-link-over-text = It was used already or has expired. Ask for another letter.
pages-reset-title = A new password
pages-reset-text = Give your login, and a letter with a link comes to it.
pages-reset-ask = Send the link
pages-reset-asked = Look into your mail
pages-reset-asked-text = If there is such a login, a letter with a link was sent to it. The link works for an hour.
pages-reset-set-title = Choose a new password
pages-reset-password = New password
pages-reset-set = Save
pages-reset-done = The password is changed
pages-reset-done-text = Earlier sign-ins have ended. Sign in with the new password.

# Refusals and failures.
pages-problem-nothing = There is nothing here
pages-problem-nothing-text = No such page or document, or it is not for you.
pages-problem-refused = This cannot be done
pages-problem-fault = The service did not answer
pages-problem-number = Number of the request for the administrator: { $id }
pages-problem-first = To the first page

# Files and signatures.
pages-certificate = Certificate and time
pages-signature-simple = simple
pages-signature-unqualified = unqualified
pages-signature-qualified = qualified
pages-signature-test = test
pages-signature-simulator = simulator
pages-signature-unknown = kind unknown
pages-play = The signature was made under a test root or by a simulator and proves nothing.

# Anybody checks a signature.
pages-check-title = Check a signature
pages-check-lead = Choose a file and its signature: a separate file .sig, .p7s or .sgn. It is checked part by part, and every check is named.
pages-check-content = The file that was signed
pages-check-signature = Its signature
pages-check-submit = Check
pages-check-incomplete = Both files are needed: the document itself and its signature. Choose them and send again.
pages-check-not-kept = The files are not kept: they are checked in the server’s memory, and nothing of them stays after the answer. Together they may have up to 32 MB.
pages-check-good = The signature was checked
pages-check-play = A test signature, which proves nothing
pages-check-undetermined = The signature is not confirmed: too little is known
pages-check-failed = The signature is not confirmed: something is wrong
pages-check-file = File “{ $name }”, checked at { $at }.
pages-check-tree = All checks
pages-check-serial = (serial number { $serial })
pages-check-yes = in order
pages-check-no = wrong
pages-check-unknown = not known
pages-check-again = Check another signature

pages-find-title = Find a certificate
pages-find-lead = Enter the whole serial number or thumbprint of a certificate. There is no search by name, ИНН or part of a number.
pages-find-key = Serial number or SHA-1 thumbprint
pages-find-submit = Find
pages-find-found = Certificate
pages-find-in-force = in force
pages-find-ended = outside its term
pages-find-revoked = revoked { $at }
pages-find-suspended = suspended { $at }
pages-find-owner = Owner
pages-find-person = Who signs
pages-find-inn = ИНН
pages-find-issuer = Issued by
pages-find-from = In force from
pages-find-until = In force until
pages-find-serial = Serial number
pages-find-thumbprint = Thumbprint
pages-find-asked-at = As of { $at }.
pages-status-title = Status of the server
pages-status-works = Everything works
pages-status-broken = Not everything works
pages-status-good = in order
pages-status-bad = needs attention
pages-status-database = Database
pages-status-list = revocation list no. { $number }, good until { $until }
pages-status-jobs = Background jobs
pages-status-jobs-count = waiting: { $waiting }, given up: { $given_up }
pages-status-at = Checked { $at }.

# A diagnostics by its link.
pages-diagnostics-title = Diagnostics of a workplace
pages-diagnostics-times = Made at { $at }; the link is good until { $until }.
pages-diagnostics-scrubbed = Names, addresses, numbers and keys were cut out before it was kept; “…” stands in their place.
pages-diagnostics-check = Check
pages-diagnostics-state = State
pages-diagnostics-found = What was found
pages-diagnostics-good = in order
pages-diagnostics-bad = needs attention
pages-diagnostics-unknown = not known

# A file checked against its format.
pages-check-file-title = Check a report or a document
pages-check-file-lead = Choose or drop an XML file: a transfer document, a tax return, a receipt. It is checked against its official format and the assertions of that format, and each place is named.
pages-check-file-file = XML file
pages-check-file-stays = The file does not leave your computer: this page checks it. Only the description of the format is fetched from the server.
pages-check-file-goes = The file is sent to the server, checked in memory and not kept. It may have up to 32 MB.
pages-check-file-incomplete = Choose a file and send it again.
pages-check-file-unknown = The format of the document is not recognised
pages-check-file-clean = Nothing found
pages-check-file-wrong = There are findings
pages-check-file-cut = There is more than is shown: these are the first. Mend them and check again.
pages-check-file-error = Error
pages-check-file-warning = Warning
pages-check-file-place = Where
pages-check-file-line = line
pages-check-file-column = column
pages-check-file-found = Found
pages-check-file-accepted = Accepted
pages-check-file-left = Left side
pages-check-file-right = Right side
pages-check-file-norm = Source

# Revocation by the phrase.
pages-revoke-title = Revoke a certificate by its phrase
pages-revoke-lead = If the key is lost or in wrong hands and you cannot sign in, revoke the certificate by the phrase you chose when it was issued. A revoked certificate cannot be brought back.
pages-revoke-reason = Reason
pages-revoke-reason-unspecified = not told
pages-revoke-reason-key_compromise = the key is lost or may be in wrong hands
pages-revoke-reason-affiliation_changed = the holder no longer works for the organization
pages-revoke-reason-superseded = there is a new certificate
pages-revoke-reason-cessation_of_operation = the signature is no longer needed
pages-revoke-phrase = Phrase
pages-revoke-phrase-rule = 12 to 200 characters. Ten tries an hour are taken.
pages-revoke-submit = Revoke
pages-revoke-done = The certificate is revoked
pages-revoke-done-text = Signatures by this certificate are no longer accepted. It comes into the revocation list within minutes.
pages-revoke-look = See its state
pages-revoke-otherwise = No phrase, or forgotten? Sign in and revoke the certificate under “Certificates”, or ask the authority that issued it.
