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

# Письма.
account-letter-invitation-subject = Приглашение в организацию { $organization }
account-letter-invitation-body =
    Здравствуйте!

    Вас приглашают стать сотрудником организации { $organization } в сервисе обмена документами «Свиток».

    Войдите или зарегистрируйтесь и введите код приглашения:

    { $code }

    Код действует до { $until } и только один раз. Если вы не ждали этого письма, ничего делать не нужно.

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

# Уведомления.
account-notice-access-asked = { $person } просит доступ к организации { $organization }.
account-notice-access-approved = Вам открыт доступ к организации { $organization }.
account-notice-access-refused = В доступе к организации { $organization } отказано: { $reason }
account-notice-delegation-given = Вы замещаете сотрудника { $delegator } в организации { $organization } с { $since } по { $until }.
account-notice-delegation-made = Вас замещает { $delegate } в организации { $organization } с { $since } по { $until }.
account-notice-delegation-revoked = Замещение закончено досрочно: { $delegate } вместо { $delegator }, организация { $organization }.
