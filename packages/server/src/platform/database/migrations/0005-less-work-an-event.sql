-- breaking
-- Every event pays for these: documents checked a second time, long rows compressed, a second index of the outbox, a trigger for each row.

-- A large installation rewrites its tables here, which takes longer than a statement may run otherwise.
set local statement_timeout = 0;

-- Written and read as a whole by us alone, and never searched inside: the database need not take them apart to see whether they are JSON.
alter table shipment alter column states type text using states::text;
alter table outbox alter column payload type text using payload::text;

-- A row is rewritten with each event of its shipment. Compressing it each time costs more than the pages it saves.
alter table shipment set (toast_tuple_target = 4080);

-- Whoever reads the outbox knows the workspace.
alter table outbox drop constraint outbox_pkey;
alter table outbox add primary key (workspace_id, position);
drop index outbox_workspace;

-- What is under way is now followed by the statement that writes a batch, for those of its shipments that changed in it (modules/tracking/store/write-batch.ts).
drop trigger shipment_under_way_anew on shipment;
drop function follow_under_way();
