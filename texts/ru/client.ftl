# Клиент в браузере.

# Рамка.
client-name = Свиток
client-skip = Перейти к содержанию
client-nav = Разделы
client-place-incoming = Входящие
client-place-outgoing = Исходящие
client-place-drafts = Черновики
client-place-counteragents = Контрагенты
client-place-certificates = Сертификаты
client-place-settings = Настройки
client-waiting-count = ждут вас: { $count }
client-organization-switch = Организация { $name }, сменить
client-search = Поиск
client-search-placeholder = Номер, имя файла, название или ИНН
client-notices = Что вас ждёт: ничего
client-notices-some = Что вас ждёт: { $count }
client-notice-incoming = { $count ->
    [one] Вашего ответа ждёт { $count } входящий документ
    [few] Вашего ответа ждут { $count } входящих документа
   *[many] Вашего ответа ждут { $count } входящих документов
 }
client-notice-outgoing = { $count ->
    [one] Вас ждёт { $count } исходящий документ
    [few] Вас ждут { $count } исходящих документа
   *[many] Вас ждут { $count } исходящих документов
 }
client-notice-invites = { $count ->
    [one] Вас приглашает { $count } контрагент
    [few] Вас приглашают { $count } контрагента
   *[many] Вас приглашают { $count } контрагентов
 }
client-help = Справка и клавиши
client-person-menu = { $name }: вид, язык, выход
client-sign-out = Выйти
client-sign-out-failed = Выйти не получилось, вход ещё открыт. { $why }
client-theme = Оформление
client-theme-system = Как на устройстве
client-theme-light = Светлое
client-theme-dark = Тёмное
client-language = Язык
client-offline = Нет сети. Видно то, что уже открывали; отправить можно будет, когда сеть вернётся.
client-test-organization = Тестовая организация: её документы не имеют юридической силы.
client-inn = ИНН { $inn }
client-kpp = КПП { $kpp }
client-honest = Свиток — независимая программа с открытым кодом. Эта установка — не аккредитованный оператор электронного документооборота, а её удостоверяющий центр неквалифицированный: подпись действует между теми, кто договорился её признавать.

# Справка.
client-help-title = Клавиши и справка
client-help-text = Документы открываются по щелчку. Со списком и документом можно работать без мыши:
client-key-search = перейти к поиску
client-key-next = следующая строка
client-key-previous = предыдущая строка
client-key-mark = отметить строку
client-key-open = открыть строку
client-key-submit = главное действие: подписать, отправить, применить
client-key-close = закрыть окно
client-key-help = эта справка

# Общее.
client-loading = Загружается
client-close = Закрыть
client-cancel = Отмена
client-retry = Повторить
client-go-on = Продолжить
client-more = Показать ещё
client-places-more = Ещё разделы
client-more-acts = Ещё
client-any = Любое
client-needed = Заполните это поле.
client-moment = { $at } МСК
client-today = сегодня, { $time }
client-yesterday = вчера, { $time }
client-quarter = { $number } квартал { $year }
client-this-month = Этот месяц
client-size-bytes = { $count } Б
client-size-kibibytes = { $count } КБ
client-size-mebibytes = { $count } МБ
client-print = Напечатать
client-download = Скачать

# Когда не получилось.
client-fault = Сервис не ответил
client-unreachable = Нет связи с сервисом
client-unreachable-text = Проверьте сеть и повторите. Если ответ потерялся по дороге, повторная отправка ничего не удвоит.
client-bug = Что-то сломалось в этой странице
client-bug-text = Обновите страницу. Если повторяется, сообщите администратору.
client-request-id = Номер запроса: { $id }
client-report = Сообщить о проблеме
client-report-copied = Описание скопировано, отправьте его администратору
client-nothing = Здесь ничего нет
client-nothing-text = Такой страницы или документа нет, или они вам недоступны.
client-no-box-text = Вы вошли, но пока не состоите ни в одной организации. Заведите свою или попросите доступ к той, где работаете.
client-wrong-inn = В ИНН ошибка: контрольные цифры не сходятся. ИНН организации — 10 цифр, человека — 12.
client-wrong-kpp = КПП — 9 знаков, например 770101001.
client-wrong-day = Нужна дата вида 28.11.2026.
client-wrong-sum = Нужна сумма: цифры и запятая, например 1 234,50.
client-wrong-quantity = Нужно количество больше нуля, например 1,5.
client-day-placeholder = дд.мм.гггг

