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

# Letters.
account-letter-invitation-subject = Invitation to { $organization }
account-letter-invitation-body =
    Good day,

    you are invited to become a member of { $organization } in the document exchange service Svitok.

    Sign in or register and enter the code of the invitation:

    { $code }

    The code is good until { $until } and only once. If you did not expect this letter, there is nothing to do.

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

# Notices.
account-notice-access-asked = { $person } asks for access to { $organization }.
account-notice-access-approved = You have access to { $organization } now.
account-notice-access-refused = Access to { $organization } was refused: { $reason }
account-notice-delegation-given = You stand in for { $delegator } at { $organization } from { $since } to { $until }.
account-notice-delegation-made = { $delegate } stands in for you at { $organization } from { $since } to { $until }.
account-notice-delegation-revoked = Standing in has ended early: { $delegate } for { $delegator }, { $organization }.
