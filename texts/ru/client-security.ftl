# Настройки: вход и безопасность.
client-settings-tabs = Разделы настроек
client-settings-profile = Профиль
client-settings-security = Вход и безопасность

# Открытые входы.
client-sign-ins = Открытые входы
client-sign-ins-about = Завершите те, которых не узнаёте.
client-sign-ins-none = Открытых входов нет
client-sign-in-kind = Откуда
client-sign-in-page = браузер
client-sign-in-api = программа
client-sign-in-diadoc = программа для Диадока
client-sign-in-extern = программа для Экстерна
client-sign-in-oidc = вход через другую службу
client-sign-in-since = С какого времени
client-sign-in-until = До какого времени
client-sign-in-end = Завершить
client-sign-in-end-about = Вход, открытый { $at }, перестанет действовать.
client-security-end-others = Выйти на других устройствах
client-security-end-all = Выйти везде
client-security-ask-end-one = Завершить вход?
client-security-ask-end-others = Выйти на других устройствах?
client-security-ask-end-all = Выйти везде?
client-security-about-end-others = Все входы, кроме этого, перестанут действовать, в том числе входы программ. На этом устройстве вы останетесь. Запомненные устройства будут забыты.
client-security-about-end-all = Все входы, включая этот, перестанут действовать. Черновики и прочитанное на этом устройстве будут стёрты. Запомненные устройства будут забыты.
client-security-ended-one = Вход завершён
client-security-ended-others = Остальные входы завершены
client-security-ended-all = Все входы завершены

# Пароль, почта, телефон.
client-security-ways = Пароль и контакты
client-security-ways-about = Чем вы входите и куда приходят письма и коды.
client-security-none = не указан
client-security-password = Пароль
client-security-password-about = Меняйте его, если он мог стать известен другим.
client-security-password-needs-email = Чтобы задать пароль, сначала добавьте электронную почту.
client-security-password-change = Сменить пароль
client-security-password-new = Новый пароль
client-security-password-hint = От 10 символов, не совпадает с логином.
client-security-password-again = Новый пароль ещё раз
client-security-password-differs = Пароли не совпадают.
client-security-password-ends = Остальные входы завершатся, запомненные устройства будут забыты. На этом устройстве вы останетесь.
client-security-password-done = Пароль изменён
client-security-present = Ваш пароль
client-security-present-hint = Если пароля у вас нет, оставьте поле пустым.
client-security-present-wrong = Пароль неверный.
client-security-email = Электронная почта
client-security-email-change = Изменить
client-security-email-add = Добавить
client-security-email-ask = Изменить электронную почту
client-security-email-new = Новый адрес
client-security-email-hint = Мы отправим туда ссылку. До перехода по ней ничего не изменится.
client-security-letter-sent = Письмо со ссылкой отправлено
client-security-confirm = Подтвердить
client-security-confirm-ask = Подтвердить электронную почту?
client-security-confirm-send = Отправить письмо
client-security-confirm-about = На { $email } придёт письмо со ссылкой. Перейдите по ней в течение суток.
client-security-confirmed = подтверждён
client-security-unconfirmed = не подтверждён
client-security-phone = Телефон
client-security-phone-change = Изменить
client-security-phone-add = Добавить
client-security-phone-ask = Телефон для входа
client-security-phone-new = Номер телефона
client-security-phone-hint = Например: +7 900 000-00-00. На него придёт код.
client-security-phone-send = Получить код
client-security-phone-sent = Мы отправили код на { $phone }. Он действует 10 минут.
client-security-phone-take-over = Номер теперь мой, забрать его
client-security-phone-done = Телефон подтверждён
client-security-code = Код
client-security-next = Продолжить

# Второй шаг входа.
client-security-second = Второй шаг входа
client-security-second-about = После пароля понадобится код из приложения на телефоне. Узнавший пароль без телефона не войдёт.
client-security-second-on = включён
client-security-second-off = выключен
client-security-second-turn-on = Включить второй шаг
client-security-second-turn-off = Выключить
client-security-second-on-done = Второй шаг входа включён
client-security-second-off-ask = Выключить второй шаг?
client-security-second-off-about = Для входа будет достаточно пароля. Коды восстановления перестанут действовать, запомненные устройства будут забыты.
client-security-second-off-done = Второй шаг входа выключен
client-security-totp-picture = QR-код для приложения с кодами
client-security-totp-scan = Откройте приложение с одноразовыми кодами, добавьте в нём учётную запись и наведите камеру на этот рисунок. Затем введите шесть цифр, которые оно покажет.
client-security-totp-type = Нет камеры? Введите этот ключ в приложении:
client-security-codes = Коды восстановления
client-security-codes-once = Коды показаны один раз. Каждый заменит код из приложения однажды, если телефон потерян. Напечатайте или сохраните их и держите отдельно от телефона.
client-security-codes-whose = Коды восстановления · { $host } · { $login }
client-security-codes-file = Коды восстановления.txt
client-security-codes-save = Сохранить в файл
client-security-codes-print = Напечатать
client-security-codes-kept = Коды у меня
client-security-codes-left = { $count ->
    [one] Остался { $count } код восстановления.
    [few] Осталось { $count } кода восстановления.
   *[many] Осталось { $count } кодов восстановления.
 }
