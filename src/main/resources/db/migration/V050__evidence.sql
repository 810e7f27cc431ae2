-- Evidence: what proves an outcome, the files, the automatic checks, the reviews, and who may not review what.

create table evidence_case (
    claim_ref               text primary key,
    referral_ref            text not null,
    contract_ref            text not null,
    contract_version        integer not null check (contract_version > 0),
    outcome_code            text not null,
    outcome_name            text not null,
    rule_sentence           text not null,
    amount_pence            bigint not null check (amount_pence >= 0),
    team_id                 text,
    specialist              text not null,
    client_name             text not null,
    window_from             date not null,
    window_to               date not null,
    claim_by                date not null,
    covers_window           boolean not null,
    minutes_from            integer check (minutes_from >= 0),
    minutes_below           integer check (minutes_below > 0),
    self_employment_counts  boolean not null,
    excluded_work           text[] not null default '{}',
    employer_basis          text not null check (employer_basis in ('CONSENT', 'CLAIMANT', 'NONE')),
    rounds_allowed          integer not null check (rounds_allowed between 1 and 20),
    more_information_days   integer not null check (more_information_days between 1 and 365),
    dispute_days            integer not null check (dispute_days between 1 and 365),
    status                  text not null check (status in ('OPENED', 'GATHERING', 'SUBMITTED', 'UNDER_REVIEW', 'MORE_NEEDED', 'REFUSED', 'DISPUTED',
                                                            'ACCEPTED', 'OVERTURNED', 'CLOSED')),
    round                   integer not null default 1 check (round >= 1),
    opened_on               date not null,
    submitted_on            date,
    decided_on              date,
    submission_note         text,
    dispute_grounds         text,
    close_reason            text,
    check (window_from <= window_to),
    check (minutes_from is null or minutes_below is null or minutes_from < minutes_below)
);
create index evidence_case_specialist on evidence_case (specialist, claim_by);
create index evidence_case_referral on evidence_case (referral_ref);

create table evidence_requirement (
    claim_ref  text not null references evidence_case,
    position   integer not null check (position > 0),
    type_code  text not null,
    rank       text not null check (rank in ('PREFERRED', 'ALTERNATIVE')),
    primary key (claim_ref, position),
    unique (claim_ref, type_code)
);

-- The job record as it stood when the claim arose: what the evidence is compared with.
create table evidence_job (
    claim_ref            text not null references evidence_case,
    job_ref              text not null,
    started_on           date not null,
    ended_on             date,
    kind                 text not null,
    competitive          boolean not null,
    inside_supply_chain  boolean not null,
    primary key (claim_ref, job_ref)
);

create table evidence_job_hours (
    claim_ref         text not null,
    job_ref           text not null,
    from_date         date not null,
    minutes_per_week  integer not null check (minutes_per_week between 0 and 10080),
    primary key (claim_ref, job_ref, from_date),
    foreign key (claim_ref, job_ref) references evidence_job
);

create table evidence_file (
    file_ref         text primary key,
    claim_ref        text not null references evidence_case,
    media_type       text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
    file_name        text not null check (length(file_name) between 1 and 120),
    size_bytes       integer not null check (size_bytes between 1 and 10485760),
    sha256           text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    uploaded_sha256  text not null check (uploaded_sha256 ~ '^[0-9a-f]{64}$'),
    content          bytea not null,
    uploaded_by      text not null,
    uploaded_at      timestamptz not null
);
create index evidence_file_hash on evidence_file (uploaded_sha256);
create index evidence_file_claim on evidence_file (claim_ref);

