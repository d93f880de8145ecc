-- What a member's program wants written of a signer in titles of a kind; opaque to the room.
CREATE TABLE exchange_signer_details (
    organization_id BYTEA  NOT NULL,
    box_id          BYTEA  NOT NULL,
    thumbprint      TEXT   NOT NULL,
    title           TEXT   NOT NULL,
    details         TEXT   NOT NULL,
    changed_at      BIGINT NOT NULL,
    PRIMARY KEY (organization_id, box_id, thumbprint, title)
);
