# Сертификаты подходят к концу.
client-ending-soon = Сертификат { $name } действует до { $until }, { $count ->
    [one] осталось { $count } день
    [few] осталось { $count } дня
   *[other] осталось { $count } дней
 }.
client-ending-over = Срок сертификата { $name } истёк { $until }: подписывать им больше нельзя.
client-ending-renew = Продлить сейчас
client-ending-next = Получить новый
