-- What the referral said of work, where the person lives, the date of birth and the NHS number are put right by the same recorded correction.
alter table correction drop constraint correction_kind_check;
alter table correction add constraint correction_kind_check check (kind in ('JOB_START', 'JOB_END', 'JOB_NOT_ENDED', 'JOB_EMPLOYER', 'JOB_HOURS',
    'WRONG_JOB', 'WRONG_PERSON', 'APPOINTMENT', 'PROFILE_DATE', 'JOB_KIND', 'JOB_TITLE', 'JOB_RATE', 'JOB_BREAK', 'JOB_PAY', 'CONTRACT',
    'REFERRAL_WORK', 'AREA', 'BIRTH_DATE', 'NHS_NUMBER'));

-- One number is one person's: the unique index decides between two at once. Who comes second is told by the answer and not by an error, since the
-- server writes an error to its log together with the number.
create function put_right_nhs_number(wanted bigint, number text, reason text) returns boolean language plpgsql as $$
begin
    update person set nhs_number = number, no_number_reason = reason, version = version + 1 where id = wanted;
    return true;
exception when unique_violation then
    return false;
end $$;
