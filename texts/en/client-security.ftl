# Settings: sign-in and security.
client-settings-tabs = Parts of the settings
client-settings-profile = Profile
client-settings-security = Sign-in and security

# Open sign-ins.
client-sign-ins = Open sign-ins
client-sign-ins-about = End those you do not recognise.
client-sign-ins-none = There are no open sign-ins
client-sign-in-kind = From where
client-sign-in-page = browser
client-sign-in-api = program
client-sign-in-diadoc = program for Diadoc
client-sign-in-extern = program for Extern
client-sign-in-oidc = sign-in through another service
client-sign-in-since = Since
client-sign-in-until = Until
client-sign-in-end = End
client-sign-in-end-about = The sign-in opened { $at } will stop working.
client-security-end-others = Sign out elsewhere
client-security-end-all = Sign out everywhere
client-security-ask-end-one = End the sign-in?
client-security-ask-end-others = Sign out on other devices?
client-security-ask-end-all = Sign out everywhere?
client-security-about-end-others = All sign-ins but this one stop working, those of programs too. You stay on this device. Remembered devices are forgotten.
client-security-about-end-all = All sign-ins, this one too, stop working. Drafts and what was read on this device are wiped. Remembered devices are forgotten.
client-security-ended-one = Sign-in ended
client-security-ended-others = The other sign-ins have ended
client-security-ended-all = All sign-ins have ended

# Password, e-mail, phone.
client-security-ways = Password and contacts
client-security-ways-about = What you sign in with, and where letters and codes go.
client-security-none = none
client-security-password = Password
client-security-password-about = Change it if others may have learned it.
client-security-password-needs-email = To set a password, add an e-mail address first.
client-security-password-change = Change password
client-security-password-new = New password
client-security-password-hint = At least 10 characters, and not the login.
client-security-password-again = New password again
client-security-password-differs = The passwords differ.
client-security-password-ends = The other sign-ins end, remembered devices are forgotten. You stay on this device.
client-security-password-done = Password changed
client-security-present = Your password
client-security-present-hint = If you have no password, leave this empty.
client-security-present-wrong = The password is wrong.
client-security-email = E-mail
client-security-email-change = Change
client-security-email-add = Add
client-security-email-ask = Change the e-mail address
client-security-email-new = New address
client-security-email-hint = A link goes there. Nothing changes before it is followed.
client-security-letter-sent = A letter with a link was sent
client-security-confirm = Confirm
client-security-confirm-ask = Confirm the e-mail address?
client-security-confirm-send = Send the letter
client-security-confirm-about = A letter with a link goes to { $email }. Follow it within a day.
client-security-confirmed = confirmed
client-security-unconfirmed = not confirmed
client-security-phone = Phone
client-security-phone-change = Change
client-security-phone-add = Add
client-security-phone-ask = Phone to sign in with
client-security-phone-new = Phone number
client-security-phone-hint = Such as +7 900 000-00-00. A code goes to it.
client-security-phone-send = Get the code
client-security-phone-sent = A code went to { $phone }. It works for 10 minutes.
client-security-phone-take-over = The number is mine now, take it
client-security-phone-done = Phone confirmed
client-security-code = Code
client-security-next = Go on

# The second step.
client-security-second = Second step of signing in
client-security-second-about = After the password a code from an app on your phone is needed. Who learns the password cannot sign in without the phone.
client-security-second-on = on
client-security-second-off = off
client-security-second-turn-on = Turn the second step on
client-security-second-turn-off = Turn off
client-security-second-on-done = The second step is on
client-security-second-off-ask = Turn the second step off?
client-security-second-off-about = The password alone will be enough. Recovery codes stop working, remembered devices are forgotten.
client-security-second-off-done = The second step is off
client-security-totp-picture = QR code for the app with codes
client-security-totp-scan = Open an app with one-time codes, add an account there and point the camera at this picture. Then type the six digits it shows.
client-security-totp-type = No camera? Type this key into the app:
client-security-codes = Recovery codes
client-security-codes-once = The codes are shown once. Each replaces a code of the app one time, if the phone is lost. Print or save them and keep them apart from the phone.
client-security-codes-whose = Recovery codes · { $host } · { $login }
client-security-codes-file = Recovery codes.txt
client-security-codes-save = Save to a file
client-security-codes-print = Print
client-security-codes-kept = I have kept them
client-security-codes-left = { $count ->
    [one] { $count } recovery code is left.
   *[other] { $count } recovery codes are left.
 }
client-security-codes-few = Hardly any recovery codes are left. Make new ones.
client-security-codes-renew = New codes
client-security-codes-ask = Make new recovery codes?
client-security-codes-renew-about = The codes before stop working.

