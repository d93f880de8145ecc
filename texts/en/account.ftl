# Sign-in and people.
account-sign-in-needed = A sign-in is needed.
account-sign-in-token-refused = The sign-in is no longer accepted. Sign in again.
account-sign-in-wrong-password = Login or password is wrong.
account-sign-in-locked-out = Too many wrong passwords. Wait and try again.
account-sign-in-busy = Too many people are signing in now. Try again in a few seconds.
account-sign-in-integrator-refused = The integrator's key is wrong or revoked.
account-user-login-form = A login is an e-mail address.
account-user-login-taken = This login is taken.
account-user-name-form = A name is one line of 1 to 200 characters.
account-user-password-form = A password has 10 to 256 characters and is not the login.
account-user-registration-closed = Registration is closed. Ask the administrator of this host.
account-user-registration-by-letter = Registration here goes by letter: the address has to be confirmed.
account-link-over = The link was used already or has expired. Ask for another letter.
account-user-too-many-registrations = Too many registrations from one address. Wait and try again.
account-not-found = There is no such thing here, or it is not for you.
account-too-many = The greatest number allowed is reached.

# Organizations and members.
account-organization-requisite = A requisite has a mistake.
account-organization-requisites-disagree = ИНН, КПП, ОГРН and the name do not go together.
account-organization-text-form = The field cannot be filled in so.
account-organization-already-registered = An organization with these ИНН and КПП is registered already. Ask its administrator for an invitation.
account-member-forbidden = You have not the permission. An administrator of the organization can give it.
account-installation-only = Only administrators of this installation may do this (setting SVITOK_ADMINISTRATORS).
account-member-already = This person is a member of the organization already.
account-member-last-administrator = An organization keeps at least one administrator.
account-member-unknown-permission = There is no such permission. There are: read, send, sign, administer.
account-invitation-over = The invitation was used, withdrawn or has expired. Ask for a new one.
account-operator-code-form = An operator's code is three characters, capital Latin letters or digits.
account-operator-code-taken = Such codes belong to real operators. Set another one, such as 0SV.

# Sign-in by certificate.
account-challenge-over = The time to sign is over, or the signature was used already. Start signing in anew.
account-certificate-unreadable = The signature was not read: one CMS signature is needed, with the signer's certificate in it.
account-certificate-signature-wrong = The signature does not fit the text that was to be signed.
account-certificate-not-trusted = The certificate was issued by an authority that this server does not trust.
account-certificate-not-valid = The certificate has expired, is not valid yet, or its chain is broken.
account-certificate-revoked = The certificate was revoked.
account-certificate-revocation-unknown = Whether the certificate was revoked cannot be known: the server has no fresh revocation list of its authority.
account-certificate-kind-not-accepted = Certificates of this kind open no account here.
account-certificate-unknown = This certificate is bound to no account.
account-certificate-taken = This certificate is bound to another account.
account-proposal-over = The proposal has expired or was accepted already. Show the certificate again.
account-sign-in-way-closed = This way of signing in is closed. Use another.
account-sign-in-second-demanded = A second step is compulsory here, and you have none set up. Sign in by certificate or passkey and set it up.
account-sign-in-last-way-in = This is the last way to sign in. Add another first.

# The second step of signing in.
account-sign-in-second-factor-needed = This account needs a second step, and there is no place for it here. Sign in by certificate or on the sign-in page.
account-sign-in-wrong-code = The code is wrong, was used already or has expired.
account-phone-of-another = The number belongs to another account. If it is yours now, confirm that you take it: it will open the other account no more.
account-passkey-refused = The passkey was not accepted.
account-second-factor-set = A second step is switched on already. To replace it, switch it off first.

# Letters.
account-letter-invitation-subject = Invitation to { $organization }
account-letter-invitation-body =
    Good day,

    you are invited to become a member of { $organization } in the document exchange service Svitok.

    Sign in or register and enter the code of the invitation:

    { $code }

    The code is good until { $until } and only once. If you did not expect this letter, there is nothing to do.
account-sms-code = { $code } is your code for { $host }. Tell it to nobody.
account-letter-register-subject = Confirm your address for Svitok
account-letter-register-body =
    Hello, { $name }!

    To finish registering at Svitok, open the link and press “Confirm”:

    { $link }

    The link works once, until { $until } Moscow time. If you did not register, do not open it: nothing happens without you.
