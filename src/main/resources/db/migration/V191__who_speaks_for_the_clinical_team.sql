-- A person discharged to another contact leaves the clinical team: whoever referred them no longer opens the record. The clinician of the
-- other team, where one is named, does from then on; a later discharge ends that, too. Nobody named yet: the referrer stays reachable.
alter table clinical_discharge add column to_clinician text references app_user;
alter table clinical_discharge add check (to_clinician is null or contact = 'OTHER_TEAM');
create index clinical_discharge_to on clinical_discharge (to_clinician) where to_clinician is not null;

-- A discharge recorded wrongly is put right by saying it again: the latest word stands, whatever day it names. That it never happened is such
-- a word, too. Until somebody else is the contact about health, whoever referred the person opens the record.
alter table clinical_discharge drop constraint clinical_discharge_contact_check;
alter table clinical_discharge add constraint clinical_discharge_contact_check check (contact in ('GP', 'OTHER_TEAM', 'NOBODY', 'MISTAKE'));
alter table clinical_discharge drop constraint clinical_discharge_check;
alter table clinical_discharge add constraint clinical_discharge_named check (contact in ('NOBODY', 'MISTAKE') or contact_name <> '');
drop index clinical_discharge_day;
create index clinical_discharge_latest on clinical_discharge (referral_ref, id);

create or replace view case_access as
select r.referrer_username as username, r.ref as referral_ref, 'CLINICIAN' as role
from referral r
where exists (select 1 from role_grant g where g.username = r.referrer_username and g.role = 'CLINICIAN')
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
select d.to_clinician, d.referral_ref, 'CLINICIAN'
from clinical_discharge d
where exists (select 1 from role_grant g where g.username = d.to_clinician and g.role = 'CLINICIAN')
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
where exists (select 1 from role_grant g where g.username = c.cover and g.role = 'SPECIALIST');
