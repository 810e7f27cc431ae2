-- What the application's database user may do. Runs again whenever this file changes; name new append-only tables here.
-- ${flyway:timestamp}
grant usage on schema public to placewell_app;
grant select, insert, update, delete on all tables in schema public to placewell_app;
grant usage on all sequences in schema public to placewell_app;
revoke all on flyway_schema_history from placewell_app;
grant select on flyway_schema_history to placewell_app;
revoke update, delete, truncate on audit_event from placewell_app;
