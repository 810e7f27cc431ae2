-- Statements, approvals, payment instructions, the ledger, remittances and reversals.

create table statement (
    ref           text primary key,
    contract_ref  text not null,
    payer         text not null,
    period        text not null check (period ~ '^\d{4}-\d{2}$'),
    status        text not null check (status in ('DRAFT', 'CHECKED', 'APPROVED_ONCE', 'APPROVED_TWICE', 'INSTRUCTED', 'PAID', 'WITHDRAWN')),
    version       integer not null default 1,
    drafted_by    text not null,
    drafted_at    timestamptz not null,
    changed_at    timestamptz not null,
    schedule      text,
    schedule_hash text
);
-- One statement in preparation per payer and period; a line found too late goes on a further one.
create unique index statement_one_draft on statement (contract_ref, payer, period) where status in ('DRAFT', 'CHECKED', 'APPROVED_ONCE', 'APPROVED_TWICE');
create index statement_payer on statement (contract_ref, payer, period);

create table statement_line (
    id             bigint generated always as identity primary key,
    statement_ref  text not null references statement,
    claim_ref      text not null references outcome_claim,
    payer          text not null,
    kind           text not null check (kind in ('CLAIM', 'CREDIT')),
    amount         bigint not null check ((kind = 'CLAIM' and amount > 0) or (kind = 'CREDIT' and amount < 0)),
    state          text not null check (state in ('LIVE', 'QUERIED', 'RELEASED')),
    reason         text
);
create unique index statement_line_once on statement_line (claim_ref, payer, kind) where state = 'LIVE';
create index statement_line_statement on statement_line (statement_ref);

-- A change to a line is a change of the statement: approvals name the version they were given for. Nothing changes once instructed.
create function statement_line_changes() returns trigger language plpgsql as $$
declare
    s statement%rowtype;
begin
    select * into s from statement where ref = case when tg_op = 'DELETE' then old.statement_ref else new.statement_ref end for update;
    if s.status in ('APPROVED_TWICE', 'INSTRUCTED', 'PAID') then
        raise exception 'the statement % is instructed: its lines do not change', s.ref using errcode = 'restrict_violation';
    end if;
    update statement set version = version + 1 where ref = s.ref;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger statement_line_change before insert or update or delete on statement_line for each row execute function statement_line_changes();

create table approval (
    statement_ref      text not null references statement,
    statement_version  integer not null,
    step               integer not null check (step in (1, 2)),
    username           text not null,
    approved_at        timestamptz not null,
    primary key (statement_ref, statement_version, step),
    constraint approval_two_people unique (statement_ref, statement_version, username)
);

-- Who recorded or validated a claim, who drafted the statement, who approves first and who approves second are different people,
-- whatever door the approval came through.
create function approval_segregated() returns trigger language plpgsql as $$
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
            and g.role = 'FINANCE' and (g.contract_ref is null or g.contract_ref = s.contract_ref)) then
        raise exception '% does not hold the finance role for this contract', new.username using errcode = 'check_violation';
    end if;
    if new.username = s.drafted_by then
        raise exception 'who drafted the statement % cannot approve it', s.ref using errcode = 'check_violation';
    end if;
    if new.step = 2 and not exists (select 1 from approval a where a.statement_ref = s.ref and a.statement_version = s.version and a.step = 1) then
        raise exception 'the statement % has no first approval in its present form', s.ref using errcode = 'check_violation';
    end if;
    if exists (select 1 from statement_line l join claim_participant p on p.claim_ref = l.claim_ref
            where l.statement_ref = s.ref and l.state = 'LIVE' and p.username = new.username) then
        raise exception 'who recorded or validated a claim on the statement % cannot approve it', s.ref using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger approval_segregation before insert on approval for each row execute function approval_segregated();
create trigger approval_append_only before update or delete on approval for each row execute function refuse_change();
create trigger approval_no_truncate before truncate on approval for each statement execute function refuse_change();

create table payment_instruction (
    id             bigint generated always as identity primary key,
    statement_ref  text not null references statement,
    claim_ref      text not null references outcome_claim,
    payer          text not null,
    kind           text not null check (kind in ('CLAIM', 'CREDIT')),
    amount         bigint not null check ((kind = 'CLAIM' and amount > 0) or (kind = 'CREDIT' and amount < 0)),
    instructed_at  timestamptz not null,
    constraint instruction_once unique (claim_ref, payer, kind)
);
create index payment_instruction_statement on payment_instruction (statement_ref);

-- No instruction without two people's approval of the statement as it stands, nor for anything but a line of it.
create function instruction_approved() returns trigger language plpgsql as $$
begin
    if (select count(distinct a.username) from approval a join statement s on s.ref = a.statement_ref and s.version = a.statement_version
            where a.statement_ref = new.statement_ref and s.status = 'APPROVED_TWICE') <> 2 then
        raise exception 'the statement % is not approved by two people', new.statement_ref using errcode = 'check_violation';
    end if;
    if not exists (select 1 from statement_line l where l.statement_ref = new.statement_ref and l.claim_ref = new.claim_ref and l.payer = new.payer
            and l.kind = new.kind and l.amount = new.amount and l.state = 'LIVE') then
        raise exception 'the instruction is no line of the statement %', new.statement_ref using errcode = 'check_violation';
    end if;
    if new.amount is distinct from (case new.kind
            when 'CLAIM' then (select h.amount from claim_share h where h.claim_ref = new.claim_ref and h.payer = new.payer)
            else (select k.amount from claim_credit k where k.claim_ref = new.claim_ref and k.payer = new.payer) end) then
        raise exception 'the instruction of claim % is not what the payer owes', new.claim_ref using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger payment_instruction_approved before insert on payment_instruction for each row execute function instruction_approved();
