# Отказы: люди, организации, вход.

account-sign-in-needed = Нужно войти.
account-sign-in-token-refused = Вход больше не действует. Войдите снова.
account-sign-in-wrong-password = Логин или пароль неверны.
account-sign-in-locked-out = Слишком много неверных паролей. Подождите и попробуйте снова.
account-sign-in-busy = Сейчас проверяется слишком много паролей. Попробуйте через несколько секунд.
account-sign-in-integrator-refused = Ключ интегратора не принят: он неверен или отозван.
account-user-login-form = Логин — это адрес электронной почты.
account-user-login-taken = Этот логин уже занят.
account-user-name-form = Имя нужно одной строкой, не длиннее 200 знаков.
account-user-password-form = Пароль — от 10 до 256 знаков и не совпадает с логином.
account-user-registration-closed = Самостоятельная регистрация здесь закрыта. Попросите приглашение у администратора организации.
account-not-found = Не найдено.
account-member-forbidden = У вас нет нужного права в этой организации. Его может дать её администратор.
account-member-already = Этот человек уже в организации.
account-member-last-administrator = В организации должен остаться хотя бы один администратор.
account-member-unknown-permission = Такого права нет.
account-organization-requisite = Реквизит записан неверно.
account-organization-requisites-disagree = ИНН, КПП и ОГРН не подходят друг другу.
account-organization-text-form = Такой текст здесь не годится.
account-organization-already-registered = Организация с такими ИНН и КПП здесь уже есть.
account-too-many = Больше нельзя: достигнут предел.
account-invitation-over = Приглашение использовано, отозвано или просрочено. Попросите новое.
account-operator-code-form = Код оператора — три знака: заглавные латинские буквы и цифры.
account-operator-code-taken = Такой код может принадлежать действующему оператору. Возьмите другой.
