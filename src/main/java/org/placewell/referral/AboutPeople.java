package org.placewell.referral;

import java.util.ArrayList;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people say about themselves: read and kept by those who work with them, for the specialist and the team leader of the case. */
@Service
@Transactional
public class AboutPeople {

    private final AboutStore store;
    private final Corrections corrections;
    private final AuditTrail audit;

    AboutPeople(AboutStore store, Corrections corrections, AuditTrail audit) {
        this.store = store;
        this.corrections = corrections;
        this.audit = audit;
    }

    /**
     * What the person has said, for the specialist and the team leader of the case.
     *
     * @throws Problem.Forbidden when the actor sees the referral but does not work on it
     */
    @Transactional(readOnly = true)
    public AboutPerson of(String referralRef, Actor actor) {
        return store.find(corrections.mine(referralRef, actor).person().id());
    }

    /**
     * Keeps what the person says now, for all their referrals. The audit names the fields, never what is in them.
     *
     * @param seen the version that the actor had before them ({@link ReferralView.Person#version})
     * @throws Problem.Stale when someone else has changed the person since
     */
    public void describe(String referralRef, AboutPerson about, int seen, Actor actor) {
        var person = corrections.mine(referralRef, actor).person();
        var changed = changed(store.find(person.id()), about);
        if (!store.replace(person.id(), about, seen)) {
            throw Corrections.changedMeanwhile();
        }
        audit.record(referralRef, actor, Area.PATHWAY, "referral.person-described", "", changed);
    }

    private static String changed(AboutPerson from, AboutPerson to) {
        var names = new ArrayList<String>();
        note(names, "ethnicity", from.ethnicity(), to.ethnicity());
        note(names, "sex", from.sex(), to.sex());
        note(names, "languages", from.wishes().languages(), to.wishes().languages());
        note(names, "contactBy", from.wishes().contactBy(), to.wishes().contactBy());
        note(names, "meetAt", from.wishes().meetAt(), to.wishes().meetAt());
        note(names, "specialist", from.wishes().specialist(), to.wishes().specialist());
        return String.join(" ", names);
    }

    private static void note(ArrayList<String> names, String name, Object from, Object to) {
        if (!from.equals(to)) {
            names.add(name);
        }
    }
}
