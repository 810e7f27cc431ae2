-- A paper belongs to a person's referral and is put on the claims that it shows: it can be there before any claim is. It says which
-- job it is about, who obtained it, and, for pay, its number and amount, so that the same payslip is recognised elsewhere.

alter table evidence_file alter column claim_ref drop not null;
alter table evidence_file add column referral_ref text;
alter table evidence_file disable trigger evidence_file_append_only;
update evidence_file f set referral_ref = (select c.referral_ref from evidence_case c where c.claim_ref = f.claim_ref);
alter table evidence_file enable trigger evidence_file_append_only;
alter table evidence_file alter column referral_ref set not null;
create index evidence_file_stored_hash on evidence_file (sha256);
create index evidence_file_referral on evidence_file (referral_ref);

alter table evidence_item alter column claim_ref drop not null;
alter table evidence_item add column referral_ref text;
update evidence_item i set referral_ref = (select c.referral_ref from evidence_case c where c.claim_ref = i.claim_ref);
alter table evidence_item alter column referral_ref set not null;
alter table evidence_item add column job_ref text;
alter table evidence_item add column paper_number text check (paper_number ~ '^[A-Z0-9/.-]{1,40}$');
alter table evidence_item add column pay_pence bigint check (pay_pence between 1 and 100000000);
alter table evidence_item add column other_income text[] not null default '{}'
    check (other_income <@ array['TAX_REFUND', 'PAY_IN_LIEU_OF_NOTICE', 'HOLIDAY_PAY_FROM_EARLIER_JOB']);
-- One file may show several outcomes of one person, each of them once.
alter table evidence_item drop constraint evidence_item_file_ref_key;
create unique index evidence_item_once on evidence_item (file_ref, claim_ref) nulls not distinct where withdrawn_at is null;
create index evidence_item_referral on evidence_item (referral_ref);
create index evidence_item_number on evidence_item (paper_number) where paper_number is not null;
create index evidence_item_pay on evidence_item (covers_from, covers_to, pay_pence) where pay_pence is not null;

create or replace function evidence_file_participants() returns trigger language plpgsql as $$
begin
    if new.claim_ref is not null then
        insert into evidence_participant (claim_ref, username, part) values (new.claim_ref, new.uploaded_by, 'UPLOADER') on conflict do nothing;
    end if;
    return new;
end $$;

-- Whoever obtained, uploaded or put the paper on the claim has a hand in the claim, also when it was all done before the claim arose.
create or replace function evidence_item_participants() returns trigger language plpgsql as $$
begin
    if new.claim_ref is not null then
        insert into evidence_participant (claim_ref, username, part)
            select new.claim_ref, new.recorded_by, 'UPLOADER' union select new.claim_ref, f.uploaded_by, 'UPLOADER' from evidence_file f
                where f.file_ref = new.file_ref
            union select new.claim_ref, new.obtained_by, 'RECORDER' on conflict do nothing;
    end if;
    return new;
end $$;

-- A paper is put only on claims of the referral that it belongs to, and what it says is settled when it is put there.
create function evidence_item_own_person() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from evidence_file f where f.file_ref = new.file_ref and f.referral_ref = new.referral_ref)
            or new.claim_ref is not null and not exists (select 1 from evidence_case c where c.claim_ref = new.claim_ref and c.referral_ref = new.referral_ref) then
        raise exception 'the paper % belongs to another person', new.file_ref using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger evidence_item_of_one_person before insert on evidence_item for each row execute function evidence_item_own_person();

create function evidence_item_settled() returns trigger language plpgsql as $$
begin
    if old.withdrawn_at is not null
            or (to_jsonb(new) - 'withdrawn_at' - 'withdrawn_by') is distinct from (to_jsonb(old) - 'withdrawn_at' - 'withdrawn_by') then
        raise exception 'a paper is only taken off, never changed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger evidence_item_only_withdrawn before update on evidence_item for each row execute function evidence_item_settled();
