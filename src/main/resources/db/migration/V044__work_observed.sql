-- What was observed is never rewritten: a mistake is corrected by a later line.

create trigger benefits_advice_append_only before update or delete on benefits_advice for each row execute function refuse_change();
create trigger benefits_advice_no_truncate before truncate on benefits_advice for each statement execute function refuse_change();
create trigger employer_contact_append_only before update or delete on employer_contact for each row execute function refuse_change();
create trigger employer_contact_no_truncate before truncate on employer_contact for each statement execute function refuse_change();
create trigger outreach_attempt_append_only before update or delete on outreach_attempt for each row execute function refuse_change();
create trigger outreach_attempt_no_truncate before truncate on outreach_attempt for each statement execute function refuse_change();
create trigger score_append_only before update or delete on score for each row execute function refuse_change();
create trigger score_no_truncate before truncate on score for each statement execute function refuse_change();
create trigger job_earnings_append_only before update or delete on job_earnings for each row execute function refuse_change();
create trigger job_earnings_no_truncate before truncate on job_earnings for each statement execute function refuse_change();
create trigger sustainment_check_append_only before update or delete on sustainment_check for each row execute function refuse_change();
create trigger sustainment_check_no_truncate before truncate on sustainment_check for each statement execute function refuse_change();
create trigger in_work_contact_append_only before update or delete on in_work_contact for each row execute function refuse_change();
create trigger in_work_contact_no_truncate before truncate on in_work_contact for each statement execute function refuse_change();
