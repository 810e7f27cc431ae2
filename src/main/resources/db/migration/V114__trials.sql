-- Trials: who agreed and was measured first, the sealed allocation list of each clinical team, what was revealed when, and the follow-up.

-- A person's word on the trial and the first measures. Written once: a changed mind is a withdrawal, not another beginning.
create table trial_entry (
    referral_ref  text primary key references referral,
    takes_part    boolean not null,
    asked_on      date not null,
    measure       text check (measure in ('TOP_WELLBEING', 'SWEMWBS')),
    score         integer check (score between 0 and 35),
    measured_on   date,
    recorded_by   text not null,
    recorded_at   timestamptz not null,
    check (takes_part = (measure is not null) and takes_part = (score is not null) and takes_part = (measured_on is not null)),
    check (measure <> 'TOP_WELLBEING' or score <= 20),
    check (measure <> 'SWEMWBS' or score >= 7)
);

-- The list of a clinical team under a contract: its permuted blocks are drawn from a seed that stays with the block. The application's
-- user reads neither the blocks nor the slots (R__grants.sql): what comes next is not known to the program, so not to anybody who uses it.
create table trial_list (
    contract_ref      text not null,
    clinical_team_id  text not null references team,
    primary key (contract_ref, clinical_team_id)
);
create table trial_block (
    contract_ref      text not null,
    clinical_team_id  text not null,
    block             integer not null check (block > 0),
    seed              text not null,
    support           integer not null check (support > 0),
    usual_care        integer not null check (usual_care > 0),
    size              integer not null check (size > 0 and size % (support + usual_care) = 0),
    sealed_at         timestamptz not null,
    primary key (contract_ref, clinical_team_id, block),
    foreign key (contract_ref, clinical_team_id) references trial_list
);
create table trial_slot (
    contract_ref      text not null,
    clinical_team_id  text not null,
    slot              integer not null check (slot > 0),
    block             integer not null,
    arm               text not null check (arm in ('support', 'usualCare')),
    primary key (contract_ref, clinical_team_id, slot),
    unique (contract_ref, clinical_team_id, slot, arm),
    foreign key (contract_ref, clinical_team_id, block) references trial_block
);

-- What was revealed: one slot for one person, in the order of the list, and only what the list says.
-- A later referral of somebody who was drawn before has its own row, with the same slot and arm, and names the referral of the draw.
create table trial_reveal (
    referral_ref      text primary key references trial_entry,
    contract_ref      text not null,
    clinical_team_id  text not null,
    slot              integer not null,
    arm               text not null,
    revealed_by       text not null,
    revealed_at       timestamptz not null,
    drawn_at          text references trial_reveal check (drawn_at <> referral_ref),
    foreign key (contract_ref, clinical_team_id, slot, arm) references trial_slot (contract_ref, clinical_team_id, slot, arm)
);
create unique index trial_reveal_slot_once on trial_reveal (contract_ref, clinical_team_id, slot) where drawn_at is null;
create function reveal_needs_consent() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from trial_entry where referral_ref = new.referral_ref and takes_part and measured_on is not null) then
        raise exception 'the arm of % is revealed only after consent and first measures', new.referral_ref using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger trial_reveal_needs_consent before insert on trial_reveal for each row execute function reveal_needs_consent();

-- An arm that is no support stands on a revealed slot, and an arm once written stays.
create function arm_as_revealed() returns trigger language plpgsql as $$
begin
    if new.arm = 'usualCare' and not exists (select 1 from trial_reveal where referral_ref = new.referral_ref and arm = 'usualCare') then
        raise exception 'usual care of % is not what the list revealed', new.referral_ref using errcode = 'check_violation';
    end if;
    if tg_op = 'UPDATE' and old.arm is not null and new.arm is distinct from old.arm then
        raise exception 'the arm of % stays as allocated', new.referral_ref using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger triage_arm_as_revealed before insert or update of arm on triage for each row execute function arm_as_revealed();

create table trial_follow_up (
    referral_ref  text primary key references trial_entry,
    answer        text not null check (answer in ('measured', 'notReached', 'withdrawn', 'died')),
    on_date       date not null,
    score         integer check (score between 0 and 35),
    in_work       boolean,
    recorded_by   text not null,
    recorded_at   timestamptz not null,
    check ((answer = 'measured') = (score is not null) and (answer = 'measured') = (in_work is not null))
);

