-- People and their roles, the audit record, the work list, drafts, keys of commands, messages.

create table organisation (
    id    text primary key,
    name  text not null,
    kind  text not null check (kind in ('TRUST', 'PROVIDER', 'INTERMEDIARY', 'PAYER'))
);

create table team (
    id               text primary key,
    organisation_id  text not null references organisation,
    name             text not null,
    kind             text not null check (kind in ('CLINICAL', 'EMPLOYMENT'))
);

create table app_user (
    username       text primary key,
    display_name   text not null,
    password_hash  text not null,
    active         boolean not null default true,
    demo           boolean not null default false
);

create table role_grant (
    id               bigint generated always as identity primary key,
    username         text not null references app_user,
    role             text not null check (role in ('CLINICIAN', 'SPECIALIST', 'TEAM_LEADER', 'VALIDATOR', 'FINANCE', 'COMMISSIONER', 'CONTRACT_MANAGER', 'OPERATOR')),
    organisation_id  text not null references organisation,
    team_id          text references team,
    contract_ref     text
);
create index role_grant_user on role_grant (username, role);

create table audit_event (
    stream         text not null,
    position       bigint not null check (position > 0),
    at             timestamptz not null,
    actor          text not null,
    area           text not null check (area in ('PATHWAY', 'WORK', 'EVIDENCE', 'MONEY', 'CONTRACT')),
    action         text not null,
    rule           text not null,
    detail         text not null,
    previous_hash  text not null,
    hash           text not null,
    primary key (stream, position)
);

-- Tables that only grow refuse every change of what is written.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger audit_event_append_only before update or delete on audit_event for each row execute function refuse_change();
create trigger audit_event_no_truncate before truncate on audit_event for each statement execute function refuse_change();

create table work_item (
    task_id        text primary key,
    task_key       text not null,
    process_key    text not null,
    case_ref       text not null,
    referral_ref   text,
    contract_ref   text,
    team_id        text,
    role           text not null,
    assignee       text,
    excluded       text[] not null default '{}',
    summary        text not null,
    due_date       date,
    priority       integer not null default 50,
    created_at     timestamptz not null,
    closed_at      timestamptz,
    closed_by      text,
    put_off_until  date,
    put_off_reason text
);
create index work_item_open on work_item (role, due_date) where closed_at is null;
create index work_item_assignee on work_item (assignee) where closed_at is null;
create index work_item_case on work_item (case_ref);
create index work_item_referral on work_item (referral_ref);

create table form_draft (
    form_key    text not null,
    subject     text not null,
    username    text not null references app_user,
    answers     jsonb not null,
    saved_at    timestamptz not null,
    primary key (form_key, subject, username)
);

-- A browser form carries a one-time key: the second click finds the first one's effect instead of a second effect.
create table command_key (
    username    text not null,
    key         text not null,
    input_hash  text not null,
    outcome     text not null,
    created_at  timestamptz not null,
    primary key (username, key)
);

create table message (
    id          bigint generated always as identity primary key,
    username    text not null,
    template    text not null,
    case_ref    text not null,
    dedupe_key  text not null unique,
    created_at  timestamptz not null,
    read_at     timestamptz
);
create index message_user on message (username, created_at desc);

-- Which employment team serves a clinical team under which contract: where a referral goes.
create table service_route (
    clinical_team_id    text not null references team,
    contract_ref        text not null,
    employment_team_id  text not null references team,
    primary key (clinical_team_id, contract_ref)
);
