-- The waiting list: position is priority, then wait. Jumps and attempts to reach people are only ever added.

create table waiting_entry (
    referral_ref     text primary key references referral,
    contract_ref     text not null,
    team_id          text not null references team,
    joined_on        date not null,
    priority         integer not null check (priority between 1 and 4),
    priority_rule    text not null,
    priority_reason  text not null,
    status           text not null check (status in ('WAITING', 'OFFERED', 'PLACED', 'LEFT', 'ENDED')),
    reviewed_on      date,
    offers_missed    integer not null default 0 check (offers_missed >= 0),
    leave_reason     text check (leave_reason in ('NO_LONGER_WANTS', 'NO_RESPONSE', 'FOUND_WORK', 'OTHER_SERVICE', 'MOVED_AWAY')),
    check (status <> 'LEFT' or leave_reason is not null)
);
-- Position: everybody of the same contract and team who is before this person in this order.
create index waiting_entry_position on waiting_entry (contract_ref, team_id, priority, joined_on, referral_ref) where status in ('WAITING', 'OFFERED');

create table waiting_offer (
    id            bigint generated always as identity primary key,
    referral_ref  text not null references referral,
    specialist    text not null references app_user,
    offered_by    text not null,
    offered_on    date not null,
    answer_by     date not null,
    position      integer not null,
    reason        text not null,
    answer        text check (answer in ('accepted', 'keepsPlace', 'leaves', 'noAnswer', 'ended')),
    answered_on   date
);
create unique index waiting_offer_one_open on waiting_offer (referral_ref) where answer is null;

create table waiting_jump (
    id             bigint generated always as identity primary key,
    referral_ref   text not null references referral,
    from_priority  integer not null,
    to_priority    integer not null check (to_priority between 1 and 4),
    reason         text not null check (length(reason) >= 10),
    jumped_by      text not null,
    jumped_on      date not null
);

create table waiting_outreach (
    id            bigint generated always as identity primary key,
    referral_ref  text not null references referral,
    tried_on      date not null,
    channel       text not null check (channel in ('phone', 'text', 'letter', 'email', 'visit', 'throughTeam')),
    reached       boolean not null,
    recorded_by   text not null
);
create index waiting_outreach_ref on waiting_outreach (referral_ref, tried_on);

create trigger waiting_jump_append_only before update or delete on waiting_jump for each row execute function refuse_change();
create trigger waiting_outreach_append_only before update or delete on waiting_outreach for each row execute function refuse_change();
