package org.placewell.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One person's row: the same over all their referrals. Whoever corrects it names the version that they saw. */
@Entity
@Table(name = "person")
class PersonRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String nhsNumber;
    private String noNumberReason;
    private String givenName;
    private String familyName;
    private LocalDate birthDate;
    private String phone;
    private String email;
    @Version
    private Integer version;

    protected PersonRow() {
    }

    /** Somebody without an NHS number. */
    PersonRow(NewReferral.Who who) {
        noNumberReason = who.noNumberReason();
        givenName = who.givenName();
        familyName = who.familyName();
        birthDate = who.birthDate();
        phone = who.phone();
        email = who.email();
    }

    long id() {
        return id;
    }

    LocalDate birthDate() {
        return birthDate;
    }

    boolean isAt(int seen) {
        return version == seen;
    }

    /** @return the names of the fields that changed, never what is in them */
    List<String> correct(PersonDetails to) {
        var changed = new ArrayList<String>();
        note(changed, "givenName", givenName, to.givenName());
        note(changed, "familyName", familyName, to.familyName());
        note(changed, "phone", Objects.requireNonNullElse(phone, ""), to.phone());
        note(changed, "email", Objects.requireNonNullElse(email, ""), to.email());
        givenName = to.givenName();
        familyName = to.familyName();
        phone = to.phone();
        email = to.email();
        return changed;
    }

    private static void note(List<String> changed, String field, Object from, Object to) {
        if (!from.equals(to)) {
            changed.add(field);
        }
    }
}
