-- Whoever refuses more places than the contract lets them goes to the end of their priority: the line then counts from that day.
-- The day somebody joined the list, and so the length of their wait, never changes.
alter table waiting_entry
    add column line_since date,
    add column line_date date generated always as (coalesce(line_since, joined_on)) stored;
drop index waiting_entry_position;
create index waiting_entry_position on waiting_entry (contract_ref, team_id, priority, line_date, referral_ref) where status in ('WAITING', 'OFFERED');

-- Places that the person has refused since they last had their place in line.
alter table waiting_entry add column refusals integer not null default 0 check (refusals >= 0);
