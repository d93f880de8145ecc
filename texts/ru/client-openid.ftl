# Вход через программу: адреса возврата и секрет.
client-openid-open = Вход
client-openid-title = Вход через «{ $name }»
client-openid-about = Программа может отправить сотрудника на страницу входа и получить доступ от его имени с его согласия (OpenID Connect). После входа сотрудник возвращается только на адрес из этого списка.
client-openid-redirects = Адреса возврата
client-openid-redirects-hint = По одному в строке, до десяти. Например: https://uchet.romashka.example/back
client-openid-public = Программа работает на устройствах сотрудников и не хранит секрет
client-openid-public-about = Такие программы подтверждают каждый вход без секрета, а входить в них по паролю нельзя.
client-openid-keep = Сохранить
client-openid-done = Сохранено
