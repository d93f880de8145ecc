# Заявки на сертификат: заявитель

client-apply-list = Мои заявки на сертификат
client-apply-title = Заявка на сертификат
client-apply-open = Открыть заявку
client-apply-changed = Изменена
client-apply-barred = Заявку подаёт тот, кто подписывает
client-apply-barred-text = Попросите администратора организации дать вам право подписывать документы.
client-apply-begin = Новая заявка
client-apply-begin-about = Анкета заполнится из карточки организации и вашего профиля. Документы проверяют до трёх рабочих дней, приезжать обычно не нужно.
client-apply-begin-verb = Начать заявку
client-apply-go-on = У вас есть незаконченная заявка

client-apply-stage-new = новая
client-apply-stage-under_check = документы на проверке
client-apply-stage-rejected = отклонена, нужно исправить
client-apply-stage-ready_for_issue = готова к выпуску
client-apply-stage-ready_to_install = готова к установке
client-apply-stage-installed = установлена
client-apply-stage-expired = срок сертификата истёк
client-apply-stage-revoked = сертификат отозван

client-apply-steps = Шаги заявки
client-apply-step-filling = Заполнение
client-apply-step-check = Проверка
client-apply-step-issue = Выпуск
client-apply-step-install = Установка
client-apply-step-done = , пройдено
client-apply-next-new = Заполните анкету, приложите сканы и подпишите заявление.
client-apply-next-under_check = Документы проверяет оператор. Результат придёт письмом, делать ничего не нужно.
client-apply-next-rejected = Исправьте отмеченное и отправьте снова. Принятое присылать ещё раз не нужно.
client-apply-next-ready_for_issue = Документы приняты. Создайте ключ и выпустите сертификат.
client-apply-next-ready_to_install = Сертификат выпущен. Осталась пробная подпись.
client-apply-next-installed = Всё готово: сертификатом можно подписывать.
client-apply-next-expired = Срок сертификата истёк. Подайте новую заявку или замените сертификат.
client-apply-next-revoked = Сертификат отозван. Подайте новую заявку или замените сертификат.
client-apply-left = Осталось: { $items }.
client-apply-nothing-left = Всё заполнено, можно отправлять.
client-apply-place = { $before ->
    [0] Ваша заявка следующая в очереди.
    [one] Перед вами { $before } заявка.
    [few] Перед вами { $before } заявки.
   *[other] Перед вами { $before } заявок.
 }
client-apply-due = Проверим не позднее { $date }.
client-apply-visit = Оператор просит подтвердить личность. Придите в офис с паспортом: без этого сертификат не выпустят.

client-apply-facts = О заявке
client-apply-kind = Заявка
client-apply-kind-first = Новый сертификат
client-apply-kind-renewal = Продление
client-apply-kind-replacement = Замена сертификата
client-apply-identity = Личность
client-apply-identity-claimed = ещё не подтверждена
client-apply-identity-doubted = под сомнением, нужна личная встреча
client-apply-identity-by_documents = подтверждена документами
client-apply-identity-by_key = подтверждена действующей подписью
client-apply-identity-in_person = подтверждена при встрече
client-apply-at-created = Начата
client-apply-at-submitted = Отправлена
client-apply-at-consented = Согласие дано
client-apply-at-installed = Установлена
client-apply-at-papers-deleted = Сканы удалены

client-apply-life = Ход заявки
client-apply-act-edit = изменено поле
client-apply-act-upload = загружен скан
client-apply-act-sign_statement = заявление подписано ключом
client-apply-act-submit = отправлена на проверку
client-apply-act-withdraw = забрана с проверки
client-apply-act-claim = взята в работу
client-apply-act-release = возвращена в очередь
client-apply-act-judge = проверено
client-apply-act-doubt = личность под сомнением
client-apply-act-prove_in_person = личность подтверждена при встрече
client-apply-act-approve = одобрена
client-apply-act-reject = возвращена на исправление
client-apply-act-issue = сертификат выпущен
client-apply-act-install = сертификат установлен
client-apply-act-expire = срок сертификата истёк
client-apply-act-revoke = сертификат отозван

