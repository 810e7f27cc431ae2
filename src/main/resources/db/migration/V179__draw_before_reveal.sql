-- A draw is kept before its arm is said. Taking the next slot and opening it are two steps in two transactions: who takes a slot and rolls
-- back has learnt nothing, and who opens one has bound it to a person before. How large the blocks are is stated once for each version.

create table trial_rule (
    contract_ref      text not null,
    contract_version  integer not null check (contract_version > 0),
    support           integer not null check (support > 0),
    usual_care        integer not null check (usual_care > 0),
    sizes             integer[] not null check (cardinality(sizes) > 0),
    primary key (contract_ref, contract_version)
);
create table trial_draw (
    referral_ref      text primary key references trial_entry,
    contract_ref      text not null,
    clinical_team_id  text not null,
    slot              integer not null,
    drawn_by          text not null,
    drawn_at          timestamptz not null,
    -- The transaction of the draw, which must be over before the slot is opened; none for draws that were revealed at once.
    drawn_in          xid8,
    unique (contract_ref, clinical_team_id, slot),
    foreign key (contract_ref, clinical_team_id, slot) references trial_slot (contract_ref, clinical_team_id, slot)
);
insert into trial_draw
    select referral_ref, contract_ref, clinical_team_id, slot, revealed_by, revealed_at, null from trial_reveal where drawn_at is null;
do $$
declare
    name text;
begin
    foreach name in array array['trial_rule', 'trial_draw'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', name || '_append_only', name);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', name || '_no_truncate', name);
    end loop;
end $$;

drop function trial_allocate(text, text, timestamptz, integer, integer, integer[]);

-- Takes the next slot of the clinical team's list for a person who agreed and was measured, and says nothing about it. Again, or for
-- somebody who was drawn before under the contract: nothing more.
create function trial_take(wanted text, by_whom text, at_time timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    contract text;
    version integer;
    clinic text;
    next_slot integer;
    rule trial_rule%rowtype;
    whose bigint := lock_person_of(wanted);
begin
    if not exists (select 1 from trial_entry where referral_ref = wanted and takes_part and measured_on is not null) then
        raise exception 'nobody is drawn for % before consent and first measures', wanted using errcode = 'check_violation';
    end if;
    select r.contract_ref, r.contract_version, r.clinical_team_id into contract, version, clinic from referral r where r.ref = wanted;
    if exists (select 1 from trial_draw d join referral r on r.ref = d.referral_ref where r.person_id = whose and d.contract_ref = contract) then
        return;
    end if;
    select t.* into strict rule from trial_rule t where t.contract_ref = contract and t.contract_version = version;
    insert into trial_list values (contract, clinic) on conflict do nothing;
    perform 1 from trial_list l where l.contract_ref = contract and l.clinical_team_id = clinic for update;
    next_slot := (select coalesce(max(d.slot), 0) + 1 from trial_draw d where d.contract_ref = contract and d.clinical_team_id = clinic);
    -- The list is always sealed at least one slot ahead: before somebody's turn, never at it.
    while coalesce((select max(s.slot) from trial_slot s where s.contract_ref = contract and s.clinical_team_id = clinic), 0) <= next_slot loop
        perform trial_seal(contract, clinic, rule.support, rule.usual_care, rule.sizes);
    end loop;
    insert into trial_draw values (wanted, contract, clinic, next_slot, by_whom, at_time, pg_current_xact_id());
end $$;

-- Says the arm of the slot that was taken for a person, and writes down that it was said. Again: the same arm. An arm stands for the
-- person, not for one referral; of two records that were both drawn before they were joined, the earlier draw stands.
create function trial_open(wanted text, by_whom text, at_time timestamptz) returns text
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    given text;
    drawn trial_draw%rowtype;
    whose bigint := lock_person_of(wanted);
begin
    select v.arm into given from trial_reveal v where v.referral_ref = wanted;
    if given is not null then
        return given;
    end if;
    select d.* into drawn from trial_draw d join referral r on r.ref = d.referral_ref
        where r.person_id = whose and d.contract_ref = (select contract_ref from referral where ref = wanted) order by d.drawn_at, d.slot limit 1;
    if not found then
        raise exception 'nothing was drawn for %', wanted using errcode = 'check_violation';
    end if;
    if drawn.drawn_in = pg_current_xact_id() then
        raise exception 'the draw for % must be kept before its arm is said', wanted using errcode = 'check_violation';
    end if;
    select s.arm into given from trial_slot s
        where s.contract_ref = drawn.contract_ref and s.clinical_team_id = drawn.clinical_team_id and s.slot = drawn.slot;
    insert into trial_reveal (referral_ref, contract_ref, clinical_team_id, slot, arm, revealed_by, revealed_at)
        values (drawn.referral_ref, drawn.contract_ref, drawn.clinical_team_id, drawn.slot, given, by_whom, at_time) on conflict do nothing;
    if drawn.referral_ref <> wanted then
        insert into trial_reveal (referral_ref, contract_ref, clinical_team_id, slot, arm, revealed_by, revealed_at, drawn_at)
            values (wanted, drawn.contract_ref, drawn.clinical_team_id, drawn.slot, given, by_whom, at_time, drawn.referral_ref);
    end if;
    return given;
end $$;
revoke all on function trial_take(text, text, timestamptz) from public;
revoke all on function trial_open(text, text, timestamptz) from public;
