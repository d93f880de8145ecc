# What the script of the sign-in pages says.
client-entry-unopened = The key could not be opened or did not sign. Check the file and the password and try again.
client-entry-no-certificate = The files hold no certificate for this key: add the certificate (.cer).
client-entry-no-file = Choose the key file.
client-entry-no-answer = The server did not answer. Check the connection and try again.
client-entry-from-file = Another key, from a file