client-apply-form = Анкета
client-apply-saving = Сохраняем…
client-apply-item-surname = Фамилия
client-apply-item-given_name = Имя и отчество
client-apply-item-position = Должность
client-apply-item-person_inn = ИНН человека
client-apply-item-snils = СНИЛС
client-apply-item-passport = Паспорт, серия и номер
client-apply-item-email = Почта
client-apply-item-passport_scan = Скан паспорта
client-apply-item-snils_scan = Скан СНИЛС
client-apply-item-statement_scan = Подписанное заявление
client-apply-hint-surname = Как в паспорте.
client-apply-hint-given_name = Как в паспорте, отчество — если есть.
client-apply-hint-position = Можно оставить пустым.
client-apply-hint-person_inn = 12 цифр. Можно оставить пустым.
client-apply-hint-snils = 11 цифр, с дефисами или без.
client-apply-hint-passport = 10 цифр: серия и номер.
client-apply-hint-email = Сюда придут письма о заявке и о сроке сертификата.
client-apply-wrong-surname = Нужны буквы, не длиннее 64 знаков.
client-apply-wrong-given_name = Нужны буквы, не длиннее 64 знаков.
client-apply-wrong-position = Нужны буквы, не длиннее 64 знаков.
client-apply-wrong-person_inn = Нужны 12 цифр. Проверьте последние две: они контрольные.
client-apply-wrong-snils = Нужны 11 цифр. Проверьте последние две: они контрольные.
client-apply-wrong-passport = Нужны 10 цифр: 4 серии и 6 номера.
client-apply-wrong-email = Адрес должен выглядеть как name@example.ru.
client-apply-verdict-absent = не заполнено
client-apply-verdict-unseen = ждёт проверки
client-apply-verdict-accepted = принято
client-apply-verdict-refused = не принято

client-apply-scans = Документы
client-apply-scans-about = Каждый файл проверяем здесь, до отправки. Один скан можно заменить, не трогая остальные.
client-apply-submit = Отправить на проверку
client-apply-submit-about = После отправки изменить анкету можно, забрав заявку с проверки.
client-apply-submitted = Заявка отправлена
client-apply-withdraw = Забрать с проверки
client-apply-discard = Отменить заявку
client-apply-discard-ask = Отменить заявку?
client-apply-discard-about = Анкета и сканы будут удалены. Новую заявку можно начать сразу.
client-apply-discarded = Заявка отменена

client-apply-statement = Заявление
client-apply-statement-about = Распечатайте заявление, подпишите от руки и загрузите скан или снимок на странице заявки. Бумагу сохраните.
client-apply-statement-later = Заявление появится, когда анкета будет заполнена.
client-apply-statement-print = Распечатать заявление
client-apply-print = Распечатать
client-apply-statement-sign = Подписать ключом
client-apply-statement-sign-verb = Подписать заявление
client-apply-statement-task = Заявление на выпуск сертификата
client-apply-statement-number = Номер заявки
client-apply-statement-signed = Заявление подписано

client-apply-issue = Выпуск сертификата
client-apply-content = Что будет в сертификате
client-apply-consent = С содержанием сертификата согласен
client-apply-phrase = Кодовая фраза
client-apply-phrase-hint = Можно не задавать. По ней вы отзовёте сертификат, даже если не сможете войти. От 12 до 200 знаков.
client-apply-phrase-wrong = Нужно от 12 до 200 знаков.
client-apply-issuing = Выпускаем сертификат и проверяем ключ пробной подписью.
client-apply-issue-verb = Выпустить и установить
client-apply-installed = Сертификат установлен
client-apply-install = Установка сертификата
client-apply-install-here = Ключ найден в этом браузере. Проверим его пробной подписью, и сертификат будет установлен.
client-apply-install-signing = Сертификат подписывается. Обычно это занимает секунды, после сбоя до минуты: страница продолжит сама.
client-apply-install-elsewhere = Ключ этого сертификата создан не в этом браузере. Откройте заявку там или выберите файл с копией ключа.
client-apply-install-verb = Подписать и установить
client-apply-install-file = Выбрать файл с ключом
client-apply-test-signature = Пробная подпись

client-new-key-about = Ключ создаётся в этом браузере и на сервер не уходит. Его копия сразу сохранится в файл: без копии продолжить нельзя, браузер может потерять ключ.
client-new-key-make = Создать ключ и сохранить копию
client-new-key-copy = Ключ создан, файл с копией сохранён. Выберите его: откроем так, как пришлось бы после потери.
client-new-key-copy-file = Файл с копией ключа
client-new-key-opening = Открываем копию: это займёт несколько секунд.
client-new-key-save-again = Сохранить копию ещё раз
client-new-key-other = Создать другой ключ
client-new-key-ready = Ключ создан, копия проверена.

# Сканы

