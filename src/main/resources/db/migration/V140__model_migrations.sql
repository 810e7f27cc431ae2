-- Running cases moved from one version of a model to another: the plan, and what has become of each case. Progress is here, so that it
-- survives a restart; a case that was moved can be moved back as long as it stands as it was left.
create table model_migration (
    id            bigint generated always as identity primary key,
    process_key   text not null,
    from_version  integer not null check (from_version > 0),
    to_version    integer not null check (to_version > 0),
    mappings      text not null default '',
    reason        text not null check (length(reason) between 1 and 500),
    status        text not null check (status in ('RUNNING', 'DONE', 'UNDOING', 'UNDONE')),
    started_by    text not null,
    started_at    timestamptz not null,
    ended_at      timestamptz,
    undone_by     text,
    check (from_version <> to_version)
);
-- One at a time per model: two plans at once would move each other's cases.
create unique index model_migration_running on model_migration (process_key) where status in ('RUNNING', 'UNDOING');

create table model_migration_case (
    migration_id      bigint not null references model_migration,
    process_instance  text not null,
    case_ref          text not null,
    status            text not null check (status in ('WAITING', 'MOVED', 'REFUSED', 'GONE', 'BACK', 'STAYS')),
    stood_at          text not null default '',
    note              text not null default '',
    changed_at        timestamptz not null,
    primary key (migration_id, process_instance)
);
create index model_migration_case_status on model_migration_case (migration_id, status);
