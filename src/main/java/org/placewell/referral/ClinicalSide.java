package org.placewell.referral;

import java.util.List;
import java.util.Optional;
import org.placewell.notification.Notifications;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who speaks for the clinical side of a referral: whoever referred the person, unless the last discharge named somebody else; when they have
 * left, the colleagues who took over, as the view of who opens the case says. A referral that was brought in without a clinician's name has its
 * clinical team's clinicians instead, all of them.
 */
@Service
@Transactional
public class ClinicalSide {

    private final ReferralStore store;
    private final Notifications notifications;

    ClinicalSide(ReferralStore store, Notifications notifications) {
        this.store = store;
        this.notifications = notifications;
    }

    /** Who speaks for the clinical side now; empty for nobody: the person was discharged to somebody who does not use Placewell. */
    @Transactional(readOnly = true)
    public Optional<Speaker> of(String ref) {
        return store.speaker(ref);
    }

    /**
     * Tells whoever speaks for the clinical side, or, when they have left, everybody who took over; nobody where nobody speaks.
     *
     * @param key what makes this message this message, as {@link Notifications#tell(String, String, String, String)} has it
     */
    public void tell(String ref, String template, String key) {
        store.speaker(ref).ifPresent(speaker -> (speaker.there() ? List.of(speaker.username()) : store.clinicians(ref))
                .forEach(username -> notifications.tell(username, template, ref, key)));
    }

    /**
     * Who speaks for the clinical side.
     *
     * @param username their login name
     * @param team the clinical team that they speak for; null where a discharge of an earlier release does not say
     * @param there whether they still work for it; otherwise, and where nobody was named, the team's clinicians speak
     */
    public record Speaker(String username, String team, boolean there) {

        /** Whose task a question to the clinical side is; null when it is for those who took over. */
        public String assignee() {
            return there ? username : null;
        }
    }
}
