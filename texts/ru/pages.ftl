# Общее.
pages-name = Свиток
pages-skip = Перейти к содержанию
pages-nav-tools = Язык и выход
pages-moment = { $at } МСК
pages-honest = Свиток — независимая программа с открытым кодом. Эта установка — не аккредитованный оператор электронного документооборота, а её удостоверяющий центр неквалифицированный: подпись действует между теми, кто договорился её признавать.
pages-legal = Что это даёт по закону
pages-authorities = Сертификаты удостоверяющего центра
pages-api = Открытый API

# Первая страница для того, кто не вошёл.
pages-front-title = Обмен подписанными документами на вашей машине
pages-front-lead = Организации отправляют друг другу УПД и любые файлы с электронной подписью ГОСТ, получают подтверждения оператора и ответную подпись.
pages-front-sent = Видно, чья очередь: кто, что и до какого дня должен сделать и по какой норме.
pages-front-proven = Каждая подпись проверена по частям и названа своим именем. Файлы и подписи можно скачать и проверить чужим инструментом.
pages-front-own = Данные лежат у вас: одна программа, одна база, ни одного обращения на сторону.

# Вход и выход.
pages-sign-in = Войти
pages-sign-out = Выйти
pages-sign-in-title = Вход
pages-sign-in-login = Логин
pages-sign-in-password = Пароль
pages-sign-in-forgot = Забыли пароль?
pages-sign-in-register = Зарегистрироваться
pages-sign-in-help = Логин — адрес электронной почты.
pages-sign-in-ways = Способы входа
pages-way-password = Пароль
pages-way-certificate = Сертификат
pages-way-phone = Телефон
pages-way-passkey = Ключ доступа
pages-script-needed = Этому способу нужен JavaScript. Без него войти можно по паролю или по телефону.
pages-phone = Номер телефона
pages-phone-rule = Номер, который указан в настройках входа, например +7 912 000-00-00.
pages-phone-send = Получить код
pages-phone-sent = Если номер { $phone } привязан к учётной записи, на него придёт код. Он действует 10 минут.
pages-phone-code = Код из SMS
pages-phone-code-rule = Шесть цифр.
pages-phone-again = Указать другой номер или получить новый код
pages-certificate-kept = Ключи в этом браузере
pages-certificate-files = Файл с ключом
pages-certificate-files-rule = Контейнер PFX или ключ PEM вместе с сертификатом. Ключ не покидает этот компьютер: подпись ставится в браузере.
pages-certificate-password = Пароль ключа
pages-certificate-password-rule = Оставьте пустым, если ключ без пароля.
pages-passkey-about = Подтвердите вход отпечатком, лицом, ПИН-кодом или ключом безопасности этого устройства.
pages-passkey-ask = Войти с ключом доступа
pages-passkey-none = Устройство не подтвердило вход. Попробуйте ещё раз или войдите другим способом.
pages-proposal-title = Учётная запись по сертификату
pages-proposal-about = Этого сертификата здесь ещё не знают. Регистрироваться не нужно: проверьте данные из сертификата, и учётная запись готова.
pages-proposal-email-rule = Необязательно. На адрес придёт письмо; после подтверждения он станет логином.
pages-proposal-accept = Создать и войти
pages-proposal-known = Уже есть учётная запись? Войдите другим способом и привяжите сертификат в настройках.
pages-proposal-organization = Организация из сертификата
pages-proposal-inn = ИНН { $inn }
pages-proposal-with-organization = Зарегистрировать эту организацию
pages-proposal-kpp = КПП
pages-proposal-region = Код региона
pages-proposal-postal-code = Индекс
pages-proposal-city = Город
pages-proposal-street = Улица
pages-proposal-house = Дом
pages-sign-in-open-network = Соединение не защищено: по http пароль виден в сети. Попросите администратора включить https.
pages-way-closed-by = Так решила организация { $organization }: правило установлено { $on }, его задал сотрудник { $by }.
pages-way-closed-by-you = Вы закрыли его сами { $on } в настройках входа.
pages-sign-in-wrong-advice = Проверьте раскладку и Caps Lock и попробуйте ещё раз.
pages-sign-in-wait = { $count ->
    [one] Попробовать снова можно через { $count } минуту.
    [few] Попробовать снова можно через { $count } минуты.
   *[many] Попробовать снова можно через { $count } минут.
 }