client-paper-rule = { $formats }, до { $size }; короткая сторона — от { $side } точек. Документ целиком, резко.
client-paper-rule-colour = Цветной, { $formats }, до { $size }; короткая сторона — от { $side } точек. Документ целиком, резко.
client-paper-choose = Выбрать файл
client-paper-replace = Заменить
client-paper-camera = Снять камерой
client-paper-looking = Проверяем скан…
client-paper-given = Загружен, { $size }. Посмотреть
client-paper-turn = Повернуть
client-paper-not-sent = Скан не отправлен
client-paper-mend = Повернуть и обрезать
client-paper-send-anyway = Отправить как есть
client-paper-drop = Не отправлять
client-paper-crop = Повернуть и обрезать
client-paper-crop-apply = Применить и проверить
client-paper-crop-shown = Что останется
client-paper-crop-failed = Снимок не обработался. Выберите другой файл.
client-paper-cut-top = Сверху: { $percent } %
client-paper-cut-right = Справа: { $percent } %
client-paper-cut-bottom = Снизу: { $percent } %
client-paper-cut-left = Слева: { $percent } %
client-paper-broken-format = Это не { $formats }.
client-paper-mend-format = Сохраните скан в одном из этих форматов.
client-paper-broken-bytes-few = Файл слишком мал: { $given }.
client-paper-mend-bytes-few = Сделайте скан заново, не мельче 150 точек на дюйм.
client-paper-broken-bytes-many = Файл слишком велик: { $given }, можно до { $wanted }.
client-paper-mend-bytes-many = Обрежьте лишнее: снимок заодно станет меньше.
client-paper-broken-damaged = Файл не открывается.
client-paper-mend-damaged = Он обрезан или повреждён, сделайте скан заново.
client-paper-broken-encrypted = PDF защищён паролем.
client-paper-mend-encrypted = Сохраните его без защиты.
client-paper-broken-pixels-few = Скан слишком мелкий: короткая сторона { $given } точек, нужно от { $wanted }.
client-paper-mend-pixels-few = Снимите ближе или сканируйте не мельче 150 точек на дюйм.
client-paper-broken-pixels-many = Скан слишком крупный: длинная сторона { $given } точек, можно до { $wanted }.
client-paper-mend-pixels-many = Обрежьте лишнее: снимок заодно станет меньше.
client-paper-broken-colour = Скан чёрно-белый.
client-paper-mend-colour = Включите цвет в настройках сканера.
client-paper-broken-sharpness = Скан нерезкий: { $given } при норме от { $wanted }.
client-paper-mend-sharpness = Протрите камеру, положите документ ровно и снимите при хорошем свете.
client-paper-broken-border = Поля занимают { $given } % снимка, можно до { $wanted } %.
client-paper-mend-border = Обрежьте поля.

# Мои сертификаты

client-mine-about = Чем можно подписывать, до какого числа и где лежит ключ.
client-mine-empty = Подайте заявку или принесите сертификат другого удостоверяющего центра.
client-mine-imported = выдан не здесь
client-mine-here = Ключ есть в этом браузере.
client-mine-signs = Подписывает
client-mine-signs-nothing = ничего
client-mine-by-agreement = { $count ->
    [one] по соглашению сторон — { $count } вид документов
    [few] по соглашению сторон — { $count } вида документов
   *[other] по соглашению сторон — { $count } видов документов
 }
client-mine-kind-simple = простая подпись
client-mine-kind-unqualified = неквалифицированная подпись, по соглашению сторон
client-mine-kind-qualified_by_list = квалифицированная подпись
client-mine-kind-test = ничего: сертификат тестовый
client-mine-kind-simulator = ничего: сертификат выпущен симулятором
client-mine-kind-unknown = не установлено: издатель здесь не известен
client-mine-place = Где ключ
client-mine-place-unsaid = не указано
client-mine-place-browser = в браузере
client-mine-place-file = в файле
client-mine-place-token = на токене
client-mine-place-cloud = в облаке
client-mine-renew = Продлить
client-mine-renew-soon = Продлить сейчас
client-mine-more = Ещё
client-mine-acts = Ещё действия с сертификатом { $serial }
client-mine-numbers = Номер и отпечаток
client-mine-save = Сохранить файл сертификата
client-mine-dead = { $count ->
    [one] Недействующие: { $count } сертификат
    [few] Недействующие: { $count } сертификата
   *[other] Недействующие: { $count } сертификатов
 }
