package org.placewell.settlement;

import java.time.LocalDate;
import java.util.List;
import org.placewell.ledger.MoneyScope;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.Pence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What comes in from payers and what it settles, the investor's money, the check after payment, and whether all records agree: the
 * room's only door. Reading takes the actor and finds only what that person may see.
 */
@Service
@Transactional
public class Settlement {

    private final Remittances remittances;
    private final Suspense suspense;
    private final MoneyToPlace toPlace;
    private final Receivables receivables;
    private final Capital capital;
    private final Samples samples;
    private final SampleReader sampleReader;
    private final Extrapolating extrapolating;
    private final Reconciler reconciler;
    private final MoneyScope scope;

    Settlement(Remittances remittances, Suspense suspense, MoneyToPlace toPlace, Receivables receivables, Capital capital, Samples samples,
            SampleReader sampleReader, Extrapolating extrapolating, Reconciler reconciler, MoneyScope scope) {
        this.remittances = remittances;
        this.suspense = suspense;
        this.toPlace = toPlace;
        this.receivables = receivables;
        this.capital = capital;
        this.samples = samples;
        this.sampleReader = sampleReader;
        this.extrapolating = extrapolating;
        this.reconciler = reconciler;
        this.scope = scope;
    }

    /** Reads a payer's remittance (CSV: statement,claim,amount; last line TOTAL,count,amount). The same file is read once. */
    public RemittanceResult importRemittance(String name, byte[] file, Actor actor) {
        return remittances.read(name, null, file, actor);
    }

    /** The same. @param contractRef under which money is held that names nothing we asked for; null when the file tells it */
    public RemittanceResult importRemittance(String name, String contractRef, byte[] file, Actor actor) {
        return remittances.read(name, contractRef, file, actor);
    }

    /** The remittances, newest first. */
    public List<RemittanceResult> remittances(Actor actor) {
        return remittances.list(actor);
    }

    /** Money that came in and settles nothing until somebody has placed it, oldest first. */
    public List<HeldMoney> toPlace(Actor actor) {
        return suspense.open(actor);
    }

    /** One piece of held money. */
    public HeldMoney held(long id, Actor actor) {
        return suspense.item(id, actor);
    }

    /** The lines that a piece of held money could settle, its own payer's first. */
    public List<Debt> candidates(long id, Actor actor) {
        return toPlace.candidates(suspense.item(id, actor));
    }

    /** What was done with held money or is proposed: the undecided first. */
    public List<Placing> placings(Actor actor) {
        actor.require(Role.FINANCE);
        return suspense.placings(actor);
    }

    /**
     * Sets held money against a line of a statement. Another payer's line takes a second person.
     *
     * @param amount without a sign
     * @return whether it is done, or waits for the second person
     */
    public boolean place(long id, String statementRef, String lineRef, Pence amount, Actor actor) {
        return toPlace.place(id, statementRef, lineRef, amount, actor);
    }

    /** Asks to give held money back to whoever sent it; a second person decides. */
    public void giveBack(long id, Pence amount, String note, Actor actor) {
        toPlace.giveBack(id, amount, note, actor);
    }

    /** A proposal about held money. */
    public Placing placing(long move, Actor actor) {
        return toPlace.waiting(move, actor);
    }

    /** Decides on what somebody else proposed about held money. */
    public void decidePlacing(long move, boolean agree, Actor actor) {
        toPlace.decide(move, agree, actor);
    }

    /** Who owes what, by how long it has been due. */
    public List<Receivable> receivables(Actor actor) {
        return receivables.byPayer(actor);
    }

    /** The contracts that the actor handles the money of or manages, as their investor sees them. */
    public List<InvestorView> investor(Actor actor) {
        return capital.list(actor);
    }

    /** Writes down that capital was drawn or repaid; a second person confirms it. @param kind DRAWN or REPAID */
    public void recordCapital(String contractRef, String kind, Pence amount, LocalDate day, String note, Actor actor) {
        capital.propose(contractRef, kind, amount, day, note, actor);
    }

    /** One entry of capital. */
    public CapitalMove capitalMove(long id, Actor actor) {
        return capital.waiting(id, actor);
    }

    /** Confirms or refuses what somebody else wrote down about capital. */
    public void decideCapital(long id, boolean agree, Actor actor) {
        capital.decide(id, agree, actor);
    }

    /** Stops whoever is not finance for the contract. */
    public void requireFinance(String contractRef, Actor actor) {
        scope.requireFinance(contractRef, "this contract", actor);
    }

    /** Whether a paid claim was drawn for a second look; the first of its batch has the whole batch drawn. Repeatable. */
    public boolean drawSample(String claimRef) {
        return samples.draw(claimRef);
    }

    /** The samples of the actor's contracts, newest first. */
    public List<SampleView> samples(Actor actor) {
        return sampleReader.list(actor);
    }

    /** The sample of the claims that became paid with a statement. */
    public SampleView sample(String statementRef, Actor actor) {
        return sampleReader.one(statementRef, actor);
    }

    /** What the sample says about the claims that were not drawn, where the terms extrapolate. */
    public ExtrapolationView extrapolation(String statementRef, Actor actor) {
        return extrapolating.view(statementRef, actor);
    }

    /** Proposes the extrapolation of a sample as a charge; returns its reference. Somebody else in finance decides. */
    public String proposeExtrapolation(String statementRef, Actor actor) {
        return extrapolating.propose(statementRef, actor);
    }

    /** Decides on an extrapolation that somebody else has proposed. */
    public void decideExtrapolation(String statementRef, boolean agree, Actor actor) {
        extrapolating.decide(statementRef, agree, actor);
    }

    /** The extrapolations that wait for a second person. */
    public List<ExtrapolationView.Waiting> extrapolationsWaiting(Actor actor) {
        return extrapolating.waiting(actor);
    }

    /** Every difference between claims, statements, ledger and remittances of the actor's contracts; empty when all agree. */
    @Transactional(readOnly = true)
    public List<Difference> differences(Actor actor) {
        var mine = scope.contracts(actor);
        return reconciler.differences().stream().filter(one -> mine.contains(one.contractRef()) || one.contractRef().isEmpty()).toList();
    }

    /** Every difference, in words, for the command line. */
    @Transactional(readOnly = true)
    public List<String> breaches() {
        return reconciler.differences().stream().map(one -> "money: " + one.text()).toList();
    }

    /** What is compared with what. */
    public List<String> comparisons() {
        return Reconciler.comparisons();
    }
}
