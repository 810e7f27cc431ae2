-- A task that somebody cannot solve alone goes up: to the team's leader, or to whoever manages the contract. It stays with whoever has it.
alter table task_move drop constraint task_move_kind_check;
alter table task_move add constraint task_move_kind_check check (kind in ('PUT_OFF', 'HANDED_OVER', 'PUT_BACK', 'ESCALATED'));
alter table work_item add column escalated_to text check (escalated_to in ('TEAM_LEADER', 'CONTRACT_MANAGER'));
alter table work_item add column escalated_at timestamptz;
alter table work_item add column escalated_by text;
alter table work_item add column escalated_reason text;
alter table work_item add constraint work_item_escalated check (num_nonnulls(escalated_to, escalated_at, escalated_by, escalated_reason) in (0, 4));
create index work_item_escalated on work_item (escalated_to) where escalated_to is not null and closed_at is null;
