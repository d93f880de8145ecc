# Requests to the administrators, and results of diagnostics.

support-sign-in-needed = Sign in to do this.
support-administrators-only = Only administrators of this server can do this.
support-not-found = There is nothing here: the link is wrong, its time is over, or it is not yours.
support-field = This field is not filled in as it must be. Correct it and send again.
support-too-many-requests = Twenty of your requests already wait for an answer. Wait for the answers.
support-too-many-reports = You already share twenty results of diagnostics. Take some back, or wait until their time is over.