pages-form-foreign = Эта форма открыта слишком давно или не с этой страницы. Вернитесь, обновите страницу и отправьте её снова.
pages-session-two = Запрос показывает два входа сразу: cookie и знак в Authorization. Оставьте один.
pages-session-elsewhere = Запрос пришёл с другого сайта и не выполнен.
pages-session-csrf = Страница открыта слишком давно или в другом входе. Обновите её и повторите.
pages-client-absent = Программа собрана без клиента
pages-client-absent-what = Входящие, документы и всё, что открывается после входа, показывает клиент для браузера. В этой сборке его нет: когда программу собирали, не было папки ui/dist. С документами ничего не случилось, вход и открытый API работают.
pages-client-absent-how = Администратор собирает клиента так: нужны Node 20 или новее с npm, затем в папке исходного текста
pages-client-absent-run = и запустить программу заново. Команда make run делает то же одним словом.
pages-second-title = Второй шаг
pages-second-code = Код
pages-second-rule = Шесть цифр из приложения или один из кодов восстановления.
pages-second-recovery-rule = Один из кодов восстановления.
pages-second-sent = Код отправлен на телефон, номер которого заканчивается на { $ending }.
pages-second-send = Прислать код на телефон …{ $ending }
pages-second-passkey = Подтвердить ключом доступа
pages-second-remember = Не спрашивать на этом устройстве 30 дней
pages-second-shared = На чужом компьютере не ставьте этот флажок.

# Регистрация, подтверждение, новый пароль.
pages-register = Зарегистрироваться
pages-register-title = Регистрация
pages-register-login = Адрес электронной почты
pages-register-name = Как вас зовут
pages-register-name-rule = Так вас увидят коллеги: имя и фамилия или как вам привычнее.
pages-register-phone-rule = Не обязательно. Код подтвердит номер: по нему можно входить.
pages-register-take-over = Номер теперь мой, забрать его
pages-register-known = Уже есть логин? Войти
pages-register-asked = Проверьте почту
pages-register-asked-text = На указанный адрес отправлено письмо. Откройте ссылку из него, и регистрация завершится. Ссылка действует сутки.
pages-password-rule = От 10 до 256 знаков, не совпадает с логином.
pages-confirm = Подтвердить
pages-confirm-title = Подтверждение
pages-confirm-registered = Нажмите «Подтвердить», чтобы завершить регистрацию. Если вы не регистрировались, закройте эту страницу.
pages-confirm-email = Нажмите «Подтвердить», чтобы подтвердить свой адрес.
pages-confirm-changed = Нажмите «Подтвердить», и логином станет новый адрес. Если вы этого не просили, закройте страницу.
pages-confirm-done = Готово
pages-confirm-registered-done = Адрес подтверждён, учётная запись создана. Войдите с паролем, который задали при регистрации.
pages-confirm-email-done = Адрес подтверждён.
pages-confirm-changed-done = Адрес изменён. Теперь входите с новым.
pages-link-over = Ссылка не действует
pages-link-over-text = Она уже использована или просрочена. Попросите новое письмо.
pages-reset-title = Новый пароль
pages-reset-text = Укажите логин, и на него придёт письмо со ссылкой.
pages-reset-ask = Прислать ссылку
pages-reset-asked = Проверьте почту
pages-reset-asked-text = Если такой логин есть, на него отправлено письмо со ссылкой. Она действует час.
pages-reset-set-title = Задайте новый пароль
pages-reset-password = Новый пароль
pages-reset-set = Сохранить
pages-reset-done = Пароль изменён
pages-reset-done-text = Прежние входы завершены. Войдите с новым паролем.

# Отказы и сбои.
pages-problem-nothing = Здесь ничего нет
pages-problem-nothing-text = Такой страницы или документа нет, или они вам недоступны.
pages-problem-refused = Так не получится
pages-problem-fault = Сервис не ответил
pages-problem-number = Номер запроса для администратора: { $id }
pages-problem-first = На первую страницу

# Файлы и подписи.
pages-certificate = Сертификат и время
pages-signature-simple = простая
pages-signature-unqualified = неквалифицированная
pages-signature-qualified = квалифицированная
pages-signature-test = тестовая
pages-signature-simulator = симулятор
pages-signature-unknown = вид неизвестен
pages-play = Подпись создана под тестовым корнем или симулятором и ничего не доказывает.

# Проверка подписи кем угодно.
pages-check-title = Проверить подпись
pages-check-lead = Выберите файл и подпись к нему: отдельный файл .sig, .p7s или .sgn. Проверим по частям и назовём каждую проверку.
pages-check-content = Файл, который подписан
pages-check-signature = Подпись к нему
pages-check-submit = Проверить
pages-check-incomplete = Нужны оба файла: сам документ и подпись к нему. Выберите их и отправьте ещё раз.
pages-check-not-kept = Файлы не сохраняются: проверка проходит в памяти сервера, и после ответа от них ничего не остаётся. Вместе они должны быть не больше 32 МБ.
pages-check-good = Подпись проверена
pages-check-play = Подпись тестовая и ничего не доказывает
pages-check-undetermined = Подпись не подтверждена: сведений недостаточно
pages-check-failed = Подпись не подтверждена: найдено нарушение
pages-check-file = Файл «{ $name }», проверено { $at }.
pages-check-tree = Все проверки
pages-check-serial = (серийный номер { $serial })
pages-check-yes = в порядке
pages-check-no = нарушение
pages-check-unknown = не установлено
pages-check-again = Проверить другую подпись

