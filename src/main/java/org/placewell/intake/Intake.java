package org.placewell.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.jobsearch.ArrivedWork;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.Download;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.shared.References;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to bringing in an existing caseload: a file is sent, checked row by row and shown; whoever sent it confirms the good rows,
 * and they are brought in in the background. A team leader brings people into the own teams, a contract manager into those of the own
 * contracts. Only whoever sent a file sees it.
 */
@Service
@Transactional
public class Intake {

    /** How many rows a page shows; the file of mistakes has them all. */
    public static final int SHOWN = 100;
    /** How many rows to decide a page offers. */
    public static final int DECIDED = 500;

    private final IntakeStore store;
    private final Checking checking;
    private final Batches batches;
    private final WhoAndWhere places;
    private final ArrivedWork work;
    private final References references;
    private final AuditTrail audit;
    private final MovableClock clock;

    Intake(IntakeStore store, Checking checking, Batches batches, WhoAndWhere places, ArrivedWork work, References references, AuditTrail audit,
            MovableClock clock) {
        this.store = store;
        this.checking = checking;
        this.batches = batches;
        this.places = places;
        this.work = work;
        this.references = references;
        this.audit = audit;
        this.clock = clock;
    }

    /** The ways that people may come in for this person. */
    @Transactional(readOnly = true)
    public List<Way> ways(Actor actor) {
        return places.ways(actor).stream().map(way -> new Way(way.title(), way.clinicName(), way.teamName(), places.isTrial(way.contract()))).toList();
    }

    /** The files that the person has sent, newest first. */
    @Transactional(readOnly = true)
    public List<ImportView> mine(Actor actor) {
        return store.of(actor.username());
    }

    /**
     * Takes a file and checks every row.
     *
     * @param name as the browser named it; may be null
     * @return the import's reference
     * @throws Problem of the field {@code file} when the file cannot be read as a whole; nothing is kept then
     */
    public String upload(String name, byte[] content, Actor actor) {
        require(actor);
        var around = places.of(actor);
        if (around.routes().isEmpty()) {
            throw Problem.at("file", "no-team", "No clinical team refers to a team of yours yet, so there is nowhere to bring people in."
                    + " Ask the operator");
        }
        var kind = SheetFile.kind(content);
        var ref = references.broughtIn();
        store.insert(ref, plain(name), content, kind, hash(content), actor.username(), clock.instant());
        checking.all(ref, content, around, actor);
        audit.record("intake:" + ref, actor, Area.PATHWAY, "intake.uploaded", "", one(ref, actor).total() + " rows");
        return ref;
    }

    /** One file. @throws Problem.NotFound for everybody but whoever sent it */
    @Transactional(readOnly = true)
    public ImportView one(String ref, Actor actor) {
        require(actor);
        return store.find(ref).filter(file -> file.uploadedBy().equals(actor.username())).orElseThrow(() -> new Problem.NotFound("this import"));
    }

    /** Rows of a file that stand in any of the statuses, in the file's order. */
    @Transactional(readOnly = true)
    public List<RowView> rows(String ref, Set<RowStatus> statuses, int limit, Actor actor) {
        one(ref, actor);
        return store.rows(ref, statuses, limit);
    }

    /** How many rows of a file go where, and how many of them are late already. */
    @Transactional(readOnly = true)
    public Preview preview(String ref, Actor actor) {
        one(ref, actor);
        return Preview.of(store.going(ref), store.toTriage(ref, clock.today()));
    }

    /**
     * Brings the good rows in, and of those that ask for a decision the ones named; the others are left out.
     *
     * @param decided the numbers of the rows to bring in although they may be somebody who is here already
     * @throws Problem.Stale when it has been confirmed or given up meanwhile
     * @throws Problem when no row is good and none is named; nothing is confirmed then
     */
    public void confirm(String ref, Collection<Integer> decided, Actor actor) {
        one(ref, actor);
        if (!store.confirm(ref, ImportStatus.CHECKED, clock.instant())) {
            throw new Problem.Stale("This file has been confirmed or given up already. Open it again to see how far it has come");
        }
        store.ready(ref, decided);
        int ready = one(ref, actor).count(RowStatus.READY);
        if (ready == 0) {
            throw Problem.of("nobody", "There is nobody to bring in: no row is good, and none is chosen. Mend the file and send it again");
        }
        work.register(store.employers(ref));
        audit.record("intake:" + ref, actor, Area.PATHWAY, "intake.confirmed", "", ready + " rows");
    }

    /** Tries the rows once more that could not be brought in. */
    public void again(String ref, Actor actor) {
        one(ref, actor);
        if (!store.confirm(ref, ImportStatus.DONE, clock.instant()) || store.again(ref) == 0) {
            throw new Problem.Stale("Nothing of this file is left to try again");
        }
        audit.record("intake:" + ref, actor, Area.PATHWAY, "intake.again", "", "");
    }

    /** Gives a file up before anything of it is brought in: what was sent is deleted at once. */
    public void drop(String ref, Actor actor) {
        one(ref, actor);
        if (!store.drop(ref)) {
            throw new Problem.Stale("This file has been confirmed or given up already");
        }
        store.empty(ref);
        audit.record("intake:" + ref, actor, Area.PATHWAY, "intake.dropped", "", "");
    }

    /** The rows that are not brought in, each with what is wrong, as a file to mend. @throws Problem.NotFound once they are deleted */
    @Transactional(readOnly = true)
    public Download faults(String ref, boolean excel, Actor actor) {
        if (one(ref, actor).emptied()) {
            throw new Problem.NotFound("the rows of this import, which are deleted after a while,");
        }
        var open = Set.of(RowStatus.WRONG, RowStatus.FAILED, RowStatus.ASK, RowStatus.LEFT_OUT);
        return IntakeFiles.faults(ref, rows(ref, open, SheetFile.MOST_ROWS, actor), excel);
    }

    /** The empty file to fill in. */
    public Download template(boolean excel) {
        return IntakeFiles.template(excel);
    }

    /** Works confirmed files off on this thread until nothing is left to do here; each batch in a transaction of its own. @return the rows worked */
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.NEVER)
    public int work() {
        return batches.work();
    }

    private static void require(Actor actor) {
        if (!actor.has(Role.TEAM_LEADER) && !actor.has(Role.CONTRACT_MANAGER)) {
            throw new Problem.Forbidden("Only a team leader or a contract manager brings people in");
        }
    }

    private static String plain(String name) {
        var last = name == null ? "" : name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        return last.isEmpty() ? "file" : last.length() > 100 ? last.substring(0, 100) : last;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A clinical team whose people come to an employment team under a contract, by their names.
     *
     * @param trial whether the contract runs as a trial: only referrals to triage come in
     */
    public record Way(String contract, String clinicalTeam, String employmentTeam, boolean trial) {}
}
