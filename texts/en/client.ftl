# The client in the browser.

# Frame.
client-name = Svitok
client-skip = Skip to the content
client-nav = Sections
client-place-incoming = Incoming
client-place-outgoing = Outgoing
client-place-drafts = Drafts
client-place-counteragents = Counteragents
client-place-certificates = Certificates
client-place-settings = Settings
client-waiting-count = waiting for you: { $count }
client-organization-switch = Organization { $name }, switch
client-search = Search
client-search-placeholder = Number, file name, name or INN
client-notices = Waiting for you: nothing
client-notices-some = Waiting for you: { $count }
client-notice-incoming = { $count ->
    [one] { $count } incoming document waits for your answer
   *[other] { $count } incoming documents wait for your answer
 }
client-notice-outgoing = { $count ->
    [one] { $count } outgoing document waits for you
   *[other] { $count } outgoing documents wait for you
 }
client-notice-invites = { $count ->
    [one] { $count } counteragent invites you
   *[other] { $count } counteragents invite you
 }
client-help = Help and keys
client-person-menu = { $name }: theme, language, sign out
client-sign-out = Sign out
client-sign-out-failed = Signing out did not work, you are still signed in. { $why }
client-theme = Theme
client-theme-system = As on the device
client-theme-light = Light
client-theme-dark = Dark
client-language = Language
client-offline = No network. You see what was opened before; sending will be possible when the network is back.
client-test-organization = Test organization: its documents have no legal force.
client-inn = INN { $inn }
client-kpp = KPP { $kpp }
client-honest = Svitok is an independent open-source program. This installation is not an accredited operator of electronic documents, and its certification authority is unqualified: a signature holds between those who agreed to recognise it.

# Help.
client-help-title = Keys and help
client-help-text = Documents open by a click. The list and the document also work without a mouse:
client-key-search = go to the search
client-key-next = next row
client-key-previous = previous row
client-key-mark = mark the row
client-key-open = open the row
client-key-submit = the main act: sign, send, apply
client-key-close = close the window
client-key-help = this help

# Common.
client-loading = Loading
client-close = Close
client-cancel = Cancel
client-retry = Try again
client-go-on = Continue
client-more = Show more
client-places-more = More places
client-more-acts = More
client-any = Any
client-needed = Fill this in.
client-moment = { $at } MSK
client-today = today, { $time }
client-yesterday = yesterday, { $time }
client-quarter = Quarter { $number } of { $year }
client-this-month = This month
client-size-bytes = { $count } B
client-size-kibibytes = { $count } KB
client-size-mebibytes = { $count } MB
client-print = Print
client-download = Download

# When it did not work.
client-fault = The service did not answer
client-unreachable = The service cannot be reached
client-unreachable-text = Check the network and try again. If an answer was lost on the way, sending again doubles nothing.
client-bug = Something broke in this page
client-bug-text = Reload the page. If it happens again, tell the administrator.
client-request-id = Request number: { $id }
client-report = Report a problem
client-report-copied = The description is copied, send it to the administrator
client-nothing = There is nothing here
client-nothing-text = There is no such page or document, or you may not see it.
client-no-box-text = You are signed in but belong to no organization yet. Register yours, or ask for access to the one you work in.
client-wrong-inn = The INN is wrong: its check digits do not agree. An organization's INN has 10 digits, a person's 12.
client-wrong-kpp = A KPP has 9 signs, for example 770101001.
client-wrong-day = A date like 28.11.2026 is needed.
client-wrong-sum = A sum is needed: digits and a point, for example 1 234.50.
client-wrong-quantity = A quantity above zero is needed, for example 1.5.
client-day-placeholder = dd.mm.yyyy

# Lists.
client-column-document = Document
client-column-counteragent = Counteragent
client-column-total = Total
client-column-state = State
client-column-when = Sent
client-column-changed = Changed
client-column-acts = Acts
client-column-organization = Organization
client-column-requisites = Requisites
client-mark-all = Mark all that are shown
client-mark = Mark: { $name }
client-marked = { $count ->
    [one] { $shown } document marked
   *[other] { $shown } documents marked
 }
client-unmark = Unmark
client-bulk = Acts with the marked
client-bulk-nothing = The marked ones have no act in common.
client-shown = { $count ->
    [one] { $count } document shown
   *[other] { $count } documents shown
 }
