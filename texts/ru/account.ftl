# Вход и люди.
account-sign-in-needed = Нужно войти.
account-sign-in-token-refused = Вход больше не действует. Войдите снова.
account-sign-in-wrong-password = Неверный логин или пароль.
account-sign-in-locked-out = Слишком много неверных паролей. Подождите и попробуйте снова.
account-sign-in-busy = Сейчас входит слишком много людей. Попробуйте через несколько секунд.
account-sign-in-integrator-refused = Ключ интегратора не подходит или отозван.
account-user-login-form = Логин должен быть адресом электронной почты.
account-user-login-taken = Этот логин уже занят.
account-user-name-form = Имя должно быть одной непустой строкой не длиннее 200 знаков.
account-user-password-form = В пароле должно быть от 10 до 256 знаков, и он не должен совпадать с логином.
account-user-registration-closed = Регистрация закрыта. Обратитесь к администратору этого сервера.
account-user-registration-by-letter = Здесь регистрируются по письму: адрес нужно подтвердить.
account-link-over = Ссылка уже использована или просрочена. Попросите новое письмо.
account-user-too-many-registrations = Слишком много регистраций с одного адреса. Подождите и попробуйте снова.
account-not-found = Такого здесь нет, или оно вам недоступно.
account-too-many = Достигнуто предельное количество.

# Организации и сотрудники.
account-organization-requisite = Реквизит указан с ошибкой.
account-organization-requisites-disagree = ИНН, КПП, ОГРН и название не соответствуют друг другу.
account-organization-text-form = Так заполнить это поле нельзя.
account-organization-already-registered = Организация с такими ИНН и КПП уже зарегистрирована. Попросите её администратора пригласить вас.
account-member-forbidden = У вас нет нужного права. Его может выдать администратор организации.
account-installation-only = Это может только администратор установки (настройка SVITOK_ADMINISTRATORS).
account-member-already = Этот человек уже сотрудник организации.
account-member-last-administrator = У организации должен остаться хотя бы один администратор.
account-member-unknown-permission = Такого права нет. Бывают: read, send, sign, administer.
account-invitation-over = Приглашение уже использовано, отозвано или просрочено. Попросите новое.
account-operator-code-form = Код оператора: три знака, латинские заглавные буквы или цифры.
account-operator-code-taken = Такие коды принадлежат настоящим операторам. Задайте другой, например 0SV.

# Вход по сертификату.
account-challenge-over = Время на подпись истекло, или она уже использована. Начните вход заново.
account-certificate-unreadable = Подпись не прочитана: нужна одна подпись CMS, и в ней сертификат подписавшего.
account-certificate-signature-wrong = Подпись не подходит к тексту, который нужно было подписать.
account-certificate-not-trusted = Сертификат выдан удостоверяющим центром, которому этот сервер не доверяет.
account-certificate-not-valid = Срок сертификата истёк, ещё не начался, или нарушена его цепочка.
account-certificate-revoked = Сертификат отозван.
account-certificate-revocation-unknown = Нельзя узнать, не отозван ли сертификат: у сервера нет свежего списка отзыва этого центра.
account-certificate-kind-not-accepted = Сертификаты такого вида здесь не открывают учётную запись.
account-certificate-unknown = Этот сертификат не привязан ни к одной учётной записи.
account-certificate-taken = Этот сертификат привязан к другой учётной записи.
account-proposal-over = Предложение просрочено или уже принято. Покажите сертификат снова.
account-sign-in-way-closed = Этот способ входа закрыт. Войдите другим.
account-sign-in-second-demanded = Здесь обязателен второй шаг входа, а у вас он не настроен. Войдите по сертификату или ключу доступа и настройте его.
account-sign-in-last-way-in = Это последний способ входа. Сначала добавьте другой.

# Второй шаг входа.
account-sign-in-second-factor-needed = Для этой учётной записи нужен второй шаг входа, а здесь его показать негде. Войдите по сертификату или через страницу входа.
account-sign-in-wrong-code = Код неверный, уже использован или просрочен.
account-phone-of-another = Номер уже привязан к другой учётной записи. Если он теперь ваш, подтвердите, что забираете его: там по нему больше не войдут.
account-passkey-refused = Ключ доступа не подошёл.
account-second-factor-set = Второй шаг входа уже включён. Чтобы заменить его, сначала выключите.

# Письма.
account-letter-invitation-subject = Приглашение в организацию { $organization }
account-letter-invitation-body =
    Здравствуйте!

    Вас приглашают стать сотрудником организации { $organization } в сервисе обмена документами «Свиток».

    Войдите или зарегистрируйтесь и введите код приглашения:

    { $code }

    Код действует до { $until } и только один раз. Если вы не ждали этого письма, ничего делать не нужно.
account-sms-code = { $code } — код для { $host }. Никому его не сообщайте.
account-letter-register-subject = Подтвердите адрес для входа в «Свиток»
account-letter-register-body =
    Здравствуйте, { $name }!

    Чтобы завершить регистрацию в «Свитке», откройте ссылку и нажмите «Подтвердить»:

    { $link }

    Ссылка действует один раз, до { $until } МСК. Если вы не регистрировались, не открывайте её: без вас ничего не произойдёт.
account-letter-registered-already-subject = Этот адрес уже зарегистрирован в «Свитке»
account-letter-registered-already-body =
    Здравствуйте, { $name }!

    Кто-то указал ваш адрес, регистрируясь или меняя адрес в «Свитке». Учётная запись с ним уже есть, и в ней ничего не изменилось.

    Если это были вы, войдите или восстановите пароль: { $link }

    Если нет, ничего делать не нужно.
