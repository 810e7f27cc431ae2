-- A team leader may give another grade of support than the decision table: with a reason, under their name, once.

create table triage_grade (
    referral_ref  text primary key references referral,
    graded        text not null check (graded in ('lower', 'medium', 'higher')),
    need          text not null check (need in ('lower', 'medium', 'higher') and need <> graded),
    reason        text not null check (length(reason) between 10 and 500),
    chosen_by     text not null references app_user,
    chosen_at     timestamptz not null
);
create trigger triage_grade_append_only before update or delete on triage_grade for each row execute function refuse_change();
create trigger triage_grade_no_truncate before truncate on triage_grade for each statement execute function refuse_change();
