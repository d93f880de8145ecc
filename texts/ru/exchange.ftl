# Документооборот.
exchange-docflow-not-delivered = Документ ещё не дошёл до ящика второй стороны. Подождите и попробуйте снова.
exchange-docflow-revoked = Документ аннулирован по соглашению сторон, с ним больше ничего сделать нельзя.
exchange-docflow-rejected = Получатель отказал в подписи этого документа.
exchange-docflow-other-sides-act = Это действие второй стороны: с вашей стороны его выполнить нельзя.
exchange-receipt-nothing = Ответного титула ещё нет, извещать о его получении рано.
exchange-receipt-already-sent = Извещение о получении уже отправлено.
exchange-answer-not-asked = По порядку документооборота такого ответа на этот документ не требуется.
exchange-answer-already-signed = Получатель уже подписал этот документ.
exchange-revocation-already-requested = Предложение об аннулировании уже отправлено и ждёт ответа.
exchange-revocation-own-request = На собственное предложение об аннулировании отвечает вторая сторона.
exchange-revocation-not-requested = Такого предложения об аннулировании нет.
exchange-revocation-already-finished = На предложение об аннулировании уже ответили.
exchange-message-too-many-entities = В сообщении слишком много документов и ответов. Начните новое сообщение.

# Что отправляют.
exchange-message-no-documents = В сообщении нет ни одного документа.
exchange-message-too-many-documents = Документов в одном сообщении может быть не больше { $max }.
exchange-patch-act-count = В дополнении к сообщению должно быть от 1 до { $max } действий.
exchange-content-empty = Файл пуст.
exchange-content-too-large = Файл больше { $mebibytes } МБ.
exchange-content-unknown = Такого файла в ящик не загружали, или срок его хранения истёк. Загрузите файл снова.
exchange-file-name-invalid = Нужно имя файла без пути и служебных знаков, не длиннее 255 байт.
exchange-comment-too-long = Текст длиннее 5000 знаков.
exchange-custom-data-beyond-limit = Собственные пометки отправителя превышают допустимый объём.
exchange-workflow-not-allowed = Для документа этого вида такой порядок документооборота не предусмотрен.
exchange-document-findings = Файл не прошёл проверку по официальному формату.
exchange-document-function = Документы с такой функцией здесь не передают. Принимаются СЧФ, ДОП и СЧФДОП.
exchange-document-version-not-in-force = Эту версию формата сегодня отправлять нельзя. Сформируйте документ в действующей версии.
exchange-rule-absent = На эту дату в справочнике правил нет строки. Обратитесь к администратору.
exchange-document-sender-participant = В файле указан другой отправитель: идентификатор участника не совпадает с вашим ящиком.
exchange-document-recipient-participant = В файле указан другой получатель: идентификатор участника не совпадает с ящиком получателя.
exchange-service-other-file = Служебный документ составлен к другому файлу.
exchange-service-code = Код универсального сообщения не подходит к этому документу.

# Подписи.
exchange-signature-missing = Нужна электронная подпись.
exchange-certificate-unreadable = Это не сертификат: нужен файл DER.
exchange-signature-unreadable = Файл подписи не читается: нужна отсоединённая подпись.
exchange-signature-broken = Подпись не соответствует файлу: файл изменён после подписания, или это подпись другого файла.
exchange-signature-untrusted = Удостоверяющему центру, выдавшему сертификат, здесь не доверяют.
exchange-signature-certificate-revoked = Сертификат подписи отозван.
exchange-signature-certificate-expired = Срок действия сертификата подписи истёк или ещё не начался.
exchange-signature-revocation-unknown = Не удалось проверить, не отозван ли сертификат: нет действующего списка отозванных сертификатов.
exchange-signature-other-organization = Сертификат подписи выдан другой организации: ИНН в нём не совпадает с вашим.
exchange-signature-test = Это тестовая подпись. Она годится только для обмена с тестовой организацией.
exchange-signature-signer-count = В файле подписи должна быть ровно одна подпись.

