package org.placewell.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.MoneyWorld;
import org.placewell.referral.AboutPeople;
import org.placewell.referral.AboutPerson;
import org.placewell.referral.AboutPerson.Wishes;
import org.placewell.referral.Ethnicity;
import org.placewell.referral.Language;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.Referrals;
import org.placewell.shared.MovableClock;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;

@PlacewellTest
@DisplayName("The columns that a file of people may have and need not")
class IntakeColumnsTest {

    /** The template of the first release, letter by letter: files made from it are on people's computers. */
    private static final String FORMER = "row key,nhs number,no number reason,given name,family name,birth date,phone,email,contract,clinical team,referrer,"
            + "referred on,consent on,may share evidence,may ask employers,health group,stage,joined list on,priority,specialist,support since,"
            + "profile completed on,benefits advice on,employer,job title,job kind,started on,hours a week,claims from";
    @Autowired Intake intake;
    @Autowired MoneyWorld money;
    @Autowired MovableClock clock;
    @Autowired Referrals referrals;
    @Autowired AboutPeople people;

    @BeforeEach
    void time() {
        clock.stopAt(LocalDate.of(2026, 6, 9));
    }

    @Test
    @DisplayName("A file made from the former template comes in as before, as CSV with a byte order mark and as a workbook with its own days")
    void formerTemplate() throws IOException {
        var service = money.service();
        var waits = former(Sheets.waiting(service, "F1", "Fred"));
        var works = former(Sheets.working(service, "F2", "Flo"));
        var csv = "\ufeff" + FORMER + "\r\n" + String.join(",", waits) + "\r\n" + String.join(",", works) + "\r\n";
        var refs = brought(service, csv.getBytes(StandardCharsets.UTF_8));
        assertThat(refs).extracting(ref -> referrals.get(ref).status()).containsExactly(ReferralStatus.WAITING, ReferralStatus.IN_SUPPORT);
        assertThat(people.of(refs.get(0), service.leader())).isEqualTo(AboutPerson.NOT_ASKED);
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Test", "1.0")) {
            var sheet = book.newWorksheet("People");
            var head = FORMER.split(",");
            var row = former(Sheets.waiting(service, "F3", "Fay"));
            for (int i = 0; i < head.length; i++) {
                sheet.value(0, i, head[i]);
                if (head[i].equals("referred on")) {
                    sheet.value(1, i, LocalDate.of(2026, 1, 12));
                    sheet.style(1, i).format("dd/mm/yyyy").set();
                } else if (!row.get(i).isEmpty()) {
                    sheet.value(1, i, row.get(i));
                }
            }
        }
        var fromWorkbook = brought(service, bytes.toByteArray()).get(0);
        assertThat(referrals.get(fromWorkbook).referredOn()).isEqualTo("2026-01-12");
        assertThat(referrals.get(fromWorkbook).work().outOfWork()).isTrue();
    }

    @Test
    @DisplayName("Ethnicity, sex and language come in by the lists of the referral form, with what triage and the list ask besides")
    void said() {
        var service = money.service();
        var byWords = said(Sheets.toTriage(service, "S1", "Sid"), "asian or asian british: indian", "Female", "Polish; bsl");
        byWords.put(Column.JOB_SOON, "yes");
        byWords.put(Column.PAID_WORK, "yes");
        var byCode = said(Sheets.supported(service, "S2", "Sue"), "M", "in another way", "farsi");
        var refs = brought(service, Sheets.csv(List.of(byWords, byCode)));
        assertThat(people.of(refs.get(0), service.leader()))
                .isEqualTo(new AboutPerson("H", "female", new Wishes(List.of("pl", "bfi"), "", "", "")));
        assertThat(people.of(refs.get(1), service.leader())).isEqualTo(new AboutPerson("M", "other", new Wishes(List.of("fa"), "", "", "")));
        var work = referrals.get(refs.get(0)).work();
        assertThat(List.of(work.outOfWork(), work.jobSoon(), work.lastWorked())).isEqualTo(List.of(false, true, "oneToFive"));
        assertThat(referrals.get(refs.get(0)).area()).isEqualTo("Haringey");
    }

    @Test
    @DisplayName("Every entry of the form's lists reads by its code and by its words")
    void lists() {
        for (var one : Ethnicity.values()) {
            assertThat(List.of(PersonWords.ethnicity(Column.plain(one.code())), PersonWords.ethnicity(Column.plain(one.label())),
                    PersonWords.ethnicity(Column.plain(one.code() + " " + one.label())))).containsOnly(one.code());
        }
        for (var one : Language.values()) {
            assertThat(PersonWords.languages(Column.plain(one.label()))).contains(List.of(one.code()));
            assertThat(PersonWords.languages(one.code())).contains(List.of(one.code()));
        }
        assertThat(Column.ETHNICITY.choices()).hasSize(Ethnicity.values().length);
        assertThat(Column.LANGUAGE.choices()).hasSize(Language.values().length);
    }

    @Test
    @DisplayName("What is on no list is named with its column and never guessed; formulas and quoted newlines are refused there, too")
    void refused() {
        var service = money.service();
        var wrong = said(Sheets.waiting(service, "R1", "Ron"), "British", "woman", "Polish; English; French");
        wrong.put(Column.LAST_WORKED, "long ago");
        var odd = said(Sheets.waiting(service, "R2", "Roz"), "=HYPERLINK(\"http://x\")", "", "Polish\nEnglish");
        var job = said(Sheets.working(service, "R3", "Rix"), "", "", "");
        job.put(Column.PAID_WORK, "no");
        var file = intake.upload("r.csv", Sheets.csv(List.of(wrong, odd, job)), service.leader());
        var rows = intake.rows(file, Set.of(RowStatus.WRONG), 9, service.leader());
        assertThat(rows.get(0).problems()).containsExactlyInAnyOrder("ethnicity must be a letter or the words of the list on the page, or empty",
                "sex must be female, male, in another way or not said, or empty",
                "language must be one or two languages of the list on the page, with a semicolon between them, or empty",
                "last worked must be within a year, one to five years, over five years or never, or empty");
        assertThat(rows.get(1).problems()).containsExactlyInAnyOrder("ethnicity must be a letter or the words of the list on the page, or empty",
                "language holds a sign that cannot be shown. Type it again");
        assertThat(rows.get(2).problems()).containsExactly("in paid work is filled in, but the stage is 'in work'. Empty it, or change the stage");
        var csv = new String(intake.faults(file, false, service.leader()).content(), StandardCharsets.UTF_8);
        assertThat(csv).contains("'=HYPERLINK").contains("\"Polish\nEnglish\"");
        assertThat(intake.upload("again.csv", csv.getBytes(StandardCharsets.UTF_8), service.leader())).as("the file of mistakes can be sent again").isNotEmpty();
    }

    @Test
    @DisplayName("Of somebody known, an import answers what is open and changes no answer")
    void known() {
        var service = money.service();
        var other = money.service();
        var number = Sheets.number(service.number() * 50 + 11);
        var first = numbered(said(Sheets.waiting(service, "K1", "Kai"), "A", "", "Polish"), number);
        var second = numbered(said(Sheets.waiting(other, "K2", "Kai"), "S", "male", "French"), number);
        second.put(Column.BIRTH_DATE, first.get(Column.BIRTH_DATE));
        brought(service, Sheets.csv(List.of(first)));
        var ref = brought(other, Sheets.csv(List.of(second))).get(0);
        assertThat(people.of(ref, other.leader())).isEqualTo(new AboutPerson("A", "male", new Wishes(List.of("pl"), "", "", "")));
    }

    private List<String> brought(World.Service service, byte[] content) {
        var file = intake.upload("x.csv", content, service.leader());
        var ask = intake.rows(file, Set.of(RowStatus.ASK), 100, service.leader()).stream().map(RowView::line).toList();
        intake.confirm(file, ask, service.leader());
        intake.work();
        var done = intake.rows(file, Set.of(RowStatus.values()), 100, service.leader());
        assertThat(done).as("%s", done).allMatch(row -> row.status() == RowStatus.DONE);
        return done.stream().map(RowView::referralRef).toList();
    }

    private static Map<Column, String> said(Map<Column, String> row, String ethnicity, String sex, String language) {
        row.put(Column.ETHNICITY, ethnicity);
        row.put(Column.SEX, sex);
        row.put(Column.LANGUAGE, language);
        return row;
    }

    private static Map<Column, String> numbered(Map<Column, String> row, String number) {
        row.put(Column.NHS_NUMBER, number);
        row.remove(Column.NO_NUMBER_REASON);
        return row;
    }

    /** The row's cells under the former headings. */
    private static List<String> former(Map<Column, String> row) {
        var cells = new EnumMap<Column, String>(row);
        var line = new ArrayList<String>();
        for (var heading : FORMER.split(",")) {
            line.add(cells.getOrDefault(Column.of(heading).orElseThrow(), ""));
        }
        return line;
    }
}
