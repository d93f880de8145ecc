# Checks of files, and forms.
client-check-file-failed = The file could not be checked: { $why }
client-check-file-unknown = The format of the document is not recognised
client-place-check-file = Check a file

# Official forms.
client-place-forms = Forms
client-forms-about = Reports and documents in the official formats: fill them in here or go on with a file of another program
client-forms-no-module = Forms cannot be filled in: this build of the program has no checking module.
client-forms-choose-form = Choose a form
client-forms-search = Name or code of the form (КНД)
client-forms-search-hint = УСН, 6-НДФЛ, 1151111
client-forms-none = There is no such form
client-forms-none-text = Check the name or the code. An administrator can add a form from its official schema.
client-forms-knd = КНД { $knd }
client-forms-version = format { $version }
client-forms-open = A ready file
client-forms-open-about = A file of any program: the filled form opens, to be checked and mended. The file does not leave your computer.
client-forms-open-choose = Choose a file
client-forms-begun = Begun on this device
client-forms-secondary = There is no official schema of this form: its format is known from other sources. The file is not for sending to an authority.
client-forms-choose = Not chosen
client-forms-one-of = Fill in one of
client-forms-part-add = Add
client-forms-part-drop = Remove
client-forms-one-more = Add one more
client-forms-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
 }
client-forms-row = Row { $number }
client-forms-row-add = Add a row
client-forms-row-open = Details
client-forms-row-open-number = Details, row { $number }
client-forms-row-drop = Delete row { $number }
client-forms-computed = Computed
client-forms-formula = How it is computed
client-forms-overwritten = Changed by hand; the computation gives { $computed }
client-forms-computed-back = Restore
client-forms-findings = Findings
client-forms-clean = No findings
client-forms-ready = No errors
client-forms-count = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
 }
client-forms-absent = { $count ->
    [one] Still to be filled in: { $count } place
   *[other] Still to be filled in: { $count } places
 }
client-forms-more = and { $count } more
client-forms-cut = There are more findings than shown: mend these, and the others will appear.
client-forms-ground = Ground
client-forms-sides = Left { $left }, right { $right }.
client-forms-accepted = Accepted: { $accepted }.
client-forms-check-failed = The check failed. Reload the page: what was filled in is kept on this device.
client-forms-full = The device has no room: the form is no longer kept by itself. Download the file so as not to lose it.
client-forms-not-kept = The form is not kept on the device. { $why }
client-forms-warned = The form has errors. The authority will not accept a file with them.
client-forms-download = Download the file
client-forms-download-anyway = Download with errors
