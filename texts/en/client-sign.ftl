# What to sign with: vendors' programs and a signature made elsewhere.
client-way-crypto-pro = CryptoPro
client-way-crypto-pro-about = The key stays in CryptoPro CSP: Svitok hands it the document's hash alone. Needs CryptoPro CSP, its browser plug-in and the extension.
client-way-rutoken = Rutoken
client-way-rutoken-about = The key stays on the token: Svitok hands it the document's hash alone. Needs Rutoken Plugin and its browser extension.
client-way-untried = Tested against an imitation of the vendor's program, never on the real one. Svitok verifies the signature before it is sent.
client-way-asking = Asking the signing program
client-way-diagnose = Check this workplace
client-way-vendor-none = { $count ->
    [0] No valid keys were found. Insert the token and refresh the list.
   *[other] There are certificates, but none will do: they have expired or belong to another organization.
}
client-way-pin = PIN
client-way-pin-hint = The token wants it for each signature. Svitok forgets it when this window closes.
client-way-choose = Choose the key
client-way-ready = Ready signature
client-way-ready-about = Download the files, sign them with any program of your own (detached signature, GOST R 34.10-2012) and bring the signature files back. Svitok finds which signature belongs to which file.
client-way-ready-who = Surname, given name and patronymic of the signer
client-way-ready-give = Download files to sign
client-way-ready-again = Download again
client-way-ready-archive = To sign.zip
client-way-ready-take = Signature files
client-way-ready-matched = Signatures that fit: { $taken } of { $all }. Add the others.
client-way-ready-size = This is no signature: the file is empty or too large.
client-way-ready-several = One person must sign all files with one certificate, and the certificate must be inside the signature.
client-key-worth = What a signature by this key is worth
client-key-kind = The signature will be { $kind }.
client-key-answer = Answer to "{ $kind }"
client-key-untrusted = The server does not trust this certificate: its chain is broken or ends in no known root. A signature by this key will be refused.
client-key-revoked = The certificate is revoked. A signature by this key will be refused.
client-key-not-judged = Whether the server takes this key could not be learnt beforehand. The signature is verified when it is sent.