# Списки.
client-column-document = Документ
client-column-counteragent = Контрагент
client-column-total = Сумма
client-column-state = Состояние
client-column-when = Отправлен
client-column-changed = Изменён
client-column-acts = Действия
client-column-organization = Организация
client-column-requisites = Реквизиты
client-mark-all = Отметить все показанные
client-mark = Отметить: { $name }
client-marked = { $count ->
    [one] Отмечен { $shown } документ
    [few] Отмечено { $shown } документа
   *[many] Отмечено { $shown } документов
 }
client-unmark = Снять отметки
client-bulk = Действия с отмеченными
client-bulk-nothing = У отмеченных нет общего действия.
client-shown = { $count ->
    [one] Показан { $count } документ
    [few] Показано { $count } документа
   *[many] Показано { $count } документов
 }
client-shown-all = это все
client-none-found = Ничего не найдено
client-none-found-text = Под условия отбора не подходит ни один документ.
client-empty-incoming = Входящих документов пока нет
client-empty-incoming-text = Они появятся здесь, когда контрагент отправит первый. Для этого одна сторона приглашает другую, а та соглашается.
client-empty-outgoing = Исходящих документов пока нет
client-empty-outgoing-text = Создайте УПД в форме или отправьте готовые файлы.
client-found = Поиск: { $text }
client-found-invite = Найти организацию с ИНН { $inn } и пригласить

# Отбор.
client-filters = Отбор
client-filters-open = Отбор
client-filters-apply = Показать
client-filters-reset = Сбросить отбор
client-filter-remove = убрать это условие
client-filter-kind = Вид документа
client-filter-number = Номер
client-filter-number-hint = Целиком, как в документе.
client-filter-from = Дата с
client-filter-to = Дата по
client-from = с { $date }
client-to = по { $date }
client-turn-all = Все
client-turn-mine = Ждут вас
client-turn-theirs = Ждут контрагента
client-outcome-going = В работе
client-outcome-finished = Завершены
client-outcome-rejected = Отказано в подписи
client-outcome-revoked = Аннулированы

