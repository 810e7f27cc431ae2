-- Two people are two steps: a proposal about money that comes with somebody else's decision on it in one stroke is no decision.
create or replace function money_proposal_guarded() returns trigger language plpgsql as $$
declare
    who text := case tg_op when 'INSERT' then new.proposed_by else new.decided_by end;
begin
    if tg_op = 'UPDATE' and (old.status <> 'PROPOSED'
            or to_jsonb(new) - 'status' - 'decided_by' - 'decided_at' <> to_jsonb(old) - 'status' - 'decided_by' - 'decided_at') then
        raise exception 'what was proposed about money is decided once and never rewritten' using errcode = 'restrict_violation';
    end if;
    if tg_op = 'INSERT' and new.decided_by <> new.proposed_by then
        raise exception 'a proposal about money begins undecided' using errcode = 'check_violation';
    end if;
    if not exists (select 1 from role_grant g join app_user u on u.username = g.username and u.active
            where g.username = who and g.role = 'FINANCE' and g.contract_ref = new.contract_ref) then
        raise exception '% does not hold the finance role for this contract', who using errcode = 'check_violation';
    end if;
    return new;
end $$;
