-- Referrals that nobody has decided yet may be brought in, too, and go through triage like any other.

-- No clinician was named: the clinicians of the clinical team speak together.
alter table brought_in add column team_speaks boolean not null default false;
create index brought_in_team_speaks on brought_in (referral_ref) where team_speaks;

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

-- As before, and: the clinicians of the clinical team of a referral that was brought in without a clinician's name.
create or replace view case_access as
select r.referrer_username as username, r.ref as referral_ref, 'CLINICIAN' as role
from referral r
where exists (select 1 from role_grant g where g.username = r.referrer_username and g.role = 'CLINICIAN')
    and not exists (select 1 from brought_in b where b.referral_ref = r.ref and b.team_speaks)
    and not exists (select 1 from clinical_discharge d where d.referral_ref = r.ref and d.contact in ('GP', 'OTHER_TEAM')
        and not exists (select 1 from clinical_discharge later where later.referral_ref = d.referral_ref and later.id > d.id))
union all
-- A referrer who has left: the colleagues of the clinical team take over.
select distinct g.username, r.ref, 'CLINICIAN'
from referral r
join app_user u on u.username = r.referrer_username and not u.active
join role_grant g on g.role = 'CLINICIAN' and g.team_id = r.clinical_team_id and g.username <> r.referrer_username
where not exists (select 1 from clinical_discharge d where d.referral_ref = r.ref and d.contact in ('GP', 'OTHER_TEAM')
        and not exists (select 1 from clinical_discharge later where later.referral_ref = d.referral_ref and later.id > d.id))
union all
-- Brought in without a clinician's name, to be triaged: the clinicians of the clinical team speak together.
select distinct g.username, r.ref, 'CLINICIAN'
from brought_in b
join referral r on r.ref = b.referral_ref
join role_grant g on g.role = 'CLINICIAN' and g.team_id = r.clinical_team_id
where b.team_speaks and not exists (select 1 from clinical_discharge d where d.referral_ref = r.ref and d.contact in ('GP', 'OTHER_TEAM')
        and not exists (select 1 from clinical_discharge later where later.referral_ref = d.referral_ref and later.id > d.id))
union all
select d.to_clinician, d.referral_ref, 'CLINICIAN'
from clinical_discharge d
where exists (select 1 from role_grant g where g.username = d.to_clinician and g.role = 'CLINICIAN'
        and (d.to_team is null or g.team_id = d.to_team))
    and not exists (select 1 from clinical_discharge later where later.referral_ref = d.referral_ref and later.id > d.id)
union all
-- Whoever was named has left, or works for another team now: the colleagues of the team for which they were named take over.
select distinct g.username, d.referral_ref, 'CLINICIAN'
from clinical_discharge d
join app_user u on u.username = d.to_clinician
join role_grant g on g.role = 'CLINICIAN' and g.team_id = d.to_team and g.username <> d.to_clinician
where (not u.active or not exists (select 1 from role_grant own where own.username = d.to_clinician and own.role = 'CLINICIAN'
        and own.team_id = d.to_team))
    and not exists (select 1 from clinical_discharge later where later.referral_ref = d.referral_ref and later.id > d.id)
union all
select r.specialist_username, r.ref, 'SPECIALIST'
from referral r
where exists (select 1 from role_grant g where g.username = r.specialist_username and g.role = 'SPECIALIST')
union all
select distinct g.username, r.ref, 'TEAM_LEADER'
from referral r
join team t on t.id = r.team_id
join role_grant g on g.role = 'TEAM_LEADER' and g.organisation_id = t.organisation_id
    and (g.team_id is null or g.team_id = r.team_id) and (g.contract_ref is null or g.contract_ref = r.contract_ref)
union all
select c.cover, r.ref, 'SPECIALIST'
from referral r
join cover_now c on c.specialist = r.specialist_username and c.team_id = r.team_id
where exists (select 1 from role_grant g where g.username = c.cover and g.role = 'SPECIALIST')
union all
-- A task that was handed over to a colleague opens the record it is about to them while it is open and theirs: without it they could not do it.
select w.assignee, w.referral_ref, w.role
from work_item w
join referral r on r.ref = w.referral_ref
where w.closed_at is null and w.assignee is not null and w.role = 'SPECIALIST' and w.assignee is distinct from r.specialist_username
    and exists (select 1 from role_grant g where g.username = w.assignee and g.role = w.role and (g.team_id is null or g.team_id = r.team_id)
        and (g.contract_ref is null or g.contract_ref = r.contract_ref));
