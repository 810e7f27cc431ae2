package org.placewell.web.record;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.placewell.audit.AuditEntry;
import org.placewell.contract.domain.EvidenceKind;
import org.placewell.evidence.NeededCode;
import org.placewell.evidence.RejectionReason;
import org.placewell.jobsearch.Attendance;
import org.placewell.jobsearch.JobEndReason;
import org.placewell.referral.EndReason;
import org.placewell.security.Actors;
import org.placewell.shared.Pence;
import org.placewell.shared.Words;
import org.placewell.triage.HandBackReason;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts the details of audit lines into words. The lines keep codes, dates and pence, because they have to read the same for
 * ever; people read labels, names and pounds.
 */
@Component
class PlainDetail {

    private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");
    private static final Pattern PENCE = Pattern.compile("(?<![\\w-])(-?\\d{1,15})p\\b");
    private static final Pattern MINUTES = Pattern.compile("(?<![\\w-])(\\d{1,5}) min\\b");
    /** What only proves that nothing was changed says nothing to a reader: a file's hash, the seed of a draw. */
    private static final Pattern PROOF = Pattern.compile("\\s*\\b(sha256 )?[0-9a-f]{64}\\b|\\s*\\bseed -?\\d+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*[A-Za-z0-9]");
    private static final Map<String, String> LABELS = labels();
    private final Actors actors;
    private final MessageSource words;

    PlainDetail(Actors actors, MessageSource words) {
        this.actors = actors;
        this.words = words;
    }

    /** A reader of these lines of one referral; names are looked up once for all of them. */
    Reading of(List<AuditEntry> lines, String contractRef, String contractTitle) {
        var names = new TreeSet<String>();
        for (var line : lines) {
            names.add(line.actor());
            WORD.matcher(line.detail()).results().forEach(word -> names.add(word.group()));
        }
        var known = new HashMap<>(actors.namesOf(names));
        known.put(contractRef, contractTitle);
        return new Reading(known);
    }

    /** Reads the lines that it was made for. */
    final class Reading {

        private final Map<String, String> known;

        private Reading(Map<String, String> known) {
            this.known = known;
        }

        /** The name of who did it. */
        String name(String username) {
            return known.containsKey(username) ? known.get(username) : actors.nameOf(username);
        }

        /** The text with codes, login names, contracts, dates, minutes and pence as people read them. */
        String plain(String text) {
            var plain = PROOF.matcher(text).replaceAll("");
            plain = DAY.matcher(plain).replaceAll(day -> Words.date(LocalDate.parse(day.group())));
            plain = PENCE.matcher(plain).replaceAll(amount -> Pence.of(Long.parseLong(amount.group(1))).toString());
            plain = MINUTES.matcher(plain).replaceAll(minutes -> hours(Integer.parseInt(minutes.group(1))) + " a week");
            plain = plain.replaceAll("(?<=[a-z])/v(?=\\d)", " version ");
            return WORD.matcher(plain).replaceAll(word -> Matcher.quoteReplacement(word(word.group())));
        }

        private String word(String word) {
            var label = LABELS.get(word);
            if (label != null) {
                return Character.toLowerCase(label.charAt(0)) + label.substring(1);
            }
            return known.containsKey(word) ? known.get(word) : words.getMessage("word." + word, null, word, Locale.UK);
        }
    }

    private static String hours(int minutes) {
        return minutes % 60 == 0 ? minutes / 60 + " hours" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    private static Map<String, String> labels() {
        var labels = new HashMap<String, String>();
        put(labels, EndReason.values(), EndReason::code, EndReason::label);
        put(labels, HandBackReason.values(), HandBackReason::code, HandBackReason::label);
        put(labels, RejectionReason.values(), RejectionReason::code, RejectionReason::label);
        put(labels, NeededCode.values(), NeededCode::code, NeededCode::label);
        put(labels, EvidenceKind.values(), EvidenceKind::code, EvidenceKind::label);
        put(labels, JobEndReason.values(), JobEndReason::name, JobEndReason::label);
        put(labels, Attendance.values(), Attendance::name, Attendance::label);
        return Map.copyOf(labels);
    }

    private static <T> void put(Map<String, String> labels, T[] all, Function<T, String> code, Function<T, String> label) {
        Arrays.stream(all).forEach(one -> labels.put(code.apply(one), label.apply(one)));
    }
}
