-- What is owed beside claims: fees by the terms, extrapolations of a sample, corrections of closed months. Statements, instructions and
-- the ledger take a charge as they take a claim; the ledger is made wide enough for suspense, a bank and an investor.

create table period_close (
    contract_ref  text not null,
    period        text not null check (period ~ '^\d{4}-(0[1-9]|1[0-2])$'),
    closed_by     text not null,
    closed_at     timestamptz not null,
    primary key (contract_ref, period)
);
create trigger period_close_append_only before update or delete on period_close for each row execute function refuse_change();
create trigger period_close_no_truncate before truncate on period_close for each statement execute function refuse_change();

-- A closed month takes nothing more, nor does an earlier one.
create function period_is_closed(contract text, month text) returns boolean language sql stable as $$
    select exists (select 1 from period_close c where c.contract_ref = contract and c.period >= month)
$$;

create table charge (
    ref               text primary key,
    key               text not null unique,
    kind              text not null check (kind in ('FEE', 'EXTRAPOLATION', 'CORRECTION')),
    contract_ref      text not null,
    contract_version  integer not null check (contract_version > 0),
    period            text not null check (period ~ '^\d{4}-(0[1-9]|1[0-2])$'),
    amount            bigint not null check (amount <> 0),
    title             text not null,
    arithmetic        text not null check (arithmetic <> ''),
    status            text not null check (status in ('PROPOSED', 'APPROVED', 'REFUSED')),
    recorded_by       text not null,
    recorded_at       timestamptz not null,
    decided_by        text,
    decided_at        timestamptz,
    constraint charge_sign check (kind = 'CORRECTION' or (kind = 'FEE') = (amount > 0)),
    -- A fee is what two people's terms say, and nobody's decision; everything else is recorded by one person and decided by another.
    constraint charge_fee_by_terms check (kind <> 'FEE' or (recorded_by = 'system' and status = 'APPROVED' and decided_by is null)),
    constraint charge_decided check (kind = 'FEE' or (status = 'PROPOSED') = (decided_by is null)),
    constraint charge_two_people check (decided_by is null or decided_by <> recorded_by)
);
create index charge_contract on charge (contract_ref, period);

create table charge_share (
    charge_ref  text not null references charge,
    payer       text not null,
    position    integer not null,
    amount      bigint not null,
    primary key (charge_ref, payer)
);
create function charge_shares_add_up() returns trigger language plpgsql as $$
declare
    about text := case tg_table_name when 'charge' then to_jsonb(new) ->> 'ref' else to_jsonb(new) ->> 'charge_ref' end;
begin
    if (select coalesce(sum(s.amount), 0) from charge_share s where s.charge_ref = about) <> (select c.amount from charge c where c.ref = about) then
        raise exception 'the shares of the charge % do not make up its amount', about using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger charge_adds_up after insert on charge deferrable initially deferred for each row execute function charge_shares_add_up();
create constraint trigger charge_share_adds_up after insert on charge_share deferrable initially deferred for each row execute function charge_shares_add_up();
create trigger charge_share_append_only before update or delete on charge_share for each row execute function refuse_change();
create trigger charge_share_no_truncate before truncate on charge_share for each statement execute function refuse_change();

create function charge_guarded() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.kind <> 'FEE' and new.status <> 'PROPOSED' then
            raise exception 'the charge % begins as a proposal', new.ref using errcode = 'check_violation';
        end if;
        perform pg_advisory_xact_lock_shared(hashtextextended('close:' || new.contract_ref, 0));
        if period_is_closed(new.contract_ref, new.period) then
            raise exception 'the month % of % is closed', new.period, new.contract_ref using errcode = 'check_violation';
        end if;
        return new;
    end if;
    if old.status <> 'PROPOSED' or to_jsonb(new) - array['status', 'decided_by', 'decided_at'] <> to_jsonb(old) - array['status', 'decided_by', 'decided_at'] then
        raise exception 'the charge % changes only by one decision', old.ref using errcode = 'restrict_violation';
    end if;
    if not exists (select 1 from role_grant g join app_user u on u.username = g.username and u.active
            where g.username = new.decided_by and g.role = 'FINANCE' and g.contract_ref = new.contract_ref) then
        raise exception '% does not hold the finance role for this contract', new.decided_by using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger charge_guard before insert or update on charge for each row execute function charge_guarded();
create trigger charge_no_truncate before truncate on charge for each statement execute function refuse_change();

-- A line, an instruction and a journal are about a claim or about a charge.
alter table statement_line alter column claim_ref drop not null;
alter table statement_line add column charge_ref text references charge;
alter table statement_line add column line_ref text generated always as (coalesce(claim_ref, charge_ref)) stored;
alter table statement_line drop constraint statement_line_kind_check, drop constraint statement_line_check;
alter table statement_line add constraint statement_line_about check ((kind = 'CHARGE') = (charge_ref is not null) and num_nonnulls(claim_ref, charge_ref) = 1);
alter table statement_line add constraint statement_line_amount check (case kind when 'CLAIM' then amount > 0 when 'CREDIT' then amount < 0
    when 'CHARGE' then amount <> 0 else false end);
