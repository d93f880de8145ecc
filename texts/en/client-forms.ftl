# Checks of files, and forms.
client-check-file-failed = The file could not be checked: { $why }
client-check-file-unknown = The format of the document is not recognised
client-place-check-file = Check a file
