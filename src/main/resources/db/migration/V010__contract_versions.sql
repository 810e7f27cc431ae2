-- The versions of the contracts' terms: written once, then only decided on; the second person is never the first.

create table contract_version (
    id              bigint generated always as identity primary key,
    contract_ref    text not null,
    version         integer not null check (version > 0),
    status          text not null check (status in ('PROPOSED', 'ACTIVE', 'REJECTED')),
    effective_from  date not null,
    terms           text not null,
    sha256          text not null check (sha256 = encode(sha256(convert_to(terms, 'UTF8')), 'hex')),
    proposed_by     text not null,
    proposed_at     timestamptz not null,
    activated_by    text,
    activated_at    timestamptz,
    rejected_by     text,
    rejected_at     timestamptz,
    reject_reason   text,
    constraint contract_version_two_people check (activated_by is null or activated_by <> proposed_by),
    constraint contract_version_decided check (
        (status = 'PROPOSED' and activated_by is null and activated_at is null and rejected_by is null and rejected_at is null)
        or (status = 'ACTIVE' and activated_by is not null and activated_at is not null and rejected_by is null and rejected_at is null)
        or (status = 'REJECTED' and activated_by is null and activated_at is null and rejected_by is not null and rejected_at is not null))
);
-- A rejected draft gives its number free; otherwise a number exists once.
create unique index contract_version_number on contract_version (contract_ref, version) where status <> 'REJECTED';
create unique index contract_version_one_draft on contract_version (contract_ref) where status = 'PROPOSED';
create unique index contract_version_effective on contract_version (contract_ref, effective_from) where status = 'ACTIVE';

-- The versions that found a contract come in with a release, decided, in one transaction; every later one starts as a proposal.
create function contract_version_begins() returns trigger language plpgsql as $$
begin
    if new.status <> 'PROPOSED' and (new.proposed_by <> 'release' or exists (
            select 1 from contract_version where contract_ref = new.contract_ref
            and xmin::text <> (pg_current_xact_id()::text::bigint % 4294967296)::text)) then
        raise exception 'a later version of contract % starts as a proposal', new.contract_ref using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger contract_version_insert before insert on contract_version for each row execute function contract_version_begins();

-- A proposal is decided once; nothing else about a version ever changes.
create function contract_version_decides() returns trigger language plpgsql as $$
begin
    if old.status <> 'PROPOSED' or new.status = 'PROPOSED'
        or (new.id, new.contract_ref, new.version, new.effective_from, new.terms, new.sha256, new.proposed_by, new.proposed_at)
            is distinct from (old.id, old.contract_ref, old.version, old.effective_from, old.terms, old.sha256, old.proposed_by, old.proposed_at) then
        raise exception 'version % of contract % is never changed', old.version, old.contract_ref using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger contract_version_update before update on contract_version for each row execute function contract_version_decides();
create trigger contract_version_no_delete before delete on contract_version for each row execute function refuse_change();
create trigger contract_version_no_truncate before truncate on contract_version for each statement execute function refuse_change();