create unique index statement_line_charge_once on statement_line (charge_ref, payer) where state = 'LIVE' and charge_ref is not null;

alter table payment_instruction alter column claim_ref drop not null;
alter table payment_instruction add column charge_ref text references charge;
alter table payment_instruction add column line_ref text generated always as (coalesce(claim_ref, charge_ref)) stored;
alter table payment_instruction drop constraint payment_instruction_kind_check, drop constraint payment_instruction_check;
alter table payment_instruction add constraint payment_instruction_about check ((kind = 'CHARGE') = (charge_ref is not null)
    and num_nonnulls(claim_ref, charge_ref) = 1);
alter table payment_instruction add constraint payment_instruction_amount check (case kind when 'CLAIM' then amount > 0 when 'CREDIT' then amount < 0
    when 'CHARGE' then amount <> 0 else false end);
create unique index payment_instruction_charge_once on payment_instruction (charge_ref, payer) where charge_ref is not null;
create index payment_instruction_line on payment_instruction (statement_ref, line_ref);

alter table journal alter column claim_ref drop not null, alter column payer drop not null, alter column contract_ref drop not null;
alter table journal add column charge_ref text references charge;
alter table journal drop constraint journal_kind_check;
alter table journal add constraint journal_kind_check check (kind in ('INSTRUCTED', 'SETTLED', 'REVERSED', 'CHARGED', 'SUSPENSE_IN', 'SUSPENSE_OUT',
    'CAPITAL_DRAWN', 'CAPITAL_REPAID', 'ADJUSTED'));
alter table journal add constraint journal_about check (num_nonnulls(claim_ref, charge_ref) <= 1
    and (kind <> 'INSTRUCTED' or claim_ref is not null) and ((kind = 'CHARGED') = (charge_ref is not null) or kind in ('SETTLED', 'REVERSED', 'ADJUSTED', 'SUSPENSE_OUT'))
    and (kind not in ('INSTRUCTED', 'SETTLED', 'CHARGED') or payer is not null)
    and (contract_ref is not null or kind in ('SUSPENSE_IN', 'SUSPENSE_OUT')));
create index journal_charge on journal (charge_ref) where charge_ref is not null;

alter table ledger_account alter column contract_ref drop not null;
alter table ledger_account drop constraint ledger_account_kind_check, drop constraint ledger_account_payer;
alter table ledger_account add constraint ledger_account_kind_check check (kind in ('RECEIVABLE', 'PAYABLE', 'CONTROL', 'SUSPENSE', 'INVESTOR', 'BANK'));
alter table ledger_account add constraint ledger_account_payer check ((kind <> 'RECEIVABLE' or payer is not null) and (kind not in ('PAYABLE', 'CONTROL') or payer is null)
    and (contract_ref is not null or kind in ('SUSPENSE', 'BANK')));

-- A change to lines is a change of their statements, told once for all lines of one command: ten thousand lines are one new version.
drop trigger statement_line_change on statement_line;
drop function statement_line_changes();
create function statements_change(refs text[]) returns void language plpgsql as $$
declare
    done text;
begin
    perform 1 from statement s where s.ref = any (refs) order by s.ref for update;
    select s.ref into done from statement s where s.ref = any (refs) and s.status in ('APPROVED_TWICE', 'INSTRUCTED', 'PAID') limit 1;
    if done is not null then
        raise exception 'the statement % is instructed: its lines do not change', done using errcode = 'restrict_violation';
    end if;
    update statement set version = version + 1 where ref = any (refs);
end $$;
create function statement_lines_added() returns trigger language plpgsql as $$
begin
    perform statements_change((select coalesce(array_agg(distinct statement_ref), '{}') from changed));
    return null;
end $$;
create function statement_lines_updated() returns trigger language plpgsql as $$
begin
    perform statements_change((select coalesce(array_agg(distinct t.statement_ref), '{}')
        from (select statement_ref from changed union select statement_ref from before) t));
    return null;
end $$;
create trigger statement_line_added after insert on statement_line referencing new table as changed
    for each statement execute function statement_lines_added();
create trigger statement_line_updated after update on statement_line referencing new table as changed old table as before
    for each statement execute function statement_lines_updated();
create trigger statement_line_removed after delete on statement_line referencing old table as changed
    for each statement execute function statement_lines_added();

-- No instruction without two people's approval of the statement as it stands, nor for anything but a line of it, nor for another amount
-- than the payer owes; asked once for all instructions of one command.
drop trigger payment_instruction_approved on payment_instruction;
drop function instruction_approved();
create function instructions_approved() returns trigger language plpgsql as $$
declare
    wrong text;
