-- Claims: one row per outcome reached, its stored explanation, who had a hand in it, its shares, and room under the caps.

create table outcome_claim (
    ref               text primary key,
    contract_ref      text not null,
    contract_version  integer not null check (contract_version > 0),
    referral_ref      text not null,
    person_id         bigint not null,
    outcome           text not null,
    occurrence        text not null,
    status            text not null check (status in ('OPEN', 'RESERVED', 'INSTRUCTED', 'PAID', 'REJECTED', 'CAP_REACHED', 'NOT_PAYABLE', 'REPLACED', 'REVERSED')),
    amount            bigint not null check (amount > 0),
    window_from       date not null,
    reached_on        date not null,
    claim_by          date not null,
    explanation       integer not null check (explanation > 0),
    flag              text,
    opened_at         timestamptz not null,
    changed_at        timestamptz not null
);
-- The promise that an outcome is claimed once: the occurrence is what the terms' "once per" names (the referral, the job, the person).
create unique index outcome_claim_once on outcome_claim (contract_ref, outcome, occurrence) where status in ('OPEN', 'RESERVED', 'INSTRUCTED', 'PAID');
create index outcome_claim_person on outcome_claim (contract_ref, person_id);
create index outcome_claim_referral on outcome_claim (referral_ref);
create index outcome_claim_status on outcome_claim (contract_ref, status);

-- Why an amount is what it is: the inputs and the decision, from which it can be computed again. A corrected fact adds a line.
create table claim_explanation (
    claim_ref    text not null references outcome_claim,
    number       integer not null check (number > 0),
    inputs       jsonb not null,
    inputs_hash  text not null,
    decision     jsonb not null,
    amount       bigint not null check (amount >= 0),
    written_at   timestamptz not null,
    primary key (claim_ref, number)
);
create trigger claim_explanation_append_only before update or delete on claim_explanation for each row execute function refuse_change();
create trigger claim_explanation_no_truncate before truncate on claim_explanation for each statement execute function refuse_change();

-- Who had a hand in a claim: what the rule of separate people is checked against.
create table claim_participant (
    claim_ref  text not null references outcome_claim,
    username   text not null,
    part       text not null check (part in ('RECORDER', 'VALIDATOR')),
    primary key (claim_ref, username, part)
);
create index claim_participant_user on claim_participant (username);

create function claim_participants_differ() returns trigger language plpgsql as $$
begin
    perform 1 from outcome_claim where ref = new.claim_ref for update;
    if exists (select 1 from claim_participant p where p.claim_ref = new.claim_ref and p.username = new.username and p.part <> new.part) then
        raise exception 'who recorded the claim % cannot validate it', new.claim_ref using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger claim_participant_differ before insert on claim_participant for each row execute function claim_participants_differ();
create trigger claim_participant_append_only before update or delete on claim_participant for each row execute function refuse_change();
create trigger claim_participant_no_truncate before truncate on claim_participant for each statement execute function refuse_change();

-- What each payer owes for a validated claim; the parts make up the claim's amount, checked when the transaction ends.
create table claim_share (
    claim_ref  text not null references outcome_claim,
    payer      text not null,
    position   integer not null,
    amount     bigint not null check (amount >= 0),
    primary key (claim_ref, payer)
);
create function claim_shares_add_up() returns trigger language plpgsql as $$
begin
    if (select sum(s.amount) from claim_share s where s.claim_ref = new.claim_ref) <> (select c.amount from outcome_claim c where c.ref = new.claim_ref) then
        raise exception 'the shares of the claim % do not make up its amount', new.claim_ref using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger claim_share_adds_up after insert on claim_share deferrable initially deferred for each row execute function claim_shares_add_up();
create trigger claim_share_append_only before update or delete on claim_share for each row execute function refuse_change();
create trigger claim_share_no_truncate before truncate on claim_share for each statement execute function refuse_change();

-- Room under a cap: the check is the promise that no cap is passed, the conditional update is the way to ask.
create table cap_counter (
    contract_ref      text not null,
    cap               text not null,
    unit              text not null check (unit in ('PEOPLE', 'OUTCOMES', 'PENCE')),
    contract_version  integer not null,
    room              bigint not null check (room >= 0),
    reserved          bigint not null default 0 check (reserved >= 0),
    posted            bigint not null default 0 check (posted >= 0),
    primary key (contract_ref, cap),
    constraint cap_never_passed check (reserved + posted <= room)
);

create table cap_use (
    claim_ref     text not null references outcome_claim,
    contract_ref  text not null,
    cap           text not null,
    payer         text,
    person        text,
    quantity      bigint not null check (quantity >= 0),
    state         text not null check (state in ('RESERVED', 'POSTED', 'VOIDED')),
    primary key (claim_ref, cap),
    foreign key (contract_ref, cap) references cap_counter
);
create index cap_use_cap on cap_use (contract_ref, cap) where state <> 'VOIDED';

-- Which paid claims are looked at again: drawn with a recorded seed, so that the draw can be repeated.
create table sample_draw (
    claim_ref  text primary key references outcome_claim,
    seed       bigint not null,
    one_in     integer not null check (one_in >= 0),
    chosen     boolean not null,
    drawn_at   timestamptz not null
);
create trigger sample_draw_append_only before update or delete on sample_draw for each row execute function refuse_change();
create trigger sample_draw_no_truncate before truncate on sample_draw for each statement execute function refuse_change();
