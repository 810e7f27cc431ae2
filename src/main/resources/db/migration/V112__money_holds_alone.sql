-- What the rooms of money promise each other also holds against whoever has the application's password, and against two commands that
-- cross: a line is about a claim that stands, a statement only walks forward, a proposal begins as one.

create function statement_lines_stand() returns trigger language plpgsql as $$
declare
    dead text;
begin
    select n.claim_ref into dead from added n join outcome_claim c on c.ref = n.claim_ref
        where n.kind = 'CLAIM' and n.state = 'LIVE' and c.status not in ('RESERVED', 'INSTRUCTED') limit 1;
    if dead is not null then
        raise exception 'the claim % no longer stands: it is asked of nobody', dead using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger statement_line_stands after insert on statement_line referencing new table as added for each statement execute function statement_lines_stand();
create function instructions_stand() returns trigger language plpgsql as $$
declare
    dead text;
begin
    select n.claim_ref into dead from added n join outcome_claim c on c.ref = n.claim_ref
        where n.kind = 'CLAIM' and c.status not in ('RESERVED', 'INSTRUCTED') limit 1;
    if dead is not null then
        raise exception 'the claim % no longer stands: its payment is not instructed', dead using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger payment_instruction_stands after insert on payment_instruction referencing new table as added for each statement execute function instructions_stand();

-- Approvals name the version they were given for: a version never comes back, and what has left as a schedule is not written again.
create function statement_walks() returns trigger language plpgsql as $$
begin
    if new.version < old.version or (new.status = 'DRAFT' and old.status <> 'DRAFT' and new.version = old.version) then
        raise exception 'the statement % does not return to an earlier version', old.ref using errcode = 'restrict_violation';
    end if;
    if old.schedule is not null and (new.schedule, new.schedule_hash) is distinct from (old.schedule, old.schedule_hash) then
        raise exception 'the schedule of the statement % has been sent', old.ref using errcode = 'restrict_violation';
    end if;
    if new.status <> old.status and new.status <> all (case old.status
            when 'DRAFT' then array['CHECKED', 'WITHDRAWN'] when 'CHECKED' then array['APPROVED_ONCE', 'DRAFT']
            when 'APPROVED_ONCE' then array['APPROVED_TWICE', 'DRAFT'] when 'APPROVED_TWICE' then array['INSTRUCTED']
            when 'INSTRUCTED' then array['PAID'] else '{}'::text[] end) then
        raise exception 'the statement % does not go from % to %', old.ref, old.status, new.status using errcode = 'restrict_violation';
    end if;
    if new.status <> old.status and (select count(distinct a.username) from approval a where a.statement_ref = new.ref and a.statement_version = new.version)
            < (case new.status when 'APPROVED_ONCE' then 1 when 'APPROVED_TWICE' then 2 else 0 end) then
        raise exception 'the statement % has not the approvals for %', old.ref, new.status using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger statement_walk before update on statement for each row execute function statement_walks();

-- Every share of a charge has the charge's own sign: none can be set off against another payer's.
create function charge_share_signed() returns trigger language plpgsql as $$
begin
    if new.amount <> 0 and sign(new.amount) <> (select sign(c.amount) from charge c where c.ref = new.charge_ref) then
        raise exception 'a share of the charge % has the wrong sign', new.charge_ref using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger charge_share_sign before insert on charge_share for each row execute function charge_share_signed();

-- Taking money back: asked for, then decided by somebody of finance; a credit stands on nothing but such a decision.
create function reversal_guarded() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.status <> 'REQUESTED' then
            raise exception 'a reversal begins as a request' using errcode = 'check_violation';
        end if;
        return new;
    end if;
    if new.decided_by is distinct from old.decided_by and not exists (select 1 from outcome_claim c join role_grant g on g.contract_ref = c.contract_ref and g.role = 'FINANCE' and g.username = new.decided_by
            join app_user u on u.username = g.username and u.active where c.ref = new.claim_ref) then
        raise exception '% does not hold the finance role for this contract', new.decided_by using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger reversal_guard before insert or update on reversal for each row execute function reversal_guarded();
create function claim_credit_decided() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from reversal r where r.id = new.reversal_id and r.claim_ref = new.claim_ref and r.status = 'APPROVED') then
        raise exception 'no approved reversal takes back the claim %', new.claim_ref using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger claim_credit_stands before insert on claim_credit for each row execute function claim_credit_decided();

-- Held money goes to a line that its payer was asked for.
create function suspense_move_of_line() returns trigger language plpgsql as $$
begin
    if new.kind = 'PLACED' and not exists (select 1 from payment_instruction i where i.statement_ref = new.statement_ref and i.line_ref = new.line_ref
            and i.payer = new.payer) then
        raise exception 'held money is placed on a line that its payer was asked for' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger suspense_move_line before insert on suspense_move for each row execute function suspense_move_of_line();
-- What is left of held money is what no move has taken.
create function suspense_adds_up() returns trigger language plpgsql as $$
declare
    item bigint := case tg_table_name when 'suspense_item' then (to_jsonb(new) ->> 'id')::bigint else (to_jsonb(new) ->> 'item_id')::bigint end;
begin
    if exists (select 1 from suspense_item s where s.id = item and s.unplaced <> s.amount
            - (select coalesce(sum(m.amount), 0) from suspense_move m where m.item_id = s.id and m.status <> 'REFUSED')) then
        raise exception 'what is left of the held money % is not what its moves leave', item using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger suspense_item_adds_up after insert or update on suspense_item deferrable initially deferred for each row execute function suspense_adds_up();
create constraint trigger suspense_move_adds_up after insert or update on suspense_move deferrable initially deferred for each row execute function suspense_adds_up();

-- Money of an investor, and money given back, enters the ledger only as somebody decided.
create function journal_decided() returns trigger language plpgsql as $$
declare
    move text := split_part(new.key, ':', 2);
begin
    if new.kind in ('CAPITAL_DRAWN', 'CAPITAL_REPAID') and not exists (select 1 from capital_move m where m.id::text = move
            and m.contract_ref = new.contract_ref and m.status = 'DONE' and new.kind = 'CAPITAL_' || m.kind) then
        raise exception 'the journal % stands on no decision', new.key using errcode = 'check_violation';
    end if;
    if new.key like 'returned:%' and not exists (select 1 from suspense_move m where m.id::text = move and m.contract_ref = new.contract_ref
            and m.status = 'DONE' and m.kind = 'GIVEN_BACK') then
        raise exception 'the journal % stands on no decision', new.key using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger journal_decided before insert on journal for each row execute function journal_decided();

-- A month is closed by finance, once it has begun.
create function period_close_by_finance() returns trigger language plpgsql as $$
begin
    if new.period > to_char(new.closed_at at time zone 'Europe/London', 'YYYY-MM') then
        raise exception 'the month % has not begun', new.period using errcode = 'check_violation';
    end if;
    if not exists (select 1 from role_grant g join app_user u on u.username = g.username and u.active
            where g.username = new.closed_by and g.role = 'FINANCE' and g.contract_ref = new.contract_ref) then
        raise exception '% does not hold the finance role for this contract', new.closed_by using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger period_close_finance before insert on period_close for each row execute function period_close_by_finance();
