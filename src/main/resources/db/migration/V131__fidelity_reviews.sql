-- Fidelity reviews of employment teams: signed once, never changed; a correction is a new review.
create table fidelity_review (
    id           bigint generated always as identity primary key,
    team_id      text not null references team,
    reviewed_on  date not null,
    assessor     text not null references app_user,
    took_part    text not null default '' check (length(took_part) <= 400),
    total        integer not null check (total between 25 and 125),
    signed_at    timestamptz not null
);
-- The same review sent twice is one review.
create unique index fidelity_review_same on fidelity_review (team_id, reviewed_on, assessor);

create table fidelity_score (
    review_id  bigint not null references fidelity_review,
    item       text not null check (item in ('CASELOAD', 'EMPLOYMENT_ONLY', 'GENERALISTS', 'TEAM_ASSIGNMENT', 'TEAM_CONTACT', 'PARTNERS', 'UNIT',
                   'SUPERVISOR', 'ZERO_EXCLUSION', 'WORK_FOCUS', 'EXECUTIVE', 'INCENTIVES', 'DISCLOSURE', 'ASSESSMENT', 'RAPID_SEARCH',
                   'INDIVIDUAL_SEARCH', 'EMPLOYER_CONTACT', 'EMPLOYER_QUALITY', 'JOB_TYPES', 'EMPLOYERS', 'COMPETITIVE', 'FOLLOW_ALONG',
                   'TIME_UNLIMITED', 'COMMUNITY', 'OUTREACH')),
    score      integer not null check (score between 1 and 5),
    evidence   text not null check (length(evidence) between 1 and 1000),
    measured   text not null default '',
    primary key (review_id, item)
);

-- A review has all 25 scores and their sum when its transaction ends.
create function fidelity_complete() returns trigger language plpgsql as $$
declare
    wanted bigint;
begin
    if tg_table_name = 'fidelity_review' then
        wanted := new.id;
    else
        wanted := new.review_id;
    end if;
    if (select count(*) <> 25 or sum(s.score) <> max(f.total) from fidelity_review f left join fidelity_score s on s.review_id = f.id
            where f.id = wanted) then
        raise exception 'a fidelity review has 25 scores and their sum' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger fidelity_review_complete after insert on fidelity_review deferrable initially deferred
    for each row execute function fidelity_complete();
create constraint trigger fidelity_score_complete after insert on fidelity_score deferrable initially deferred
    for each row execute function fidelity_complete();

create trigger fidelity_review_append_only before update or delete on fidelity_review for each row execute function refuse_change();
create trigger fidelity_review_no_truncate before truncate on fidelity_review for each statement execute function refuse_change();
create trigger fidelity_score_append_only before update or delete on fidelity_score for each row execute function refuse_change();
create trigger fidelity_score_no_truncate before truncate on fidelity_score for each statement execute function refuse_change();
