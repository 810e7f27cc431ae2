-- Keeping a job: the contract's milestones, the checks at them, and the contacts in work.

create table sustainment (
    job_ref       text primary key references job,
    referral_ref  text not null,
    began_on      date not null,
    latest_date   date,
    status        text not null check (status in ('IN_WORK', 'MILESTONES_DONE', 'JOB_ENDED', 'STOPPED')),
    closed_on     date,
    check ((status = 'IN_WORK') = (closed_on is null))
);
create index sustainment_referral on sustainment (referral_ref);

create table milestone (
    job_ref      text not null references sustainment,
    weeks        integer not null check (weeks between 1 and 520),
    due_on       date not null,
    status       text not null check (status in ('AHEAD', 'CHECKED', 'RECORDED', 'MISSED')),
    recorded_on  date,
    primary key (job_ref, weeks),
    check ((status in ('RECORDED', 'MISSED')) = (recorded_on is not null))
);
create index milestone_due on milestone (due_on) where status = 'AHEAD';

create table sustainment_check (
    id                bigint generated always as identity primary key,
    job_ref           text not null references sustainment,
    weeks             integer not null,
    checked_on        date not null,
    still_in_job      boolean not null,
    minutes_per_week  integer check (minutes_per_week between 1 and 6000),
    confirmed_by      text not null check (confirmed_by in ('PERSON', 'EMPLOYER', 'PAYSLIP')),
    recorded_by       text not null,
    recorded_at       timestamptz not null
);
create index sustainment_check_job on sustainment_check (job_ref);

create table in_work_contact (
    id           bigint generated always as identity primary key,
    job_ref      text not null references sustainment,
    on_date      date not null,
    how          text not null check (how in ('FACE_TO_FACE', 'VIDEO', 'TELEPHONE', 'NOT_REACHED')),
    going        text not null check (going in ('WELL', 'NEEDS_SUPPORT', 'AT_RISK', 'NOT_KNOWN')),
    recorded_by  text not null,
    recorded_at  timestamptz not null
);
create index in_work_contact_job on in_work_contact (job_ref);
