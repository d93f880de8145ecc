# Refusals: people, organizations, sign-in.

account-sign-in-needed = A sign-in is needed.
account-sign-in-token-refused = This sign-in has ended. Sign in again.
account-sign-in-wrong-password = Login or password is wrong.
account-sign-in-locked-out = Too many wrong passwords. Wait and try again.
account-sign-in-busy = Too many passwords are being checked now. Try again in a few seconds.
account-sign-in-integrator-refused = The integrator key is not accepted: it is wrong or was revoked.
account-user-login-form = A login is an e-mail address.
account-user-login-taken = This login is taken.
account-user-name-form = A name is one line of up to 200 characters.
account-user-password-form = A password has 10 to 256 characters and is not the login.
account-user-registration-closed = Registration is closed here. Ask the administrator of an organization for an invitation.
account-not-found = Not found.
account-member-forbidden = You lack the permission in this organization. Its administrator can give it.
account-member-already = This person is a member already.
account-member-last-administrator = An organization keeps at least one administrator.
account-member-unknown-permission = There is no such permission.
account-organization-requisite = A requisite is written wrongly.
account-organization-requisites-disagree = ИНН, КПП and ОГРН do not go together.
account-organization-text-form = This text cannot be used here.
account-organization-already-registered = An organization with these ИНН and КПП is here already.
account-too-many = No more: the limit is reached.
account-invitation-over = The invitation was used, withdrawn or has expired. Ask for a new one.
account-operator-code-form = An operator's code is three characters: capital Latin letters and digits.
account-operator-code-taken = A real operator may hold this code. Take another.
