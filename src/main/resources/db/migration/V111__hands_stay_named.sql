-- Who did what to money, and for whom, stays as it was first written, also for whoever has the application's password: otherwise one
-- person could take another's name off a record and then approve it.
create function keep_columns() returns trigger language plpgsql as $$
declare
    kept text;
begin
    foreach kept in array tg_argv loop
        if to_jsonb(old) -> kept is distinct from to_jsonb(new) -> kept then
            raise exception '% of a % stays as it was written', kept, tg_table_name using errcode = 'restrict_violation';
        end if;
    end loop;
    return new;
end $$;
create trigger statement_keeps before update on statement for each row
    execute function keep_columns('contract_ref', 'payer', 'period', 'drafted_by', 'drafted_at');
create trigger outcome_claim_keeps before update on outcome_claim for each row
    execute function keep_columns('contract_ref', 'contract_version', 'referral_ref', 'person_id', 'outcome', 'occurrence', 'opened_at');
create trigger reversal_keeps before update on reversal for each row
    execute function keep_columns('claim_ref', 'reason', 'note', 'requested_by', 'requested_at');
create trigger reversal_decided_once before update on reversal for each row when (old.status <> 'REQUESTED') execute function refuse_change();
-- What is paid, reversed or withdrawn does not come back to life.
create trigger outcome_claim_ends before update of status on outcome_claim for each row
    when (old.status in ('REJECTED', 'CAP_REACHED', 'NOT_PAYABLE', 'REPLACED', 'REVERSED') and new.status <> old.status) execute function refuse_change();
create trigger statement_ends before update of status on statement for each row
    when (old.status in ('PAID', 'WITHDRAWN') and new.status <> old.status) execute function refuse_change();