# Ящики, сообщения, контрагенты.
exchange-box-not-found = Такого ящика нет, или он вам недоступен.
exchange-department-not-reached = Документы этого ящика лежат в подразделении, к которому у вас нет доступа. Обратитесь к администратору организации.
exchange-recipient-not-found = Ящик получателя не найден.
exchange-recipient-same-box = Отправить документ в тот же самый ящик нельзя.
exchange-counteragent-not-linked = Получатель не входит в число ваших контрагентов. Пригласите его и дождитесь согласия.
exchange-message-not-found = Такого сообщения нет.
exchange-document-not-found = Такого документа нет.
exchange-document-too-old-for-unread = Документ пришёл больше 90 дней назад: непрочитанным его не отметить.
exchange-entity-not-found = Такой части в сообщении нет.
exchange-entity-no-content = У этой записи нет содержимого.
exchange-counteragent-not-found = Такого контрагента нет.
exchange-counteragent-already-invited = Приглашение уже отправлено, или организации уже контрагенты.
exchange-counteragent-no-invitation = Приглашения от этой организации нет.
exchange-counteragent-too-many-invitations = Слишком много приглашений ждут ответа. Дождитесь ответов или отзовите лишние.
exchange-page-cursor = Такого места в списке нет. Начните список сначала.
exchange-page-filter = Такого значения отбора нет.
exchange-request-unreadable = Часть запроса не читается.

# Между копиями; человеку не показывают.
exchange-delivery-already = Дополнение уже доставлено.
exchange-delivery-parent-not-yet = Документ, к которому относится дополнение, ещё в пути.
exchange-event-not-found = Такого события в ленте ящика нет.
exchange-request-too-many = За один раз спрошено слишком много.

# Черновики.
exchange-draft-not-found = Такого черновика нет, или срок его хранения истёк.
exchange-draft-sent = Этот черновик уже отправлен.
exchange-draft-recycled = Этот черновик удалён.
exchange-draft-recipient = У черновика не выбран получатель. Укажите его.
exchange-draft-content-not-found = Такого содержимого у документа в черновике нет.
exchange-draft-too-many-contents = Для документа подготовлено слишком много вариантов подписания. Сохраните черновик заново.
exchange-draft-too-many = В ящике слишком много черновиков. Отправьте или удалите ненужные.

# Полка.
exchange-shelf-name = Имя файла на полке состоит из латинских букв, цифр, дефисов, подчёркиваний и точек, не длиннее 100 знаков; расширение — из букв и цифр, не длиннее 10.
exchange-shelf-part = Часть файла с таким номером уже загружена с другим содержимым или лежит за последней частью.
exchange-shelf-too-large = Загружено больше, чем принимает полка: не больше { $mebibytes } МБ. Большой файл загружают частями.
exchange-shelf-full = Полка заполнена. Срок хранения файлов на ней в днях: { $days }. Подождите или отправьте то, что уже загружено.
exchange-shelf-not-found = Такого файла на вашей полке нет, или срок его хранения истёк.
exchange-shelf-incomplete = Файл на полке загружен не полностью. Загрузите недостающие части.

# Сведения о подписантах.
exchange-signer-details-key = Нужны отпечаток сертификата (40 шестнадцатеричных цифр) и вид титула.
exchange-signer-details-too-long = Сведения о подписанте длиннее 8 КБ.
exchange-signer-details-too-many = В ящике слишком много сведений о подписантах.

# Приглашения как задания.
exchange-counteragent-several = С такими реквизитами найдено несколько ящиков. Уточните КПП или укажите ящик.
exchange-task-not-found = Такого задания нет, или срок хранения его результата истёк.
exchange-counteragent-not-told = Не удалось доставить приглашение в ящик контрагента. Обратитесь к администратору.