client-mine-coming-back = возобновляется
client-mine-colleagues = Сертификаты коллег
client-mine-whose = Владелец
client-mine-serial = Серийный номер
client-certificate-suspended = приостановлен
client-certificate-serial = Серийный номер { $serial }
client-mine-suspend = Приостановить
client-mine-resume = Возобновить
client-mine-forget = Убрать из списка
client-mine-replace = Заменить
client-mine-revoke = Отозвать
client-mine-ask-suspend = Приостановить сертификат?
client-mine-ask-resume = Возобновить сертификат?
client-mine-ask-forget = Убрать сертификат из списка?
client-mine-ask-replace = Заменить сертификат?
client-mine-ask-revoke = Отозвать сертификат
client-mine-about-suspend = Подписи, поставленные после приостановки, проверку не пройдут. Возобновить можно здесь же.
client-mine-about-resume = Сертификатом снова можно будет подписывать.
client-mine-about-forget = Сертификат продолжит действовать: его выдал другой удостоверяющий центр.
client-mine-about-replace = Для потерянного, отозванного или истёкшего. Проверенные документы прикладывать не нужно, только заново подписать заявление.
client-mine-about-revoke = Отзыв нельзя отменить. Подписи, поставленные раньше, он не затронет.
client-mine-done-suspend = Сертификат приостановлен
client-mine-done-resume = Сертификат возобновлён
client-mine-done-forget = Сертификат убран из списка
client-mine-done-revoke = Сертификат отозван
client-mine-replace-none = Этот сертификат выдан без заявки, заменить его нельзя. Подайте новую заявку:
client-mine-reason = Почему
client-mine-reason-key_compromise = ключ потерян или мог попасть в чужие руки
client-mine-reason-cessation_of_operation = подпись больше не нужна
client-mine-reason-affiliation_changed = изменились сведения о владельце
client-mine-reason-superseded = заменён другим
client-mine-reason-unspecified = без объяснения
client-mine-way = Чем подтвердить
client-mine-way-session = тем, что я вошёл
client-mine-way-phrase = кодовой фразой
client-mine-way-key = подписью этого ключа
client-legal-utd-invoice = счёт-фактура
client-legal-utd-invoice-and-primary = УПД со счётом-фактурой
client-legal-utd-invoice-buyer = ответ на счёт-фактуру
client-legal-utd-primary = УПД без счёта-фактуры
client-legal-utd-primary-buyer = титул покупателя к УПД без счёта-фактуры
client-legal-utd-invoice-and-primary-buyer = титул покупателя к УПД
client-legal-nonformalized = неформализованные документы
client-legal-receipt = извещение о получении
client-legal-amendment = уведомление об уточнении
client-legal-signature-rejection = отказ в подписи
client-legal-universal-message = служебные сообщения
client-legal-tax-return = налоговая отчётность

# Продление

client-renewal = Продление сертификата
client-renewal-about = Действующим ключом: без сканов, проверки и визита.
client-renewal-none = Продлевать нечего
client-renewal-none-text = Сертификат уже не действует или он не ваш. Подайте новую заявку.
client-renewal-password = Пароль нового ключа
client-renewal-sign-about = Осталось подписать запрос действующим ключом. Новый сертификат установится сразу, прежний будет действовать до конца срока.
client-renewal-sign = Подписать действующим ключом
client-renewal-verb = Подписать и продлить
client-renewal-task = Запрос на новый сертификат
client-renewal-done = Сертификат продлён

# Сертификат другого удостоверяющего центра

client-foreign = Другой удостоверяющий центр
client-foreign-about = Запрос примет любой удостоверяющий центр. Выданный им сертификат принесите сюда.
client-foreign-request = Запрос на сертификат
client-foreign-surname = Фамилия
client-foreign-givenName = Имя и отчество
client-foreign-title = Должность
client-foreign-snils = СНИЛС
client-foreign-email = Почта
client-foreign-save = Сохранить запрос
client-foreign-saved = Запрос сохранён
client-foreign-bring = Принести сертификат
client-foreign-bring-about = Нужен файл сертификата и его ключ: пробная подпись покажет, что ключ у вас.
client-foreign-file = Файл сертификата
client-foreign-issuer = Издатель
client-foreign-key-here = Ключ этого сертификата есть в этом браузере.
client-foreign-key-elsewhere = Ключа этого сертификата в браузере нет: подпишите ключом из файла.
client-foreign-proof = Подтверждение, что ключ у вас
client-foreign-take = Подписать и добавить
client-foreign-taken = Сертификат добавлен
