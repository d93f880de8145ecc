# Billing: refusals

billing-documents-free-spent = The free outgoing documents of the organization are spent, and this server sends nothing beyond them. Ask its administrator.