create trigger payment_instruction_append_only before update or delete on payment_instruction for each row execute function refuse_change();
create trigger payment_instruction_no_truncate before truncate on payment_instruction for each statement execute function refuse_change();

-- Taking money back needs two people as well.
create table reversal (
    id            bigint generated always as identity primary key,
    claim_ref     text not null references outcome_claim,
    status        text not null check (status in ('REQUESTED', 'APPROVED', 'REFUSED')),
    reason        text not null check (reason in ('sampleCheck', 'factsCorrected', 'paidInError', 'payerDispute')),
    note          text not null default '',
    requested_by  text not null,
    requested_at  timestamptz not null,
    decided_by    text,
    decided_at    timestamptz,
    constraint reversal_two_people check (decided_by is null or decided_by <> requested_by),
    constraint reversal_decided check ((status = 'REQUESTED') = (decided_by is null))
);
create unique index reversal_once on reversal (claim_ref) where status in ('REQUESTED', 'APPROVED');

create table claim_credit (
    claim_ref    text not null references outcome_claim,
    payer        text not null,
    amount       bigint not null check (amount < 0),
    reversal_id  bigint not null references reversal,
    primary key (claim_ref, payer)
);
create trigger claim_credit_append_only before update or delete on claim_credit for each row execute function refuse_change();
create trigger claim_credit_no_truncate before truncate on claim_credit for each statement execute function refuse_change();

-- The ledger: double entry, pence, only ever added to. Debits are positive, credits negative.
create table ledger_account (
    code          text primary key,
    kind          text not null check (kind in ('RECEIVABLE', 'PAYABLE', 'CONTROL')),
    contract_ref  text not null,
    payer         text,
    constraint ledger_account_payer check ((kind = 'RECEIVABLE') = (payer is not null))
);
create table journal (
    id             bigint generated always as identity primary key,
    key            text not null unique,
    kind           text not null check (kind in ('INSTRUCTED', 'SETTLED', 'REVERSED')),
    contract_ref   text not null,
    payer          text not null,
    claim_ref      text not null references outcome_claim,
    statement_ref  text references statement,
    reverses       bigint unique references journal,
    entered_on     date not null,
    entered_at     timestamptz not null,
    actor          text not null,
    constraint journal_reversal check ((kind = 'REVERSED') = (reverses is not null))
);
create index journal_claim on journal (claim_ref);
create index journal_day on journal (entered_on, id);
create table posting (
    journal_id  bigint not null references journal,
    account     text not null references ledger_account,
    amount      bigint not null check (amount <> 0),
    primary key (journal_id, account)
);
create index posting_account on posting (account);

create function journal_balanced() returns trigger language plpgsql as $$
declare
    id_to_check bigint := case tg_table_name when 'journal' then (to_jsonb(new) ->> 'id')::bigint else (to_jsonb(new) ->> 'journal_id')::bigint end;
begin
    if (select count(*) < 2 or coalesce(sum(p.amount), 1) <> 0 from posting p where p.journal_id = id_to_check) then
        raise exception 'the journal % does not sum to zero', id_to_check using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger journal_sums_to_zero after insert on journal deferrable initially deferred for each row execute function journal_balanced();
create constraint trigger posting_sums_to_zero after insert on posting deferrable initially deferred for each row execute function journal_balanced();
create trigger ledger_account_append_only before update or delete on ledger_account for each row execute function refuse_change();
create trigger journal_append_only before update or delete on journal for each row execute function refuse_change();
create trigger posting_append_only before update or delete on posting for each row execute function refuse_change();
create trigger ledger_account_no_truncate before truncate on ledger_account for each statement execute function refuse_change();
create trigger journal_no_truncate before truncate on journal for each statement execute function refuse_change();
create trigger posting_no_truncate before truncate on posting for each statement execute function refuse_change();

-- What payers say they have paid: a file is read once, every line of it is kept with what became of it.
create table remittance_file (
    hash         text primary key,
    name         text not null,
    lines        integer not null check (lines > 0),
    total        bigint not null,
    imported_by  text not null,
    imported_at  timestamptz not null
);
create table remittance_line (
    file_hash      text not null references remittance_file,
    number         integer not null,
    statement_ref  text not null,
    claim_ref      text not null,
    amount         bigint not null check (amount <> 0),
    expected       bigint,
    outcome        text not null check (outcome in ('SETTLED', 'SHORT', 'OVER', 'DUPLICATE', 'UNKNOWN')),
    primary key (file_hash, number)
);
create unique index remittance_settles_once on remittance_line (statement_ref, claim_ref) where outcome = 'SETTLED';
create trigger remittance_file_append_only before update or delete on remittance_file for each row execute function refuse_change();
create trigger remittance_line_append_only before update or delete on remittance_line for each row execute function refuse_change();
create trigger remittance_file_no_truncate before truncate on remittance_file for each statement execute function refuse_change();
create trigger remittance_line_no_truncate before truncate on remittance_line for each statement execute function refuse_change();
