package org.placewell.sustainment;

import java.time.LocalDate;
import java.util.List;
import org.placewell.security.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to support in work. */
@Service
@Transactional
public class Sustainment {

    /** Begins following every job of the referral that is not followed yet; done twice it has one effect. */
    public void begin(String referralRef) {
        throw new UnsupportedOperationException();
    }

    /** The milestones of a job, earliest first. */
    public List<MilestoneView> milestones(String jobRef) {
        throw new UnsupportedOperationException();
    }

    /** Records what a check at a milestone found. */
    public void recordCheck(String jobRef, CheckAnswers answers, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Records a contact in work: how is FACE_TO_FACE, VIDEO, TELEPHONE or NOT_REACHED; going is WELL, NEEDS_SUPPORT, AT_RISK or NOT_KNOWN. */
    public void recordContact(String jobRef, LocalDate on, String how, String going, Actor actor) {
        throw new UnsupportedOperationException();
    }
}
