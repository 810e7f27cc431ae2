-- While nobody covers, something may fall due all the same: then a team leader has said to see to it.
alter table specialist_leave
    add column seen_to_by text references app_user,
    add constraint specialist_leave_cover_or_leader check (cover is null or seen_to_by is null);
