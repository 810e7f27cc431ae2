-- People referred, their referrals, what they agreed to, what happened when.

create table person (
    id                bigint generated always as identity primary key,
    nhs_number        text check (nhs_number ~ '^[0-9]{10}$'),
    no_number_reason  text check (no_number_reason in ('notKnown', 'notRegistered', 'notWilling')),
    given_name        text not null check (length(given_name) between 1 and 80),
    family_name       text not null check (length(family_name) between 1 and 80),
    birth_date        date not null check (birth_date between '1900-01-01' and '2200-01-01'),
    phone             text,
    email             text,
    version           integer not null default 0,
    check ((nhs_number is null) <> (no_number_reason is null))
);
create unique index person_nhs_number on person (nhs_number) where nhs_number is not null;
create index person_birth_date on person (birth_date);

create table referral (
    ref                  text primary key check (ref ~ '^R-[0-9A-Z]{7}$'),
    arrival              bigint generated always as identity unique,
    person_id            bigint not null references person,
    contract_ref         text not null,
    contract_version     integer not null check (contract_version > 0),
    clinical_team_id     text not null references team,
    team_id              text not null references team,
    referrer_username    text not null references app_user,
    specialist_username  text references app_user,
    status               text not null check (status in ('RECEIVED', 'WITH_REFERRER', 'HANDED_BACK', 'DUPLICATE', 'USUAL_CARE',
                             'WAITING', 'OFFERED', 'IN_SUPPORT', 'LEFT_LIST', 'ENDED')),
    received_at          timestamptz not null,
    referred_on          date not null,
    accepted_on          date,
    area                 text,
    work_wish            text not null,
    out_of_work          boolean not null,
    benefits             boolean not null,
    hours_wanted         integer check (hours_wanted between 1 and 48),
    last_worked          text not null check (last_worked in ('withinYear', 'oneToFive', 'overFive', 'never')),
    help_needed          text[] not null default '{}' check (help_needed <@ array['housing', 'debt', 'language', 'caring', 'transport']),
    job_soon             boolean not null,
    need                 text check (need in ('lower', 'medium', 'higher')),
    end_reason           text check (end_reason in ('WITHDREW', 'CONSENT_WITHDRAWN', 'DISCHARGED', 'TRANSFERRED', 'DIED', 'NO_LONGER_WANTS',
                             'NO_RESPONSE', 'FOUND_WORK', 'OTHER_SERVICE', 'MOVED_AWAY', 'FINISHED', 'DISENGAGED', 'TIME_LIMIT')),
    ended_on             date,
    joined_to            text references referral,
    check ((status in ('ENDED', 'LEFT_LIST')) = (end_reason is not null)),
    check ((end_reason is null) = (ended_on is null)),
    check ((status = 'DUPLICATE') = (joined_to is not null))
);
-- The promise: one open referral per person and contract, whatever two people click at once.
create unique index referral_one_open on referral (person_id, contract_ref)
    where status in ('RECEIVED', 'WITH_REFERRER', 'WAITING', 'OFFERED', 'IN_SUPPORT');
create index referral_referrer on referral (referrer_username, received_at desc);
create index referral_team on referral (team_id, status);
create index referral_specialist on referral (specialist_username) where specialist_username is not null;

-- Clinical text lives apart: only the clinician, the specialist and the team leader of the case read it.
create table referral_health (
    referral_ref     text primary key references referral,
    condition_group  text not null check (condition_group in ('severeMentalIllness', 'commonMentalIllness', 'learningDisability',
                         'addiction', 'longTermCondition', 'other')),
    clinical_reason  text not null,
    risk_notes       text not null
);

-- What the person agreed to; the newest line of a kind counts.
create table referral_consent (
    id            bigint generated always as identity primary key,
    referral_ref  text not null references referral,
    kind          text not null check (kind in ('REFERRAL', 'EVIDENCE', 'EMPLOYERS')),
    given         boolean not null,
    recorded_at   timestamptz not null,
    recorded_by   text not null
);
create index referral_consent_ref on referral_consent (referral_ref, kind, id desc);

-- Whether a consent is in force.
create function consent(wanted_ref text, wanted_kind text) returns boolean language sql stable as $$
    select coalesce((select given from referral_consent where referral_ref = wanted_ref and kind = wanted_kind order by id desc limit 1), false)
$$;

-- Every change of status, for the tracker.
create table referral_event (
    id            bigint generated always as identity primary key,
    referral_ref  text not null references referral,
    at            timestamptz not null,
    status        text not null,
    actor         text not null,
    detail        text not null
);
create index referral_event_ref on referral_event (referral_ref, id);

create trigger referral_consent_append_only before update or delete on referral_consent for each row execute function refuse_change();
create trigger referral_event_append_only before update or delete on referral_event for each row execute function refuse_change();

-- Who may open which referral's record, and as what. An id alone opens nothing: finders join this.
create view case_access as
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
    and (g.team_id is null or g.team_id = r.team_id) and (g.contract_ref is null or g.contract_ref = r.contract_ref);
