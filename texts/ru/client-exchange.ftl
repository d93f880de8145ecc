# Обмен документами: прочитанное, поиск, отмена.

client-unread = Непрочитанный.
client-unread-count = непрочитанных: { $count }
client-unread-count-more = непрочитанных: { $count } и больше
client-filter-unread = Непрочитанные
client-do-read = Отметить прочитанным
client-do-unread = Отметить непрочитанным
client-done-read = { $count ->
    [one] { $count } документ отмечен прочитанным
    [few] { $count } документа отмечены прочитанными
   *[many] { $count } документов отмечены прочитанными
 }
client-done-unread = { $count ->
    [one] { $count } документ отмечен непрочитанным
    [few] { $count } документа отмечены непрочитанными
   *[many] { $count } документов отмечены непрочитанными
 }

client-found-documents = Документы
client-found-how = Ищем по началам слов и номеров: «17» найдёт «А-17/2026», «дог пост» — «Договор поставки.pdf», первые цифры ИНН — контрагента.
client-found-cut = Показано не всё: наберите слово длиннее или ещё одно.

client-link-later-accept = Приглашение будет принято: { $name }
client-link-later-refuse = Приглашение будет отклонено: { $name }
client-link-later-break = Обмен будет прекращён: { $name }

client-undo = Отменить
client-undo-failed = Отменить или выполнить не удалось: { $why }
client-undo-waits = Скоро будет сделано

# УПД целиком.
client-utd-whole = Остальные реквизиты
client-utd-whole-about = Поля, длины и списки взяты из описания формы { $version }. Здесь показано то, что нужно чаще всего; в полной форме есть каждый реквизит.
client-utd-whole-open = Заполнить все реквизиты формы
