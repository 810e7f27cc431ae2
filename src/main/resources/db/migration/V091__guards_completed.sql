-- The names under which the program itself acts are nobody's login.
alter table app_user add constraint app_user_own_name check (username not in ('', 'system', 'release') and username !~ '[[:cntrl:]]');

-- Who moved a task is never rewritten; tables that only grow are not emptied either.
create trigger task_move_append_only before update or delete on task_move for each row execute function refuse_change();
create trigger task_move_no_truncate before truncate on task_move for each statement execute function refuse_change();
create trigger referral_consent_no_truncate before truncate on referral_consent for each statement execute function refuse_change();
create trigger referral_event_no_truncate before truncate on referral_event for each statement execute function refuse_change();
create trigger waiting_jump_no_truncate before truncate on waiting_jump for each statement execute function refuse_change();
create trigger waiting_outreach_no_truncate before truncate on waiting_outreach for each statement execute function refuse_change();
