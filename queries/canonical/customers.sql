-- One row is a customer of the register.
-- Grain: customer_id.
select
  customer_id, name, kind, department, region, owner, grade, tier, industry, source, institution_class, specialty,
  beds, tax_no, contact_name, phone, address, note, collected_on, entered_on, assigned_on, admitted_on, reviewed_on,
  forwarded_on, licence_expires_on, qualification_expires_on, confidential, updated_on,
  _import_id, _file_id, _line
from raw.customers
