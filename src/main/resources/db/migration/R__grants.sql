-- What the application's database user may do. Runs again whenever this file changes; name new append-only tables here.
-- ${flyway:timestamp}
grant usage on schema public to placewell_app;
grant select, insert, update, delete on all tables in schema public to placewell_app;
grant usage on all sequences in schema public to placewell_app;
revoke all on flyway_schema_history from placewell_app;
grant select on flyway_schema_history to placewell_app;
revoke update, delete, truncate on audit_event from placewell_app;
revoke update, delete, truncate on claim_explanation, claim_participant, claim_share, sample_draw, approval, payment_instruction,
    claim_credit, ledger_account, journal, posting, remittance_file, remittance_line from placewell_app;
revoke delete, truncate on outcome_claim, cap_counter, cap_use, statement, statement_line, reversal from placewell_app;
revoke update, delete, truncate on referral_consent from placewell_app;
revoke update, delete, truncate on referral_event from placewell_app;
revoke update, delete, truncate on evidence_file, evidence_check, evidence_review, evidence_participant from placewell_app;
revoke delete, truncate on contract_version from placewell_app;
revoke update, delete, truncate on waiting_jump, waiting_outreach from placewell_app;
revoke update, delete, truncate on benefits_advice from placewell_app;
revoke update, delete, truncate on employer_contact from placewell_app;
revoke update, delete, truncate on outreach_attempt from placewell_app;
revoke update, delete, truncate on score from placewell_app;
revoke update, delete, truncate on job_earnings from placewell_app;
revoke update, delete, truncate on sustainment_check from placewell_app;
revoke update, delete, truncate on in_work_contact from placewell_app;
revoke update, delete, truncate on task_move from placewell_app;
revoke delete, truncate on evidence_item from placewell_app;
revoke update, delete, truncate on triage_batch, triage_batch_item, triage_overtake, triage_grade, self_referral, self_referral_answer from placewell_app;
-- The sealed lists of trials: read and written by the database's own functions only, so that nobody knows the next arm.
revoke all on trial_block, trial_slot from placewell_app;
revoke update, delete, truncate on trial_entry, trial_follow_up from placewell_app;
revoke insert, update, delete, truncate on trial_reveal, trial_draw, trial_list from placewell_app;
revoke update, delete, truncate on trial_rule from placewell_app;
grant execute on function trial_take(text, text, timestamptz), trial_open(text, text, timestamptz) to placewell_app;
revoke update, delete, truncate on person_merge, person_merge_referral, person_merge_undo, person_merge_answers from placewell_app;
revoke update, delete, truncate on employer_wish from placewell_app;
revoke update, delete, truncate on outcome_without_room, variation_look from placewell_app;
revoke update, delete, truncate on period_close, charge_share from placewell_app;
revoke delete, truncate on charge from placewell_app;
revoke update, delete, truncate on sample_batch from placewell_app;
revoke delete, truncate on suspense_item, suspense_move, capital_move from placewell_app;
revoke update, delete, truncate on purchase_order from placewell_app;
revoke delete, truncate on approval_limit, approval_delegation, payee_account from placewell_app;
revoke update, delete, truncate on correction, correction_end, correction_effect, eligibility_again, grade_again from placewell_app;
revoke update, delete, truncate on brought_in from placewell_app;
revoke update, delete, truncate on fidelity_review, fidelity_score from placewell_app;
revoke update, delete, truncate on clinical_discharge, handover from placewell_app;
revoke update, delete, truncate on person_former_contact from placewell_app;
-- Rows that go on being written: these columns and no others.
revoke update, delete, truncate on specialist_leave, model_migration, model_migration_case, intake_file, intake_row, job_application from placewell_app;
grant update (ended_on, ended_by) on specialist_leave to placewell_app;
grant update (status, ended_at, undone_by) on model_migration to placewell_app;
grant update (status, stood_at, note, changed_at) on model_migration_case to placewell_app;
grant update (status, content, confirmed_at, finished_at) on intake_file to placewell_app;
grant update (status, referral_ref, row_key, cells, problems, remarks) on intake_row to placewell_app;
grant update (status, status_on, recorded_by, recorded_at) on job_application to placewell_app;
