# Удостоверяющий центр: отказы

certification-request-unreadable = Запрос на сертификат не читается: нужен PKCS#10 в PEM или в base64.
certification-request-signature = Запрос не подписан собственным ключом. Создайте запрос заново той же программой, которая создала ключ.
certification-request-key-kind = Ключ не по ГОСТ Р 34.10-2012. Создайте ключ ГОСТ, 256 бит, набор параметров XchA.
certification-request-key-weak = Ключ негоден: он не лежит на кривой или его можно угадать. Создайте новый ключ.
certification-request-key-reused = Сертификат на этот ключ здесь уже выпускали. Для каждого сертификата нужен новый ключ.
certification-request-request-key-reused = Этот Idempotency-Key уже использован с другим запросом на сертификат.
certification-request-request-key-form = Idempotency-Key должен содержать от 1 до 128 знаков.
certification-subject-incomplete = В карточке не хватает сведений для сертификата. Для организации нужно название, для подписывающего — фамилия и имя.
certification-issuing-closed = Администратор этого сервера не выпускает сертификаты для вашей организации. Обратитесь к нему или используйте сертификат другого удостоверяющего центра.
certification-issuing-not-person = Сертификат получает человек: войдите под своей учётной записью.
certification-certificate-not-found = Такого сертификата нет, или он вам недоступен.
certification-revocation-not-issued = Сертификат ещё выпускается. Повторите через несколько секунд.
certification-revocation-already-revoked = Сертификат уже отозван.
certification-authority-not-found = Такого удостоверяющего центра здесь нет.
certification-list-not-made = Список отозванных сертификатов ещё не готов. Повторите через несколько секунд.
certification-page = Такой страницы в этом списке нет: возьмите ссылку «далее» из ответа.
certification-lookup-form = Укажите серийный номер или отпечаток сертификата целиком, шестнадцатеричными цифрами.

certification-start-secret-wrong = Ключи удостоверяющего центра не открываются этим секретом. Верните прежний SVITOK_SECRET или файл secret в папке данных. Ничего не изменено.
certification-start-damaged = Сохранённый сертификат или ключ удостоверяющего центра повреждён. Восстановите базу из резервной копии.
certification-start-cannot-make = Сертификат сервера не удалось выпустить: проверьте название оператора и адрес сервера в настройках.
certification-start-fault = База данных не отвечает, удостоверяющий центр не запущен.

# Заявки на сертификат

certification-application-not-found = Такой заявки нет, или она вам недоступна.
certification-application-open = Ваша заявка для этой организации ещё не закончена: продолжите её или отмените.
certification-application-inn-not-yours = Среди ваших организаций нет организации с таким ИНН.
certification-application-consent-missing = Чтобы выпустить сертификат, подтвердите согласие с его содержанием.
certification-application-stage = На этом шаге заявки так сделать нельзя. Обновите страницу: её состояние изменилось.
certification-application-no-such-item = В этой заявке нет такого поля или скана.
certification-application-item-missing = Заполните все поля и приложите все сканы: чего не хватает, сказано рядом.
certification-application-item-refused = Замените то, что не принято; остальное присылать заново не нужно.
certification-form-text = Поле заполнено неверно: нужны буквы, не длиннее 64 знаков.
certification-form-snils = СНИЛС неверен: нужны 11 цифр, последние две — контрольные.
certification-form-person-inn = ИНН неверен: нужен ИНН человека, 12 цифр с верными контрольными.
certification-form-passport = Серия и номер паспорта — 10 цифр.
certification-form-email = Адрес почты неверен: он должен выглядеть как name@example.ru.
certification-scan-format = Этот файл не подходит: нужны PNG, JPEG или, для СНИЛС и заявления, PDF.
certification-scan-size = Файл должен быть не меньше 1 КиБ и не больше 5 МиБ.
certification-scan-damaged = Файл обрезан или повреждён: сделайте скан заново.
certification-scan-pixels = Скан слишком мелкий или слишком крупный: снимите документ целиком, не мельче 150 точек на дюйм.
certification-scan-not-in-colour = Нужен цветной скан.
certification-scan-encrypted = PDF защищён паролем: сохраните его без защиты.

# Стол оператора