client-shown-all = that is all
client-none-found = Nothing found
client-none-found-text = No document fits the filters.
client-empty-incoming = No incoming documents yet
client-empty-incoming-text = They appear here when a counteragent sends the first one. For that one side invites the other, and the other agrees.
client-empty-outgoing = No outgoing documents yet
client-empty-outgoing-text = Create a UPD in a form or send ready files.
client-found = Search: { $text }
client-found-invite = Find the organization with INN { $inn } and invite it

# Filters.
client-filters = Filters
client-filters-open = Filters
client-filters-apply = Show
client-filters-reset = Reset filters
client-filter-remove = remove this filter
client-filter-kind = Kind of document
client-filter-number = Number
client-filter-number-hint = Whole, as in the document.
client-filter-from = Dated from
client-filter-to = Dated to
client-from = from { $date }
client-to = to { $date }
client-turn-all = All
client-turn-mine = Waiting for you
client-turn-theirs = Waiting for the counteragent
client-outcome-going = Going on
client-outcome-finished = Finished
client-outcome-rejected = Signature refused
client-outcome-revoked = Revoked

# Document.
client-kind-utd_invoice = UPD
client-kind-utd_transfer = UPD
client-kind-utd_invoice_and_transfer = UPD
client-kind-nonformalized = Document
client-kind-full-utd_invoice = UPD: invoice
client-kind-full-utd_transfer = UPD: transfer document
client-kind-full-utd_invoice_and_transfer = UPD: invoice and transfer document
client-kind-full-nonformalized = Another file
client-function-utd_invoice = invoice
client-function-utd_transfer = transfer document
client-function-utd_invoice_and_transfer = invoice and transfer document
client-function-nonformalized = non-formalized document
client-number = № { $number }
client-dated = of { $date }
client-from-whom = from:
client-to-whom = to:
client-test = test
client-test-document = Test document: it has no legal force.
client-party-gone = box closed
client-operator = Operator
client-state-finished = finished
client-state-rejected = signature refused
client-state-revoked = revoked
client-state-mine = waits for you
client-state-theirs = waits for the counteragent
client-state-operator = on the way
client-turn-nobody = Nothing more is required of anybody.
client-act-deliver = deliver the document
client-act-confirm = confirm the date
client-act-receipt = send a receipt notification
client-act-answer = answer: sign or refuse
client-act-answer_receipt = notify of receiving the answer
client-act-answer_revocation = answer the proposal to revoke
client-due = by { $date }
client-overdue = the term ended { $date }
client-due-none = The law sets no term, the parties' agreement holds.
client-amendment = Correction requested { $at }.
client-revocation = Revocation proposed: { $who }, { $at }.
client-revocation-refused = Revocation refused { $at }.
client-law = What the law asks
client-law-unknown = The rules have no row for this day: what the law asks cannot be said.
client-law-asks = Required
client-law-has = Present
client-law-agreement = if the parties agreed to recognise it
client-law-operator = through an operator that meets the tax service's demands
client-law-suffices = the kind of signature suffices
client-law-short = the kind of signature does not suffice
client-asks-none = no signature is required
client-asks-simple = simple signature
client-asks-unqualified = enhanced unqualified signature
client-asks-qualified = enhanced qualified signature
client-has-simple = simple signature
client-has-unqualified = enhanced unqualified signature
client-has-qualified = enhanced qualified signature
client-has-test = test signature
client-has-simulator = simulator's signature
client-has-unknown = the kind of signature is not known
client-life = Life of the document
client-signed-by = Signature: { $who }
client-step-title = the seller's title was sent
client-step-nonformalized_document = the document was sent
client-step-answer_title = the answering title was sent
client-step-signature = signed
client-step-receiving_confirmation = the date of receiving was confirmed
client-step-sending_confirmation = the date of sending was confirmed
client-step-receipt_notification = a receipt notification was sent
client-step-signature_rejection = signature refused
client-step-amendment_request = a correction was requested
client-step-revocation_request = revocation was proposed
client-step-notice = a message was sent
client-step-delivery = delivered
client-file-title = seller's title
client-file-recognised = UPD title № { $number } of { $date }
client-file-nonformalized_document = document
client-file-answer_title = answering title
client-file-signature = signature
client-file-receiving_confirmation = confirmation of the date of receiving
client-file-sending_confirmation = confirmation of the date of sending
client-file-receipt_notification = receipt notification
client-file-signature_rejection = refusal to sign
client-file-amendment_request = request to correct
client-file-revocation_request = proposal to revoke
client-file-notice = message
client-file-delivery = mark of delivery
client-contents = Contents
client-title-unreadable = The file does not read as a title of a UPD. Download it below.
client-seller = Seller
client-buyer = Buyer
client-operation = What was done
client-title-signer = Signer
client-goods = Goods, works, services
client-goods-name = Name
client-goods-unit = Unit
client-goods-quantity = Quantity
client-goods-price = Price
client-goods-without-tax = Without VAT
client-goods-rate = Rate
client-goods-tax = VAT
client-goods-total = Total with VAT
client-goods-all = Total to pay
client-goods-more = { $count } more lines. They are in the file.
client-goods-add = Add a line
client-goods-drop = Remove line { $number }

