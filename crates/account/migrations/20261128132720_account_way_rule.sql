-- Ways of signing in that are closed: by an organization for its members, or by a person for themselves. The names stand here as
-- they were when the rule was made, since whoever is refused is told them before signing in.
CREATE TABLE account_way_rule (
    subject           BYTEA  NOT NULL,
    rule              TEXT   NOT NULL
        CHECK (rule IN ('password', 'certificate', 'phone', 'passkey', 'without-second')),
    organization_name TEXT,
    set_by            BYTEA  NOT NULL,
    set_by_name       TEXT   NOT NULL,
    set_at            BIGINT NOT NULL,
    PRIMARY KEY (subject, rule)
);
