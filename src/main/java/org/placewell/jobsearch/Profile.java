package org.placewell.jobsearch;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** The row of a vocational profile. Whoever changes it names the version that they saw. */
@Entity
@Table(name = "vocational_profile")
class Profile {

    @Id
    private String referralRef;
    private LocalDate startedOn;
    private LocalDate completedOn;
    private String workWanted = "";
    private String skills = "";
    private String hoursWanted = "";
    private String travel = "";
    private String supportAtWork = "";
    private String disclosure = "";
    private boolean signed;
    private String recordedBy;
    @Version
    private Integer version;

    protected Profile() {
    }

    Profile(String referralRef, LocalDate startedOn) {
        this.referralRef = referralRef;
        this.startedOn = startedOn;
    }

    boolean isAt(int seen) {
        return version == seen;
    }

    /** The first completion stands; a profile cannot have been completed before it was begun. */
    void write(ProfileAnswers answers, LocalDate completed, String by) {
        if (completed != null) {
            startedOn = completed.isBefore(startedOn) ? completed : startedOn;
            completedOn = completedOn == null ? completed : completedOn;
        }
        workWanted = answers.workWanted();
        skills = answers.skills();
        hoursWanted = answers.hoursWanted();
        travel = answers.travel();
        supportAtWork = answers.supportAtWork();
        disclosure = answers.disclosure();
        signed = answers.signed();
        recordedBy = by;
    }

    ProfileView view() {
        return new ProfileView(referralRef, startedOn, completedOn, workWanted, skills, hoursWanted, travel, supportAtWork, disclosure, signed, version);
    }
}
