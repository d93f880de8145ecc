# Signing in the browser: what cannot be done.
signer-call = The page called the signer wrongly. Reload the page and try again; if that does not help, tell support.
signer-key-unknown = This key is not here any more: the page was reloaded or the key was dropped. Open the key again.
signer-stream-unknown = This file is not being read any more: reading has ended or was stopped. Begin again.
signer-buffer-unknown = The memory for the data was given back already. Reload the page and try again.
signer-too-many = Too much is open at once, no more than { $limit } may be. Close something and try again.
signer-chance = The browser gave no random numbers; without them neither key nor signature is safe. Update the browser.
signer-set-unknown = There is no such parameter set of keys.
signer-attribute-unknown = The attribute “{ $name }” is unknown.
signer-digest-other = The content was hashed with another algorithm than the key or the signature needs.
signer-no-signer = Nobody was chosen to sign.
signer-load = The signer was not loaded. Check the connection and reload the page; if that does not help, update the browser.
signer-broken = Signing failed: the signer stopped. The document is not signed, open keys are forgotten. Open the key again and repeat.
signer-key-gone = The key is forgotten: the signer was begun anew. Open the key again and repeat.
signer-worker-gone = Signing was interrupted: the browser ended it. The document is not signed, open keys are forgotten. Open the key again and repeat.
signer-queue-full = Too many actions are waiting, no more than { $limit } may. Wait for them to end and repeat.
signer-too-long = The file is too large: no more than { $limit } bytes can be read together with a signature. Keep the signature apart from the document.
signer-content-unread = The file was not read to its end: it changed or is not there any more. Choose it again.
