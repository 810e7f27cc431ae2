-- What is paid once for a person rests on who they are: their date of birth and NHS number, by which a new referral finds them. While a claim stands
-- for the person, on whichever referral of theirs, two people put these right, as they do the contract. Without a claim one person is enough:
-- somebody who waits may have nobody but a team leader.
create function correction_takes_two(wanted bigint) returns boolean language sql stable as $$
    select c.kind = 'CONTRACT' or c.kind in ('BIRTH_DATE', 'NHS_NUMBER') and exists (
        select 1 from referral own join referral r on r.person_id = own.person_id join outcome_claim o on o.referral_ref = r.ref
        where own.ref = c.referral_ref and o.status in ('OPEN', 'RESERVED', 'INSTRUCTED', 'PAID'))
    from correction c where c.id = wanted
$$;

create or replace function correction_by_two() returns trigger language plpgsql as $$
begin
    if new.applied and correction_takes_two(new.correction_id)
            and exists (select 1 from correction c where c.id = new.correction_id and c.proposed_by = new.ended_by) then
        raise exception 'correction % is one that somebody else confirms', new.correction_id using errcode = 'check_violation';
    end if;
    return new;
end $$;
