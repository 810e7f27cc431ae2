-- Money that came in and fits nothing that was asked for: held in the suspense account until somebody has placed it.
create table suspense_item (
    id            bigint generated always as identity primary key,
    file_hash     text not null,
    line_number   integer not null,
    contract_ref  text not null,
    payer         text,
    reason        text not null check (reason in ('OVER', 'DUPLICATE', 'UNKNOWN')),
    amount        bigint not null check (amount <> 0),
    unplaced      bigint not null,
    held_at       timestamptz not null,
    unique (file_hash, line_number),
    foreign key (file_hash, line_number) references remittance_line,
    constraint suspense_item_never_passed check (unplaced = 0 or sign(unplaced) = sign(amount) and abs(unplaced) <= abs(amount))
);
create index suspense_item_contract on suspense_item (contract_ref) where unplaced <> 0;

create function suspense_item_keeps() returns trigger language plpgsql as $$
begin
    if to_jsonb(new) - 'unplaced' <> to_jsonb(old) - 'unplaced' then
        raise exception 'only what is left to place of held money ever changes' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger suspense_item_change before update on suspense_item for each row execute function suspense_item_keeps();
create trigger suspense_item_no_delete before delete on suspense_item for each row execute function refuse_change();
create trigger suspense_item_no_truncate before truncate on suspense_item for each statement execute function refuse_change();

-- What was done with it: set against something a payer was asked for, or given back. Between payers, and out of the house, two people.
create table suspense_move (
    id             bigint generated always as identity primary key,
    item_id        bigint not null references suspense_item,
    contract_ref   text not null,
    kind           text not null check (kind in ('PLACED', 'GIVEN_BACK')),
    statement_ref  text references statement,
    line_ref       text,
    payer          text,
    amount         bigint not null check (amount <> 0),
    note           text not null,
    two_people     boolean not null,
    status         text not null check (status in ('PROPOSED', 'DONE', 'REFUSED')),
    proposed_by    text not null,
    proposed_at    timestamptz not null,
    decided_by     text,
    decided_at     timestamptz,
    constraint suspense_move_placed check ((kind = 'PLACED') = (line_ref is not null and statement_ref is not null and payer is not null)),
    constraint suspense_move_decided check ((status = 'PROPOSED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    constraint suspense_move_two_people check (status <> 'DONE' or not two_people or decided_by <> proposed_by)
);
create index suspense_move_item on suspense_move (item_id);
create index suspense_move_waiting on suspense_move (contract_ref) where status = 'PROPOSED';

create function suspense_move_between_payers() returns trigger language plpgsql as $$
declare
    item suspense_item%rowtype;
begin
    select * into item from suspense_item where id = new.item_id;
    if new.contract_ref <> item.contract_ref then
        raise exception 'held money stays within its contract' using errcode = 'check_violation';
    end if;
    if not new.two_people and (new.kind = 'GIVEN_BACK' or new.payer is distinct from item.payer) then
        raise exception 'money moved between payers or given back takes two people' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger suspense_move_payers before insert on suspense_move for each row execute function suspense_move_between_payers();

-- The investor's money: drawn as working capital and repaid. Each move is recorded by one person and confirmed by another.
create table capital_move (
    id            bigint generated always as identity primary key,
    contract_ref  text not null,
    kind          text not null check (kind in ('DRAWN', 'REPAID')),
    amount        bigint not null check (amount > 0),
    moved_on      date not null,
    note          text not null,
    status        text not null check (status in ('PROPOSED', 'DONE', 'REFUSED')),
    proposed_by   text not null,
    proposed_at   timestamptz not null,
    decided_by    text,
    decided_at    timestamptz,
    constraint capital_move_decided check ((status = 'PROPOSED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    constraint capital_move_two_people check (status <> 'DONE' or decided_by <> proposed_by)
);
create index capital_move_contract on capital_move (contract_ref, moved_on);

-- A proposal is decided once and otherwise stays as it was written; whoever proposes and whoever decides holds the finance role.
create function money_proposal_guarded() returns trigger language plpgsql as $$
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
create trigger suspense_move_guarded before insert or update on suspense_move for each row execute function money_proposal_guarded();
create trigger suspense_move_no_delete before delete on suspense_move for each row execute function refuse_change();
create trigger suspense_move_no_truncate before truncate on suspense_move for each statement execute function refuse_change();
create trigger capital_move_guarded before insert or update on capital_move for each row execute function money_proposal_guarded();
create trigger capital_move_no_delete before delete on capital_move for each row execute function refuse_change();
create trigger capital_move_no_truncate before truncate on capital_move for each statement execute function refuse_change();
