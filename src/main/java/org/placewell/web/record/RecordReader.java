package org.placewell.web.record;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.placewell.audit.AuditEntry;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.Contracts;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides what of a record a person sees, and reads it. */
@Service
@Transactional
class RecordReader {

    private static final Set<Area> CLINICIAN = EnumSet.of(Area.PATHWAY, Area.WORK);
    private static final Set<Area> WORKER = EnumSet.of(Area.PATHWAY, Area.WORK, Area.EVIDENCE, Area.MONEY);
    private final Referrals referrals;
    private final AuditTrail audit;
    private final Contracts contracts;
    private final MessageSource words;
    private final PlainDetail plain;
    private final JdbcClient jdbc;

    RecordReader(Referrals referrals, AuditTrail audit, Contracts contracts, MessageSource words, PlainDetail plain, JdbcClient jdbc) {
        this.referrals = referrals;
        this.audit = audit;
        this.contracts = contracts;
        this.words = words;
        this.plain = plain;
        this.jdbc = jdbc;
    }

    /**
     * What the actor is to this referral.
     *
     * @throws org.placewell.shared.Problem.NotFound when nothing
     */
    @Transactional(readOnly = true)
    public Sight sight(String ref, Actor actor) {
        var referral = referrals.visible(ref, actor);
        var roles = EnumSet.noneOf(Role.class);
        jdbc.sql("select distinct role from case_access where referral_ref = ? and username = ?").params(ref, actor.username())
                .query(String.class).list().forEach(role -> roles.add(Role.valueOf(role)));
        return new Sight(referral, roles);
    }

    /** The story, newest first: all of what the actor may read, or one part of it. */
    @Transactional(readOnly = true)
    public List<Entry> timeline(String ref, Sight sight, String show) {
        var lines = audit.of(ref).stream().filter(line -> sight.areas().contains(line.area()))
                .filter(line -> show.equals("all") || line.area().name().equalsIgnoreCase(show))
                .sorted(Comparator.comparingLong(AuditEntry::position).reversed()).toList();
        var reading = plain.of(lines, sight.referral().contractRef(), contract(sight.referral()));
        return lines.stream().map(line -> entry(line, reading)).toList();
    }

    /** The title of the contract that a referral is made under, in the version it is pinned to. */
    String contract(ReferralView referral) {
        return contracts.terms(referral.contractRef(), referral.contractVersion()).title();
    }

    /** The clinical text; who reads it without being the person's clinician or specialist is written down. */
    public ReferralView.Health health(String ref, Sight sight, Actor actor) {
        var health = referrals.health(ref, actor);
        if (sight.healthReadsAreRecorded()) {
            audit.record(ref, actor, Area.PATHWAY, "record.health-read", "", "");
        }
        return health;
    }

    private Entry entry(AuditEntry line, PlainDetail.Reading reading) {
        var sentence = words.getMessage("audit." + line.action(), null, plain(line.action()), Locale.UK);
        return new Entry(line.at().atZone(MovableClock.LONDON).toLocalDate(), sentence, reading.name(line.actor()), reading.plain(line.rule()), reading.plain(line.detail()),
                line.area());
    }

    /** For an action whose sentence is missing: its own words. */
    private static String plain(String action) {
        var text = action.replace('.', ' ').replace('-', ' ');
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /**
     * What a person is to a referral, and so what they see.
     *
     * @param roles CLINICIAN, SPECIALIST, TEAM_LEADER: those that give access to this one
     */
    record Sight(ReferralView referral, Set<Role> roles) {

        /** Whether they work on the case, and see profile, jobs, evidence and money. */
        public boolean works() {
            return roles.contains(Role.SPECIALIST) || roles.contains(Role.TEAM_LEADER);
        }

        /** The parts of the story they read; a clinician sees no money. */
        public Set<Area> areas() {
            return works() ? WORKER : CLINICIAN;
        }

        /** A team leader may read the clinical text, but it is written down. */
        public boolean healthReadsAreRecorded() {
            return !roles.contains(Role.CLINICIAN) && !roles.contains(Role.SPECIALIST);
        }
    }

    /** One line of the story. */
    record Entry(LocalDate on, String what, String who, String rule, String detail, Area area) {}
}
