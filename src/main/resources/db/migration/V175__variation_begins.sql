-- Which open referrals were looked at again when a variation of their contract began: each once.
create table variation_look (
    referral_ref      text not null references referral,
    contract_ref      text not null,
    contract_version  integer not null check (contract_version > 1),
    looked_on         date not null,
    primary key (referral_ref, contract_ref, contract_version)
);
create trigger variation_look_append_only before update or delete on variation_look for each row execute function refuse_change();
create trigger variation_look_no_truncate before truncate on variation_look for each statement execute function refuse_change();