# Files and signatures.
client-files = Files and signatures
client-count-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
 }
client-count-signatures = { $count ->
    [one] { $count } signature
   *[other] { $count } signatures
 }
client-checked-at = Verified { $at }.
client-technical = { $count ->
    [one] { $count } service file: receipts and confirmations
   *[other] { $count } service files: receipts and confirmations
 }
client-download-file = Download the file
client-download-signature = Download the signature
client-unsigned = not signed
client-bytes-changed = the file on the disk was changed
client-signature-of = Signature: { $who }
client-signature-simple = simple
client-signature-unqualified = unqualified
client-signature-qualified_by_list = qualified
client-signature-test = test
client-signature-simulator = simulator
client-signature-unknown = kind unknown
client-play = The signature was made under a test root or a simulator and proves nothing.
client-signer-unknown = Who signed is not known: there is no certificate in the signature.
client-verdict-who = Who signed
client-verdict-integrity = Integrity
client-verdict-chain = Chain of certificates
client-verdict-kind = Kind of signature
client-verdict-revocation = Revocation
client-verdict-not-checked = Not checked
client-verdict-all-checked = all that was asked was checked
client-chain-trusted = trusted, up to “{ $root }”
client-chain-broken = broken: { $reason }
client-chain-unknown = leads to no trusted certificate: { $reason }
client-kind-of-signature-simple = simple
client-kind-of-signature-unqualified = enhanced unqualified (the root authority calls itself unqualified)
client-kind-of-signature-qualified_by_list = enhanced qualified, by the list of accredited authorities of { $date }
client-kind-of-signature-test = test, without legal force
client-kind-of-signature-simulator = made by a simulator, without legal force
client-kind-of-signature-unknown = not known
client-certificate-and-time = Certificate and time
client-certificate-of = Certificate { $serial }, issuer: { $issuer }
client-certificate-term = Valid from { $from } to { $until }
client-certificate-thumbprint = Thumbprint { $thumbprint }
client-signing-time = Signed { $at }, as the signer says

# Acts.
client-do-sign = Sign
client-do-receipt = Send a receipt
client-do-answer_receipt = Notify of receiving the answer
client-do-reject = Refuse to sign
client-do-amend = Ask for a correction
client-do-revoke = Propose to revoke
client-do-accept_revocation = Agree to revoke
client-do-reject_revocation = Refuse to revoke
client-verb-sign = Sign and send
client-verb-receipt = Sign and send
client-verb-answer_receipt = Sign and send
client-verb-reject = Sign the refusal
client-verb-amend = Sign and send
client-verb-revoke = Sign and propose
client-verb-accept_revocation = Sign and revoke
client-verb-reject_revocation = Sign the refusal
client-about-reject = The refusal carries your signature and is final: this document cannot be signed afterwards.
client-about-amend = The counteragent gets a request to correct. It does not cancel the document: the corrected one comes as a document of its own.
client-about-revoke = The document will be revoked when the counteragent agrees.
client-about-reject_revocation = The document stays in force.
client-words-reject = Why you refuse
client-words-amend = What to correct
client-words-revoke = Why it is to be revoked
client-words-reject_revocation = Why you refuse
client-done-sign = { $count ->
    [one] { $count } document signed
   *[other] { $count } documents signed
 }
