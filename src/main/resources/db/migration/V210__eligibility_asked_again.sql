-- A referral that is put under another contract is compared with that contract, too. What triage found stays; each later finding is a row of its own.
create table eligibility_again (
    id                bigint generated always as identity primary key,
    referral_ref      text not null references referral,
    contract_ref      text not null,
    contract_version  integer not null check (contract_version > 0),
    eligibility       text not null check (eligibility in ('eligible', 'unclear', 'outside')),
    eligibility_rule  text not null,
    eligibility_note  text not null,
    found_at          timestamptz not null
);
create index eligibility_again_referral on eligibility_again (referral_ref);
create trigger eligibility_again_append_only before update or delete on eligibility_again for each row execute function refuse_change();
create trigger eligibility_again_no_truncate before truncate on eligibility_again for each statement execute function refuse_change();

-- Why somebody confirmed a correction although the person does not fit the right contract, or it is not clear whether they do.
alter table correction_end add column despite text check (despite is null or applied and length(despite) between 1 and 2000);
