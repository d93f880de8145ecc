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