client-done-receipt = Receipts sent: { $count }
client-done-answer_receipt = Receipts sent: { $count }
client-done-reject = Refusals sent: { $count }
client-done-amend = Requests sent: { $count }
client-done-revoke = Proposals sent: { $count }
client-done-accept_revocation = Documents revoked: { $count }
client-done-reject_revocation = Refusals sent: { $count }
client-done-send = { $count ->
    [one] { $count } document sent
   *[other] { $count } documents sent
 }

# New document.
client-create = Create
client-create-utd = New UPD
client-create-file = Send files
client-sign-and-send = Sign and send
client-utd-document = Document
client-utd-function = What it is
client-utd-called = UPD № { $number }
client-utd-recipient = Recipient
client-utd-choose = Choose
client-utd-nobody = No counteragents yet: invite an organization and wait for its consent.
client-utd-comment = Message to the recipient
client-utd-no-recipient = Choose the recipient.
client-utd-no-number = Give the number of the document.
client-utd-no-rows = Add at least one line.
client-utd-no-address = An invoice needs the address: choose the region.
client-utd-no-tax = without VAT
client-utd-with-tax = VAT included: { $tax }
client-utd-wrong = { $count ->
    [one] Correct { $count } field
   *[other] Correct { $count } fields
 }
client-field-date = Date
client-field-inn = INN
client-field-kpp = KPP
client-field-name = Name
client-field-region = Region
client-field-postalCode = Postal code
client-field-district = District
client-field-city = City
client-field-settlement = Settlement
client-field-street = Street
client-field-house = House
client-field-building = Building
client-field-flat = Flat, office
client-file-drop-here = Drop files here: UPD titles in XML are recognised, the rest goes as it is.
client-file-choose = Choose files
client-file-drop = Remove { $name }
client-file-empty = The file “{ $name }” is empty.
client-file-large = The file “{ $name }” is larger than 70 MB.
client-file-answer = Ask the recipient to sign
client-draft-kept = The draft is kept on this device
client-draft-gone = There is no such draft on this device.
client-draft-drop = Delete the draft
client-draft-dropped = Draft deleted
client-drafts-about = Forms begun on this device. They are wiped when you sign out.
client-empty-drafts = No drafts
client-empty-drafts-text = A form that was begun is kept here by itself while you fill it in.

# Signing.
client-sign-what = What is signed
client-sign-with = What to sign with
client-sign-ways = Where the key is
client-sign-documents = { $count ->
    [one] { $shown } document
   *[other] { $shown } documents
 }
client-sign-total = for { $total }
client-sign-differ = Differ in: { $what }
client-sign-position = Your position
client-sign-position-hint = The certificate does not have it, and the document needs it.
client-sign-foreign = The certificate was issued to another organization. A certificate with INN { $inn } is needed here.
client-sign-no-way = The program was built without the signing module: signing in the browser is not possible. Ask the administrator.
client-sign-other-key = Another key
client-sign-until = The certificate is valid until { $date }
client-sign-progress = { $done } of { $all }
client-sign-failed = { $count ->
    [one] Did not work: { $count } document
   *[other] Did not work: { $count } documents
 }
client-sign-stop = Stop
client-sign-again = Try the remaining again: { $count }
client-sign-go-on = Continue, { $count } left
client-way-container = File with a key
client-way-container-about = The key is read in this browser and does not go to the server. A PFX file fits, a CryptoPro folder (all its files), or a PEM key with the file of its certificate.
client-way-container-files = Files of the key and the certificate
client-way-container-password = Password
client-way-container-password-hint = If the file is protected by one.
client-way-container-open = Open the key
client-way-no-certificate = Both the key and its certificate are needed: choose both files.
client-way-unopened = The key did not open. Check the files and the password.

