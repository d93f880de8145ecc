# Refusals at the edge: before the question reached any room.

web-body-not-json = JSON is expected.
web-body-syntax = The request is not a JSON text.
web-body-too-deep = The request is nested too deeply.
web-body-too-large = The request is larger than allowed.
web-body-cut-off = The request ended in the middle. Send it again.
web-body-too-slow = The request took too long to arrive. Send it again.
web-body-missing-field = A required field is missing.
web-body-unknown-field = There is no such field here.
web-body-wrong-type = The value of a field has the wrong type.
web-body-wrong-value = The value of a field is not acceptable.
web-idempotency-key-missing = The header Idempotency-Key is needed: with it a repeated request does not become a second document.
web-idempotency-key-form = The header Idempotency-Key is empty, too long or holds characters that are not allowed.
web-idempotency-key-reused = This Idempotency-Key was used with another request. Take a new one for a new act.
web-idempotency-key-running = The first request with this Idempotency-Key is still being carried out. Ask again soon.
web-idempotency-secret-shown-once = The request was carried out. The secret of its answer is shown once; if it is lost, make a new one.
web-query = The parameters in the address cannot be read.
web-no-such-place = There is nothing here.
web-method = This method is not answered here.
web-timed-out = The answer was not ready in time. The write may have happened: ask again with the same Idempotency-Key.
web-busy = Too many requests are being answered now. Try again in a few seconds.
web-too-often = Too many requests in a short time. Wait a little.
web-sign-in-needed = A sign-in is needed.

# Faults: not the user's doing.
web-fault-temporary = A temporary fault. Try again in a few seconds.
web-fault-internal = An internal fault. It is recorded under the number of this request.
web-bug = An error of the program. It is recorded under the number of this request.