# Passkeys.
client-security-passkeys = Passkeys
client-security-passkeys-about = Sign in by a finger, a face or the device’s code, without a password. The key never leaves the device.
client-security-passkeys-none = There are no passkeys yet.
client-security-passkey-add = Add a passkey
client-security-passkey-how = The browser asks for a finger, a face or this device’s code, or offers another device.
client-security-passkey-name = Name
client-security-passkey-name-hint = You will know the device by it in the list.
client-security-passkey-make = Make the key
client-security-passkey-done = Passkey added
client-security-passkey-not-made = No key was made: the request was closed, or this device holds your key already.
client-security-passkey-rename = Rename
client-security-passkey-ask-rename = Rename the key “{ $name }”
client-security-passkey-renamed = Passkey renamed
client-security-passkey-ask-remove = Remove the key “{ $name }”?
client-security-passkey-about-remove = It will no longer sign in. Remove it on the device as well.
client-security-passkey-removed = Passkey removed
client-security-remove = Remove
client-security-added = added { $at }
client-security-used = last sign-in { $at }

# Certificates to sign in with.
client-security-certificates = Certificates to sign in with
client-security-certificates-about = Sign in by an electronic signature, without a password and a second step.
client-security-certificates-none = There are no certificates to sign in with yet.
client-security-certificate-add = Add a certificate
client-security-certificate-sign = Sign and add
client-security-certificate-text = Proof that you hold the certificate’s key
client-security-certificate-done = Certificate added
client-security-certificate-ask-remove = No longer sign in by the certificate “{ $name }”?
client-security-certificate-about-remove = The certificate itself stays valid and can sign documents.
client-security-certificate-removed = The certificate no longer signs in

# Remembered devices.
client-security-devices = Remembered devices
client-security-devices-about = The second step is not asked for on them for 30 days.
client-security-devices-none = There are no remembered devices.
client-security-device-unnamed = unknown device
client-security-device-forget = Forget
client-security-device-ask = Forget the device “{ $name }”?
client-security-device-about = The next sign-in from it needs the second step.
client-security-device-done = Device forgotten
client-security-since = since { $at }
client-security-until = until { $at }

# Journal of sign-ins.
client-security-journal = Journal of sign-ins
client-security-journal-about = All tries to sign in within 180 days, refused ones too. One that succeeded and that you do not know is a reason to change the password and sign out everywhere.
client-security-journal-none = Nobody has tried to sign in yet
client-security-tried = When
client-security-way = Way
client-security-way-password = password
client-security-way-password-and-second = password and second step
client-security-way-certificate = certificate
client-security-way-phone = code to the phone
client-security-way-phone-and-second = code to the phone and second step
client-security-way-passkey = passkey
client-security-from = Device and address
client-security-outcome = Outcome
client-security-opened = signed in
client-security-refused = refused
client-people-tab-ways = Sign-in
client-ways = How you may sign in
client-ways-about = A closed way lets nobody in, not even with the right password or key.
client-ways-change = Change the rules
client-ways-own = Your rules of signing in
client-ways-own-about = At least one way has to stay open.
client-ways-organization = The organization's rules of signing in
client-ways-organization-about = The rules hold for every member. Whoever meets a closed way reads who closed it and when.
client-ways-organization-rules = The rules hold at once, at the next sign-in of each member.
client-ways-closed = Close
client-ways-rule-password = signing in by password
client-ways-rule-certificate = signing in by certificate
client-ways-rule-phone = signing in by a code to the phone
client-ways-rule-passkey = signing in by passkey
client-ways-rule-without-second = signing in without a second step
client-ways-way-password = Password
client-ways-way-certificate = Certificate
client-ways-way-phone = Code to the phone
client-ways-way-passkey = Passkey
client-ways-way-without-second = Signing in without a second step
client-ways-is-open = open
client-ways-is-unset = not set up
client-ways-is-closed = closed
client-ways-is-allowed = allowed
client-ways-by-organization = Closed by a rule of { $organization }: { $who }, { $at }
client-ways-by-self = Closed by you { $at }
client-ways-save = Save
client-ways-saved = The rules are saved
client-ways-left-out = { $count ->
    [one] { $count } member would be left without any way in:
   *[other] { $count } members would be left without any way in:
 }
client-ways-left-out-others = and { $count } more.
client-ways-left-out-you = You are among them, so such rules cannot be saved.
client-second-ways = Other second steps
client-second-ways-about = Beside the app, the second step may be
client-second-ways-phone = a code to the proven phone
client-second-ways-passkey = a passkey
