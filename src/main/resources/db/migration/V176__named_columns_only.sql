-- Rows that go on being written: leave that ends early, plans that run, files that are brought in, applications that are answered. Which
-- columns may change is a matter of grants (R__grants.sql); none of these rows is ever removed, and what has come to its end stays there.
do $$
declare
    name text;
begin
    foreach name in array array['specialist_leave', 'model_migration', 'model_migration_case', 'intake_file', 'intake_row', 'job_application'] loop
        execute format('create trigger %I before delete on %I for each row execute function refuse_change()', name || '_stays', name);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', name || '_no_truncate', name);
    end loop;
end $$;
-- An early return is written down once.
create trigger specialist_leave_ends_once before update on specialist_leave for each row
    when (old.ended_on is not null) execute function refuse_change();
-- A row that has become a referral stays that referral's, also when its cells are emptied.
create trigger intake_row_done before update on intake_row for each row
    when (old.status = 'DONE' and (new.status <> 'DONE' or new.referral_ref is distinct from old.referral_ref)) execute function refuse_change();
-- A plan that was undone is not run again.
create trigger model_migration_undone before update on model_migration for each row when (old.status = 'UNDONE') execute function refuse_change();
