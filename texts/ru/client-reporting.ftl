# Отчётность: таблица отчётов и плательщики.
client-place-reporting = Отчётность
client-reporting-tabs = Разделы отчётности
client-reporting-tab-table = Таблица отчётов
client-reporting-tab-payers = Плательщики
client-reporting-payer = Плательщик
client-reporting-span = Период
client-reporting-by-month = Месяц
client-reporting-by-quarter = Квартал
client-reporting-month = { $month } { $year }
client-reporting-earlier = Раньше
client-reporting-later = Позже
client-reporting-find = Название или ИНН
client-reporting-any-state = Любое
client-reporting-until = до { $date }
client-reporting-nothing-due = В этом периоде сдавать нечего
client-reporting-nothing-due-text = Посмотрите соседний период или проверьте режим налогообложения плательщиков.
client-reporting-none-such = Ничего не найдено
client-reporting-none-such-text = Измените название, ИНН или состояние.
client-reporting-no-payers = Плательщиков пока нет
client-reporting-no-payers-text = Добавьте плательщика — таблица покажет, что и к какому сроку за него сдавать.
client-reporting-to-payers = Перейти к плательщикам
client-reporting-fact-payer = Плательщик
client-reporting-fact-period = Отчётный период
client-reporting-fact-due = Сдать не позднее
client-reporting-fact-norm = Основание срока
client-reporting-fact-form = Форма
client-reporting-fill = Заполнить в разделе «Формы»
client-reporting-sent = Отправлено
client-reporting-nothing-sent = За этот период отсюда ничего не отправляли.
client-reporting-sent-to = { $correction ->
    [0] Первичный отчёт, орган { $office }
   *[other] Корректировка № { $correction }, орган { $office }
 }
client-reporting-play = СИМУЛЯТОР
client-reporting-mark-filed = Сдан в другом месте
client-reporting-mark-not-required = Не требуется
client-reporting-mark-unmarked = Снять отметку
client-reporting-told-filed = Отмечен сданным
client-reporting-told-not-required = Отмечен как ненужный
client-reporting-told-unmarked = Отметка снята

# Состояния клетки таблицы.
client-cell-name = { $form }, { $period }, { $payer }: { $state }
client-cell-declined = Отказ
client-cell-not-sent-after-deadline = Не сдан, срок прошёл
client-cell-sent-after-deadline = Отправлен с опозданием
client-cell-accepted-with-rebuke = Принят, уточнение отклонено
client-cell-not-sent = Не отправлен
client-cell-sent = Отправлен
client-cell-accepted-after-deadline = Принят с опозданием
client-cell-accepted-with-sent = Принят, уточнение в пути
client-cell-accepted-custom = Отмечен сданным
client-cell-accepted = Принят
client-cell-accepted-with-warning = Принят, просят уточнить
client-cell-not-required = Не требуется
client-cell-about-declined = Орган не принял отчёт. Исправьте ошибки и отправьте его снова.
client-cell-about-not-sent-after-deadline = Срок прошёл, а отчёт не отправлен. Сдайте его как можно скорее или отметьте, если он сдан в другом месте.
client-cell-about-sent-after-deadline = Отчёт отправлен после срока. Орган ещё не ответил.
client-cell-about-accepted-with-rebuke = Отчёт принят, но более поздняя корректировка отклонена.
client-cell-about-not-sent = Отчёт ещё не отправлен, время есть.
client-cell-about-sent = Отчёт отправлен вовремя. Орган ещё не ответил.
client-cell-about-accepted-after-deadline = Отчёт принят, но отправлен после срока.
client-cell-about-accepted-with-sent = Отчёт принят. На корректировку орган ещё не ответил.
client-cell-about-accepted-custom = Сотрудник отметил, что отчёт сдан в другом месте: на бумаге или через другого оператора.
client-cell-about-accepted = Отчёт отправлен вовремя и принят.
client-cell-about-accepted-with-warning = Отчёт принят, но орган просит пояснить или уточнить данные.
client-cell-about-not-required = Сотрудник отметил, что этот отчёт плательщику сдавать не нужно.

# Состояния документооборота.
client-docflow-sent = Отправлен
client-docflow-delivered = Доставлен
client-docflow-response-arrived = Пришёл ответ
client-docflow-response-processed = Ответ обработан
client-docflow-received = Получен
client-docflow-arrived = Поступил
client-docflow-processed = Обработан
client-docflow-finished = Завершён

# Плательщики.
client-payer-add = Добавить плательщика
client-payer-add-title = Новый плательщик
client-payer-added = Плательщик добавлен
client-payer-change = Изменить
client-payer-change-named = Изменить: { $name }
client-payer-change-title = Сведения о плательщике
client-payer-changed = Сведения сохранены
client-payer-save = Сохранить
client-payer-about = Добавьте организацию, её подразделение или клиента, за которого вы сдаёте отчёты.
client-payer-name = Полное название
client-payer-person = Фамилия, имя и отчество
client-payer-inn = ИНН
client-payer-kpp = КПП
client-payer-regime = Режим налогообложения
client-payer-employees = Работников
client-payer-employees-hint = По трудовым и гражданско-правовым договорам
client-payer-employees-count = { $count ->
    [0] без работников
    [one] { $count } работник
    [few] { $count } работника
   *[many] { $count } работников
 }
client-payer-vat = Платит НДС
client-payer-has = Облагается налогом
client-payer-offices = Коды органов
client-payer-tax_office = Код налоговой инспекции
client-payer-fund_office = Код отделения СФР
client-payer-statistics_office = Код органа Росстата
client-payer-fund_number = Регистрационный номер в СФР
client-payer-ogrn = ОГРН или ОГРНИП
client-payer-oktmo = ОКТМО
client-payer-okpo = ОКПО
client-regime-usn-income = УСН, доходы
client-regime-usn-profit = УСН, доходы минус расходы
client-regime-general = Общий режим
client-regime-eshn = ЕСХН
client-asset-property = Недвижимость
client-asset-transport = Транспорт
client-asset-land = Земля
