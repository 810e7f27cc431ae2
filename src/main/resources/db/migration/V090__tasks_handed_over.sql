-- Who handed a task to whom, and why: beside the work item, because the reason may name a person.
create table task_move (
    id          bigint generated always as identity primary key,
    task_id     text not null references work_item,
    kind        text not null check (kind in ('PUT_OFF', 'HANDED_OVER', 'PUT_BACK')),
    moved_by    text not null,
    moved_to    text,
    until_date  date,
    reason      text not null,
    moved_at    timestamptz not null
);
create index task_move_task on task_move (task_id);
create index command_key_age on command_key (created_at);
