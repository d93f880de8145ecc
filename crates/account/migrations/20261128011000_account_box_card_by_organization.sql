CREATE INDEX account_box_card_by_organization ON account_box_card (organization_id, box_id);
