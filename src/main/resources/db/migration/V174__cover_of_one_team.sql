-- A leave is planned by the leader of one team, so its cover stands in for the people of that team, and not for those whom the
-- absent one supports for another team.
create or replace view cover_now as
select l.specialist, l.cover, l.last_day, l.team_id from specialist_leave l
where l.cover is not null and service_day() between l.from_day and l.last_day;

create or replace view case_access as
select r.referrer_username as username, r.ref as referral_ref, 'CLINICIAN' as role
from referral r
where exists (select 1 from role_grant g where g.username = r.referrer_username and g.role = 'CLINICIAN')
union all
-- A referrer who has left: the colleagues of the clinical team take over.
select distinct g.username, r.ref, 'CLINICIAN'
from referral r
join app_user u on u.username = r.referrer_username and not u.active
join role_grant g on g.role = 'CLINICIAN' and g.team_id = r.clinical_team_id and g.username <> r.referrer_username
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
where exists (select 1 from role_grant g where g.username = c.cover and g.role = 'SPECIALIST');