# Документ.
client-kind-utd_invoice = УПД
client-kind-utd_transfer = УПД
client-kind-utd_invoice_and_transfer = УПД
client-kind-nonformalized = Документ
client-kind-full-utd_invoice = УПД: счёт-фактура
client-kind-full-utd_transfer = УПД: передаточный документ
client-kind-full-utd_invoice_and_transfer = УПД: счёт-фактура и передаточный документ
client-kind-full-nonformalized = Другой файл
client-function-utd_invoice = счёт-фактура
client-function-utd_transfer = передаточный документ
client-function-utd_invoice_and_transfer = счёт-фактура и передаточный документ
client-function-nonformalized = неформализованный документ
client-number = № { $number }
client-dated = от { $date }
client-from-whom = от кого:
client-to-whom = кому:
client-test = тестовый
client-test-document = Тестовый документ: не имеет юридической силы.
client-party-gone = ящик закрыт
client-operator = Оператор
client-state-finished = завершён
client-state-rejected = отказано в подписи
client-state-revoked = аннулирован
client-state-mine = ждёт вас
client-state-theirs = ждёт контрагента
client-state-operator = в пути
client-turn-nobody = Больше ни от кого ничего не требуется.
client-act-deliver = доставить документ
client-act-confirm = подтвердить дату
client-act-receipt = отправить извещение о получении
client-act-answer = ответить: подписать или отказать
client-act-answer_receipt = известить о получении ответа
client-act-answer_revocation = ответить на предложение об аннулировании
client-due = до { $date }
client-overdue = срок истёк { $date }
client-due-none = Срок законом не установлен, действует договорённость сторон.
client-amendment = Запрошено уточнение { $at }.
client-revocation = Предложено аннулировать: { $who }, { $at }.
client-revocation-refused = В аннулировании отказано { $at }.
client-law = Что требует закон
client-law-unknown = В справочнике правил нет строки на этот день: что требует закон, сказать нельзя.
client-law-asks = Требуется
client-law-has = Есть
client-law-agreement = если стороны договорились её признавать
client-law-operator = через оператора, отвечающего требованиям налоговой службы
client-law-suffices = вида подписи достаточно
client-law-short = вида подписи недостаточно
client-asks-none = подпись не требуется
client-asks-simple = простая подпись
client-asks-unqualified = усиленная неквалифицированная подпись
client-asks-qualified = усиленная квалифицированная подпись
client-has-simple = простая подпись
client-has-unqualified = усиленная неквалифицированная подпись
client-has-qualified = усиленная квалифицированная подпись
client-has-test = тестовая подпись
client-has-simulator = подпись симулятора
client-has-unknown = вид подписи не установлен
client-life = Жизнь документа
client-signed-by = Подпись: { $who }
client-step-title = отправлен титул продавца
client-step-nonformalized_document = отправлен документ
client-step-answer_title = отправлен ответный титул
client-step-signature = подписано
client-step-receiving_confirmation = подтверждена дата получения
client-step-sending_confirmation = подтверждена дата отправки
client-step-receipt_notification = отправлено извещение о получении
client-step-signature_rejection = отказано в подписи
client-step-amendment_request = запрошено уточнение
client-step-revocation_request = предложено аннулировать
client-step-notice = отправлено сообщение
client-step-delivery = доставлено
client-file-title = титул продавца
client-file-nonformalized_document = документ
client-file-recognised = титул УПД № { $number } от { $date }
client-file-answer_title = ответный титул
client-file-signature = подпись
client-file-receiving_confirmation = подтверждение даты получения
client-file-sending_confirmation = подтверждение даты отправки
client-file-receipt_notification = извещение о получении
client-file-signature_rejection = отказ в подписи
client-file-amendment_request = уведомление об уточнении
client-file-revocation_request = предложение об аннулировании
client-file-notice = сообщение
client-file-delivery = отметка о доставке
client-contents = Содержание
client-title-unreadable = Файл не читается как титул УПД. Скачайте его ниже.
client-seller = Продавец
client-buyer = Покупатель
client-operation = Содержание операции
client-title-signer = Подписант
client-goods = Товары, работы, услуги
client-goods-name = Наименование
client-goods-unit = Ед.
client-goods-quantity = Количество
client-goods-price = Цена
client-goods-without-tax = Без НДС
client-goods-rate = Ставка
client-goods-tax = НДС
client-goods-total = Всего с НДС
client-goods-all = Всего к оплате
client-goods-more = Ещё строк: { $count }. Они есть в файле.
client-goods-add = Добавить строку
client-goods-drop = Убрать строку { $number }

# Файлы и подписи.
client-files = Файлы и подписи
client-count-files = { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
 }
client-count-signatures = { $count ->
    [one] { $count } подпись
    [few] { $count } подписи
   *[many] { $count } подписей
 }
client-checked-at = Проверены { $at }.
client-technical = { $count ->
    [one] { $count } служебный файл: квитанции и подтверждения
    [few] { $count } служебных файла: квитанции и подтверждения
   *[many] { $count } служебных файлов: квитанции и подтверждения
 }
client-download-file = Скачать файл
client-download-signature = Скачать подпись
client-unsigned = без подписи
client-bytes-changed = файл на диске изменён
client-signature-of = Подпись: { $who }
client-signature-simple = простая
client-signature-unqualified = неквалифицированная
client-signature-qualified_by_list = квалифицированная
client-signature-test = тестовая
client-signature-simulator = симулятор
client-signature-unknown = вид неизвестен
client-play = Подпись создана под тестовым корнем или симулятором и ничего не доказывает.
client-signer-unknown = Кто подписал, неизвестно: сертификата в подписи нет.
client-verdict-who = Кто подписал
client-verdict-integrity = Целостность
client-verdict-chain = Цепочка сертификатов
client-verdict-kind = Вид подписи
client-verdict-revocation = Отзыв
client-verdict-not-checked = Не проверено
client-verdict-all-checked = проверено всё, о чём спрашивали
client-chain-trusted = доверенная, до «{ $root }»
client-chain-broken = нарушена: { $reason }
client-chain-unknown = не ведёт к доверенному сертификату: { $reason }
client-kind-of-signature-simple = простая
client-kind-of-signature-unqualified = усиленная неквалифицированная (корневой центр сам называет себя неквалифицированным)
client-kind-of-signature-qualified_by_list = усиленная квалифицированная — по перечню аккредитованных центров на { $date }
client-kind-of-signature-test = тестовая, юридической силы не имеет
client-kind-of-signature-simulator = создана симулятором, юридической силы не имеет
client-kind-of-signature-unknown = не установлен
client-certificate-and-time = Сертификат и время
client-certificate-of = Сертификат { $serial }, издатель — { $issuer }
client-certificate-term = Действует с { $from } по { $until }
client-certificate-thumbprint = Отпечаток { $thumbprint }
client-signing-time = Подписано { $at } — со слов подписавшего

