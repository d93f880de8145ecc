# Проверка файлов и формы.
client-check-file-failed = Проверить файл не получилось: { $why }
client-check-file-unknown = Формат документа не распознан
client-place-check-file = Проверить файл

# Официальные формы.
client-place-forms = Формы
client-forms-about = Отчёты и документы по официальным форматам: заполните здесь или продолжите файл из другой программы
client-forms-no-module = Заполнение форм недоступно: эта сборка программы — без модуля проверки.
client-forms-choose-form = Выберите форму
client-forms-search = Название или код формы (КНД)
client-forms-search-hint = УСН, 6-НДФЛ, 1151111
client-forms-none = Такой формы нет
client-forms-none-text = Проверьте название или код. Администратор может добавить форму из официальной схемы.
client-forms-knd = КНД { $knd }
client-forms-version = формат { $version }
client-forms-open = Готовый файл
client-forms-open-about = Файл любой программы: откроется заполненная форма, её можно проверить и исправить. Файл не покидает ваш компьютер.
client-forms-open-choose = Выбрать файл
client-forms-begun = Начатые на этом устройстве
client-forms-secondary = Официальной схемы этой формы нет: формат известен из других источников. Для отправки в орган файл не годится.
client-forms-choose = Не выбрано
client-forms-one-of = Заполните одно из
client-forms-part-add = Добавить
client-forms-part-drop = Убрать
client-forms-one-more = Добавить ещё
client-forms-rows = { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
 }
client-forms-row = Строка № { $number }
client-forms-row-add = Добавить строку
client-forms-row-open = Подробно
client-forms-row-open-number = Подробно, строка { $number }
client-forms-row-drop = Удалить строку { $number }
client-forms-computed = Рассчитано
client-forms-formula = Как считается
client-forms-overwritten = Исправлено вручную, по расчёту { $computed }
client-forms-computed-back = Вернуть расчёт
client-forms-findings = Замечания
client-forms-clean = Замечаний нет
client-forms-ready = Ошибок нет
client-forms-count = { $count ->
    [one] { $count } замечание
    [few] { $count } замечания
   *[many] { $count } замечаний
 }
client-forms-absent = { $count ->
    [one] Осталось заполнить: { $count } место
    [few] Осталось заполнить: { $count } места
   *[many] Осталось заполнить: { $count } мест
 }
client-forms-more = и ещё { $count }
client-forms-cut = Замечаний больше, чем показано: исправьте эти, появятся остальные.
client-forms-ground = Основание
client-forms-sides = Слева { $left }, справа { $right }.
client-forms-accepted = Подойдёт: { $accepted }.
client-forms-check-failed = Проверить не получилось. Обновите страницу: заполненное сохранено на этом устройстве.
client-forms-full = На устройстве нет места: форма больше не сохраняется сама. Скачайте файл, чтобы не потерять заполненное.
client-forms-not-kept = Форма не сохранена на устройстве. { $why }
client-forms-warned = В форме есть ошибки. Файл с ними орган не примет.
client-forms-download = Скачать файл
client-forms-download-anyway = Скачать с ошибками
