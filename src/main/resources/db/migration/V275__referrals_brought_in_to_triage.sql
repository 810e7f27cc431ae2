-- Referrals that nobody has decided yet may be brought in, too, and go through triage like any other.

-- Where a row goes, and by when its contract wants triage to decide: known once the row is understood. Neither is about a person.
alter table intake_row
    add column stage text check (stage in ('TO_TRIAGE', 'WAITING', 'IN_SUPPORT', 'IN_WORK')),
    add column decide_by date check (decide_by is null or stage = 'TO_TRIAGE');

-- Who was referred earlier comes earlier, also when the referral was brought in later; on one day the order of arrival decides, as before.
create or replace function triage_before(wanted text) returns setof text language sql stable as $$
    select i.referral_ref
    from triage_batch_item mine join triage_batch b on b.id = mine.batch_id join referral own on own.ref = mine.referral_ref
    join triage_batch others on others.contract_ref = b.contract_ref and others.team_id = b.team_id
    join triage_batch_item i on i.batch_id = others.id
    join referral r on r.ref = i.referral_ref and r.status = 'RECEIVED' and (r.referred_on, i.arrival) < (own.referred_on, mine.arrival)
    left join triage t on t.referral_ref = i.referral_ref
    where mine.referral_ref = wanted and (t.decision is null or t.decision = 'askMore')
    order by r.referred_on, i.arrival
$$;
