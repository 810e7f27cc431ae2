-- Who validates and who handles money does so for named contracts. A role once given for every contract becomes one for each.
insert into role_grant (username, role, organisation_id, team_id, contract_ref)
    select distinct g.username, g.role, g.organisation_id, g.team_id, c.contract_ref
    from role_grant g cross join (select distinct contract_ref from contract_version) c
    where g.role in ('FINANCE', 'VALIDATOR') and g.contract_ref is null
        and not exists (select 1 from role_grant h where h.username = g.username and h.role = g.role and h.contract_ref = c.contract_ref);
delete from role_grant where role in ('FINANCE', 'VALIDATOR') and contract_ref is null;
alter table role_grant add constraint role_grant_names_contract check (role not in ('FINANCE', 'VALIDATOR') or contract_ref is not null);

-- An outcome reached when a cap had no room: there is no claim, but it is not forgotten.
create table outcome_without_room (
    contract_ref      text not null,
    outcome           text not null,
    occurrence        text not null,
    contract_version  integer not null check (contract_version > 0),
    referral_ref      text not null,
    reached_on        date not null,
    amount            bigint not null check (amount > 0),
    why               text not null,
    noticed_at        timestamptz not null,
    primary key (contract_ref, outcome, occurrence)
);
create index outcome_without_room_referral on outcome_without_room (referral_ref);
create trigger outcome_without_room_append_only before update or delete on outcome_without_room for each row execute function refuse_change();
create trigger outcome_without_room_no_truncate before truncate on outcome_without_room for each statement execute function refuse_change();