begin
    select n.statement_ref into wrong from (select distinct statement_ref from added) n
        where (select count(distinct a.username) from approval a join statement s on s.ref = a.statement_ref and s.version = a.statement_version
            where a.statement_ref = n.statement_ref and s.status = 'APPROVED_TWICE') <> 2 limit 1;
    if wrong is not null then
        raise exception 'the statement % is not approved by two people', wrong using errcode = 'check_violation';
    end if;
    select n.statement_ref into wrong from added n left join statement_line l on l.statement_ref = n.statement_ref and l.line_ref = n.line_ref
        and l.payer = n.payer and l.kind = n.kind and l.amount = n.amount and l.state = 'LIVE' where l.id is null limit 1;
    if wrong is not null then
        raise exception 'the instruction is no line of the statement %', wrong using errcode = 'check_violation';
    end if;
    select n.line_ref into wrong from added n
        left join claim_share h on n.kind = 'CLAIM' and h.claim_ref = n.claim_ref and h.payer = n.payer
        left join claim_credit k on n.kind = 'CREDIT' and k.claim_ref = n.claim_ref and k.payer = n.payer
        left join (charge_share g join charge c on c.ref = g.charge_ref and c.status = 'APPROVED')
            on n.kind = 'CHARGE' and g.charge_ref = n.charge_ref and g.payer = n.payer
        where n.amount is distinct from (case n.kind when 'CLAIM' then h.amount when 'CREDIT' then k.amount else g.amount end) limit 1;
    if wrong is not null then
        raise exception 'the instruction of % is not what the payer owes', wrong using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger payment_instruction_approved after insert on payment_instruction referencing new table as added
    for each statement execute function instructions_approved();

-- Who recorded or decided a charge has had a hand in it, as who recorded or validated a claim.
create view statement_participant as
    select l.statement_ref, p.username from statement_line l join claim_participant p on p.claim_ref = l.claim_ref where l.state = 'LIVE'
    union select l.statement_ref, c.recorded_by from statement_line l join charge c on c.ref = l.charge_ref where l.state = 'LIVE'
    union select l.statement_ref, c.decided_by from statement_line l join charge c on c.ref = l.charge_ref where l.state = 'LIVE' and c.decided_by is not null;

create or replace function approval_segregated() returns trigger language plpgsql as $$
declare
    s statement%rowtype;
begin
    select * into s from statement where ref = new.statement_ref for update;
    if s.version <> new.statement_version then
        raise exception 'the statement % has changed since it was read', s.ref using errcode = 'check_violation';
    end if;
    if s.status <> (case new.step when 1 then 'CHECKED' else 'APPROVED_ONCE' end) then
        raise exception 'the statement % does not wait for this approval', s.ref using errcode = 'check_violation';
    end if;
    if not exists (select 1 from role_grant g join app_user u on u.username = g.username and u.active where g.username = new.username
            and g.role = 'FINANCE' and g.contract_ref = s.contract_ref) then
        raise exception '% does not hold the finance role for this contract', new.username using errcode = 'check_violation';
    end if;
    if new.username = s.drafted_by then
        raise exception 'who drafted the statement % cannot approve it', s.ref using errcode = 'check_violation';
    end if;
    if new.step = 2 and not exists (select 1 from approval a where a.statement_ref = s.ref and a.statement_version = s.version and a.step = 1) then
        raise exception 'the statement % has no first approval in its present form', s.ref using errcode = 'check_violation';
    end if;
    if exists (select 1 from statement_participant p where p.statement_ref = s.ref and p.username = new.username) then
        raise exception 'who recorded or validated a claim on the statement % cannot approve it', s.ref using errcode = 'check_violation';
    end if;
    return new;
end $$;

-- A month is closed when it is over, nothing in it is on its way, and in the order of the calendar.
create function period_close_guarded() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('close:' || new.contract_ref, 0));
    if exists (select 1 from period_close c where c.contract_ref = new.contract_ref and c.period > new.period) then
        raise exception 'a later month of % is closed already', new.contract_ref using errcode = 'check_violation';
    end if;
    if exists (select 1 from statement s where s.contract_ref = new.contract_ref and s.period <= new.period
            and s.status in ('DRAFT', 'CHECKED', 'APPROVED_ONCE', 'APPROVED_TWICE')) then
        raise exception 'a statement of % is still in preparation', new.contract_ref using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger period_close_guard before insert on period_close for each row execute function period_close_guarded();

create function statement_period_open() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended('close:' || new.contract_ref, 0));
    if period_is_closed(new.contract_ref, new.period) then
        raise exception 'the month % of % is closed', new.period, new.contract_ref using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger statement_period_open before insert on statement for each row execute function statement_period_open();

create function journals_in_open_months() returns trigger language plpgsql as $$
declare
    wrong text;
begin
    perform pg_advisory_xact_lock_shared(hashtextextended('close:' || a.contract_ref, 0))
        from (select distinct contract_ref from added where contract_ref is not null) a;
    select a.contract_ref || ' ' || a.month into wrong
        from (select distinct contract_ref, to_char(entered_on, 'YYYY-MM') as month from added where contract_ref is not null) a
        where period_is_closed(a.contract_ref, a.month) limit 1;
    if wrong is not null then
        raise exception 'the month % is closed: nothing is entered in it', wrong using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger journal_in_open_month after insert on journal referencing new table as added for each statement execute function journals_in_open_months();
