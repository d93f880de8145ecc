-- What documents and counteragents are found by: folded words in UTF-8, compared octet by octet on both engines, so that a
-- beginning is a range of the key. Words are only added; what is found is looked at again.
CREATE TABLE exchange_word (
    organization_id BYTEA NOT NULL,
    box_id          BYTEA NOT NULL,
    about           TEXT  NOT NULL CHECK (about IN ('document', 'counteragent')),
    word            BYTEA NOT NULL,
    thing_id        BYTEA NOT NULL,
    PRIMARY KEY (organization_id, box_id, about, word, thing_id)
);
-- Rows of an older version have no words yet: the program derives them again.
UPDATE exchange_docflow SET is_marked = 0;
UPDATE exchange_counteragent SET sought = '';
