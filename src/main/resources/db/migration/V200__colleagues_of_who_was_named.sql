-- A clinician named at a discharge speaks for their clinical team. When they leave, the colleagues of that team take over, as the colleagues of
-- a referrer do: so the team is kept with the word, and outlives the clinician's grants.
alter table clinical_discharge add column to_team text references team;

alter table clinical_discharge disable trigger clinical_discharge_append_only;
-- Whoever works in several teams that fit may have been named for any of them: then nothing is guessed, and saying it again puts it right.
update clinical_discharge d set to_team = (
    select min(t.id) from referral r join service_route s on s.contract_ref = r.contract_ref and s.clinical_team_id <> r.clinical_team_id
    join team t on t.id = s.clinical_team_id
    join role_grant g on g.role = 'CLINICIAN' and g.team_id = t.id and g.username = d.to_clinician
    where r.ref = d.referral_ref having count(distinct t.id) = 1)
where d.to_clinician is not null;
alter table clinical_discharge enable trigger clinical_discharge_append_only;

alter table clinical_discharge add constraint clinical_discharge_team_of_named check (to_team is null or to_clinician is not null);
create index clinical_discharge_to_team on clinical_discharge (to_team) where to_team is not null;

-- A referral that was brought in before anybody has decided it, without a clinician's name: the clinicians of its clinical team speak together,
-- and never whoever sent the file.
alter table brought_in add column team_speaks boolean not null default false;
create index brought_in_team_speaks on brought_in (referral_ref) where team_speaks;

-- As before, and: the colleagues of whoever a discharge named and who has left since. Whoever was named was a clinician, so no grant left for
-- that team means gone, too. Of a referrer only the account says so: whoever brought people in from elsewhere stands as their referrer without
-- being a clinician.
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
where not exists (select 1 from brought_in b where b.referral_ref = r.ref and b.team_speaks)
    and not exists (select 1 from clinical_discharge d where d.referral_ref = r.ref and d.contact in ('GP', 'OTHER_TEAM')
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
