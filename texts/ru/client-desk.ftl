# Стол оператора удостоверяющего центра: очередь, проверка заявки, отзыв, места.

client-place-desk = Стол оператора
client-desk-about = Заявки на сертификат, которые ждут проверки: сначала те, что ждут дольше всех. Проверить нужно за три рабочих дня.
client-desk-about-office = Заявки на сертификат. Откройте заявку человека, который пришёл, и отметьте, что вы видели его с документами.
client-desk-barred = Места за столом у вас нет
client-desk-barred-text = Место оператора или пункта регистрации открывает администратор сервера.
client-desk-number = Номер заявки
client-desk-number-wrong = Такого номера не бывает. Он напечатан в первой строке заявления.
client-desk-open = Открыть
client-desk-part-all = Все
client-desk-part-late = Просрочены
client-desk-part-free = Свободные
client-desk-part-mine = Мои
client-desk-part-second_look = Ждут второго взгляда
client-desk-who = Заявитель
client-desk-left-column = Срок
client-desk-submitted = Подана
client-desk-claimed = В работе
client-desk-until = до { $at }
client-desk-free = Свободна
client-desk-go-on = Продолжить
client-desk-second = Второй взгляд
client-desk-empty = Проверять нечего
client-desk-empty-part = Таких заявок нет
client-desk-empty-text = Новые заявки появятся здесь сами, страницу обновлять не нужно.
client-desk-you = вы
client-desk-nobody = сотрудник, которого здесь больше нет
client-desk-first = Раньше успел другой: { $who }.
client-desk-refreshed = На странице — как есть сейчас.

client-desk-no-day = Срок не посчитан: нет календаря этого года
client-desk-late = { $count ->
    [one] Просрочена на { $count } день
    [few] Просрочена на { $count } дня
   *[many] Просрочена на { $count } дней
 }
client-desk-today = Сегодня последний день
client-desk-left = { $count ->
    [one] Остался { $count } день, до { $day }
    [few] Осталось { $count } дня, до { $day }
   *[many] Осталось { $count } дней, до { $day }
 }

client-desk-line-unqualified = неквалифицированный
client-desk-line-test = тестовый

client-desk-unnamed = Заявка без имени
client-desk-mine = Заявка у вас до { $at }. Каждое действие продлевает это время.
client-desk-others = С заявкой работает { $who }, до { $at }. Смотреть можно, решать — нет.
client-desk-was-first = Вы уже одобрили эту заявку. Второй раз её смотрит другой человек.
client-desk-first-look = Первым заявку одобрил другой оператор: { $who }. Ваш взгляд — второй и последний.
client-desk-second-after = После вас заявку посмотрит второй оператор: одобрить её дважды одному человеку нельзя.
client-desk-own = Это ваша собственная заявка. Её проверяет другой человек.

client-desk-items = Поля и сканы
client-desk-key-go = дальше и назад,
client-desk-key-accept = принять,
client-desk-key-refuse = не принять
client-desk-accept = Принять
client-desk-accept-named = Принять: { $name }
client-desk-refuse = Не принять
client-desk-refuse-named = Не принять: { $name }
client-desk-value-none = не указано
client-desk-scan-none = не приложен
client-desk-signed-by-key = подписано действующим ключом
client-desk-refuse-ask = Не принять: { $name }
client-desk-refuse-why = Что не так
client-desk-refuse-other = другая причина
client-desk-refuse-comment = Своими словами
client-desk-refuse-comment-hint = Заявитель прочтёт это вместе с причиной. Можно оставить пустым.
client-desk-refuse-comment-needed = Напишите, что не так: готовой причины вы не выбрали.
client-desk-scans = Сканы
client-desk-scans-none = Сканов в заявке нет.
client-desk-scans-deleted = Сканы и номер паспорта удалены { $at }: так положено после выпуска.
client-desk-applicant = Заявитель

client-desk-to-judge = { $count ->
    [0] Всё проверено
    [one] Осталось проверить { $count } пункт
    [few] Осталось проверить { $count } пункта
   *[many] Осталось проверить { $count } пунктов
 }
