-- Jobs: several a person, also at the same time. Hours in whole minutes a week.

create table job (
    ref                  text primary key,
    referral_ref         text not null,
    employer_id          bigint not null references employer,
    title                text not null,
    kind                 text not null check (kind in ('EMPLOYED', 'SELF_EMPLOYED', 'APPRENTICESHIP', 'ZERO_HOURS', 'AGENCY')),
    competitive          boolean not null,
    inside_supply_chain  boolean not null,
    started_on           date not null,
    first_day_full       boolean not null,
    first_day_minutes    integer not null check (first_day_minutes between 0 and 1440),
    ended_on             date,
    end_reason           text,
    recorded_by          text not null,
    recorded_at          timestamptz not null,
    version              integer not null default 0,
    check (end_reason in ('MOVED_TO_ANOTHER_JOB', 'RESIGNED', 'DISMISSED', 'REDUNDANT', 'FIXED_TERM_ENDED', 'HEALTH', 'OTHER')),
    check ((ended_on is null) = (end_reason is null)),
    check (ended_on is null or ended_on >= started_on)
);
create index job_referral on job (referral_ref);
create index job_employer on job (employer_id);
-- The same job typed twice is one job.
create unique index job_same on job (referral_ref, employer_id, started_on, lower(title));

create table job_hours (
    job_ref           text not null references job,
    from_on           date not null,
    minutes_per_week  integer not null check (minutes_per_week between 1 and 6000),
    recorded_by       text not null,
    recorded_at       timestamptz not null,
    primary key (job_ref, from_on)
);

create table job_break (
    job_ref      text not null references job,
    from_on      date not null,
    to_on        date,
    reason       text not null check (reason in ('SICKNESS', 'UNPAID_LEAVE', 'PARENTAL_LEAVE', 'NO_SHIFTS', 'OTHER')),
    recorded_by  text not null,
    recorded_at  timestamptz not null,
    primary key (job_ref, from_on),
    check (to_on is null or to_on >= from_on)
);

create table job_earnings (
    job_ref      text not null references job,
    from_on      date not null,
    to_on        date not null,
    pence        bigint not null check (pence > 0),
    recorded_by  text not null,
    recorded_at  timestamptz not null,
    primary key (job_ref, from_on),
    check (to_on >= from_on)
);
