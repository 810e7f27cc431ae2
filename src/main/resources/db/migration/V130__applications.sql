-- Applications for jobs: one line each, numbered within the referral like appointments.
create table job_application (
    referral_ref  text not null references referral,
    number        integer not null check (number > 0),
    employer_id   bigint not null references employer,
    role          text not null check (length(role) between 2 and 120),
    applied_on    date not null,
    status        text not null check (status in ('SENT', 'INTERVIEW', 'OFFERED', 'NOT_SUCCESSFUL', 'WITHDRAWN')),
    status_on     date not null,
    recorded_by   text not null,
    recorded_at   timestamptz not null,
    primary key (referral_ref, number),
    check (status_on >= applied_on)
);
-- The same application typed twice is one application.
create unique index job_application_same on job_application (referral_ref, employer_id, applied_on, lower(role));
-- An employer's people and contacts are counted by employer.
create index employer_contact_employer on employer_contact (employer_id, on_date);
