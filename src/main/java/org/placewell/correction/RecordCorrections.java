package org.placewell.correction;

import java.util.List;
import java.util.Optional;
import org.placewell.correction.CorrectionStore.Row;
import org.placewell.correction.CorrectionView.Effect;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.placewell.triage.Eligibility;
import org.placewell.triage.Eligibility.Finding;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts a wrong record right, in two steps: say what is right and why, then look at everything that follows – dates, milestones, claims,
 * money – and confirm or drop it. What is shown is found by doing it and taking it back, so that it is what will happen. For the person's
 * employment specialist and team leader, whether the case goes on or has ended.
 */
@Service
public class RecordCorrections {

    private static final int LONGEST = 2000;
    private final CorrectionStore store;
    private final Applying applying;
    private final Snapshots snapshots;
    private final Referrals referrals;
    private final Eligibility eligibility;
    private final TransactionTemplate trial;

    RecordCorrections(CorrectionStore store, Applying applying, Snapshots snapshots, Referrals referrals, Eligibility eligibility,
            PlatformTransactionManager transactions) {
        this.eligibility = eligibility;
        this.store = store;
        this.applying = applying;
        this.snapshots = snapshots;
        this.referrals = referrals;
        this.trial = new TransactionTemplate(transactions);
        this.trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The referral whose record the actor may put right. @throws Problem.Forbidden for whoever sees it but does not work on it */
    @Transactional(readOnly = true)
    public ReferralView correctable(String referralRef, Actor actor) {
        return referrals.correctable(referralRef, actor);
    }

    /** The jobs and how each reads, as reference and words, for a list to choose from. */
    @Transactional(readOnly = true)
    public List<String[]> jobs(String referralRef, Actor actor) {
        referrals.correctable(referralRef, actor);
        return applying.jobs(referralRef);
    }

    /** The contracts and versions that the referral could belong to instead, as {@code reference|version} and words. */
    @Transactional(readOnly = true)
    public List<String[]> contracts(String referralRef, Actor actor) {
        referrals.correctable(referralRef, actor);
        return applying.contracts(referralRef);
    }

    /** The boroughs and counties that the person could live in, besides anywhere else. */
    @Transactional(readOnly = true)
    public List<String> areas(String referralRef, Actor actor) {
        referrals.correctable(referralRef, actor);
        return applying.areas(referralRef);
    }

    /**
     * Proposes a correction: nothing changes yet.
     *
     * @return its number
     * @throws Problem naming the field, when the right fact is impossible or the record says so already
     */
    @Transactional
    public long propose(String referralRef, NewCorrection correction, Actor actor) {
        referrals.correctable(referralRef, actor);
        if (correction.reason() == null || correction.reason().isBlank()) {
            throw Problem.at("reason", "required", "Say how the mistake came about and how you know what is right");
        }
        var was = applying.fact(referralRef, correction);
        if (look(referralRef, correction, actor).effects().isEmpty()) {
            throw Problem.at("what", "no-change", "The record says this already: nothing would change");
        }
        long id = store.propose(referralRef, correction, was, actor.username());
        applying.proposed(referralRef, correction, id, actor);
        return id;
    }

    /** The correction; while it waits with what would follow now. */
    public CorrectionView view(long id, Actor actor) {
        var row = row(id, actor);
        if (row.applied() != null) {
            return view(row, new Look(store.effects(id), null), null, false);
        }
        try {
            requireSame(row);
            return view(row, look(row.referralRef(), row.correction(), actor), null, needsAnother(row, actor));
        } catch (Problem.Forbidden refused) {
            throw refused;
        } catch (Problem problem) {
            return view(row, new Look(List.of(), null), problem.getMessage(), false);
        }
    }

    /** The corrections of a record, newest first. */
    @Transactional(readOnly = true)
    public List<CorrectionView> of(String referralRef, Actor actor) {
        referrals.correctable(referralRef, actor);
        return store.ofReferral(referralRef).stream().map(row -> view(row, new Look(row.applied() == null ? List.of() : store.effects(row.id()), null),
                null, false))
                .toList();
    }

    /** Applies a correction that needs no further word. @throws Problem as {@link #confirm(long, String, Actor)} does */
    @Transactional
    public String confirm(long id, Actor actor) {
        return confirm(id, "", actor);
    }

    /**
     * Applies the correction.
     *
     * @param despite why the person stays in support although they do not fit the right contract, or that is not clear; else not looked at
     * @throws Problem.Stale when the record has changed since it was proposed, or somebody was faster
     * @throws Problem at {@code despite} when it is asked for and empty or longer than 2,000 characters
     */
    @Transactional
    public String confirm(long id, String despite, Actor actor) {
        var row = row(id, actor);
        applying.hold(row.referralRef());
        requireSame(row);
        requireAnother(row, actor);
        var before = snapshots.of(row.referralRef(), actor);
        applying.apply(row.referralRef(), row.correction(), id, actor);
        applying.nameProposer(row.referralRef(), row.correction(), row.proposedBy());
        boolean fits = Optional.ofNullable(fit(row.referralRef(), row.correction())).map(Finding::fits).orElse(true);
        if (!fits && (despite.isBlank() || despite.length() > LONGEST)) {
            throw Problem.at("despite", despite.isBlank() ? "required" : "too-long", despite.isBlank()
                    ? "Say why the person stays in support under this contract, or drop the correction" : "Say it in 2,000 characters or fewer");
        }
        // A claim may have come to stand meanwhile.
        requireAnother(row, actor);
        store.end(id, true, actor.username(), fits ? null : despite.strip(), before.to(snapshots.of(row.referralRef(), actor)));
        return row.referralRef();
    }

    /** Drops the correction: the record stays as it is. */
    @Transactional
    public String drop(long id, Actor actor) {
        var row = row(id, actor);
        store.end(id, false, actor.username(), null, List.of());
        return row.referralRef();
    }

    /** Whether the actor proposed a correction that another person has to confirm: money rests on it. The database refuses by the same rule. */
    private boolean needsAnother(Row row, Actor actor) {
        return row.proposedBy().equals(actor.username()) && store.takesTwo(row.id());
    }

    private void requireAnother(Row row, Actor actor) {
        if (needsAnother(row, actor)) {
            throw new Problem.Forbidden((row.correction().kind().aboutPerson() ? "Money rests on who the person is" : "Money rests on the contract")
                    + ": somebody else who works with the person confirms this correction");
        }
    }

    private Row row(long id, Actor actor) {
        var row = store.find(id).orElseThrow(() -> new Problem.NotFound("this correction"));
        referrals.correctable(row.referralRef(), actor);
        return row;
    }

    private void requireSame(Row row) {
        if (row.applied() == null && !applying.fact(row.referralRef(), row.correction()).equals(row.was())) {
            throw new Problem.Stale("The record has changed since this correction was proposed: drop it, and propose another one if it is still wrong");
        }
    }

    /** Everything that would follow: done, looked at, and taken back. */
    private Look look(String referralRef, NewCorrection correction, Actor actor) {
        return trial.execute(status -> {
            status.setRollbackOnly();
            var before = snapshots.of(referralRef, actor);
            applying.apply(referralRef, correction, 0, actor);
            return new Look(before.to(snapshots.of(referralRef, actor)), fit(referralRef, correction));
        });
    }

    /** Whether the person fits the contract that the referral is under since the correction; null when it is about something else. */
    private Finding fit(String referralRef, NewCorrection correction) {
        return correction.kind() == CorrectionKind.CONTRACT ? eligibility.standing(referralRef).orElseThrow() : null;
    }

    private CorrectionView view(Row row, Look look, String problem, boolean forOthers) {
        return new CorrectionView(row.id(), row.referralRef(), row.correction().kind(), applying.sentence(row.correction(), row.was()),
                row.correction().reason(), row.proposedBy(), row.proposedAt(), row.applied(), row.endedBy(), row.endedAt(), look.effects(), problem,
                forOthers, look.fit(), row.despite());
    }

    private record Look(List<Effect> effects, Finding fit) {}
}
