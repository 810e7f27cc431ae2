-- What a team leader knows about a specialist, so that a place goes to whoever suits the person best.
alter table specialist_capacity
    add column languages text[] not null default '{}',
    add column gender text check (gender in ('woman', 'man')),
    -- The clinical teams that the specialist belongs to: one or two (IPS fidelity, item integration by team assignment).
    add column clinical_teams text[] not null default '{}' check (cardinality(clinical_teams) <= 2);

-- Why this specialist: the sentence of the match, and the leader's reason when another was chosen than the best.
alter table caseload_place
    add column fit text not null default '',
    add column choice_reason text not null default '';

-- Days on which a specialist is away, and who looks after the caseload on those days. No reason is kept: it may be about health.
create table specialist_leave (
    id           bigint generated always as identity primary key,
    specialist   text not null references app_user,
    team_id      text not null references team,
    from_day     date not null,
    until_day    date not null,
    cover        text references app_user,
    recorded_by  text not null,
    recorded_at  timestamptz not null,
    -- The last day after an early return; the day before the first one when the leave was called off.
    ended_on     date,
    ended_by     text,
    last_day     date generated always as (least(until_day, coalesce(ended_on, until_day))) stored,
    check (until_day >= from_day),
    check (cover is distinct from specialist),
    check (ended_on is null or ended_on >= from_day - 1),
    check ((ended_on is null) = (ended_by is null))
);
create index specialist_leave_specialist on specialist_leave (specialist, from_day);
create index specialist_leave_cover on specialist_leave (cover, from_day) where cover is not null;

-- Today in London as the service counts it: the machine's day, moved by the demo's clock. The rights of a cover hang on it, so the
-- database itself must know it: they begin and end at midnight whether or not any program runs.
create function service_day() returns date language sql stable as $$
    select ((now() + make_interval(secs => coalesce((select clock_offset_s from demo_state limit 1), 0))) at time zone 'Europe/London')::date
$$;

-- Who stands in for whom today. A leave is planned by the leader of one team, so its cover stands in for the people of that team, and
-- not for those whom the absent one supports for another team.
create view cover_now as
select l.specialist, l.cover, l.last_day, l.team_id from specialist_leave l
where l.cover is not null and service_day() between l.from_day and l.last_day;

-- As before, and: whoever covers for the specialist opens the case for those days, and no longer.
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
