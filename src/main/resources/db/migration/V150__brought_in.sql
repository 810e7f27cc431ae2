-- People brought in from an earlier system: which referrals came that way, and the files that they came in.

-- One line for each referral that was brought in. A row of a contract comes in once, whatever two people or two nodes do at once.
create table brought_in (
    referral_ref  text primary key references referral deferrable initially deferred,
    contract_ref  text not null,
    row_key       text not null check (length(row_key) between 1 and 60),
    brought_on    date not null,
    claims_from   date not null,
    brought_by    text not null references app_user,
    unique (contract_ref, row_key)
);
create trigger brought_in_append_only before update or delete on brought_in for each row execute function refuse_change();
create trigger brought_in_no_truncate before truncate on brought_in for each statement execute function refuse_change();

create table intake_file (
    ref           text primary key check (ref ~ '^B-[0-9A-Z]{7}$'),
    name          text not null,
    content       bytea not null,
    kind          text not null check (kind in ('CSV', 'XLSX')),
    hash          text not null,
    status        text not null check (status in ('CHECKED', 'CONFIRMED', 'DONE', 'DROPPED')),
    uploaded_by   text not null references app_user,
    uploaded_at   timestamptz not null,
    confirmed_at  timestamptz,
    finished_at   timestamptz,
    check ((status in ('CONFIRMED', 'DONE')) = (confirmed_at is not null)),
    check ((status = 'DONE') = (finished_at is not null))
);
create index intake_file_uploader on intake_file (uploaded_by, uploaded_at desc);
create index intake_file_confirmed on intake_file (confirmed_at) where status = 'CONFIRMED';

-- The rows of a file as they stand: a row is ready, is worked on under its lock, and then says what became of it.
create table intake_row (
    file_ref      text not null references intake_file,
    line          integer not null check (line > 1),
    row_key       text not null,
    cells         text[] not null,
    status        text not null check (status in ('WRONG', 'ALREADY', 'ASK', 'GOOD', 'READY', 'LEFT_OUT', 'DONE', 'FAILED')),
    problems      text[] not null default '{}',
    remarks       text[] not null default '{}',
    referral_ref  text,
    primary key (file_ref, line),
    check ((status = 'DONE') <= (referral_ref is not null))
);
create index intake_row_ready on intake_row (file_ref, line) where status = 'READY';

-- Of a person brought in, nobody may know when they last worked.
alter table referral drop constraint referral_last_worked_check;
alter table referral add constraint referral_last_worked_check check (last_worked in ('withinYear', 'oneToFive', 'overFive', 'never', 'notSaid'));
