-- A sign-in of OpenID Connect or of the older Extern sessions is renewed under a new token until this moment, and keeps its id.
-- A narrow one tells who its person is and opens nothing else.
ALTER TABLE account_sign_in ADD COLUMN renewable_until BIGINT;
ALTER TABLE account_sign_in ADD COLUMN is_narrow BIGINT;