do $$
declare
    name text;
begin
    foreach name in array array['trial_entry', 'trial_block', 'trial_slot', 'trial_reveal', 'trial_follow_up'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', name || '_append_only', name);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', name || '_no_truncate', name);
    end loop;
end $$;

-- Seals one more block at the end of a list. A block's size and order follow from its seed alone, so that an auditor who is given the
-- seed can draw it again: the sizes take turns by the seed's hash, the slots stand in the order of the hashes of seed and number.
create function trial_seal(contract text, clinic text, support integer, usual_care integer, sizes integer[]) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    drawn text := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
    next_block integer := (select coalesce(max(b.block), 0) + 1 from trial_block b where b.contract_ref = contract and b.clinical_team_id = clinic);
    last_slot integer := (select coalesce(max(s.slot), 0) from trial_slot s where s.contract_ref = contract and s.clinical_team_id = clinic);
    size integer := sizes[1 + (('x' || substr(md5(drawn || ' size'), 1, 7))::bit(28)::integer % cardinality(sizes))];
begin
    insert into trial_block values (contract, clinic, next_block, drawn, support, usual_care, size, now());
    insert into trial_slot
        select contract, clinic, last_slot + row_number() over (order by md5(drawn || ' ' || n)), next_block,
               case when n <= size * support / (support + usual_care) then 'support' else 'usualCare' end
        from generate_series(1, size) n;
end $$;

-- The one door to the list: takes the next slot for a person who agreed and was measured, and says its arm. Again: the same arm. An arm
-- once revealed stands for the person, not for one referral: referred again under the contract, or found to have two records, nobody is
-- drawn a second time.
create function trial_allocate(wanted text, by_whom text, at_time timestamptz, support integer, usual_care integer, sizes integer[])
    returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
    contract text;
    clinic text;
    next_slot integer;
    given text;
    whose bigint := lock_person_of(wanted);
    first_draw trial_reveal%rowtype;
begin
    select v.arm into given from trial_reveal v where v.referral_ref = wanted;
    if given is not null then
        return given;
    end if;
    select r.contract_ref, r.clinical_team_id into contract, clinic from referral r where r.ref = wanted;
    -- Two records that were both drawn before they were joined: the earlier draw stands.
    select v.* into first_draw from trial_reveal v join referral r on r.ref = v.referral_ref
        where r.person_id = whose and v.contract_ref = contract order by v.revealed_at, v.drawn_at nulls first, v.slot limit 1;
    if found then
        insert into trial_reveal (referral_ref, contract_ref, clinical_team_id, slot, arm, revealed_by, revealed_at, drawn_at)
            values (wanted, contract, first_draw.clinical_team_id, first_draw.slot, first_draw.arm, by_whom, at_time,
                    coalesce(first_draw.drawn_at, first_draw.referral_ref));
        return first_draw.arm;
    end if;
    insert into trial_list values (contract, clinic) on conflict do nothing;
    perform 1 from trial_list l where l.contract_ref = contract and l.clinical_team_id = clinic for update;
    next_slot := (select coalesce(max(v.slot), 0) + 1 from trial_reveal v where v.contract_ref = contract and v.clinical_team_id = clinic);
    -- The list is always sealed at least one slot ahead: before somebody's turn, never at it.
    while coalesce((select max(s.slot) from trial_slot s where s.contract_ref = contract and s.clinical_team_id = clinic), 0) <= next_slot loop
        perform trial_seal(contract, clinic, support, usual_care, sizes);
    end loop;
    select s.arm into given from trial_slot s where s.contract_ref = contract and s.clinical_team_id = clinic and s.slot = next_slot;
    insert into trial_reveal (referral_ref, contract_ref, clinical_team_id, slot, arm, revealed_by, revealed_at)
        values (wanted, contract, clinic, next_slot, given, by_whom, at_time);
    return given;
end $$;
revoke all on function trial_seal(text, text, integer, integer, integer[]) from public;
revoke all on function trial_allocate(text, text, timestamptz, integer, integer, integer[]) from public;
