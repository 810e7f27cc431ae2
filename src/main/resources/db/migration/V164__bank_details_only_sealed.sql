-- What was sealed by the step before is kept in no other form.
alter table payee_account drop column sort_code, drop column account_number;
alter table payee_account alter column sealed set not null, alter column last_four set not null;
alter table payee_account add constraint payee_account_sealed check (sealed ~ '^[0-9a-f]{32}[.][0-9a-f]+$'),
    add constraint payee_account_last_four check (last_four ~ '^\d{4}$');