account-letter-reset-subject = Новый пароль для «Свитка»
account-letter-reset-body =
    Здравствуйте, { $name }!

    Чтобы задать новый пароль, откройте ссылку:

    { $link }

    Ссылка действует один раз, до { $until } МСК. Все прежние входы завершатся. Если вы не просили новый пароль, ничего делать не нужно: старый действует.
account-letter-password-changed-subject = Пароль для «Свитка» изменён
account-letter-password-changed-body =
    Здравствуйте, { $name }!

    Пароль вашей учётной записи изменён, прежние входы завершены.

    Если это были не вы, сразу восстановите пароль на странице входа и сообщите администратору сервера.
account-letter-confirm-email-subject = Подтвердите адрес
account-letter-confirm-email-body =
    Здравствуйте, { $name }!

    Чтобы подтвердить, что письма из «Свитка» до вас доходят, откройте ссылку:

    { $link }

    Ссылка действует один раз, до { $until } МСК.
account-letter-change-email-subject = Подтвердите новый адрес для «Свитка»
account-letter-change-email-body =
    Здравствуйте, { $name }!

    Этот адрес указан как новый логин и адрес для писем. Чтобы подтвердить, откройте ссылку:

    { $link }

    Ссылка действует один раз, до { $until } МСК. Если вы этого не просили, не открывайте её.
account-letter-change-email-asked-subject = Просьба сменить адрес в «Свитке»
account-letter-change-email-asked-body =
    Здравствуйте, { $name }!

    В вашей учётной записи попросили сменить адрес на { $address }. Он сменится, когда новый адрес подтвердят по ссылке из письма.

    Если это были не вы, смените пароль: без пароля такую просьбу не отправить.
account-letter-email-changed-subject = Адрес в «Свитке» изменён
account-letter-email-changed-body =
    Здравствуйте, { $name }!

    Логин и адрес для писем теперь { $address }. На прежний адрес письма больше не придут.

    Если это были не вы, сообщите администратору сервера.

# Роли и подразделения.
account-role-reader = Наблюдатель
account-role-primary-documents = Первичные документы
account-role-accountant = Бухгалтер
account-role-director = Руководитель
account-role-administrator = Администратор
account-role-built-in = Встроенную роль изменить нельзя. Создайте свою.
account-role-name-taken = Роль с таким названием уже есть.
account-department-root = Головное подразделение нельзя переместить или убрать в архив.
account-department-cycle = Подразделение нельзя подчинить ему самому.
account-department-not-empty = В подразделении есть другие подразделения. Сначала переместите их или уберите в архив.
account-department-name-taken = Рядом уже есть подразделение с таким названием.
account-department-archived = Это подразделение в архиве.

# Замещение.
account-delegation-to-self = Замещать самого себя нельзя: выберите другого сотрудника.
account-delegation-beyond-own = Передать можно только то, что вы можете делать сами, и не право администратора.
account-delegation-time = Замещение должно заканчиваться позже начала, не в прошлом и не дольше чем через 366 дней.
account-delegation-over = Это замещение уже закончилось.

# Запросы доступа.
account-access-request-already = Вы уже запросили доступ к этой организации. Дождитесь ответа её администратора.
account-access-request-too-soon = Организация недавно отказала. Повторить запрос можно через семь дней после отказа.
account-access-request-over = По этому запросу уже есть решение, или его отозвали.
account-task-receiver = Выберите либо сотрудника, либо подразделение.
account-task-due = Этот день уже прошёл.
account-task-over = Поручение уже выполнено, возвращено или отозвано.
account-task-of-other = Выполняет и возвращает поручение тот, кому оно дано, а отзывает тот, кто его дал.

# Уведомления.
account-notice-access-asked = { $person } просит доступ к организации { $organization }.
account-notice-access-approved = Вам открыт доступ к организации { $organization }.
account-notice-access-refused = В доступе к организации { $organization } отказано: { $reason }
account-notice-delegation-given = Вы замещаете сотрудника { $delegator } в организации { $organization } с { $since } по { $until }.
account-notice-delegation-made = Вас замещает { $delegate } в организации { $organization } с { $since } по { $until }.
account-notice-delegation-revoked = Замещение закончено досрочно: { $delegate } вместо { $delegator }, организация { $organization }.
account-notice-task-given = { $person } поручает вам: { $task }
account-notice-task-done = Поручение выполнено ({ $person }): { $task }
account-notice-task-returned = { $person } возвращает поручение «{ $task }»: { $reason }
account-notice-task-withdrawn = { $person } отзывает поручение: { $task }
account-notice-certificate-revoked = Сертификат { $serial } отозван: подписывать им и входить по нему больше нельзя.
account-notice-certificate-suspended = Сертификат { $serial } приостановлен: пока его не возобновят, подписывать им и входить по нему нельзя.
account-notice-certificate-ending = Сертификат { $name } действует до { $until }, осталось дней: { $days }. Продлите его в разделе «Сертификаты».
account-notice-certificate-ended = Срок сертификата { $name } истёк { $until }: подписывать им и входить по нему больше нельзя. Получите новый.

# Профиль.
account-profile-picture-form = Подойдёт картинка PNG или JPEG до 64 КиБ и не больше 1024 на 1024 точки.
