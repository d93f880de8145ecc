# Outgoing letters.
post-letter-waiting = Waiting to be sent
post-letter-sent = Sent: the mail server took the letter
post-letter-no-mail-server = Not sent: no mail server is set
post-letter-refused = Not sent: the mail server refused the letter
post-letter-gave-up = Not sent: the mail server did not take the letter for a day, attempts ended
post-letter-late = Not sent: the letter was out of date before it could be sent
post-letter-address-form = A letter cannot be sent to such an address.
post-letter-subject-form = A letter's subject is one line of 1 to 200 characters.
post-letter-body-form = The letter's text is empty or too long.

# Outgoing SMS.
post-sms-waiting = Waiting to be sent
post-sms-sent = Sent: the gateway took the SMS
post-sms-no-sms-gateway = Not sent: no SMS gateway is set
post-sms-refused = Not sent: the gateway refused the SMS
post-sms-gave-up = Not sent: the gateway did not take the SMS for a day, attempts ended
post-sms-late = Not sent: the SMS was out of date before it could be sent
post-sms-phone-form = The phone number is wrong. Write it with the country's code, such as +7 900 000-00-00.
post-sms-text-form = The text of the SMS is empty or too long.
post-not-again = It cannot be sent again: it is still being sent, was sent, or its text is kept no more.

# Why not sent.
post-cause-unreachable = no connection
post-cause-slow = no answer in the time allowed
post-cause-tls = no secure connection could be made
post-cause-credentials = login and password are not accepted
post-cause-busy = asked to come later
post-cause-refused = refused: addressee, sender or text is not accepted
post-cause-garbled = the answer breaks the protocol
