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
