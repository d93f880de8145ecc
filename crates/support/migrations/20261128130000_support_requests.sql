-- What people told the administrators of this host. Keyed by the person's own id: a person belongs to no organization.
CREATE TABLE support_request (
    user_id     BYTEA  NOT NULL,
    request_id  BYTEA  NOT NULL,
    filed_at    BIGINT NOT NULL,
    code        TEXT   NOT NULL,
    trace_id    BYTEA,
    place       TEXT   NOT NULL,
    comment     TEXT   NOT NULL,
    answer      TEXT,
    answered_at BIGINT,
    PRIMARY KEY (user_id, request_id)
);
CREATE INDEX support_request_filed ON support_request (request_id);
CREATE INDEX support_request_answered ON support_request (answered_at) WHERE answered_at IS NOT NULL;

-- Results of a workplace's diagnostics that a person shares by a link, without personal data.
CREATE TABLE support_report (
    token_hash BYTEA  NOT NULL PRIMARY KEY,
    report_id  BYTEA  NOT NULL,
    user_id    BYTEA  NOT NULL,
    made_at    BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    checks     TEXT   NOT NULL
);
CREATE INDEX support_report_of_user ON support_report (user_id, report_id);
CREATE INDEX support_report_expires ON support_report (expires_at);
