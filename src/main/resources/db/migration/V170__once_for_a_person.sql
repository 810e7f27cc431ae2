-- What is paid once for a person stays so when two records of the person are joined while a claim on either is on its way.

-- A claim keeps the person it was opened for in its occurrence, so that the unique index does not see two records of one person: the
-- referrals do, because they follow every join and separation.
create function paid_once_for_person() returns trigger language plpgsql as $$
declare
    whose bigint := lock_person_of(new.referral_ref);
begin
    if exists (select 1 from outcome_claim c join referral r on r.ref = c.referral_ref
            where r.person_id = whose and c.contract_ref = new.contract_ref and c.outcome = new.outcome and c.ref <> new.ref
                and c.status in ('RESERVED', 'INSTRUCTED', 'PAID') and c.occurrence like 'person %'
                and regexp_replace(c.occurrence, '^person \d+', '') = regexp_replace(new.occurrence, '^person \d+', '')) then
        raise exception 'the outcome of % is paid once for a person, and has been reserved or paid on another record of the person', new.ref
            using errcode = 'unique_violation';
    end if;
    return new;
end $$;
create trigger outcome_claim_once_for_person before update of status on outcome_claim for each row
    when (new.status = 'RESERVED' and old.status <> 'RESERVED' and new.occurrence like 'person %') execute function paid_once_for_person();
