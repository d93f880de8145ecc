# The operators' desk of the certification authority: queue, check of an application, revocation, places.

client-place-desk = Operators' desk
client-desk-about = Applications for a certificate that wait to be checked, those that wait longest first. A check is due within three working days.
client-desk-about-office = Applications for a certificate. Open the application of the person who came and record that you have seen him with his papers.
client-desk-barred = You have no place at the desk
client-desk-barred-text = An administrator of this host gives a place to operators and registration offices.
client-desk-number = Application number
client-desk-number-wrong = There are no such numbers. It is printed in the first line of the application.
client-desk-open = Open
client-desk-part-all = All
client-desk-part-late = Late
client-desk-part-free = Free
client-desk-part-mine = Mine
client-desk-part-second_look = For a second look
client-desk-who = Applicant
client-desk-left-column = Due
client-desk-submitted = Handed in
client-desk-claimed = At work
client-desk-until = until { $at }
client-desk-free = Free
client-desk-go-on = Go on
client-desk-second = Second look
client-desk-empty = Nothing to check
client-desk-empty-part = No such applications
client-desk-empty-text = New applications appear here by themselves; there is no need to reload.
client-desk-you = you
client-desk-nobody = somebody who is no longer here
client-desk-first = Somebody else was faster: { $who }.
client-desk-refreshed = The page shows it as it is now.

client-desk-no-day = No day computed: this year's calendar is not known
client-desk-late = { $count ->
    [one] { $count } day late
   *[other] { $count } days late
 }
client-desk-today = Today is the last day
client-desk-left = { $count ->
    [one] { $count } day left, until { $day }
   *[other] { $count } days left, until { $day }
 }

client-desk-line-unqualified = unqualified
client-desk-line-test = test

client-desk-unnamed = Application without a name
client-desk-mine = The application is yours until { $at }. Each act makes this time last again.
client-desk-others = { $who } is at work on it, until { $at }. You may look, not decide.
client-desk-was-first = You approved this application already. The second look is another person's.
client-desk-first-look = Another operator approved it first: { $who }. Yours is the second and last look.
client-desk-second-after = A second operator looks after you: nobody approves the same application twice.
client-desk-own = This is your own application. Another person checks it.

client-desk-items = Fields and scans
client-desk-key-go = on and back,
client-desk-key-accept = accept,
client-desk-key-refuse = refuse
client-desk-accept = Accept
client-desk-accept-named = Accept: { $name }
client-desk-refuse = Refuse
client-desk-refuse-named = Refuse: { $name }
client-desk-value-none = not given
client-desk-scan-none = not given
client-desk-signed-by-key = signed with a key in force
client-desk-refuse-ask = Refuse: { $name }
client-desk-refuse-why = What is wrong
client-desk-refuse-other = another reason
client-desk-refuse-comment = In your own words
client-desk-refuse-comment-hint = The applicant reads this beside the reason. May stay empty.
client-desk-refuse-comment-needed = Write what is wrong: you chose no ready reason.
client-desk-scans = Scans
client-desk-scans-none = The application has no scans.
client-desk-scans-deleted = Scans and the passport's number were deleted { $at }, as they must be after issuing.
client-desk-applicant = Applicant

client-desk-to-judge = { $count ->
    [0] All is checked
    [one] { $count } item left to check
   *[other] { $count } items left to check
 }
client-desk-do-claim = Take it
client-desk-do-release = Lay it back
client-desk-do-approve = Approve
client-desk-do-reject = Send it back
client-desk-do-doubt = Doubt the identity
client-desk-do-prove_in_person = Seen in person
client-desk-ask-release = Lay the application back?
client-desk-ask-approve = Approve the application?
client-desk-ask-reject = Send the application back?
client-desk-ask-doubt = Is the identity doubtful?
client-desk-ask-prove_in_person = Did you see this person with his papers?
client-desk-about-release = The application returns to the queue, where any operator may take it. What was checked stays checked.
client-desk-about-approve = All fields and scans are accepted. The applicant agrees to the certificate's content, makes a key, and the certificate is issued.
client-desk-about-approve-first = All fields and scans are accepted. A second operator looks at it: you will not see it among the free ones again.
client-desk-about-reject = The applicant gets a letter and corrects only what is named:
client-desk-about-doubt = It cannot be approved without a visit then: the person has to come to a registration office with a passport. Send the application back, and the applicant is told so.
client-desk-about-prove_in_person = Record this only if the person stands before you, the passport is genuine and its picture is of this person. Your name and the time stay in the history.
client-desk-done-release = The application is in the queue again
client-desk-done-approve = The application is approved
client-desk-done-approve-first = Approved. A second operator is waited for
client-desk-done-reject = Sent back, the letter is on its way
client-desk-done-doubt = Recorded: the identity is doubted
client-desk-done-prove_in_person = Recorded: the identity is proven
client-desk-visit = Identity: come with a passport.

client-desk-revoke = Revoke a certificate
client-desk-revoke-ask = Revocation of a certificate
client-desk-revoke-about = At the holder's wish, when the holder cannot sign in. A revoked certificate never comes back.
client-desk-revoke-find = Find
client-desk-revoke-do = Revoke for ever
client-desk-serial-hint = Whole, in hexadecimal digits; spaces do not matter.
client-desk-fact-person = Whom it names
client-desk-fact-position = Position
client-desk-fact-organization = Organization
client-desk-fact-term = Term
client-desk-certificate-until = until { $day }
client-desk-revoked-before = This certificate is revoked already.

client-desk-places = Places at the desk
client-desk-places-about = Who checks applications and who sees people in person. The administrator of the host gives places.
client-desk-places-barred = The administrator of the host gives places
client-desk-places-barred-text = It was not entrusted to you.
client-desk-places-empty = Nobody sits at the desk
client-desk-places-empty-text = While there are no operators, nobody checks applications. Add two at least: the second look is another person's.
client-desk-place-add = Add a person
client-desk-place-give = Give a place
client-desk-place-about = The person must be registered on this host already.
client-desk-place-login = E-mail address used to sign in
client-desk-place-who = Who
client-desk-place-role = Role
client-desk-place-since = Since
client-desk-place-remove = Remove
client-desk-place-remove-ask = Remove the place of { $who }?
client-desk-place-remove-about = The person will no longer see the queue. An application that was taken becomes free by itself.
client-desk-place-added = The place is given
client-desk-place-removed = The place is removed
client-desk-role-operator = Operator
client-desk-role-office = Registration office
client-desk-role-about-operator = Checks applications, approves and sends back, revokes certificates.
client-desk-role-about-office = Sees people in person and records it. Decides nothing.

client-scan-tools = How the scan is shown
client-scan-smaller = Smaller
client-scan-larger = Larger
client-scan-turn = Turn
client-scan-whole = Whole screen
client-scan-save = Save the file
client-scan-broken = The scan cannot be shown: the file is damaged.
