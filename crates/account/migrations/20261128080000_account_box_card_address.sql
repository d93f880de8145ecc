-- The address on the public card. What the register of companies tells anybody is shown from now on; where a sole
-- proprietor lives is no part of the public register, so theirs waits until they say otherwise.
ALTER TABLE account_box_card ADD COLUMN region_code TEXT;
ALTER TABLE account_box_card ADD COLUMN postal_code TEXT;
ALTER TABLE account_box_card ADD COLUMN district TEXT;
ALTER TABLE account_box_card ADD COLUMN city TEXT;
ALTER TABLE account_box_card ADD COLUMN locality TEXT;
ALTER TABLE account_box_card ADD COLUMN street TEXT;
ALTER TABLE account_box_card ADD COLUMN house TEXT;
ALTER TABLE account_box_card ADD COLUMN building TEXT;
ALTER TABLE account_box_card ADD COLUMN flat TEXT;

UPDATE account_box_card SET
    region_code = known.region_code, postal_code = known.postal_code, district = known.district, city = known.city,
    locality = known.locality, street = known.street, house = known.house, building = known.building, flat = known.flat
FROM account_organization AS known
WHERE known.organization_id = account_box_card.organization_id AND known.kpp IS NOT NULL;