create table evidence_item (
    id                  bigint generated always as identity primary key,
    claim_ref           text not null references evidence_case,
    round               integer not null check (round >= 1),
    type_code           text not null,
    covers_from         date not null,
    covers_to           date not null,
    obtained_from       text not null check (obtained_from in ('CLIENT', 'EMPLOYER', 'PAYROLL', 'ACCOUNTANT', 'OWN_RECORD')),
    obtained_how        text not null check (obtained_how in ('IN_PERSON', 'EMAIL', 'POST', 'DOWNLOADED', 'PHOTOGRAPHED')),
    obtained_on         date not null,
    obtained_by         text not null,
    alternative_reason  text check (alternative_reason in ('EMPLOYER_REFUSED', 'CLIENT_REFUSED_CONTACT', 'EMPLOYER_CLOSED', 'NOT_ISSUED', 'LOST')),
    alternative_detail  text check (length(alternative_detail) <= 500),
    employer_basis      text check (employer_basis in ('CONSENT', 'CLAIMANT')),
    minutes_shown       integer check (minutes_shown between 1 and 10080),
    file_ref            text not null unique references evidence_file,
    recorded_by         text not null,
    recorded_at         timestamptz not null,
    withdrawn_at        timestamptz,
    withdrawn_by        text,
    check (covers_from <= covers_to),
    check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index evidence_item_claim on evidence_item (claim_ref);

create table evidence_check (
    claim_ref    text not null references evidence_case,
    round        integer not null check (round >= 1),
    check_code   text not null,
    position     integer not null,
    result       text not null check (result in ('PASSED', 'LOOK', 'FAILED', 'NOT_NEEDED')),
    explanation  text not null,
    checked_at   timestamptz not null,
    primary key (claim_ref, round, check_code)
);

-- Who had a hand in a claim's facts or evidence: they never review it.
create table evidence_participant (
    claim_ref  text not null references evidence_case,
    username   text not null,
    part       text not null check (part in ('SPECIALIST', 'RECORDER', 'UPLOADER', 'SUBMITTER')),
    primary key (claim_ref, username, part)
);

create table evidence_review (
    id           bigint generated always as identity primary key,
    claim_ref    text not null references evidence_case,
    round        integer not null check (round >= 1),
    kind         text not null check (kind in ('FIRST', 'DISPUTE', 'SAMPLE')),
    decision     text not null check (decision in ('ACCEPTED', 'REJECTED', 'MORE_INFORMATION', 'REJECTED_FINAL', 'STANDS', 'FAILS')),
    reason       text,
    needed       text[] not null default '{}',
    needed_text  text check (length(needed_text) <= 1000),
    reviewer     text not null,
    reviewed_at  timestamptz not null,
    unique (claim_ref, round, kind),
    check (reason is not null or decision in ('ACCEPTED', 'MORE_INFORMATION', 'STANDS')),
    check (decision <> 'MORE_INFORMATION' or cardinality(needed) > 0),
    check ((kind = 'FIRST' and decision in ('ACCEPTED', 'REJECTED', 'MORE_INFORMATION'))
        or (kind = 'DISPUTE' and decision in ('ACCEPTED', 'REJECTED_FINAL'))
        or (kind = 'SAMPLE' and decision in ('STANDS', 'FAILS')))
);

-- Segregation of duties, whatever door the command came through. One lock per claim makes the two directions agree under concurrency.
create function evidence_review_needs_another_person() returns trigger language plpgsql as $$
begin
    perform 1 from evidence_case where claim_ref = new.claim_ref for update;
    if exists (select 1 from evidence_participant p where p.claim_ref = new.claim_ref and p.username = new.reviewer) then
        raise exception 'four-eyes: % had a hand in the evidence of % and cannot review it', new.reviewer, new.claim_ref using errcode = 'restrict_violation';
    end if;
    if new.kind = 'DISPUTE' and exists (select 1 from evidence_review r where r.claim_ref = new.claim_ref and r.kind = 'FIRST' and r.reviewer = new.reviewer) then
        raise exception 'four-eyes: the dispute about % needs a second validator', new.claim_ref using errcode = 'restrict_violation';
    end if;
    if new.kind = 'SAMPLE' and exists (select 1 from evidence_review r where r.claim_ref = new.claim_ref and r.kind <> 'SAMPLE' and r.reviewer = new.reviewer) then
        raise exception 'four-eyes: the sample check of % needs a validator who has not reviewed it', new.claim_ref using errcode = 'restrict_violation';
    end if;
    if not exists (select 1 from role_grant g join app_user u on u.username = g.username and u.active
                   join evidence_case c on c.claim_ref = new.claim_ref
                   where g.username = new.reviewer and g.role = 'VALIDATOR' and (g.contract_ref is null or g.contract_ref = c.contract_ref)) then
        raise exception 'four-eyes: % is not a validator of this contract', new.reviewer using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger evidence_review_segregation before insert on evidence_review for each row execute function evidence_review_needs_another_person();

create function evidence_participant_not_reviewer() returns trigger language plpgsql as $$
begin
    perform 1 from evidence_case where claim_ref = new.claim_ref for update;
    if exists (select 1 from evidence_review r where r.claim_ref = new.claim_ref and r.reviewer = new.username) then
        raise exception 'four-eyes: % has reviewed % and cannot add to its evidence', new.username, new.claim_ref using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger evidence_participant_segregation before insert on evidence_participant for each row execute function evidence_participant_not_reviewer();

-- Whoever uploads, obtains or records is a participant, even if the program forgets to say so.
create function evidence_item_participants() returns trigger language plpgsql as $$
begin
    insert into evidence_participant (claim_ref, username, part)
        values (new.claim_ref, new.recorded_by, 'UPLOADER'), (new.claim_ref, new.obtained_by, 'RECORDER') on conflict do nothing;
    return new;
end $$;
create trigger evidence_item_names_participants after insert on evidence_item for each row execute function evidence_item_participants();

create function evidence_file_participants() returns trigger language plpgsql as $$
begin
    insert into evidence_participant (claim_ref, username, part) values (new.claim_ref, new.uploaded_by, 'UPLOADER') on conflict do nothing;
    return new;
end $$;
create trigger evidence_file_names_participants after insert on evidence_file for each row execute function evidence_file_participants();

create function evidence_case_participants() returns trigger language plpgsql as $$
begin
    insert into evidence_participant (claim_ref, username, part) values (new.claim_ref, new.specialist, 'SPECIALIST') on conflict do nothing;
    return new;
end $$;
create trigger evidence_case_names_participants after insert or update of specialist on evidence_case
    for each row execute function evidence_case_participants();

-- What has been written stays: files, check results, reviews and participants; an item may only be marked as withdrawn.
create trigger evidence_file_append_only before update or delete on evidence_file for each row execute function refuse_change();
create trigger evidence_check_append_only before update or delete on evidence_check for each row execute function refuse_change();
create trigger evidence_review_append_only before update or delete on evidence_review for each row execute function refuse_change();
create trigger evidence_participant_append_only before update or delete on evidence_participant for each row execute function refuse_change();
create trigger evidence_file_no_truncate before truncate on evidence_file for each statement execute function refuse_change();
create trigger evidence_check_no_truncate before truncate on evidence_check for each statement execute function refuse_change();
create trigger evidence_review_no_truncate before truncate on evidence_review for each statement execute function refuse_change();
create trigger evidence_participant_no_truncate before truncate on evidence_participant for each statement execute function refuse_change();
create trigger evidence_item_no_delete before delete on evidence_item for each row execute function refuse_change();
