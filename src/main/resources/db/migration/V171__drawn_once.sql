-- An arm once revealed stands for the person, not for one referral: referred again under the contract, or found to have two records,
-- nobody is drawn a second time.

-- A later referral of somebody who was drawn before has its own row, with the same slot and arm, and names the referral of the draw.
alter table trial_reveal add column drawn_at text references trial_reveal check (drawn_at <> referral_ref);
alter table trial_reveal drop constraint trial_reveal_contract_ref_clinical_team_id_slot_key;
create unique index trial_reveal_slot_once on trial_reveal (contract_ref, clinical_team_id, slot) where drawn_at is null;

create or replace function trial_allocate(wanted text, by_whom text, at_time timestamptz, support integer, usual_care integer, sizes integer[])
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