account-letter-registered-already-subject = This address is registered at Svitok already
account-letter-registered-already-body =
    Hello, { $name }!

    Somebody gave your address while registering or changing an address at Svitok. It has an account already, in which nothing has changed.

    If it was you, sign in or reset the password: { $link }

    If it was not, nothing needs to be done.
account-letter-reset-subject = A new password for Svitok
account-letter-reset-body =
    Hello, { $name }!

    To set a new password, open the link:

    { $link }

    The link works once, until { $until } Moscow time. All earlier sign-ins will end. If you did not ask for a new password, nothing needs to be done: the old one holds.
account-letter-password-changed-subject = Your Svitok password was changed
account-letter-password-changed-body =
    Hello, { $name }!

    The password of your account was changed, and earlier sign-ins have ended.

    If it was not you, reset the password on the sign-in page at once and tell the administrator of the server.
account-letter-confirm-email-subject = Confirm your address
account-letter-confirm-email-body =
    Hello, { $name }!

    To confirm that letters from Svitok reach you, open the link:

    { $link }

    The link works once, until { $until } Moscow time.
account-letter-change-email-subject = Confirm your new address for Svitok
account-letter-change-email-body =
    Hello, { $name }!

    This address was given as a new login and address for letters. To confirm it, open the link:

    { $link }

    The link works once, until { $until } Moscow time. If you did not ask for it, do not open the link.
account-letter-change-email-asked-subject = A change of address was asked for at Svitok
account-letter-change-email-asked-body =
    Hello, { $name }!

    A change of address to { $address } was asked for in your account. It changes when the new address is confirmed by the link of a letter.

    If it was not you, change the password: without it this cannot be asked.
account-letter-email-changed-subject = Your Svitok address was changed
account-letter-email-changed-body =
    Hello, { $name }!

    Your login and address for letters is { $address } now. No more letters go to the address before.

    If it was not you, tell the administrator of the server.

# Roles and departments.
account-role-reader = Reader
account-role-primary-documents = Primary documents
account-role-accountant = Accountant
account-role-director = Director
account-role-administrator = Administrator
account-role-built-in = A built-in role cannot be changed. Make one of your own.
account-role-name-taken = There is a role with this name.
account-department-root = The root department cannot be moved or archived.
account-department-cycle = A department cannot lie under itself.
account-department-not-empty = Other departments lie under this one. Move or archive them first.
account-department-name-taken = A department beside it has this name.
account-department-archived = This department is archived.

# Standing in.
account-delegation-to-self = You cannot stand in for yourself: choose another member.
account-delegation-beyond-own = You can hand over only what you may do yourself, and never the administrator's permission.
account-delegation-time = It must end later than it begins, not in the past, and within 366 days.
account-delegation-over = This has ended already.

# Requests for access.
account-access-request-already = You have asked this organization already. Its administrator will answer.
account-access-request-too-soon = The organization refused recently. You may ask again seven days after a refusal.
account-access-request-over = This request was decided or withdrawn.
account-task-receiver = Choose either a colleague or a department.
account-task-due = This day has passed.
account-task-over = This task was done, returned or withdrawn.
account-task-of-other = A task is done or returned by whom it was given to, and withdrawn by who gave it.

# Notices.
account-notice-access-asked = { $person } asks for access to { $organization }.
account-notice-access-approved = You have access to { $organization } now.
account-notice-access-refused = Access to { $organization } was refused: { $reason }
account-notice-delegation-given = You stand in for { $delegator } at { $organization } from { $since } to { $until }.
account-notice-delegation-made = { $delegate } stands in for you at { $organization } from { $since } to { $until }.
account-notice-delegation-revoked = Standing in has ended early: { $delegate } for { $delegator }, { $organization }.
account-notice-task-given = { $person } gives you a task: { $task }
account-notice-task-done = Your task is done ({ $person }): { $task }
account-notice-task-returned = { $person } gives the task “{ $task }” back: { $reason }
account-notice-task-withdrawn = { $person } withdraws the task: { $task }
account-notice-certificate-revoked = Certificate { $serial } is revoked: it signs nothing and is no way in any more.
account-notice-certificate-suspended = Certificate { $serial } is suspended: until it is resumed it signs nothing and is no way in.
account-notice-certificate-ending = The certificate of { $name } is good until { $until }, days left: { $days }. Renew it under “Certificates”.
account-notice-certificate-ended = The certificate of { $name } ended on { $until }: it signs nothing and opens no sign-in any more. Get a new one.

# Profile.
account-profile-picture-form = A picture is a PNG or JPEG of up to 64 KiB and 1024 by 1024 points.
