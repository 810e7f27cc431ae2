package org.placewell.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of the file, in the template's order, each with what it asks for in plain words. */
public enum Column {
    ROW_KEY("row key", "always", "KC-0042", "Your own number for this person, such as the record number in your old system. Keep it when you mend the"
            + " file: a row that was brought in once is never brought in again"),
    NHS_NUMBER("nhs number", "if known", "", "Ten digits, spaces do not matter"),
    NO_NUMBER_REASON("no number reason", "without an NHS number", "not known", "not known, not registered or not willing"),
    GIVEN_NAME("given name", "always", "Ada", ""),
    FAMILY_NAME("family name", "always", "Example", ""),
    BIRTH_DATE("birth date", "always", "17/05/1988", "Like 17/05/1988 or 1988-05-17"),
    PHONE("phone", "if known", "", ""),
    EMAIL("email", "if known", "", ""),
    CONTRACT("contract", "always", "", "The reference or the title of the contract"),
    CLINICAL_TEAM("clinical team", "always", "", "The team that referred the person: its name as listed below"),
    REFERRER("referrer", "if the clinician uses Placewell", "",
            "The login name or name of a clinician of that clinical team. Without it the clinicians of that team answer together for somebody to triage;"
            + " for everybody else you are named yourself"),
    REFERRED_ON("referred on", "always", "03/02/2026", "The day of the referral. It decides which version of the contract holds"),
    CONSENT_ON("consent on", "always", "01/02/2026", "The day on which the person agreed to be referred"),
    SHARE_EVIDENCE("may share evidence", "no when empty", "yes",
            "Whether the person agreed that evidence of their work goes to the payer: yes or no"),
    ASK_EMPLOYERS("may ask employers", "no when empty", "no", "Whether the person agreed that employers are asked: yes or no"),
    HEALTH_GROUP("health group", "always", "severe mental illness", "severe mental illness, common mental illness, learning disability, addiction,"
            + " long-term condition or other"),
    STAGE("stage", "always", "in work", "to triage, waiting, in support or in work. A referral to triage has not been decided yet: it goes through triage like any"
            + " other, and its clock and its wait count from the day of the referral"),
    JOINED_ON("joined list on", "when waiting", "10/02/2026",
            "The day on which the person was accepted and joined the waiting list. The wait counts from it"),
    PRIORITY("priority", "if decided", "", "1 (first) to 4. Without it the usual rules decide"),
    SPECIALIST("specialist", "in support, in work", "", "The employment specialist’s login name or name"),
    SUPPORT_SINCE("support since", "in support, in work", "02/03/2026", "The day on which support began"),
    PROFILE_ON("profile completed on", "if completed", "16/03/2026",
            "The day on which the vocational profile was completed. Without it the profile is a task"),
    ADVICE_ON("benefits advice on", "if offered", "20/03/2026", "The day on which advice on benefits was offered. Without it the advice is a task"),
    EMPLOYER("employer", "in work", "Example Bakery", ""),
    JOB_TITLE("job title", "in work", "Baker", ""),
    JOB_KIND("job kind", "employed when empty", "employed", "employed, self-employed, apprenticeship, zero hours or agency. Only paid work that is"
            + " open to everybody; volunteering is no job here"),
    STARTED_ON("started on", "in work", "13/04/2026", "The first day in the job"),
    WEEKLY_HOURS("hours a week", "in work", "18.5", "More than 0 and at most 100"),
    CLAIMS_FROM("claims from", "if agreed with the payer", "", "Outcomes reached on this day or later are claimed here. Without it only those reached"
            + " from the day of bringing in on: what was reached before belongs to the service that claimed it"),
    // Rows are kept as a list of cells in this order: what is new goes to the end, so that what an earlier release kept still reads.
    AREA("area", "if known", "", "The borough or county the person lives in, as the contract names it"),
    PAID_WORK("in paid work", "no when empty", "no", "Whether the person was in paid work on the day of the referral: yes or no. Of somebody whose"
            + " stage is in work, the first day in the job says it"),
    LAST_WORKED("last worked", "if known", "one to five years", "within a year, one to five years, over five years or never: as on the day of the"
            + " referral. It helps to see how much support somebody will need"),
    JOB_SOON("job or interview close", "no when empty", "no", "Whether a job or an interview is close: yes or no. It counts for the priority"),
    ETHNICITY("ethnicity", "if said", "A", "One letter or its words, from the list that the NHS uses", PersonWords.ETHNICITIES),
    SEX("sex", "if said", "female", "female, male, in another way or not said"),
    LANGUAGE("language", "if said", "Polish; English", "What the person would rather speak with their specialist: one or two of the list, with"
            + " a semicolon between them", PersonWords.LANGUAGES);

    private final String heading;
    private final String when;
    private final String example;
    private final String help;
    private final List<String> choices;

    Column(String heading, String when, String example, String help) {
        this(heading, when, example, help, null);
    }

    Column(String heading, String when, String example, String help, List<String> choices) {
        this.choices = choices;
        this.heading = heading;
        this.when = when;
        this.example = example;
        this.help = help;
    }

    /** The heading in the file's first row. */
    public String heading() {
        return heading;
    }

    /** When it has to be filled in, in words. */
    public String when() {
        return when;
    }

    /** What stands in the template's example row; may be empty. */
    public String example() {
        return example;
    }

    /** What goes in, in words; may be empty. */
    public String help() {
        return help;
    }

    /** The list from which it is filled in, where that is long; null otherwise. */
    public List<String> choices() {
        return choices;
    }

    /** Whether a file without this column is refused as a whole. */
    boolean isNeeded() {
        return when.equals("always");
    }

    /** Whether the column holds a day. */
    boolean isDay() {
        return name().endsWith("_ON") || this == BIRTH_DATE || this == SUPPORT_SINCE || this == CLAIMS_FROM;
    }

    /** The column of a heading, however its capitals and spaces are set. */
    static Optional<Column> of(String heading) {
        var plain = plain(heading);
        return Arrays.stream(values()).filter(column -> column.heading.equals(plain)).findFirst();
    }

    /** Small letters, one space between words. */
    static String plain(String text) {
        return text.replaceAll("[\\s_\\u00a0]+", " ").strip().toLowerCase(Locale.UK);
    }
}
