# Pages in the browser.

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
pages-client-absent = The program was built without its client, and this is only a first look at documents. dev/ui and cargo build make the whole client, or make run does.
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

# The list of documents.
pages-incoming = Incoming
pages-outgoing = Outgoing
pages-all = all
pages-waiting-for-me = waiting for me
pages-nav-list = Which documents to show
pages-nav-paging = Pages of the list
pages-box = Box
pages-box-open = Open
pages-inn = INN { $inn }
pages-test-organization = test organization
pages-column-document = Document
pages-column-counteragent = Counteragent
pages-column-total = Total
pages-column-state = State
pages-posted = posted { $at }
pages-test = test
pages-count-documents = { $count ->
    [one] { $count } document on this page
   *[other] { $count } documents on this page
 }
pages-first = To the beginning
pages-next = Next
pages-empty-incoming = No incoming documents yet. They appear here when a counteragent sends the first one: one side invites the other, which agrees.
pages-empty-outgoing = No outgoing documents yet. In this version documents are sent by the open API.
pages-empty-mine = Nothing waits for you: all that was due from your organization is done.
pages-empty-end = There are no more documents.
pages-no-box = No box yet
pages-no-box-hint = You are signed in but belong to no organization with a box. Ask an organization's administrator to invite you, or register an organization by the open API.

# State.
pages-state = State
pages-state-finished = finished
pages-state-rejected = signature refused
pages-state-revoked = revoked
pages-state-mine = waits for you
pages-state-theirs = waits for the counteragent
pages-state-operator = on its way
pages-turn-nobody = Nothing more is due from anybody.
pages-act-deliver = deliver the document
pages-act-confirm = confirm the date
pages-act-receipt = send the receipt notification
pages-act-answer = answer: sign or refuse
pages-act-answer_receipt = acknowledge the answer
pages-act-answer_revocation = answer the proposal to revoke
pages-due = by { $date }
pages-overdue = was due by { $date }
pages-due-none = the law sets no term; the parties' agreement holds
pages-amendment = A correction was requested on { $at }.
pages-revocation = Revocation proposed: { $who }, { $at }.
pages-revocation-refused = The revocation was refused on { $at }.
pages-party-gone = closed box
pages-operator = Operator

# The document.
pages-back = ← To the list
pages-kind-utd_invoice = UPD
pages-function-utd_invoice = invoice
pages-kind-utd_transfer = UPD
pages-function-utd_transfer = transfer document
pages-kind-utd_invoice_and_transfer = UPD
pages-function-utd_invoice_and_transfer = invoice and transfer document
pages-kind-nonformalized = Document
pages-function-nonformalized = nonformalized document
pages-number = No. { $number }
pages-dated = of { $date }
pages-from = From:
pages-to = To:
pages-test-document = A test document: it has no legal force.

# The law.
pages-law = What the law asks
pages-law-unknown = The rules have no row for this day: what the law asks cannot be said.
pages-law-asks = Asked
pages-law-has = There is
pages-law-agreement = if the parties agreed to recognise it
pages-law-operator = through an operator that meets the tax service's demands
pages-law-suffices = the kind of signature suffices
pages-law-short = the kind of signature does not suffice
pages-asks-none = no signature
pages-asks-simple = simple signature
pages-asks-unqualified = strengthened unqualified signature
pages-asks-qualified = strengthened qualified signature
pages-has-simple = simple signature
pages-has-unqualified = strengthened unqualified signature
pages-has-qualified = strengthened qualified signature
pages-has-test = test signature
pages-has-simulator = a simulator's signature
pages-has-unknown = kind of signature not known

# The document's life.
pages-life = The document's life
pages-signed-by = Signed: { $who }
pages-step-title = sent the seller's title
pages-step-nonformalized_document = sent the document
pages-step-answer_title = sent the answering title
pages-step-signature = signed
pages-step-receiving_confirmation = confirmed the date of receiving
pages-step-sending_confirmation = confirmed the date of sending
pages-step-receipt_notification = sent the receipt notification
pages-step-signature_rejection = refused to sign
pages-step-amendment_request = requested a correction
pages-step-revocation_request = proposed to revoke
pages-step-notice = sent a message
pages-step-delivery = delivered
pages-file-title = seller's title
pages-file-nonformalized_document = document
pages-file-answer_title = answering title
pages-file-signature = signature
pages-file-receiving_confirmation = confirmation of the date of receiving
pages-file-sending_confirmation = confirmation of the date of sending
pages-file-receipt_notification = receipt notification
pages-file-signature_rejection = refusal to sign
pages-file-amendment_request = amendment request
pages-file-revocation_request = proposal to revoke
pages-file-notice = message
pages-file-delivery = mark of delivery

# Files and signatures.
pages-files = Files and signatures
pages-count-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
 }
pages-count-signatures = { $count ->
    [one] { $count } signature
   *[other] { $count } signatures
 }
pages-checked-at = Verified { $at }.
pages-certificate = Certificate and time
pages-download-file = Download the file
pages-download-signature = Download the signature
pages-unsigned = unsigned
pages-bytes-changed = the file on disk has changed
pages-size-bytes = { $count } B
pages-size-kibibytes = { $count } KB
pages-size-mebibytes = { $count } MB
pages-signature-of = Signature: { $who }
pages-signature-simple = simple
pages-signature-unqualified = unqualified
pages-signature-qualified = qualified
pages-signature-test = test
pages-signature-simulator = simulator
pages-signature-unknown = kind unknown
pages-play = The signature was made under a test root or by a simulator and proves nothing.

# Check it yourself.
pages-yourself = Check it yourself
pages-yourself-how = Download the file, its signature and the certificates, and ask other people's tools:

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