pages-find-title = Найти сертификат
pages-find-lead = Введите серийный номер или отпечаток сертификата целиком. Поиска по имени, ИНН или части номера нет.
pages-find-key = Серийный номер или отпечаток SHA-1
pages-find-submit = Найти
pages-find-found = Сертификат
pages-find-in-force = действует
pages-find-ended = срок действия не идёт
pages-find-revoked = отозван { $at }
pages-find-suspended = приостановлен { $at }
pages-find-owner = Владелец
pages-find-person = Кто подписывает
pages-find-inn = ИНН
pages-find-issuer = Кем выпущен
pages-find-from = Действует с
pages-find-until = Действует до
pages-find-serial = Серийный номер
pages-find-thumbprint = Отпечаток
pages-find-asked-at = Состояние на { $at }.
pages-status-title = Состояние сервера
pages-status-works = Всё работает
pages-status-broken = Работает не всё
pages-status-good = в порядке
pages-status-bad = требует внимания
pages-status-database = База данных
pages-status-list = список отзыва № { $number }, действует до { $until }
pages-status-jobs = Фоновые задания
pages-status-jobs-count = ждут: { $waiting }, остановлены: { $given_up }
pages-status-at = Проверено { $at }.

# Результат диагностики по ссылке.
pages-diagnostics-title = Диагностика рабочего места
pages-diagnostics-times = Сделана { $at }, ссылка действует до { $until }.
pages-diagnostics-scrubbed = Имена, адреса, номера и ключи вырезаны до сохранения, на их месте «…».
pages-diagnostics-check = Проверка
pages-diagnostics-state = Состояние
pages-diagnostics-found = Что нашлось
pages-diagnostics-good = в порядке
pages-diagnostics-bad = требует внимания
pages-diagnostics-unknown = не установлено

# Проверка файла по его формату.
pages-check-file-title = Проверить файл отчёта или документа
pages-check-file-lead = Выберите или перетащите XML-файл: УПД, декларацию, расчёт, квитанцию. Проверим его по официальному формату и по контрольным соотношениям самого формата и назовём каждое место.
pages-check-file-file = Файл XML
pages-check-file-stays = Файл не покидает ваш компьютер: его проверяет эта страница. С сервера загружается только описание формата.
pages-check-file-goes = Файл отправляется на сервер, проверяется в памяти и не сохраняется. Размер файла не больше 32 МБ.
pages-check-file-incomplete = Выберите файл и отправьте ещё раз.
pages-check-file-unknown = Формат документа не распознан
pages-check-file-clean = Замечаний нет
pages-check-file-wrong = Есть замечания
pages-check-file-cut = Замечаний больше, чем показано: здесь первые. Исправьте их и проверьте снова.
pages-check-file-error = Ошибка
pages-check-file-warning = Предупреждение
pages-check-file-place = Где
pages-check-file-line = строка
pages-check-file-column = столбец
pages-check-file-found = Найдено
pages-check-file-accepted = Подойдёт
pages-check-file-left = Слева
pages-check-file-right = Справа
pages-check-file-norm = Основание

# Отзыв по кодовой фразе.
pages-revoke-title = Отозвать сертификат по кодовой фразе
pages-revoke-lead = Если ключ потерян или попал в чужие руки, а войти не получается, отзовите сертификат фразой, которую придумали при выпуске. Вернуть отозванный сертификат нельзя.
pages-revoke-reason = Причина
pages-revoke-reason-unspecified = не указывать
pages-revoke-reason-key_compromise = ключ потерян или в чужих руках
pages-revoke-reason-affiliation_changed = владелец больше не работает в организации
pages-revoke-reason-superseded = есть новый сертификат
pages-revoke-reason-cessation_of_operation = подпись больше не нужна
pages-revoke-phrase = Кодовая фраза
pages-revoke-phrase-rule = От 12 до 200 знаков. За час принимаем десять попыток.
pages-revoke-submit = Отозвать
pages-revoke-done = Сертификат отозван
pages-revoke-done-text = Подписи этим сертификатом больше не принимаются. В список отзыва он попадёт в течение нескольких минут.
pages-revoke-look = Посмотреть состояние
pages-revoke-otherwise = Фразы нет или она забыта? Войдите и отзовите сертификат в разделе «Сертификаты» или обратитесь в центр, который его выпустил.
