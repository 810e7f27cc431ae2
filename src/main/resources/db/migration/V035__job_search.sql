-- What happens between the first meeting and the end of a job.

create table vocational_profile (
    referral_ref        text primary key,
    started_on          date not null,
    completed_on        date,
    work_wanted         text not null default '',
    skills              text not null default '',
    hours_wanted        text not null default '' check (hours_wanted in ('', 'under16', 'from16', 'fullTime', 'notSure')),
    travel              text not null default '',
    support_at_work     text not null default '',
    disclosure          text not null default '' check (disclosure in ('', 'yes', 'no', 'undecided')),
    signed              boolean not null default false,
    recorded_by         text not null,
    version             integer not null default 0,
    check (completed_on is null or completed_on >= started_on)
);

create table appointment (
    referral_ref  text not null,
    number        integer not null check (number > 0),
    on_date       date not null,
    how           text not null check (how in ('FACE_TO_FACE', 'VIDEO', 'TELEPHONE')),
    outcome       text not null check (outcome in ('PLANNED', 'ATTENDED', 'DID_NOT_ATTEND', 'CANCELLED_BY_PERSON', 'CANCELLED_BY_US')),
    recorded_by   text not null,
    recorded_at   timestamptz not null,
    primary key (referral_ref, number)
);
create index appointment_date on appointment (on_date) where outcome = 'PLANNED';

create table benefits_advice (
    id            bigint generated always as identity primary key,
    referral_ref  text not null,
    offered_on    date not null,
    answer        text not null check (answer in ('TAKEN_UP', 'BOOKED', 'DECLINED')),
    occasion      text not null check (occasion in ('BEFORE_WORK', 'CHANGE_OF_HOURS')),
    recorded_by   text not null,
    recorded_at   timestamptz not null
);
create index benefits_advice_referral on benefits_advice (referral_ref);

create table employer (
    id        bigint generated always as identity primary key,
    name      text not null,
    postcode  text not null default '',
    version   integer not null default 0
);
-- One register for everybody: the same name at the same postcode is the same employer.
create unique index employer_same on employer (lower(name), postcode);

create table employer_contact (
    id            bigint generated always as identity primary key,
    employer_id   bigint not null references employer,
    specialist    text not null references app_user,
    referral_ref  text,
    on_date       date not null,
    how           text not null check (how in ('FACE_TO_FACE', 'VIDEO', 'TELEPHONE', 'EMAIL')),
    purpose       text not null check (purpose in ('LEARN_ABOUT_EMPLOYER', 'INTRODUCE_PERSON', 'INTERVIEW', 'SUPPORT_IN_WORK')),
    person_took_part boolean not null,
    recorded_at   timestamptz not null
);
create index employer_contact_referral on employer_contact (referral_ref, on_date);
create index employer_contact_specialist on employer_contact (specialist, on_date);

create table outreach_attempt (
    referral_ref  text not null,
    episode       integer not null check (episode > 0),
    number        integer not null check (number > 0),
    on_date       date not null,
    how           text not null check (how in ('FACE_TO_FACE', 'VIDEO', 'TELEPHONE', 'TEXT_MESSAGE', 'LETTER', 'CARE_TEAM')),
    result        text not null check (result in ('REACHED', 'NO_ANSWER', 'DECLINED')),
    recorded_by   text not null,
    recorded_at   timestamptz not null,
    primary key (referral_ref, episode, number)
);

create table lost_contact (
    referral_ref  text not null,
    episode       integer not null check (episode > 0),
    lost_on       date not null,
    ended_on      date,
    ended_by      text check (ended_by in ('REACHED', 'CAME_BACK', 'DISENGAGED')),
    primary key (referral_ref, episode),
    check ((ended_on is null) = (ended_by is null)),
    check (ended_on is null or ended_on >= lost_on)
);
create unique index lost_contact_open on lost_contact (referral_ref) where ended_on is null;

create table score (
    referral_ref  text not null,
    measure       text not null check (measure in ('TOP_WELLBEING', 'SWEMWBS')),
    on_date       date not null,
    value         integer not null check (value between 0 and 35),
    recorded_by   text not null,
    recorded_at   timestamptz not null,
    primary key (referral_ref, measure, on_date)
);