client-security-codes-few = Кодов восстановления почти не осталось. Создайте новые.
client-security-codes-renew = Новые коды
client-security-codes-ask = Создать новые коды восстановления?
client-security-codes-renew-about = Прежние коды перестанут действовать.

# Ключи доступа.
client-security-passkeys = Ключи доступа
client-security-passkeys-about = Вход по отпечатку, лицу или коду устройства, без пароля. Ключ не покидает устройство.
client-security-passkeys-none = Ключей доступа пока нет.
client-security-passkey-add = Добавить ключ доступа
client-security-passkey-how = Браузер спросит отпечаток, лицо или код этого устройства либо предложит другое.
client-security-passkey-name = Название
client-security-passkey-name-hint = По нему вы узнаете устройство в списке.
client-security-passkey-make = Создать ключ
client-security-passkey-done = Ключ доступа добавлен
client-security-passkey-not-made = Ключ не создан: запрос закрыт, или на этом устройстве ваш ключ уже есть.
client-security-passkey-rename = Переименовать
client-security-passkey-ask-rename = Переименовать ключ «{ $name }»
client-security-passkey-renamed = Ключ доступа переименован
client-security-passkey-ask-remove = Удалить ключ «{ $name }»?
client-security-passkey-about-remove = Войти этим ключом будет нельзя. Удалите его и на самом устройстве.
client-security-passkey-removed = Ключ доступа удалён
client-security-remove = Удалить
client-security-added = добавлен { $at }
client-security-used = последний вход { $at }

# Сертификаты для входа.
client-security-certificates = Сертификаты для входа
client-security-certificates-about = Вход электронной подписью, без пароля и второго шага.
client-security-certificates-none = Сертификатов для входа пока нет.
client-security-certificate-add = Добавить сертификат
client-security-certificate-sign = Подписать и добавить
client-security-certificate-text = Подтверждение, что ключ сертификата у вас
client-security-certificate-done = Сертификат добавлен
client-security-certificate-ask-remove = Больше не входить по сертификату «{ $name }»?
client-security-certificate-about-remove = Сам сертификат останется действительным, им можно подписывать документы.
client-security-certificate-removed = Сертификат больше не открывает вход

# Запомненные устройства.
client-security-devices = Запомненные устройства
client-security-devices-about = На них второй шаг не спрашивается 30 дней.
client-security-devices-none = Запомненных устройств нет.
client-security-device-unnamed = неизвестное устройство
client-security-device-forget = Забыть
client-security-device-ask = Забыть устройство «{ $name }»?
client-security-device-about = При следующем входе с него понадобится второй шаг.
client-security-device-done = Устройство забыто
client-security-since = с { $at }
client-security-until = до { $at }

# Журнал входов.
client-security-journal = Журнал входов
client-security-journal-about = Все попытки входа за 180 дней, в том числе отклонённые. Незнакомая удачная попытка — повод сменить пароль и выйти везде.
client-security-journal-none = Попыток входа пока не было
client-security-tried = Когда
client-security-way = Способ
client-security-way-password = пароль
client-security-way-password-and-second = пароль и второй шаг
client-security-way-certificate = сертификат
client-security-way-phone = код на телефон
client-security-way-phone-and-second = код на телефон и второй шаг
client-security-way-passkey = ключ доступа
client-security-from = Устройство и адрес
client-security-outcome = Итог
client-security-opened = вход открыт
client-security-refused = отказано
client-people-tab-ways = Вход
client-ways = Чем можно войти
client-ways-about = Закрытый способ не откроет вход никому, даже с верным паролем или ключом.
client-ways-change = Изменить правила
client-ways-own = Ваши правила входа
client-ways-own-about = Хотя бы один способ должен остаться открытым.
client-ways-organization = Правила входа организации
client-ways-organization-about = Правила действуют для всех сотрудников организации. Кому способ закрыт, увидит, кто и когда его закрыл.
client-ways-organization-rules = Правила действуют сразу, при следующем входе каждого сотрудника.
client-ways-closed = Закрыть
client-ways-rule-password = вход по паролю
client-ways-rule-certificate = вход сертификатом
client-ways-rule-phone = вход кодом на телефон
client-ways-rule-passkey = вход ключом доступа
client-ways-rule-without-second = вход без второго шага
client-ways-way-password = Пароль
client-ways-way-certificate = Сертификат
client-ways-way-phone = Код на телефон
client-ways-way-passkey = Ключ доступа
client-ways-way-without-second = Вход без второго шага
client-ways-is-open = открыт
client-ways-is-unset = не настроен
client-ways-is-closed = закрыт
client-ways-is-allowed = разрешён
client-ways-by-organization = Закрыт правилом «{ $organization }»: { $who }, { $at }
client-ways-by-self = Закрыт вами { $at }
client-ways-save = Сохранить
client-ways-saved = Правила сохранены
client-ways-left-out = { $count ->
    [one] Без способа входа останется { $count } сотрудник:
    [few] Без способа входа останутся { $count } сотрудника:
   *[many] Без способа входа останутся { $count } сотрудников:
 }
client-ways-left-out-others = и ещё { $count }.
client-ways-left-out-you = Вы среди них, поэтому такие правила сохранить нельзя.
client-second-ways = Другие способы второго шага
client-second-ways-about = Кроме приложения, второй шаг можно сделать
client-second-ways-phone = кодом на подтверждённый телефон
client-second-ways-passkey = ключом доступа