# Counteragents.
client-invite = Invite
client-invite-about = Find the organization by its INN. Documents can be exchanged once it agrees.
client-invite-nobody = There is no such organization on this server.
client-empty-counteragents = No counteragents yet
client-empty-counteragents-text = Invite an organization by its INN: after its consent you can exchange documents.
client-link-all = All
client-link-linked = Counteragents
client-link-invites = Invite you
client-link-invited = Invited
client-link-refused = Refused
client-link-broken = Ended
client-link-is-linked = counteragent
client-link-is-invites = invites you
client-link-is-invited = invited
client-link-is-refused = refused
client-link-is-broken = exchange ended
client-link-words = Message
client-link-do-invite = Invite
client-link-do-accept = Agree
client-link-do-refuse = Refuse
client-link-do-break = End the exchange
client-link-ask-invite = Invite: { $name }
client-link-ask-accept = Agree to exchange: { $name }
client-link-ask-refuse = Refuse to exchange: { $name }
client-link-ask-break = End the exchange: { $name }
client-link-about-invite = The organization gets an invitation. When it agrees, you can exchange documents.
client-link-about-accept = After the consent both sides can send documents to each other.
client-link-about-refuse = The organization will know of the refusal. You can invite it later.
client-link-about-break = New documents cannot be sent. Those sent before stay with both sides.
client-link-done-invite = Invitation sent: { $name }

# Certificates.
client-certificate = Certificate
client-certificate-until = Valid until
client-certificate-good = valid
client-certificate-revoked = revoked
client-certificate-expired = expired
client-certificate-ending = { $count ->
    [one] { $count } day left
   *[other] { $count } days left
 }
client-empty-certificates = No certificates

# Settings.
client-profile = Profile
client-profile-name = Name
client-profile-login = Login
client-profile-since = Registered
client-profile-id = Number
client-profile-id-about = Tell the number to an administrator of an organization who wants to add you.
client-organization = Organization
client-participant = Participant id
client-look = Look

# Meter.
client-meter = Outgoing documents
client-meter-left = { $left } of { $free } left
client-meter-free-left = Free documents left: { $left } of { $free }
client-meter-counted = Counted: { $count }
client-meter-takes = { $count ->
    [one] { $count } document will be counted, free ones left: { $left }
   *[other] { $count } documents will be counted, free ones left: { $left }
 }
client-meter-test = test organization: not counted
client-meter-over = { $left } free documents left; sending is possible, the rest is counted beyond them
client-meter-refused = { $left } free documents left: so many cannot be sent
client-meter-about = Documents that you send are counted. Incoming ones, answers and receipts never are.
client-meter-free = free
client-meter-used = counted
client-meter-rest = left
client-meter-uncounted = sent without counting
client-meter-then-counted = When the free ones end, sending goes on: documents are counted further.
client-meter-then-refused = When the free ones end, sending stops until the administrator of the server decides otherwise.
client-meter-empty = No documents sent yet
client-meter-empty-text = Every sending appears here: how many documents counted and why.
client-meter-documents = Documents
client-meter-counts = Counting
client-meter-yes = counted
client-meter-no = not counted
client-meter-why = Why
client-meter-reason-outgoing = outgoing documents
client-meter-reason-test = one of the sides is a test organization

# Keys in the browser.
client-way-browser = Key in this browser
client-way-browser-none = This browser has no valid key of your organization.
client-way-browser-get = Get a certificate
client-way-browser-password = Password of the key
client-way-browser-passkey = Open with a passkey
client-way-container-keep = Remember the key in this browser
client-way-container-fresh = Password for this browser
client-way-container-fresh-hint = Eight signs at least. It will be asked when you sign.
client-keys = Keys in this browser
client-keys-none = No keys. Get a certificate, or remember a key from a file when you sign.
client-key = Key
client-key-no-certificate = no certificate
client-key-copy = Copy
client-key-copy-none = no copy
client-key-copy-there = there
client-key-copy-save = Save a copy
client-key-copy-check = Check the copy
client-key-copy-about = A browser may clear the site's data, and the key is gone. Save the file with the copy where you will not lose it: it is protected by the same password.
client-key-copy-choose = The file is saved. Choose it: it is opened as it would be after a loss.
client-key-copy-done = The copy was checked
client-key-remove = Remove
client-key-remove-ask = Remove the key from the browser?
client-key-remove-about = The key disappears from this browser. You can still sign with it from the file with the copy.
client-key-remove-lost = This key has no copy: after this nobody can ever sign with it.
client-get = Get a certificate
client-get-about = A certificate for: { $name }. The signature will be unqualified.
client-get-password = Choose a password of the key
client-get-password-hint = Eight signs at least. It cannot be recovered.
client-get-again = Password again
client-get-differ = The passwords differ.
client-get-make = Get a certificate for this key
client-get-wait = The key is being made and protected by the password: it takes some seconds.
client-get-done = Certificate received
