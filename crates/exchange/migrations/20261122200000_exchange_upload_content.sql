-- What was brought and not yet named by a message lies here alone, so that forgetting it leaves nothing behind.
ALTER TABLE exchange_upload ADD COLUMN size_bytes BIGINT NOT NULL DEFAULT 0;
-- Empty when the bytes lie in the object store.
ALTER TABLE exchange_upload ADD COLUMN bytes BYTEA;
