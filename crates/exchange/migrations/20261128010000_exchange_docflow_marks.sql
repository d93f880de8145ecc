-- What lists are filtered by, beside outcome and turn. Words and moments derived from the entities, as all of the row is.
ALTER TABLE exchange_docflow ADD COLUMN answer TEXT NOT NULL DEFAULT 'not_due'
    CHECK (answer IN ('not_due', 'waiting', 'given', 'rejected'));
ALTER TABLE exchange_docflow ADD COLUMN receipt TEXT NOT NULL DEFAULT 'not_due'
    CHECK (receipt IN ('not_due', 'waiting', 'done'));
ALTER TABLE exchange_docflow ADD COLUMN answer_receipt TEXT NOT NULL DEFAULT 'not_due'
    CHECK (answer_receipt IN ('not_due', 'waiting', 'done'));
ALTER TABLE exchange_docflow ADD COLUMN amendment_asked BIGINT NOT NULL DEFAULT 0 CHECK (amendment_asked IN (0, 1));
ALTER TABLE exchange_docflow ADD COLUMN revocation TEXT NOT NULL DEFAULT 'none'
    CHECK (revocation IN ('none', 'asked_by_sender', 'asked_by_recipient', 'accepted', 'rejected'));
ALTER TABLE exchange_docflow ADD COLUMN delivered_at BIGINT;
-- The sender's own id; none in the recipient's box.
ALTER TABLE exchange_docflow ADD COLUMN custom_id TEXT;
-- 0: written before these columns were; the program derives the row again and sets 1.
ALTER TABLE exchange_docflow ADD COLUMN is_marked BIGINT NOT NULL DEFAULT 0 CHECK (is_marked IN (0, 1));

CREATE INDEX exchange_docflow_by_counteragent
    ON exchange_docflow (organization_id, box_id, counteragent_box_id, posted_at, document_id);
CREATE INDEX exchange_docflow_by_number
    ON exchange_docflow (organization_id, box_id, number, posted_at, document_id) WHERE number IS NOT NULL;
CREATE INDEX exchange_docflow_by_custom_id
    ON exchange_docflow (organization_id, box_id, custom_id) WHERE custom_id IS NOT NULL;
CREATE INDEX exchange_docflow_unmarked ON exchange_docflow (organization_id, box_id, message_id) WHERE is_marked = 0;
