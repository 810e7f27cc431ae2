-- Who has room for whom: a specialist's working time, and the places on the caseload.

create table specialist_capacity (
    username           text primary key references app_user,
    team_id            text not null references team,
    full_time_percent  integer not null check (full_time_percent between 10 and 100),
    changed_by         text not null,
    changed_at         timestamptz not null
);
create index specialist_capacity_team on specialist_capacity (team_id);

create table caseload_place (
    id                bigint generated always as identity primary key,
    referral_ref      text not null,
    specialist        text not null references app_user,
    clinical_team_id  text not null references team,
    status            text not null check (status in ('OFFERED', 'OPEN', 'CLOSED', 'RELEASED')),
    offered_on        date not null,
    opened_on         date,
    closed_on         date,
    reason            text not null default '',
    recorded_by       text not null,
    check ((status in ('OPEN', 'CLOSED')) = (opened_on is not null)),
    check ((status in ('CLOSED', 'RELEASED')) = (closed_on is not null)),
    check (closed_on is null or closed_on >= offered_on)
);
-- A person has one place at a time, and so one specialist.
create unique index caseload_place_one on caseload_place (referral_ref) where status in ('OFFERED', 'OPEN');
create index caseload_place_specialist on caseload_place (specialist) where status in ('OFFERED', 'OPEN');
create index caseload_place_referral on caseload_place (referral_ref);
