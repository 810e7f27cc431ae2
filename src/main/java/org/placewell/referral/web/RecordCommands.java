package org.placewell.referral.web;

import java.util.Map;
import org.placewell.referral.JoinedRecord;
import org.placewell.referral.Referrals;
import org.placewell.referral.SamePerson;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.SimpleCommand;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Joining two records of one person, and separating them again. */
@Configuration(proxyBeanMethods = false)
class RecordCommands {

    private final Referrals referrals;
    private final SamePerson samePerson;

    RecordCommands(Referrals referrals, SamePerson samePerson) {
        this.referrals = referrals;
        this.samePerson = samePerson;
    }

    @Bean
    CommandHandler joinRecords() {
        return new SimpleCommand("joinRecords", "Join with another record of the same person", "The two records are one now", this::about,
                (subject, answers, actor) -> {
                    samePerson.join(subject, answers.text("other"), answers.text("rightRecord").equals("other"), answers.text("reason"), actor);
                    return "/clients/" + subject;
                });
    }

    @Bean
    CommandHandler separateRecords() {
        return new SimpleCommand("separateRecords", "Separate joined records", "The records are separate again", (subject, actor) -> {
            var page = about(subject, actor);
            var joins = samePerson.of(subject).stream().filter(JoinedRecord::stands)
                    .map(one -> new Option(String.valueOf(one.id()), one.name() + ", " + one.number() + ", " + String.join(" ", one.referrals()))).toList();
            if (joins.isEmpty()) {
                throw new Problem.Stale("No other record is joined with this one");
            }
            return page.with(joins.size() == 1 ? Map.of("join", joins.get(0).value()) : Map.of(), Map.of("joins", joins));
        }, (subject, answers, actor) -> {
            samePerson.separate(subject, Long.parseLong(answers.text("join")), answers.text("reason"), actor);
            return "/clients/" + subject;
        });
    }

    private TaskPage about(String subject, Actor actor) {
        return TaskPage.of("referral/side :: about", Map.of("referral", referrals.visible(subject, actor)));
    }
}
