# Exchange of documents: what was read, search, taking back.

client-unread = Unread.
client-unread-count = unread: { $count }
client-unread-count-more = unread: { $count } or more
client-filter-unread = Unread
client-do-read = Mark as read
client-do-unread = Mark as unread
client-done-read = { $count ->
    [one] { $count } document marked as read
   *[other] { $count } documents marked as read
 }
client-done-unread = { $count ->
    [one] { $count } document marked as unread
   *[other] { $count } documents marked as unread
 }

client-found-documents = Documents
client-found-how = Beginnings of words and numbers are sought: "17" finds "А-17/2026", "dog post" finds "Dogovor postavki.pdf", the first digits of an INN find a counteragent.
client-found-cut = Not everything is shown: type more of a word, or one more.

client-link-later-accept = The invitation will be accepted: { $name }
client-link-later-refuse = The invitation will be refused: { $name }
client-link-later-break = The exchange will be ended: { $name }

client-undo = Undo
client-undo-failed = It could not be done or undone: { $why }
client-undo-waits = About to be done

# УПД целиком.
client-utd-whole = Other fields
client-utd-whole-about = Fields, lengths and lists come from the definition of the form { $version }. What is needed most often is shown here; the whole form has every field.
client-utd-whole-open = Fill in the whole form
