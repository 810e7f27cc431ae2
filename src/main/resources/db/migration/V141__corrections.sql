-- A record that was wrong is put right by a correction that names what, why and who, shows beforehand what follows from it, and is never
-- rewritten: the proposal, its end (applied or dropped), and what it changed are three tables that only grow.
alter table job add column withdrawn_at timestamptz;
drop index job_same;
create unique index job_same on job (referral_ref, employer_id, started_on, lower(title)) where withdrawn_at is null;

create table correction (
    id            bigint generated always as identity primary key,
    referral_ref  text not null references referral,
    kind          text not null check (kind in ('JOB_START', 'JOB_END', 'JOB_NOT_ENDED', 'JOB_EMPLOYER', 'JOB_HOURS', 'WRONG_JOB', 'WRONG_PERSON',
                      'APPOINTMENT', 'PROFILE_DATE')),
    subject       text not null,
    answers       jsonb not null,
    was           text not null,
    reason        text not null check (length(reason) between 1 and 2000),
    proposed_by   text not null,
    proposed_at   timestamptz not null
);
create index correction_referral on correction (referral_ref);

-- One end per correction: whoever is second finds it taken.
create table correction_end (
    correction_id  bigint primary key references correction,
    applied        boolean not null,
    ended_by       text not null,
    ended_at       timestamptz not null
);

create table correction_effect (
    correction_id  bigint not null references correction,
    position       integer not null check (position > 0),
    what           text not null,
    was            text not null,
    now            text not null,
    pence          bigint not null default 0,
    primary key (correction_id, position)
);

create trigger correction_append_only before update or delete on correction for each row execute function refuse_change();
create trigger correction_no_truncate before truncate on correction for each statement execute function refuse_change();
create trigger correction_end_append_only before update or delete on correction_end for each row execute function refuse_change();
create trigger correction_end_no_truncate before truncate on correction_end for each statement execute function refuse_change();
create trigger correction_effect_append_only before update or delete on correction_effect for each row execute function refuse_change();
create trigger correction_effect_no_truncate before truncate on correction_effect for each statement execute function refuse_change();

-- A correction asks for the reversal of what was paid on the wrong record; once finance has approved it, the outcome may be claimed anew.
alter table reversal drop constraint reversal_reason_check;
alter table reversal add constraint reversal_reason_check check (reason in ('sampleCheck', 'factsCorrected', 'paidInError', 'payerDispute',
    'recordCorrected'));
