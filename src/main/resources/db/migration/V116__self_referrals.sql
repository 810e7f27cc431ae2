-- Self-referrals: the person asks for help themselves, the service writes it down and names a clinician, who is asked to confirm.

create table self_referral (
    referral_ref  text primary key references referral,
    clinician     text not null references app_user,
    recorded_by   text not null references app_user,
    recorded_at   timestamptz not null,
    check (clinician <> recorded_by)
);
create table self_referral_answer (
    referral_ref  text primary key references self_referral,
    confirmed     boolean not null,
    answered_by   text not null,
    answered_at   timestamptz not null
);
create trigger self_referral_append_only before update or delete on self_referral for each row execute function refuse_change();
create trigger self_referral_no_truncate before truncate on self_referral for each statement execute function refuse_change();
create trigger self_referral_answer_append_only before update or delete on self_referral_answer for each row execute function refuse_change();
create trigger self_referral_answer_no_truncate before truncate on self_referral_answer for each statement execute function refuse_change();
