-- Advice on benefits is offered before a job starts (IPS: benefits counselling). Whoever asks whether it was asks here: recording a job start,
-- and the figure of the fidelity review.
create function advised_by(referral text, day date) returns boolean language sql stable as $$
    select exists (select 1 from benefits_advice a where a.referral_ref = referral and a.offered_on <= day)
$$;

-- A job start is always recorded, with the reason when advice came late or not at all.
alter table job add column advice_late text
    check (advice_late in ('STARTED_SOONER', 'TOLD_LATER', 'NO_ADVISER', 'NOT_OFFERED'));
