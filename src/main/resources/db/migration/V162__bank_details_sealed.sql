-- Sort code and account number are kept sealed: encrypted by the program with a key that the database never sees.
alter table payee_account add column sealed text;
alter table payee_account alter column last_four drop expression;
alter table payee_account alter column sort_code drop not null, alter column account_number drop not null;

create or replace function decided_once() returns trigger language plpgsql as $$
declare
    fields text[] := array['decided_by', 'decided_at', 'confirmed', 'usable_from'];
    needed text := tg_argv[0];
begin
    if tg_op = 'INSERT' then
        if new.decided_by is not null or new.confirmed then
            raise exception '% begins as a proposal', tg_table_name using errcode = 'check_violation';
        end if;
        perform holds_role(coalesce(to_jsonb(new) ->> 'set_by', to_jsonb(new) ->> 'proposed_by'), needed, new.contract_ref);
        return new;
    end if;
    if old.decided_by is not null or new.decided_by is null or to_jsonb(new) - fields <> to_jsonb(old) - fields then
        raise exception '% % changes only by one decision', tg_table_name, old.id using errcode = 'restrict_violation';
    end if;
    perform holds_role(new.decided_by, needed, new.contract_ref);
    return new;
end $$;
