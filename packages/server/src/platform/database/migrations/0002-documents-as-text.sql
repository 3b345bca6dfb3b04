-- compatible
-- The documents that travel with every event are read and written as a whole and never searched inside, so they are kept as the text they are.
alter table tracking_event alter column fact type json using fact::json;
alter table shipment alter column states type json using states::json;
alter table outbox alter column payload type json using payload::json;
