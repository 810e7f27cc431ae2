-- What is paid once for a person, when both records had a claim accepted before they were joined: the later one is held back.

-- The claim that goes before another one: the same outcome under the same contract on a record that is the same person's now. Money that
-- has been asked for goes first, then the earlier outcome. None for a claim that nothing stands in the way of.
create function paid_before(wanted text) returns text language plpgsql stable as $$
declare
    mine outcome_claim%rowtype;
    whose bigint;
begin
    select * into mine from outcome_claim where ref = wanted;
    if mine.occurrence is null or mine.occurrence not like 'person %' or mine.status not in ('RESERVED', 'INSTRUCTED', 'PAID') then
        return null;
    end if;
    whose := (select person_id from referral where ref = mine.referral_ref);
    -- Nobody has two records without a join: most claims are done with here.
    if not exists (select 1 from person where joined_to = whose) then
        return null;
    end if;
    return (select c.ref from outcome_claim c join referral r on r.ref = c.referral_ref
        where r.person_id = whose and c.ref <> mine.ref and c.contract_ref = mine.contract_ref and c.outcome = mine.outcome
            and c.status in ('RESERVED', 'INSTRUCTED', 'PAID') and c.occurrence like 'person %'
            and regexp_replace(c.occurrence, '^person \d+', '') = regexp_replace(mine.occurrence, '^person \d+', '')
            and (c.status = 'RESERVED', c.reached_on, c.ref) < (mine.status = 'RESERVED', mine.reached_on, mine.ref)
        order by c.status = 'RESERVED', c.reached_on, c.ref limit 1);
end $$;

-- No payer is asked for the later one, whatever door the instruction came through. Joins and instructions wait for each other.
create function instructed_once_for_person() returns trigger language plpgsql as $$
begin
    perform lock_person_of(c.referral_ref) from outcome_claim c where c.ref = new.claim_ref and c.occurrence like 'person %';
    if paid_before(new.claim_ref) is not null then
        raise exception 'the outcome of % is paid once for a person, and % on another record of the person goes before it', new.claim_ref,
            paid_before(new.claim_ref) using errcode = 'unique_violation';
    end if;
    return new;
end $$;
create trigger payment_instruction_once_for_person before insert on payment_instruction for each row
    when (new.kind = 'CLAIM') execute function instructed_once_for_person();

-- A place under a ceiling on people belongs to the person whose record stands.
update cap_use u set person = r.person_id::text from outcome_claim c join referral r on r.ref = c.referral_ref
    where c.ref = u.claim_ref and u.person is not null and u.person <> r.person_id::text;
