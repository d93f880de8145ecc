-- What a counteragent is sought by: its name, ИНН and КПП, folded. Empty: written before this column was; the program writes
-- it again from the card.
ALTER TABLE exchange_counteragent ADD COLUMN sought TEXT NOT NULL DEFAULT '';
CREATE INDEX exchange_counteragent_unsought
    ON exchange_counteragent (organization_id, box_id, counteragent_box_id) WHERE sought = '';
