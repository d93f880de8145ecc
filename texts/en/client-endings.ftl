# Certificates come to their end.
client-ending-soon = The certificate of { $name } is good until { $until }, { $count ->
    [one] { $count } day left
   *[other] { $count } days left
 }.
client-ending-over = The certificate of { $name } ended on { $until }: it signs nothing any more.
client-ending-renew = Renew it now
client-ending-next = Get a new one
