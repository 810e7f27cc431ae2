package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.placewell.caseload.CaseRow;
import org.placewell.caseload.Caseload;
import org.placewell.referral.Tracker;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.Problem;
import org.placewell.support.World;
import org.placewell.waitinglist.WaitingList;
import org.placewell.workflow.FormShelf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody is lost: every open referral has somebody who has it and is found where that person looks, and what it waits for can be brought about. */
@Component
public class WalkHolders {

    /** The commands that bring the messages at which a case of a person waits; those of claims and statements come with money. */
    private static final Map<String, String> BRINGS = Map.of("placeOffered", "offerPlace", "supportFinished", "supportFinished",
            "contactLost", "contactLost", "jobEnded", "endJob");
    private final Tracker tracker;
    private final Caseload caseload;
    private final WaitingList waitingList;
    private final FormShelf shelf;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    WalkHolders(Tracker tracker, Caseload caseload, WaitingList waitingList, FormShelf shelf, JdbcClient jdbc, TransactionTemplate transaction) {
        this.tracker = tracker;
        this.caseload = caseload;
        this.waitingList = waitingList;
        this.shelf = shelf;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Everybody who is open, with who has them and where they are listed. */
    void check(World.Service service, List<Actor> people) {
        var onBoard = caseload.board(service.leader(), Role.TEAM_LEADER).stream().map(CaseRow::referralRef).collect(Collectors.toSet());
        var onList = new HashSet<String>();
        waitingList.positions(service.contract(), service.team(), service.leader()).forEach(row -> onList.add(row.referralRef()));
        var inInbox = Set.copyOf(jdbc.sql("""
                        select distinct referral_ref from work_item where closed_at is null and contract_ref = ? and referral_ref is not null""")
                .param(service.contract()).query(String.class).list());
        jdbc.sql("""
                        select r.ref, r.status, coalesce(r.specialist_username, '') from referral r where team_id = ? and status in ('RECEIVED', 'WITH_REFERRER', 'WAITING', 'OFFERED',
                            'IN_SUPPORT') and not exists (select 1 from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                            where e.business_key_ = r.ref and j.type_ = 'message')""")
                .param(service.team()).query((row, n) -> new String[] {row.getString(1), row.getString(2), row.getString(3)}).list()
                .forEach(one -> {
                    if (one[1].equals("IN_SUPPORT")) {
                        assertThat(people).as("who has " + one[0]).anyMatch(person -> person.username().equals(one[2]) && person.has(Role.SPECIALIST));
                    }
                    assertThat(tracker.one(one[0], service.leader()).standing().who()).as("who has " + one[0] + " " + one[1]).isNotBlank();
                    var where = switch (one[1]) {
                        case "WAITING", "OFFERED" -> onList;
                        case "IN_SUPPORT" -> onBoard;
                        default -> inInbox;
                    };
                    assertThat(where).as("where " + one[0] + " is found, " + one[1]).contains(one[0]);
                });
        waits(service, people);
    }

    private void waits(World.Service service, List<Actor> people) {
        jdbc.sql("""
                        select distinct e.business_key_, s.event_name_ from act_ru_event_subscr s join act_ru_execution e on e.id_ = s.proc_inst_id_
                        where s.event_name_ in (:names) and s.activity_id_ not in ('jobEndedAtCheck') and (e.business_key_ in
                            (select ref from referral where team_id = :team) or e.business_key_ in (select j.ref from job j join referral r
                            on r.ref = j.referral_ref where r.team_id = :team))""")
                .param("names", BRINGS.keySet()).param("team", service.team())
                .query((row, n) -> new String[] {row.getString(1), row.getString(2)}).list().forEach(wait ->
                        assertThat(people).as("who may bring " + wait[1] + " to " + wait[0])
                                .anyMatch(person -> opens(BRINGS.get(wait[1]), wait[0], person)));
    }

    /** Whether the command's page opens; that nobody has room just now is a wait, not a closed door. */
    private boolean opens(String command, String subject, Actor actor) {
        if (!actor.has(Role.TEAM_LEADER) && !actor.has(Role.SPECIALIST)) {
            return false;
        }
        try {
            transaction.executeWithoutResult(status -> shelf.command(command).orElseThrow().page(subject, actor));
            return true;
        } catch (Problem refused) {
            return refused.code().equals("no-room");
        }
    }
}