client-desk-do-claim = Взять в работу
client-desk-do-release = Отложить
client-desk-do-approve = Одобрить
client-desk-do-reject = Вернуть заявителю
client-desk-do-doubt = Усомниться в личности
client-desk-do-prove_in_person = Личность установлена при встрече
client-desk-ask-release = Отложить заявку?
client-desk-ask-approve = Одобрить заявку?
client-desk-ask-reject = Вернуть заявку заявителю?
client-desk-ask-doubt = Личность вызывает сомнения?
client-desk-ask-prove_in_person = Вы видели этого человека с документами?
client-desk-about-release = Заявка вернётся в очередь, её сможет взять любой оператор. Проверенное останется проверенным.
client-desk-about-approve = Все поля и сканы приняты. Заявитель согласится с содержанием сертификата, создаст ключ, и сертификат будет выпущен.
client-desk-about-approve-first = Все поля и сканы приняты. Заявку посмотрит второй оператор: вы её больше не увидите среди свободных.
client-desk-about-reject = Заявитель получит письмо и исправит только то, что названо:
client-desk-about-doubt = Одобрить заявку без визита будет нельзя: человек должен прийти с паспортом в пункт регистрации. Верните заявку, и ему об этом напишут.
client-desk-about-prove_in_person = Отметьте, только если человек сейчас перед вами, паспорт подлинный и на снимке он. В истории заявки останутся ваше имя и время.
client-desk-done-release = Заявка снова в очереди
client-desk-done-approve = Заявка одобрена
client-desk-done-approve-first = Одобрено. Ждём второго оператора
client-desk-done-reject = Заявка возвращена, письмо отправлено
client-desk-done-doubt = Отмечено: личность под сомнением
client-desk-done-prove_in_person = Отмечено: личность установлена
client-desk-visit = Личность: прийти с паспортом.

client-desk-revoke = Отозвать сертификат
client-desk-revoke-ask = Отзыв сертификата
client-desk-revoke-about = По просьбе владельца, когда он не может войти сам. Отозванный сертификат нельзя вернуть.
client-desk-revoke-find = Найти
client-desk-revoke-do = Отозвать навсегда
client-desk-serial-hint = Целиком, шестнадцатеричными цифрами; пробелы не мешают.
client-desk-fact-person = Кому
client-desk-fact-position = Должность
client-desk-fact-organization = Организация
client-desk-fact-term = Срок
client-desk-certificate-until = до { $day }
client-desk-revoked-before = Этот сертификат уже отозван.

client-desk-places = Места за столом
client-desk-places-about = Кто проверяет заявки и кто видит людей лично. Места раздаёт администратор сервера.
client-desk-places-barred = Места раздаёт администратор сервера
client-desk-places-barred-text = Вам этого не поручали.
client-desk-places-empty = За столом никого
client-desk-places-empty-text = Пока операторов нет, заявки никто не проверит. Добавьте хотя бы двоих: второй взгляд — за другим человеком.
client-desk-place-add = Добавить человека
client-desk-place-give = Дать место
client-desk-place-about = Человек должен быть уже зарегистрирован на этом сервере.
client-desk-place-login = Адрес почты, с которым он входит
client-desk-place-who = Кто
client-desk-place-role = Роль
client-desk-place-since = С какого времени
client-desk-place-remove = Убрать
client-desk-place-remove-ask = Убрать место: { $who }?
client-desk-place-remove-about = Человек больше не увидит очередь. Заявка, которую он взял, освободится сама.
client-desk-place-added = Место дано
client-desk-place-removed = Место убрано
client-desk-role-operator = Оператор
client-desk-role-office = Пункт регистрации
client-desk-role-about-operator = Проверяет заявки, одобряет и возвращает, отзывает сертификаты.
client-desk-role-about-office = Видит людей лично и отмечает это в заявке. Ничего не решает.

client-scan-tools = Как показать скан
client-scan-smaller = Мельче
client-scan-larger = Крупнее
client-scan-turn = Повернуть
client-scan-whole = На весь экран
client-scan-save = Сохранить файл
client-scan-broken = Скан не показывается: файл повреждён.
