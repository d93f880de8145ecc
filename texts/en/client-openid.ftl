# Signing in through a program: addresses to return to, and the secret.
client-openid-open = Sign-in
client-openid-title = Sign-in through “{ $name }”
client-openid-about = The program can send a person to the sign-in page and get access in their name with their consent (OpenID Connect). After signing in the person returns only to an address of this list.
client-openid-redirects = Addresses to return to
client-openid-redirects-hint = One a line, ten at most. For example: https://books.romashka.example/back
client-openid-public = The program runs on people’s devices and keeps no secret
client-openid-public-about = Such programs prove each sign-in without a secret, and cannot ask for passwords.
client-openid-keep = Save
client-openid-done = Saved
