-- Who ended a link or refused an invitation: this box ('own') or the other ('other'). Of links ended before this column was
-- it is not known ('-'), as of those that nobody ended; an invitation that is refused was refused by the other box.
ALTER TABLE exchange_counteragent ADD COLUMN ended_by TEXT NOT NULL DEFAULT '-' CHECK (ended_by IN ('-', 'own', 'other'));
UPDATE exchange_counteragent SET ended_by = 'other' WHERE status = 'refused';