# Действия.
client-do-sign = Подписать
client-do-receipt = Отправить извещение
client-do-answer_receipt = Известить о получении ответа
client-do-reject = Отказать в подписи
client-do-amend = Запросить уточнение
client-do-revoke = Предложить аннулировать
client-do-accept_revocation = Согласиться аннулировать
client-do-reject_revocation = Отказать в аннулировании
client-verb-sign = Подписать и отправить
client-verb-receipt = Подписать и отправить
client-verb-answer_receipt = Подписать и отправить
client-verb-reject = Подписать отказ
client-verb-amend = Подписать и отправить
client-verb-revoke = Подписать и предложить
client-verb-accept_revocation = Подписать и аннулировать
client-verb-reject_revocation = Подписать отказ
client-about-reject = Отказ подписывается вашей подписью и окончателен: подписать этот документ потом будет нельзя.
client-about-amend = Контрагент получит уведомление об уточнении. Документ это не отменяет: исправленный приходит отдельным документом.
client-about-revoke = Документ будет аннулирован, когда контрагент согласится.
client-about-reject_revocation = Документ останется действующим.
client-words-reject = Почему отказываете
client-words-amend = Что исправить
client-words-revoke = Почему аннулируете
client-words-reject_revocation = Почему отказываете
client-done-sign = { $count ->
    [one] Подписан { $count } документ
    [few] Подписано { $count } документа
   *[many] Подписано { $count } документов
 }
client-done-receipt = Извещений отправлено: { $count }
client-done-answer_receipt = Извещений отправлено: { $count }
client-done-reject = Отказов отправлено: { $count }
client-done-amend = Запросов отправлено: { $count }
client-done-revoke = Предложений отправлено: { $count }
client-done-accept_revocation = Аннулировано документов: { $count }
client-done-reject_revocation = Отказов отправлено: { $count }
client-done-send = { $count ->
    [one] Отправлен { $count } документ
    [few] Отправлено { $count } документа
   *[many] Отправлено { $count } документов
 }

# Новый документ.
client-create = Создать
client-create-utd = Новый УПД
client-create-file = Отправить файлы
client-sign-and-send = Подписать и отправить
client-utd-document = Документ
client-utd-function = Что это
client-utd-called = УПД № { $number }
client-utd-recipient = Получатель
client-utd-choose = Выберите
client-utd-nobody = Контрагентов пока нет: пригласите организацию и дождитесь согласия.
client-utd-comment = Сообщение получателю
client-utd-no-recipient = Выберите получателя.
client-utd-no-number = Укажите номер документа.
client-utd-no-rows = Добавьте хотя бы одну строку.
client-utd-no-address = В счёте-фактуре нужен адрес: выберите регион.
client-utd-no-tax = без НДС
client-utd-with-tax = в том числе НДС { $tax }
client-utd-wrong = { $count ->
    [one] Исправьте { $count } поле
    [few] Исправьте { $count } поля
   *[many] Исправьте { $count } полей
 }
