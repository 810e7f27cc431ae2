-- Orders, limits, delegations and the payee's bank details: what an approval rests on beside two people.

create table purchase_order (
    id            bigint generated always as identity primary key,
    contract_ref  text not null,
    payer         text not null,
    number        text not null check (number ~ '^[A-Za-z0-9][A-Za-z0-9 ./-]{0,39}$'),
    from_day      date not null,
    until_day     date not null,
    entered_by    text not null,
    entered_at    timestamptz not null,
    constraint purchase_order_days check (until_day >= from_day)
);
create index purchase_order_payer on purchase_order (contract_ref, payer, from_day);
create trigger purchase_order_append_only before update or delete on purchase_order for each row execute function refuse_change();
create trigger purchase_order_no_truncate before truncate on purchase_order for each statement execute function refuse_change();

-- The order that covers the last day of a month; of several the one entered last.
create function order_covering(contract text, payer_id text, month text) returns setof purchase_order language sql stable as $$
    select o.* from purchase_order o where o.contract_ref = contract and o.payer = payer_id
        and (to_date(month || '-01', 'YYYY-MM-DD') + interval '1 month - 1 day')::date between o.from_day and o.until_day
    order by o.id desc limit 1
$$;
create function order_for(contract text, payer_id text, month text) returns text language sql stable as $$
    select number from order_covering(contract, payer_id, month)
$$;
-- Somebody else approves what rests on it.
create function order_entered_by(contract text, payer_id text, month text) returns text language sql stable as $$
    select entered_by from order_covering(contract, payer_id, month)
$$;

-- How much a person may approve at once, set by one contract manager, confirmed by another.
create table approval_limit (
    id            bigint generated always as identity primary key,
    contract_ref  text not null,
    username      text not null references app_user,
    amount        bigint not null check (amount >= 0),
    set_by        text not null,
    set_at        timestamptz not null,
    decided_by    text,
    decided_at    timestamptz,
    confirmed     boolean not null default false,
    constraint approval_limit_two_people check (decided_by is null or decided_by <> set_by),
    constraint approval_limit_not_own check (username <> set_by and username is distinct from decided_by),
    constraint approval_limit_decided check (not confirmed or decided_by is not null)
);
create unique index approval_limit_one_open on approval_limit (contract_ref, username) where decided_by is null;
create index approval_limit_person on approval_limit (contract_ref, username, id);

-- Somebody in finance stands for somebody else, for some days. Nobody stands for two people at once.
create table approval_delegation (
    id            bigint generated always as identity primary key,
    contract_ref  text not null,
    of_user       text not null references app_user,
    to_user       text not null references app_user,
    from_day      date not null,
    until_day     date not null,
    entered_by    text not null,
    entered_at    timestamptz not null,
    ended_by      text,
    ended_at      timestamptz,
    constraint approval_delegation_days check (until_day >= from_day),
    constraint approval_delegation_other check (of_user <> to_user),
    constraint approval_delegation_own check (entered_by = of_user)
);
create index approval_delegation_to on approval_delegation (contract_ref, to_user);

-- Where the money of a contract goes. Never shown but for its last four digits.
create table payee_account (
    id              bigint generated always as identity primary key,
    contract_ref    text not null,
    holder          text not null,
    sort_code       text not null check (sort_code ~ '^\d{6}$'),
    account_number  text not null check (account_number ~ '^\d{8}$'),
    last_four       text generated always as (right(account_number, 4)) stored,
    proposed_by     text not null,
    proposed_at     timestamptz not null,
    decided_by      text,
    decided_at      timestamptz,
    confirmed       boolean not null default false,
    usable_from     date,
    constraint payee_account_two_people check (decided_by is null or decided_by <> proposed_by),
    constraint payee_account_decided check (confirmed = (usable_from is not null) and (not confirmed or decided_by is not null)),
    constraint payee_account_waits check (usable_from is null or usable_from >= (decided_at at time zone 'Europe/London')::date)
);
create unique index payee_account_one_open on payee_account (contract_ref) where decided_by is null;

-- What was proposed changes only by one decision of the right role; what was decided changes no more.
create function decided_once() returns trigger language plpgsql as $$
declare
    -- The last four digits are computed after this trigger.
    fields text[] := array['decided_by', 'decided_at', 'confirmed', 'usable_from', 'last_four'];
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
create function holds_role(who text, needed text, contract text) returns void language plpgsql as $$
begin
    if not exists (select 1 from role_grant g join app_user u on u.username = g.username and u.active where g.username = who and g.role = needed
            and (g.contract_ref = contract or g.contract_ref is null and needed = 'CONTRACT_MANAGER')) then
        raise exception '% does not hold the role % for this contract', who, needed using errcode = 'check_violation';
    end if;
end $$;
create trigger approval_limit_decision before insert or update on approval_limit for each row execute function decided_once('CONTRACT_MANAGER');
create trigger payee_account_decision before insert or update on payee_account for each row execute function decided_once('FINANCE');
create trigger approval_limit_no_truncate before truncate on approval_limit for each statement execute function refuse_change();
create trigger payee_account_no_truncate before truncate on payee_account for each statement execute function refuse_change();

create function delegation_guarded() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old.ended_by is not null or new.ended_by is null
                or to_jsonb(new) - array['ended_by', 'ended_at'] <> to_jsonb(old) - array['ended_by', 'ended_at'] then
            raise exception 'the delegation % changes only by its end', old.id using errcode = 'restrict_violation';
        end if;
        return new;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('delegation:' || new.contract_ref, 0));
    perform holds_role(new.of_user, 'FINANCE', new.contract_ref);
    perform holds_role(new.to_user, 'FINANCE', new.contract_ref);
    if exists (select 1 from approval_delegation d where d.contract_ref = new.contract_ref and d.ended_by is null
            and d.from_day <= new.until_day and d.until_day >= new.from_day
            and (d.to_user = new.to_user or d.of_user = new.of_user or d.to_user = new.of_user or d.of_user = new.to_user)) then
        raise exception 'one of the two already stands for somebody, or is stood for, in these days' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger approval_delegation_guard before insert or update on approval_delegation for each row execute function delegation_guarded();
