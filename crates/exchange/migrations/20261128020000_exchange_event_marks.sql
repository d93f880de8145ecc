-- What the feed is filtered by, taken from the payload and from the message. An empty topic: written before these columns
-- were; the program writes the marks again.
ALTER TABLE exchange_event ADD COLUMN topic TEXT NOT NULL DEFAULT ''
    CHECK (topic IN ('', 'message', 'draft', 'counteragent'));
-- The event's own id: that of the message, of the patch, or of the operator's patch that it tells of.
ALTER TABLE exchange_event ADD COLUMN event_id BYTEA;
ALTER TABLE exchange_event ADD COLUMN counteragent_box_id BYTEA;
ALTER TABLE exchange_event ADD COLUMN side TEXT CHECK (side IN ('sender', 'recipient'));
-- A bit for each kind of document it touches.
ALTER TABLE exchange_event ADD COLUMN kinds BIGINT NOT NULL DEFAULT 0;
CREATE INDEX exchange_event_by_id ON exchange_event (organization_id, box_id, event_id) WHERE event_id IS NOT NULL;
CREATE INDEX exchange_event_unmarked ON exchange_event (organization_id, box_id, seq) WHERE topic = '';

-- The event that brought the entity to this copy: what the copy was at any event is told by it.
ALTER TABLE exchange_entity ADD COLUMN event_seq BIGINT NOT NULL DEFAULT 0;
