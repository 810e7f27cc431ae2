package org.placewell.correction;

import java.util.List;
import org.placewell.correction.CorrectionStore.Row;
import org.placewell.correction.CorrectionView.Effect;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
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

    private final CorrectionStore store;
    private final Applying applying;
    private final Snapshots snapshots;
    private final Referrals referrals;
    private final TransactionTemplate trial;

    RecordCorrections(CorrectionStore store, Applying applying, Snapshots snapshots, Referrals referrals, PlatformTransactionManager transactions) {
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
        if (effects(referralRef, correction, actor).isEmpty()) {
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
            return view(row, store.effects(id), null);
        }
        try {
            requireSame(row);
            return view(row, effects(row.referralRef(), row.correction(), actor), null).forOthers(needsAnother(row, actor));
        } catch (Problem.Forbidden refused) {
            throw refused;
        } catch (Problem problem) {
            return view(row, List.of(), problem.getMessage());
        }
    }

    /** The corrections of a record, newest first. */
    @Transactional(readOnly = true)
    public List<CorrectionView> of(String referralRef, Actor actor) {
        referrals.correctable(referralRef, actor);
        return store.ofReferral(referralRef).stream().map(row -> view(row, row.applied() == null ? List.of() : store.effects(row.id()), null))
                .toList();
    }

    /** Applies the correction. @throws Problem.Stale when the record has changed since it was proposed, or somebody was faster */
    @Transactional
    public String confirm(long id, Actor actor) {
        var row = row(id, actor);
        requireSame(row);
        if (needsAnother(row, actor)) {
            throw new Problem.Forbidden("Money rests on the contract: somebody else who works with the person confirms this correction");
        }
        var before = snapshots.of(row.referralRef(), actor);
        applying.apply(row.referralRef(), row.correction(), id, actor);
        applying.nameProposer(row.referralRef(), row.correction(), row.proposedBy());
        store.end(id, true, actor.username(), before.to(snapshots.of(row.referralRef(), actor)));
        return row.referralRef();
    }

    /** Drops the correction: the record stays as it is. */
    @Transactional
    public String drop(long id, Actor actor) {
        var row = row(id, actor);
        store.end(id, false, actor.username(), List.of());
        return row.referralRef();
    }

    /** Whether the actor proposed a correction that another person has to confirm: the contract says what is paid. The database asks the same. */
    private boolean needsAnother(Row row, Actor actor) {
        return row.correction().kind() == CorrectionKind.CONTRACT && row.proposedBy().equals(actor.username());
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
    private List<Effect> effects(String referralRef, NewCorrection correction, Actor actor) {
        return trial.execute(status -> {
            status.setRollbackOnly();
            var before = snapshots.of(referralRef, actor);
            applying.apply(referralRef, correction, 0, actor);
            return before.to(snapshots.of(referralRef, actor));
        });
    }

    private CorrectionView view(Row row, List<Effect> effects, String problem) {
        return new CorrectionView(row.id(), row.referralRef(), row.correction().kind(), applying.sentence(row.correction(), row.was()),
                row.correction().reason(), row.proposedBy(), row.proposedAt(), row.applied(), row.endedBy(), row.endedAt(), effects, problem, false);
    }
}