client-field-date = Дата
client-field-inn = ИНН
client-field-kpp = КПП
client-field-name = Название
client-field-region = Регион
client-field-postalCode = Индекс
client-field-district = Район
client-field-city = Город
client-field-settlement = Населённый пункт
client-field-street = Улица
client-field-house = Дом
client-field-building = Корпус
client-field-flat = Квартира, офис
client-file-drop-here = Перетащите сюда файлы: титулы УПД в XML будут узнаны, остальные уйдут как есть.
client-file-choose = Выбрать файлы
client-file-drop = Убрать { $name }
client-file-empty = Файл «{ $name }» пуст.
client-file-large = Файл «{ $name }» больше 70 МБ.
client-file-answer = Попросить получателя подписать
client-draft-kept = Черновик сохранён на этом устройстве
client-draft-gone = Такого черновика на этом устройстве нет.
client-draft-drop = Удалить черновик
client-draft-dropped = Черновик удалён
client-drafts-about = Формы, начатые на этом устройстве. При выходе они стираются.
client-empty-drafts = Черновиков нет
client-empty-drafts-text = Начатая форма сохраняется здесь сама, пока вы её заполняете.

# Подписание.
client-sign-what = Что подписывается
client-sign-with = Чем подписать
client-sign-ways = Где ключ
client-sign-documents = { $count ->
    [one] { $shown } документ
    [few] { $shown } документа
   *[many] { $shown } документов
 }
client-sign-total = на { $total }
client-sign-differ = Различаются: { $what }
client-sign-position = Ваша должность
client-sign-position-hint = В сертификате её нет, а в документе она нужна.
client-sign-foreign = Сертификат выдан другой организации. Здесь нужен сертификат с ИНН { $inn }.
client-sign-no-way = Программа собрана без модуля подписи: подписать в браузере нельзя. Обратитесь к администратору.
client-sign-other-key = Другой ключ
client-sign-until = Сертификат действует до { $date }
client-sign-progress = { $done } из { $all }
client-sign-failed = { $count ->
    [one] Не получилось: { $count } документ
    [few] Не получилось: { $count } документа
   *[many] Не получилось: { $count } документов
 }
client-sign-stop = Остановить
client-sign-again = Повторить оставшиеся: { $count }
client-sign-go-on = Продолжить, осталось { $count }
client-way-container = Файл с ключом
client-way-container-about = Ключ читается в этом браузере и на сервер не уходит. Подойдёт файл PFX, папка КриптоПро (все её файлы) или ключ PEM вместе с файлом сертификата.
client-way-container-files = Файлы ключа и сертификата
client-way-container-password = Пароль
client-way-container-password-hint = Если файл защищён паролем.
client-way-container-open = Открыть ключ
client-way-no-certificate = Нужны и ключ, и его сертификат: выберите оба файла.
client-way-unopened = Ключ не открылся. Проверьте файлы и пароль.

# Контрагенты.
client-invite = Пригласить
client-invite-about = Найдите организацию по ИНН. Обмениваться документами можно, когда она согласится.
client-invite-nobody = На этом сервере такой организации нет.
client-empty-counteragents = Контрагентов пока нет
client-empty-counteragents-text = Пригласите организацию по ИНН: после согласия с ней можно обмениваться документами.
client-link-all = Все
client-link-linked = Контрагенты
client-link-invites = Приглашают вас
client-link-invited = Приглашены
client-link-refused = Отказались
client-link-broken = Связь прекращена
client-link-is-linked = контрагент
client-link-is-invites = приглашает вас
client-link-is-invited = приглашён
client-link-is-refused = отказано
client-link-is-broken = обмен прекращён
client-link-words = Сообщение
client-link-do-invite = Пригласить
client-link-do-accept = Согласиться
client-link-do-refuse = Отказаться
client-link-do-break = Прекратить обмен
client-link-ask-invite = Пригласить: { $name }
client-link-ask-accept = Согласиться на обмен: { $name }
client-link-ask-refuse = Отказаться от обмена: { $name }
client-link-ask-break = Прекратить обмен: { $name }
client-link-about-invite = Организация получит приглашение. Когда она согласится, вы сможете обмениваться документами.
client-link-about-accept = После согласия обе стороны могут отправлять друг другу документы.
client-link-about-refuse = Организация узнает об отказе. Пригласить её можно будет позже.
client-link-about-break = Новые документы отправить будет нельзя. Уже отправленные останутся у обеих сторон.
client-link-done-invite = Приглашение отправлено: { $name }

