-- What a person and an employer agreed to be paid, from a day on; each agreement holds until the next. What was paid in fact is job_earnings.
create table job_rate (
    job_ref      text not null references job,
    from_on      date not null,
    pence        bigint not null check (pence between 1 and 100000000),
    per          text not null check (per in ('HOUR', 'WEEK', 'MONTH', 'YEAR')),
    recorded_by  text not null,
    recorded_at  timestamptz not null,
    primary key (job_ref, from_on)
);
