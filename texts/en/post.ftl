# Letters.
post-letter-waiting = Waiting to be sent
post-letter-no-mail-server = Not sent: no mail server is set
post-letter-address-form = No letter can be sent to such an address.
post-letter-subject-form = A letter's subject is one line of 1 to 200 characters.
post-letter-body-form = The letter's text is empty or too large.
