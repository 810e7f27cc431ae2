package org.placewell.referral;

import java.util.List;
import org.placewell.contract.Contracts;
import org.placewell.referral.WhereItStands.Standing;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.shared.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a clinician reads: the services to refer to, and what became of each referral, without money and without others' clients. */
@Service
@Transactional(readOnly = true)
public class Tracker {

    private final Referrals referrals;
    private final Contracts contracts;
    private final Actors actors;
    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final ObjectProvider<WhereItStands> rooms;

    Tracker(Referrals referrals, Contracts contracts, Actors actors, JdbcClient jdbc, MovableClock clock, ObjectProvider<WhereItStands> rooms) {
        this.referrals = referrals;
        this.contracts = contracts;
        this.actors = actors;
        this.jdbc = jdbc;
        this.clock = clock;
        this.rooms = rooms;
    }

    /** The services that the actor's clinical teams refer to. */
    public List<ServiceChoice> services(Actor actor) {
        return jdbc.sql("""
                        select distinct s.contract_ref, s.clinical_team_id, t.name from service_route s join team t on t.id = s.clinical_team_id
                        join role_grant g on g.role = 'CLINICIAN' and g.username = ? and g.organisation_id = t.organisation_id
                            and (g.team_id is null or g.team_id = t.id) order by 1, 3""")
                .param(actor.username())
                .query((row, n) -> new ServiceChoice(row.getString(1), title(row.getString(1)), row.getString(2), row.getString(3))).list();
    }

    /** The boroughs and counties that the services of the actor's teams serve. */
    public List<String> areas(Actor actor) {
        return services(actor).stream().map(ServiceChoice::contractRef).distinct()
                .flatMap(ref -> contracts.inForce(ref, clock.today()).cohort().areas().stream()).distinct().sorted().toList();
    }

    /** The title of a contract in force today; its reference when it has none. */
    public String title(String contractRef) {
        return contracts.inForce(contractRef, clock.today()).title();
    }

    /** The actor's own referrals with where each stands, newest first; fifty to a page, counted from 1. */
    public List<Line> mine(int page, Actor actor) {
        return referrals.referredBy(actor).stream().skip((Math.max(1, page) - 1) * 50L).limit(50)
                .map(referral -> new Line(referral, title(referral.contractRef()), standing(referral, actor))).toList();
    }

    /**
     * One referral with where it stands, for someone who may see it.
     *
     * @throws Problem.NotFound when the actor may not see it
     */
    public Line one(String ref, Actor actor) {
        var referral = referrals.visible(ref, actor);
        return new Line(referral, title(referral.contractRef()), standing(referral, actor));
    }

    private Standing standing(ReferralView referral, Actor actor) {
        return rooms.stream().filter(room -> room.knows(referral.status())).findFirst().map(room -> room.of(referral, actor))
                .orElseGet(() -> switch (referral.status()) {
                    case IN_SUPPORT -> new Standing("Working with " + actors.nameOf(referral.specialist()), actors.nameOf(referral.specialist()), null, "");
                    case DUPLICATE -> new Standing("Joined with an earlier referral for the same person, which goes on", "", null, "");
                    case LEFT_LIST, ENDED -> ended(referral);
                    default -> new Standing(referral.status().label(), "", null, "");
                });
    }

    private static Standing ended(ReferralView referral) {
        if (referral.endReason() == EndReason.DIED) {
            return new Standing("This case is closed. Nothing more will be sent about it", "", null, "");
        }
        return new Standing(referral.status().label() + " on " + Words.date(referral.endedOn()) + ": " + referral.endReason().label(), "", null,
                "You can refer the person again at any time.");
    }

    /** One referral as its referrer sees it. */
    public record Line(ReferralView referral, String service, Standing standing) {}
}
