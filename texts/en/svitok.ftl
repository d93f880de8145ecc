# The command line: what the program says to a person.

svitok-secret-made = The secret of this installation was made: { $path }. Keep a copy of it apart from the database.
svitok-secret-short = SVITOK_SECRET is shorter than 12 characters: it can be guessed.
svitok-serve-answers = Svitok answers at { $address }
svitok-serve-speaks = The surface { $surface } answers: { $address }

svitok-migrate-done = The database is of this version: { $count } migrations.

svitok-seed-there = The town is there already: { $path }
svitok-seed-broken-off = { $path }: a town was begun and not finished. Remove the data folder or name another (--data).
svitok-seed-done = The town is ready. Who lives in it and how to sign in: { $path }
svitok-seed-sign-in = Open { $url } and sign in (login and password):
svitok-seed-person = {""}  { $organization }: { $login } { $password }
svitok-seed-about = An invented town. Passwords and keys were drawn for this installation; remove the folder when it is not needed.

svitok-print-done = Printed: { $path }, sheets: { $pages }.

svitok-doctor-good = in order      { $what }
svitok-doctor-bad = NOT IN ORDER  { $what }
svitok-doctor-all-good = All is in order.
svitok-doctor-count-bad = Not in order: { $count }.
svitok-doctor-texts = texts read
svitok-doctor-rules = rules (formats, terms, kinds of signature, calendar) read
svitok-doctor-rules-bad = rules: { $why }
svitok-doctor-folder = folder { $folder }: a synced write takes { $micros } µs
svitok-doctor-folder-slow = folder { $folder }: a synced write is slow, { $millis } ms
svitok-doctor-folder-bad = folder { $folder }: { $why }
svitok-doctor-free = { $mebibytes } MiB free on the disk
svitok-doctor-free-bad = free space: { $why }
svitok-doctor-secret-given = the secret is set in SVITOK_SECRET
svitok-doctor-secret = the secret is in { $path }, unseen by others
svitok-doctor-secret-open = the secret { $path } can be read by others: chmod 600
svitok-doctor-secret-bad = the secret { $path }: { $why } (the first svitok serve makes it)
svitok-doctor-post-bad = sending of letters and SMS: { $why }
svitok-doctor-letters = the mail server answers and accepts the sign-in
svitok-doctor-letters-bad = the mail server: { $why }
svitok-doctor-letters-none = no mail server is set: letters stay in the outbox
svitok-doctor-sms = the SMS gateway answers
svitok-doctor-sms-bad = the SMS gateway: { $why }
svitok-doctor-sms-none = no SMS gateway is set: SMS stay in the outbox
svitok-doctor-no-database = there is no database yet: svitok serve or svitok migrate makes it
svitok-doctor-database-bad = database: { $why }
svitok-doctor-connection = database connections are set to keep what is acknowledged
svitok-doctor-connection-bad = database connection: { $why }
svitok-doctor-statements = statements checked: { $count }
svitok-doctor-statement-bad = statement: { $why }
svitok-doctor-journals = issuing journals are whole: authorities { $count }, rows { $rows }
svitok-doctor-journals-bad = issuing journal: { $why }
svitok-doctor-jobs = no jobs were given up
svitok-doctor-job-given-up = a job of kind { $kind } was given up: { $why }
svitok-doctor-jobs-more = more jobs were given up than are shown
svitok-doctor-jobs-bad = jobs: { $why }

svitok-demo-step = { $took } ms  { $what }
svitok-demo-step-settled = organizations registered, boxes, keys and certificates ready
svitok-demo-step-linked = counteragents accepted the invitation
svitok-demo-step-posted = seller's title signed, checked, posted, durable
svitok-demo-step-delivered = delivered to the buyer's box
svitok-demo-step-receipted = receipt notification signed and posted
svitok-demo-step-answered = buyer's title signed and posted
svitok-demo-step-finished = docflow finished on both sides
svitok-demo-step-downloaded = every content and signature downloaded
svitok-demo-signature-good = signature good: { $name }, { $signer }
svitok-demo-signature-bad = SIGNATURE NOT PROVEN: { $name }, { $signer }
svitok-demo-signer-unknown = the signer is not named
svitok-demo-times = Delivered in { $delivered } ms, docflow finished in { $finished } ms.
svitok-demo-proven = Integrity, chain and revocation of every signature were checked and are good. The signatures are unqualified.
svitok-demo-not-proven = NOT EVERYTHING WAS PROVEN: see report.json.

svitok-due-report = file
svitok-due-notification = notify
svitok-due-payment = pay
svitok-due-line = { $day }  { $kind }: { $title }, { $period }
svitok-due-code = {" "}(code { $code })
svitok-due-why = {"            "}{ $why } { $norm }.
svitok-due-shifted = Moved from { $nominal }, a day off.
svitok-due-no-calendar = No calendar of this year is loaded: the day is named as the rule has it.
svitok-due-electronic = Only electronically.
svitok-due-count = In { $year }: { $count }.
svitok-due-not-covered = Not named: statistics, excise, monthly advances of the profit tax, events (hiring, dismissal), laws of regions.
