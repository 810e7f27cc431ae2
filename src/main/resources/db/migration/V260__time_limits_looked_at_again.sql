-- Support in work has a limit of its own, and earlier releases set no timer for it: whoever is in support now is looked at once after the start.
create table support_limit_look (
    referral_ref text primary key references referral
);
insert into support_limit_look select ref from referral where status = 'IN_SUPPORT';