# Сертификаты.
client-certificate = Сертификат
client-certificate-until = Действует до
client-certificate-good = действует
client-certificate-revoked = отозван
client-certificate-expired = срок истёк
client-certificate-ending = { $count ->
    [one] остался { $count } день
    [few] осталось { $count } дня
   *[many] осталось { $count } дней
 }
client-empty-certificates = Сертификатов нет

# Настройки.
client-profile = Профиль
client-profile-name = Имя
client-profile-login = Логин
client-profile-since = Зарегистрирован
client-profile-id = Номер
client-profile-id-about = Назовите номер администратору организации, который хочет добавить вас.
client-organization = Организация
client-participant = Участник ЭДО
client-look = Вид

# Счётчик.
client-meter = Исходящие документы
client-meter-left = осталось { $left } из { $free }
client-meter-free-left = Бесплатных документов осталось { $left } из { $free }
client-meter-counted = Учтено: { $count }
client-meter-takes = { $count ->
    [one] будет учтён { $count } документ, останется бесплатных: { $left }
    [few] будет учтено { $count } документа, останется бесплатных: { $left }
   *[many] будет учтено { $count } документов, останется бесплатных: { $left }
 }
client-meter-test = тестовая организация: не учитывается
client-meter-over = бесплатных документов осталось { $left }; отправить можно, остальные будут учтены сверх
client-meter-refused = бесплатных документов осталось { $left }: столько отправить нельзя
client-meter-about = Учитываются отправленные вами документы. Входящие, ответы и квитанции не учитываются никогда.
client-meter-free = бесплатно
client-meter-used = учтено
client-meter-rest = осталось
client-meter-uncounted = отправлено без учёта
client-meter-then-counted = Когда бесплатные закончатся, отправка не остановится: документы будут считаться дальше.
client-meter-then-refused = Когда бесплатные закончатся, отправка остановится, пока администратор сервера не решит иначе.
client-meter-empty = Отправленных документов пока нет
client-meter-empty-text = Каждая отправка появится здесь: сколько документов учтено и почему.
client-meter-documents = Документов
client-meter-counts = Учёт
client-meter-yes = учтено
client-meter-no = не учтено
client-meter-why = Почему
client-meter-reason-outgoing = исходящие документы
client-meter-reason-test = одна из сторон — тестовая организация

# Ключи в браузере.
client-way-browser = Ключ в этом браузере
client-way-browser-none = В этом браузере нет действующего ключа вашей организации.
client-way-browser-get = Получить сертификат
client-way-browser-password = Пароль ключа
client-way-browser-passkey = Открыть ключом доступа
client-way-container-keep = Запомнить ключ в этом браузере
client-way-container-fresh = Пароль для этого браузера
client-way-container-fresh-hint = Не короче 8 знаков. Его спросят при подписании.
client-keys = Ключи в этом браузере
client-keys-none = Ключей нет. Получите сертификат, или запомните ключ из файла, когда будете подписывать.
client-key = Ключ
client-key-no-certificate = сертификата нет
client-key-copy = Копия
client-key-copy-none = копии нет
client-key-copy-there = есть
client-key-copy-save = Сохранить копию
client-key-copy-check = Проверить копию
client-key-copy-about = Браузер может очистить данные сайта, и ключ пропадёт. Сохраните файл с копией туда, где его не потеряете: он защищён тем же паролем.
client-key-copy-choose = Файл сохранён. Выберите его: откроем так, как пришлось бы после потери.
client-key-copy-done = Копия проверена
client-key-remove = Удалить
client-key-remove-ask = Удалить ключ из браузера?
client-key-remove-about = Из этого браузера ключ исчезнет. Подписывать им можно будет из файла с копией.
client-key-remove-lost = Копии у этого ключа нет: после удаления подписать им будет нельзя никогда.
client-get = Получить сертификат
client-get-about = Сертификат для: { $name }. Подпись будет неквалифицированной.
client-get-password = Придумайте пароль ключа
client-get-password-hint = Не короче 8 знаков. Восстановить его нельзя.
client-get-again = Пароль ещё раз
client-get-differ = Пароли не совпадают.
client-get-make = Получить сертификат на этот ключ
client-get-wait = Создаётся ключ и защищается паролем: это займёт несколько секунд.
client-get-done = Сертификат получен
