-- A message that went to somebody because they cover for a colleague who is away: whose it is.
alter table message add column stands_in_for text references app_user;