certification-desk-closed = Это место оператора удостоверяющего центра: вам его не открывали.
certification-desk-administrator-needed = Это может только администратор сервера.
certification-desk-no-such-person = С этим адресом здесь никто не входит. Сначала человек регистрируется, потом получает место.
certification-desk-claimed-by-other = С этой заявкой уже работает другой оператор.
certification-desk-not-claimed = Сначала возьмите заявку в работу: вы её не брали, или время вышло.
certification-desk-own-application = Свою заявку проверяет другой человек.
certification-desk-second-pair = Второй раз заявку смотрит другой человек.
certification-desk-reason-elsewhere = Эта причина к такому документу не относится.
certification-desk-seen-in-person = Личность уже установлена при личной встрече.
certification-desk-identity-doubted = Личность под сомнением: человек должен прийти с документами.
certification-desk-not-judged = Оцените каждое поле и каждый скан: что осталось, сказано рядом.
certification-desk-nothing-refused = Чтобы отклонить заявку, отметьте, что не принято.

# Установка, отзыв, приостановка, чужие сертификаты

certification-issuing-desk-needed = Здесь сертификаты выпускают по заявке: заполните её, документы проверит оператор.
certification-phrase-form = Кодовая фраза — от 12 до 200 знаков.
certification-phrase-wrong = По такому серийному номеру и фразе сертификата нет.
certification-phrase-too-many-tries = Слишком много попыток. Подождите час.
certification-signature-wrong = Подпись не подходит: нужно подписать предложенный текст ключом этого сертификата.
certification-signature-not-in-force = Сертификат этой подписи не действует: он истёк, отозван или выпущен не здесь.
certification-renewal-outdated = Сведения об организации или о вас изменились: подайте новую заявку.
certification-suspension-state = Сейчас этого сделать нельзя: посмотрите, приостановлен ли сертификат.
certification-import-unreadable = Сертификат не читается: нужен сертификат подписи в PEM или DER.
certification-import-before = Этот сертификат уже есть в вашем списке.

# Письма и причины

certification-item-surname = фамилия
certification-item-given_name = имя и отчество
certification-item-position = должность
certification-item-person_inn = ИНН
certification-item-snils = СНИЛС
certification-item-passport = паспорт, серия и номер
certification-item-email = адрес почты
certification-item-passport_scan = скан паспорта
certification-item-snils_scan = скан СНИЛС
certification-item-statement_scan = подписанное заявление
certification-reason-unreadable = не читается, сделайте скан заново
certification-reason-cropped = документ виден не целиком
certification-reason-not_in_colour = нужен цветной скан
certification-reason-wrong_document = это другой документ
certification-reason-document_expired = срок действия документа истёк
certification-reason-differs_from_document = не совпадает с документом
certification-reason-not_signed = заявление не подписано
certification-reason-form_changed = после подписи поля изменились, подпишите заявление заново
certification-reason-other = см. пояснение оператора
certification-letter-visit = личность: придите в офис с паспортом
certification-letter-subject-submitted = Заявка на сертификат принята
certification-letter-body-submitted =
    Заявка на сертификат принята и стоит в очереди на проверку.
    Документы проверят не позднее { $due }. Место в очереди видно на странице заявки: { $url }
certification-letter-subject-submitted-without-day = Заявка на сертификат принята
certification-letter-body-submitted-without-day =
    Заявка на сертификат принята и стоит в очереди на проверку.
    Место в очереди видно на странице заявки: { $url }
certification-letter-subject-rejected = Заявка на сертификат: нужно исправить
certification-letter-body-rejected =
    Оператор проверил заявку. Исправьте только то, что названо ниже, остальное присылать заново не нужно.
    { $lines }
    Продолжить: { $url }
certification-letter-subject-approved = Сертификат готов к выпуску
certification-letter-body-approved =
    Документы проверены. Осталось согласиться с содержанием сертификата и создать ключ в браузере: { $url }
certification-letter-subject-issued = Сертификат выпущен
certification-letter-body-issued =
    Сертификат выпущен. Установите его: пробная подпись покажет, что ключ на месте. { $url }
certification-letter-subject-revoked = Сертификат отозван
certification-letter-body-revoked =
    Сертификат { $serial } отозван. Подписывать им больше нельзя. Если вы этого не просили, сообщите администратору организации. { $url }
certification-letter-subject-suspended = Сертификат приостановлен
certification-letter-body-suspended =
    Сертификат { $serial } приостановлен. Возобновить его можно на странице сертификатов: { $url }
certification-letter-subject-ending = Сертификат скоро истечёт
certification-letter-body-ending =
    Сертификат { $serial } действует до { $until }, осталось дней: { $days }.
    Продлите его действующим ключом, без сканов и без визита: { $url }
