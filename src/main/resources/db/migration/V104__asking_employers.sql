-- Whether an employer may be asked about a person. DWP's provider guidance (chapter 5): without consent only for claimants and former
-- claimants of UC, ESA, IB or JSA, never otherwise; and what an employer is told is the person's own choice, job by job.

create table employer_wish (
    id            bigint generated always as identity primary key,
    referral_ref  text not null,
    job_ref       text not null,
    disclosure    text not null check (disclosure in ('AGREED', 'REFUSED', 'NOT_ASKED')),
    claimant      text not null check (claimant in ('UC', 'ESA', 'IB', 'JSA', 'NONE', 'NOT_KNOWN')),
    said_on       date not null,
    recorded_by   text not null,
    recorded_at   timestamptz not null
);
create index employer_wish_referral on employer_wish (referral_ref, job_ref, id);
create trigger employer_wish_append_only before update or delete on employer_wish for each row execute function refuse_change();
create trigger employer_wish_no_truncate before truncate on employer_wish for each statement execute function refuse_change();

-- The basis is worked out for the day on which the employer was asked, no longer frozen when the claim arises.
alter table evidence_case drop column employer_basis;
