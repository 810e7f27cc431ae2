package org.placewell.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.placewell.security.Actors;
import org.placewell.shared.Problem;
import org.placewell.workflow.Drafts;
import org.placewell.workflow.Drafts.Draft;
import org.placewell.workflow.form.Typed;
import org.springframework.stereotype.Component;

/**
 * What is kept of a sheet before it is sent. Of a shared one, the page carries when what it shows had been saved, so that nobody overwrites or signs
 * what somebody else has written since.
 */
@Component
class SheetDrafts {

    private final Drafts drafts;
    private final Actors actors;

    SheetDrafts(Drafts drafts, Actors actors) {
        this.drafts = drafts;
        this.actors = actors;
    }

    /** What the reader goes on from: what was saved for the case, or else the reader's own. */
    Optional<Draft> of(Sheet sheet) {
        return newest(sheet).or(() -> own(sheet));
    }

    /** What was saved for the case; never anything for a sheet that is its author's alone. */
    Optional<Draft> newest(Sheet sheet) {
        return sheet.shared() ? drafts.newest(sheet.form().id(), sheet.subject()) : Optional.empty();
    }

    /** What only the reader can see. */
    Optional<Draft> own(Sheet sheet) {
        return drafts.find(sheet.form().id(), sheet.subject(), sheet.actor());
    }

    /** The answers to begin with. */
    static Typed typed(Sheet sheet, Optional<Draft> draft) {
        return draft.map(Draft::typed).orElseGet(() -> Typed.of(sheet.form(), sheet.side().prefilled()));
    }

    /** What the page carries: the moment of a save for the case in microseconds; empty for none. */
    static String mark(Optional<Draft> draft) {
        return draft.filter(Draft::shared).map(one -> String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, one.savedAt()))).orElse("");
    }

    /** Keeps what was typed; false when the task is closed or somebody else has saved since the page was shown. */
    boolean keep(Sheet sheet, Typed typed, String seen) {
        var kept = typed.forDraft(sheet.form());
        if (!sheet.shared()) {
            return drafts.keep(sheet.form().id(), sheet.subject(), sheet.actor(), kept);
        }
        // Whoever changes nothing does not become the author.
        return newest(sheet).filter(now -> now.typed().equals(kept)).isPresent()
                || drafts.keepForCase(sheet.form().id(), sheet.subject(), sheet.actor(), kept, moment(seen));
    }

    /** Removes what was kept, for it has been sent: of a shared sheet everybody's. */
    void drop(Sheet sheet) {
        if (sheet.shared()) {
            drafts.dropOfEverybody(sheet.form().id(), sheet.subject());
        } else {
            drafts.drop(sheet.form().id(), sheet.subject(), sheet.actor());
        }
    }

    /** Whether the answers about to be sent are no longer those that the sender was shown. */
    boolean overtaken(Sheet sheet, String seen) {
        return sheet.sender() == null && newest(sheet).filter(now -> !mark(Optional.of(now)).equals(seen)).isPresent();
    }

    /** In the transaction that sends: nobody saves any more until its end. */
    void requireSeen(Sheet sheet, String seen) {
        if (sheet.shared() && sheet.sender() == null) {
            drafts.newestForSending(sheet.form().id(), sheet.subject()).filter(now -> !mark(Optional.of(now)).equals(seen)).ifPresent(now -> {
                throw changed(sheet, now);
            });
        }
    }

    /** What to tell whoever was not shown what was saved last. */
    Problem.Stale changed(Sheet sheet, Draft now) {
        return new Problem.Stale((now.by().equals(sheet.actor().username()) ? "You have" : actors.nameOf(now.by()) + " has")
                + " changed this since you opened it: look at it again");
    }

    private static Instant moment(String seen) {
        return seen.matches("\\d{1,17}") ? Instant.EPOCH.plus(Long.parseLong(seen), ChronoUnit.MICROS) : null;
    }
}
