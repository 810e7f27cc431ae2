package org.placewell.process;

import java.util.List;

/**
 * Faults put into the tables on purpose, each of a kind that a check of the random walk is there to find: a check that finds none of them
 * would let every walk pass.
 */
enum WalkSpoils {

    NO_PROCESS("an open referral without its process",
            "update act_ru_execution set business_key_ = 'R-GONE' where parent_id_ is null and business_key_ in (%s)"
                    .formatted("select ref from referral where team_id = :team and status = 'WAITING'")),
    TWO_PROCESSES("a case with two processes of one model", """
            update act_ru_execution set business_key_ = (select min(ref) from referral where team_id = :team and status = 'IN_SUPPORT')
            where parent_id_ is null and business_key_ in (select ref from referral where team_id = :team and status = 'RECEIVED')"""),
    WAITS_FOR_NOTHING("a place in a process that waits for nothing", """
            with unheard as (delete from act_ru_event_subscr where activity_id_ = 'placeOffered' and proc_inst_id_ in (
                select proc_inst_id_ from act_ru_execution where business_key_ in (select ref from referral where team_id = :team)))
            delete from act_ru_job where handler_cfg_ = 'reviewDue' and process_instance_id_ in (
                select proc_inst_id_ from act_ru_execution where business_key_ in (select ref from referral where team_id = :team))"""),
    SEARCHES_FOR_EVER("a place in a process that waits for nothing", """
            with unheard as (delete from act_ru_event_subscr where activity_id_ in ('supportFinished', 'contactLost') and proc_inst_id_ in (
                select proc_inst_id_ from act_ru_execution where business_key_ in (select ref from referral where team_id = :team)))
            delete from act_ru_job where handler_cfg_ = 'searchLimitReached' and process_instance_id_ in (
                select proc_inst_id_ from act_ru_execution where business_key_ in (select ref from referral where team_id = :team))"""),
    NEVER_PAID("a message waited for that nothing will bring", """
            insert into act_ru_event_subscr (id_, rev_, event_type_, event_name_, execution_id_, proc_inst_id_, activity_id_, created_)
                select 'spoilt ' || e.id_, 1, 'message', 'claimPaid', e.id_, e.id_, 'claimPaid', now() from act_ru_execution e
                join outcome_claim c on c.ref = e.business_key_ join referral r on r.ref = c.referral_ref
                where e.parent_id_ is null and r.team_id = :team and c.status = 'OPEN'"""),
    FAILED("a failed job", """
            update act_ru_job set retries_ = 0 where process_instance_id_ in (select proc_inst_id_ from act_ru_execution
                where business_key_ in (select ref from referral where team_id = :team))"""),
    OFF_THE_LIST("work list and engine differ", "update work_item set closed_at = now() where closed_at is null and team_id = :team"),
    NO_PLACE("list and caseload disagree with the referral", """
            update caseload_place set status = 'CLOSED', closed_on = opened_on where status = 'OPEN'
                and referral_ref in (select ref from referral where team_id = :team)"""),
    OFF_THE_WAITING_LIST("list and caseload disagree with the referral", """
            update referral set status = 'IN_SUPPORT' where status = 'WAITING' and team_id = :team"""),
    JOB_ALONE("a job whose support is under way without a process", """
            update act_ru_execution set business_key_ = 'J-GONE' where parent_id_ is null and business_key_ in (select j.ref from job j
                join referral r on r.ref = j.referral_ref where r.team_id = :team)"""),
    CLAIM_ALONE("an open claim without its process", """
            update act_ru_execution set business_key_ = 'C-GONE' where parent_id_ is null and business_key_ in (select c.ref from outcome_claim c
                join referral r on r.ref = c.referral_ref where r.team_id = :team and c.status = 'OPEN')"""),
    WRONG_WAY("from IN_SUPPORT to RECEIVED", """
            insert into referral_event (referral_ref, at, status, actor, detail) select ref, now(), 'RECEIVED', 'somebody', '' from referral
                where team_id = :team and status = 'IN_SUPPORT'"""),
    NOBODYS_TASK("who may open", """
            update work_item set assignee = null, excluded = array(select username from app_user) where closed_at is null and team_id = :team"""),
    NOBODYS_PERSON("who has", "update referral set specialist_username = null where status = 'IN_SUPPORT' and team_id = :team"),
    NOT_ON_A_LIST("is found", """
            update work_item set referral_ref = null where closed_at is null and team_id = :team"""),
    NOBODY_BRINGS("who may bring", """
            insert into act_ru_event_subscr (id_, rev_, event_type_, event_name_, execution_id_, proc_inst_id_, activity_id_, created_)
                select 'spoilt ' || e.id_, 1, 'message', 'jobEnded', e.id_, e.id_, 'jobEnded', now() from act_ru_execution e
                join referral r on r.ref = e.business_key_ where e.parent_id_ is null and r.team_id = :team and r.status = 'WAITING'""");

    /** What the check says that finds it. */
    final String found;
    final String sql;

    WalkSpoils(String found, String sql) {
        this.found = found;
        this.sql = sql;
    }

    /** What the database refuses by itself: no walk could find it. */
    static final List<String> REFUSED = List.of(
            "insert into caseload_place (referral_ref, specialist, clinical_team_id, status, offered_on, recorded_by) "
                    + "select referral_ref, specialist, clinical_team_id, 'OFFERED', offered_on, 'somebody' from caseload_place "
                    + "where status = 'OPEN' and referral_ref in (select ref from referral where team_id = :team)",
            "insert into outcome_claim select 'C-TWICE', contract_ref, contract_version, referral_ref, person_id, outcome, occurrence, status, amount, "
                    + "window_from, reached_on, claim_by, explanation, flag, opened_at, changed_at from outcome_claim "
                    + "where referral_ref in (select ref from referral where team_id = :team)");
}