create trigger approval_delegation_no_truncate before truncate on approval_delegation for each statement execute function refuse_change();

-- What a statement says about itself when it is drafted stays: above which amount it needs a senior approval.
alter table statement add column senior_above bigint check (senior_above >= 0);
alter table statement add column purchase_order text;
alter table statement add column payee_account bigint references payee_account;
create function statement_fixed() returns trigger language plpgsql as $$
declare
    -- Who drafted it has a guard of its own.
    fields text[] := array['status', 'version', 'changed_at', 'drafted_by', 'schedule', 'schedule_hash', 'purchase_order', 'payee_account'];
begin
    if to_jsonb(new) - fields <> to_jsonb(old) - fields then
        raise exception 'what the statement % was drafted for does not change', old.ref using errcode = 'restrict_violation';
    end if;
    if new.purchase_order is distinct from old.purchase_order and old.status not in ('DRAFT', 'CHECKED') then
        raise exception 'the order of the statement % is settled', old.ref using errcode = 'restrict_violation';
    end if;
    if new.payee_account is distinct from old.payee_account and (old.status <> 'DRAFT' or new.payee_account is not null and not exists (
            select 1 from payee_account p where p.id = new.payee_account and p.contract_ref = new.contract_ref and p.confirmed)) then
        raise exception 'the account of the statement % is settled', old.ref using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger statement_fixed before update on statement for each row execute function statement_fixed();

-- The larger of what a statement asks for and what it gives back: what a limit is held against.
create function statement_weight(about text) returns bigint language sql stable as $$
    select greatest(coalesce(sum(amount) filter (where amount > 0), 0), coalesce(-sum(amount) filter (where amount < 0), 0))::bigint
    from statement_line where statement_ref = about and state = 'LIVE'
$$;
-- A month split over several statements weighs as one.
create function statement_month_weight(about text) returns bigint language sql stable as $$
    select coalesce(sum(statement_weight(t.ref)), 0)::bigint from statement s join statement t on t.contract_ref = s.contract_ref and t.payer = s.payer
        and t.period = s.period and t.status <> 'WITHDRAWN' where s.ref = about
$$;
create function limit_of(contract text, who text) returns bigint language sql stable as $$
    select amount from approval_limit where contract_ref = contract and username = who and confirmed order by id desc limit 1
$$;

alter table approval add column on_behalf_of text;
create function approval_authorised() returns trigger language plpgsql as $$
declare
    s statement%rowtype;
    weight bigint;
    holder text := coalesce(new.on_behalf_of, new.username);
    room bigint;
begin
    select * into s from statement where ref = new.statement_ref for update;
    if s.purchase_order is null or s.purchase_order is distinct from order_for(s.contract_ref, s.payer, s.period) then
        raise exception 'the statement % has no order of the payer', s.ref using errcode = 'check_violation';
    end if;
    if order_entered_by(s.contract_ref, s.payer, s.period) = new.username then
        raise exception 'who entered the order of the statement % does not approve it', s.ref using errcode = 'check_violation';
    end if;
    if new.on_behalf_of is not null then
        if not exists (select 1 from approval_delegation d where d.contract_ref = s.contract_ref and d.of_user = new.on_behalf_of
                and d.to_user = new.username and (d.ended_at is null or d.ended_at > new.approved_at)
                and (new.approved_at at time zone 'Europe/London')::date between d.from_day and d.until_day) then
            raise exception '% does not stand for % today', new.username, new.on_behalf_of using errcode = 'check_violation';
        end if;
        perform holds_role(new.on_behalf_of, 'FINANCE', s.contract_ref);
        if new.on_behalf_of = s.drafted_by or exists (select 1 from statement_participant p where p.statement_ref = s.ref and p.username = new.on_behalf_of) then
            raise exception 'nobody stands for %, who has had a hand in the statement %', new.on_behalf_of, s.ref using errcode = 'check_violation';
        end if;
    end if;
    if exists (select 1 from approval a where a.statement_ref = s.ref and a.statement_version = s.version
            and array[a.username, a.on_behalf_of] && array_remove(array[new.username, new.on_behalf_of], null)) then
        raise exception 'the two approvals of the statement % come from, and stand for, different people', s.ref using errcode = 'check_violation';
    end if;
    weight := statement_weight(s.ref);
    room := limit_of(s.contract_ref, holder);
    if weight > coalesce(room, case when new.on_behalf_of is null then weight else 0 end)
            or weight > coalesce(limit_of(s.contract_ref, new.username), weight) then
        raise exception 'the statement % is above the limit of %', s.ref, holder using errcode = 'check_violation';
    end if;
    if new.step = 2 and s.senior_above is not null and statement_month_weight(s.ref) > s.senior_above and room is null
            and not exists (select 1 from approval a where a.statement_ref = s.ref and a.statement_version = s.version and a.step = 1
                and limit_of(s.contract_ref, coalesce(a.on_behalf_of, a.username)) >= weight) then
        raise exception 'the statement % needs the approval of somebody with a senior limit', s.ref using errcode = 'check_violation';
    end if;
    return new;
end $$;
-- After the trigger that checks who approves: triggers fire in the order of their names.
create trigger approval_with_authority before insert on approval for each row execute function approval_authorised();
