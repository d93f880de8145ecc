# Отчётность.
reporting-payer-not-found = Такого плательщика нет.
reporting-payer-exists = Этот плательщик уже есть в списке.
reporting-payer-too-many = Плательщиков больше, чем ведёт одна организация.
reporting-payer-field = Реквизит плательщика указан неверно.
reporting-regulator-code = Такого кода органа не бывает. У инспекции четыре цифры, у отдела Росстата — цифры через дефис.

reporting-draft-not-found = Такого черновика нет.
reporting-draft-sent = Отчёт уже отправлен, изменить его нельзя. Подготовьте корректировку.
reporting-draft-too-many = Черновиков слишком много. Удалите ненужные.
reporting-draft-too-much = В один отчёт столько не помещается.
reporting-draft-nothing = Отправлять нечего: добавьте файл отчёта.
reporting-flow-unknown = Документы такого вида отсюда не отправляются.
reporting-flow-other-authority = Документы такого вида принимает другой орган.
reporting-document-not-found = Такого документа нет.
reporting-document-kind = В этом документообороте таких документов не бывает.
reporting-document-empty = Файл пуст.
reporting-document-file-name = Имя файла не подходит: нужно простое имя без папок, не длиннее 255 знаков.
reporting-document-sealed = Документ зашифрован. Откройте его ключом, на сертификат которого он отправлен.
reporting-document-other = Это не тот документ: подпись органа под ним не сходится.

reporting-check-not-signed = Не подписан файл { $file }.
reporting-check-findings = { $count ->
        [one] В отчёте { $count } ошибка
        [few] В отчёте { $count } ошибки
       *[many] В отчёте { $count } ошибок
    }, отправлять рано. Первая — в файле { $file }.
reporting-check-format = Файл не похож на отчёт известной формы.
reporting-check-other-payer = Отчёт составлен за другого плательщика: ИНН или КПП в файле не те.
reporting-check-other-office = Отчёт составлен для другого органа: в файле указан код { $written }.
reporting-check-period = Отчётный период ещё не начался.
reporting-signature-broken = Подпись не подходит к документу.
reporting-signature-untrusted = Подписи нельзя доверять: цепочка сертификатов не доведена до доверенного центра или не известно, не отозван ли сертификат.
reporting-signature-expired = Срок действия сертификата истёк или ещё не наступил.
reporting-signature-revoked = Сертификат отозван.
reporting-signature-other = Подписал другой человек, а доверенность не приложена.
reporting-signature-test = Подпись сделана тестовым ключом: настоящий орган её не примет.

reporting-docflow-not-found = Такого документооборота нет.
reporting-reply-not-asked = На этот документ такой ответ не нужен или уже отправлен.
reporting-reply-not-found = Такого ответа нет.
reporting-reply-sent = Ответ уже отправлен.

reporting-upload-not-found = Такого содержимого нет, или срок его хранения истёк.
reporting-upload-part = Эта часть файла не подходит к своему месту.

reporting-gateway-none = Связь с этим органом на сервере не настроена. Готовый файл с подписью можно скачать и отправить любым другим способом.
reporting-gateway-office = Орган с кодом { $code } по этому каналу недоступен.
reporting-parameter = Параметр запроса указан неверно.
reporting-container-taken = Это сообщение уже принято.
reporting-signature-kind = Орган принимает отчётность только с квалифицированной подписью. Подпишите своим квалифицированным ключом.
reporting-gateway-away = Орган сейчас не отвечает, и неизвестно, принимает ли он отчёты по этому каналу. Попробуйте позже или отправьте готовый файл другим способом.
