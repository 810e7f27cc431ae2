-- When a fact is put right by which somebody was graded, the table is asked again. What it gives is kept each time, beside the grade that stands:
-- a grade that a team leader chose with a reason stays.
create table grade_again (
    id            bigint generated always as identity primary key,
    referral_ref  text not null references referral,
    graded        text not null check (graded in ('lower', 'medium', 'higher')),
    rule          text not null,
    reason        text not null,
    need          text not null check (need in ('lower', 'medium', 'higher')),
    found_at      timestamptz not null
);
create index grade_again_referral on grade_again (referral_ref);
create trigger grade_again_append_only before update or delete on grade_again for each row execute function refuse_change();
create trigger grade_again_no_truncate before truncate on grade_again for each statement execute function refuse_change();

-- The priority that the decision table gave last; a priority that a person gave stands beside it. Not known of those moved by hand so far.
alter table waiting_entry add column table_priority integer check (table_priority between 1 and 4);
update waiting_entry set table_priority = priority where priority_rule not in ('changed by a person', 'brought in');
