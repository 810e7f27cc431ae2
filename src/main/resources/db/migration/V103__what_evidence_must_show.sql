-- What a contract version asks to be shown, in full: self-employed work has a list of its own, some kinds may stand in for a while,
-- and the papers speak of the whole period, of its first day, or of no time in particular.

alter table evidence_case add column covers text check (covers in ('WHOLE_PERIOD', 'FIRST_DAY', 'NOTHING'));
update evidence_case set covers = case when covers_window then 'WHOLE_PERIOD' else 'NOTHING' end;
alter table evidence_case alter column covers set not null;
alter table evidence_case drop column covers_window;
alter table evidence_case add column supply_chain_counts boolean not null default false;
alter table evidence_case add column excluded_income text[] not null default '{}';
alter table evidence_case add column provisional_days integer not null default 0 check (provisional_days between 0 and 366);
-- The day on which provisional evidence was sent in: the final papers have until so many days after it.
alter table evidence_case add column provisional_on date;
alter table evidence_case add check (provisional_on is null or provisional_days > 0);

alter table evidence_requirement drop constraint evidence_requirement_claim_ref_type_code_key;
alter table evidence_requirement drop constraint evidence_requirement_rank_check;
alter table evidence_requirement add check (rank in ('PREFERRED', 'ALTERNATIVE', 'SELF_EMPLOYED', 'PROVISIONAL'));
alter table evidence_requirement add unique (claim_ref, rank, type_code);

alter table evidence_item drop constraint evidence_item_other_income_check;
alter table evidence_item add check (other_income <@ array['BONUS', 'STATUTORY_PAY', 'EXPENSES', 'TAX_REFUND', 'PAY_IN_LIEU_OF_NOTICE',
    'HOLIDAY_PAY_FROM_EARLIER_JOB', 'REDUNDANCY_PAY']);

-- Nobody accepts, and so nothing is paid, while only papers are there that stand in for others; whatever door the decision comes through.
create function evidence_review_needs_final_paper() returns trigger language plpgsql as $$
begin
    if new.decision = 'ACCEPTED' and exists (select 1 from evidence_item i join evidence_requirement q on q.claim_ref = i.claim_ref
                and q.type_code = i.type_code and q.rank = 'PROVISIONAL' where i.claim_ref = new.claim_ref and i.withdrawn_at is null)
            and not exists (select 1 from evidence_item i join evidence_requirement q on q.claim_ref = i.claim_ref
                and q.type_code = i.type_code and q.rank <> 'PROVISIONAL' where i.claim_ref = new.claim_ref and i.withdrawn_at is null) then
        raise exception 'provisional: the evidence of % only stands in for the final papers', new.claim_ref using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger evidence_review_final_paper before insert on evidence_review for each row execute function evidence_review_needs_final_paper();
