# Reporting: the report table and payers.
client-place-reporting = Reporting
client-reporting-tabs = Parts of reporting
client-reporting-tab-table = Report table
client-reporting-tab-payers = Payers
client-reporting-payer = Payer
client-reporting-span = Period
client-reporting-by-month = Month
client-reporting-by-quarter = Quarter
client-reporting-month = { $month } { $year }
client-reporting-earlier = Earlier
client-reporting-later = Later
client-reporting-find = Name or ИНН
client-reporting-any-state = Any
client-reporting-until = by { $date }
client-reporting-nothing-due = Nothing is due in this period
client-reporting-nothing-due-text = Look at the next period, or check how the payers are taxed.
client-reporting-none-such = Nothing found
client-reporting-none-such-text = Change the name, ИНН or state.
client-reporting-no-payers = No payers yet
client-reporting-no-payers-text = Add a payer, and the table shows what to file for it and by when.
client-reporting-to-payers = Go to payers
client-reporting-fact-payer = Payer
client-reporting-fact-period = Reporting period
client-reporting-fact-due = File no later than
client-reporting-fact-norm = Source of the term
client-reporting-fact-form = Form
client-reporting-fill = Fill in under “Forms”
client-reporting-sent = Sent
client-reporting-nothing-sent = Nothing was sent from here for this period.
client-reporting-sent-to = { $correction ->
    [0] First report, office { $office }
   *[other] Correction no. { $correction }, office { $office }
 }
client-reporting-play = SIMULATOR
client-reporting-mark-filed = Filed elsewhere
client-reporting-mark-not-required = Not required
client-reporting-mark-unmarked = Take the mark away
client-reporting-told-filed = Marked as filed
client-reporting-told-not-required = Marked as not required
client-reporting-told-unmarked = The mark is taken away

# States of a cell of the table.
client-cell-name = { $form }, { $period }, { $payer }: { $state }
client-cell-declined = Refused
client-cell-not-sent-after-deadline = Not filed, overdue
client-cell-sent-after-deadline = Sent late
client-cell-accepted-with-rebuke = Accepted, correction refused
client-cell-not-sent = Not sent
client-cell-sent = Sent
client-cell-accepted-after-deadline = Accepted late
client-cell-accepted-with-sent = Accepted, correction on its way
client-cell-accepted-custom = Marked as filed
client-cell-accepted = Accepted
client-cell-accepted-with-warning = Accepted, questions asked
client-cell-not-required = Not required
client-cell-about-declined = The office refused the report. Correct it and send it again.
client-cell-about-not-sent-after-deadline = The day is past and the report was not sent. File it as soon as you can, or mark it if it was filed elsewhere.
client-cell-about-sent-after-deadline = The report was sent after the day. The office has not answered yet.
client-cell-about-accepted-with-rebuke = The report is accepted, but a later correction was refused.
client-cell-about-not-sent = The report is not sent yet; there is time.
client-cell-about-sent = The report was sent in time. The office has not answered yet.
client-cell-about-accepted-after-deadline = The report is accepted, but was sent after the day.
client-cell-about-accepted-with-sent = The report is accepted. The office has not answered the correction yet.
client-cell-about-accepted-custom = A colleague marked the report as filed elsewhere: on paper or through another operator.
client-cell-about-accepted = The report was sent in time and is accepted.
client-cell-about-accepted-with-warning = The report is accepted, but the office asks to explain or correct it.
client-cell-about-not-required = A colleague marked the report as not required of this payer.

# States of a docflow.
client-docflow-sent = Sent
client-docflow-delivered = Delivered
client-docflow-response-arrived = Answer came
client-docflow-response-processed = Answer processed
client-docflow-received = Received
client-docflow-arrived = Arrived
client-docflow-processed = Processed
client-docflow-finished = Finished

# Payers.
client-payer-add = Add a payer
client-payer-add-title = New payer
client-payer-added = The payer is added
client-payer-change = Change
client-payer-change-named = Change: { $name }
client-payer-change-title = The payer
client-payer-changed = Saved
client-payer-save = Save
client-payer-about = Add the organization, a branch of it, or a client you file reports for.
client-payer-name = Full name
client-payer-person = Surname, name and patronymic
client-payer-inn = ИНН
client-payer-kpp = КПП
client-payer-regime = Taxation
client-payer-employees = Employees
client-payer-employees-hint = Under contracts of employment and of services
client-payer-employees-count = { $count ->
    [0] no employees
    [one] { $count } employee
   *[other] { $count } employees
 }
client-payer-vat = Pays VAT
client-payer-has = Taxed as well
client-payer-offices = Codes of offices
client-payer-tax_office = Code of the tax office
client-payer-fund_office = Code of the office of СФР
client-payer-statistics_office = Code of the office of Rosstat
client-payer-fund_number = Registration number in СФР
client-payer-ogrn = ОГРН or ОГРНИП
client-payer-oktmo = ОКТМО
client-payer-okpo = ОКПО
client-regime-usn-income = УСН, income
client-regime-usn-profit = УСН, income less expenses
client-regime-general = General
client-regime-eshn = ЕСХН
client-asset-property = Real estate
client-asset-transport = Vehicles
client-asset-land = Land
