package org.placewell.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.referral.NameSounds;
import org.placewell.shared.NhsNumber;
import org.placewell.triage.Likeness.Written;

/** When two records are put before a person as possibly the same, and when they are left in peace. */
class LikenessTest {

    private static final LocalDate BORN = LocalDate.of(1988, 3, 7);

    @Test
    @DisplayName("The same name and birth date are alike, whatever the accents, hyphens, capitals and the order of the names")
    void sameName() {
        assertThat(found("Zoë", "O’Brien-Łukasz", BORN, "ZOE", "obrien lukasz", BORN)).isEqualTo(Likeness.SAME_NAME_AND_BIRTH_DATE);
        assertThat(found("Robin", "Field", BORN, "Field", "Robin", BORN)).isEqualTo(Likeness.SAME_NAME_AND_BIRTH_DATE);
    }

    @Test
    @DisplayName("Two slips of the typing hand in a name are forgiven, a swap of neighbours counts once, three are not")
    void slips() {
        assertThat(Likeness.slips("michael", "micheal")).isEqualTo(1);
        assertThat(Likeness.slips("michael", "michal")).isEqualTo(1);
        assertThat(Likeness.slips("", "abc")).isEqualTo(3);
        assertThat(Likeness.slips("abc", "abc")).isZero();
        assertThat(found("Michael", "Grant", BORN, "Micheal", "Grnt", BORN)).isEqualTo(Likeness.LIKE_NAME);
        assertThat(found("Adaeze", "Grant", BORN, "Michael", "Grant", BORN)).isNull();
    }

    @Test
    @DisplayName("Names that sound alike are alike with the same birth date, and with one that is nearly the same")
    void sounds() {
        assertThat(NameSounds.alike("Catherine", "Smyth", "Kathryn", "Schmidt")).isTrue();
        assertThat(found("Catherine", "Phillips", BORN, "Kathryn", "Filips", BORN)).isEqualTo(Likeness.LIKE_SOUND);
        assertThat(found("Catherine", "Phillips", BORN, "Kathryn", "Filips", LocalDate.of(1988, 7, 3))).isEqualTo(Likeness.LIKE_BIRTH_DATE);
        assertThat(found("Catherine", "Phillips", BORN, "Kathryn", "Filips", LocalDate.of(1991, 11, 21))).isNull();
        assertThat(NameSounds.alike("Amara", "Okafor-Jones", "Amara", "Jones")).as("one part of a double name").isTrue();
        assertThat(NameSounds.of("Юлия", "Петрова")).as("letters that English sounds do not know").isNotEmpty();
    }

    @Test
    @DisplayName("A birth date with day and month swapped, or one part wrong by up to ten years, is nearly the same")
    void birthDate() {
        assertThat(found("Robin", "Field", BORN, "Robin", "Field", LocalDate.of(1988, 7, 3))).isEqualTo(Likeness.LIKE_BIRTH_DATE);
        assertThat(found("Robin", "Field", BORN, "Robin", "Field", LocalDate.of(1998, 3, 7))).isEqualTo(Likeness.LIKE_BIRTH_DATE);
        assertThat(found("Robin", "Field", BORN, "Robin", "Field", LocalDate.of(1999, 3, 7))).isNull();
        assertThat(found("Robin", "Field", BORN, "Robin", "Field", LocalDate.of(1989, 3, 8))).isNull();
    }

    @Test
    @DisplayName("A number nearly the same needs the birth date or the sound of the name beside it")
    void number() {
        assertThat(Likeness.of(new Written("Robin", "Field", BORN, "9990000018"), new Written("Alex", "Marsh", BORN, "9990000107")))
                .hasValue(Likeness.LIKE_NUMBER);
        assertThat(Likeness.of(new Written("Robin", "Field", BORN, "9990000018"), new Written("Robyn", "Fielde", LocalDate.of(1970, 1, 1),
                "9990000107")))
                .hasValue(Likeness.LIKE_NUMBER);
        assertThat(Likeness.of(new Written("Robin", "Field", BORN, "9990000018"), new Written("Alex", "Marsh", LocalDate.of(1970, 1, 1),
                "9990000107")))
                .isEmpty();
        assertThat(Likeness.of(new Written("Robin", "Field", BORN, "9990000018"), new Written("Alex", "Marsh", BORN, null))).isEmpty();
    }

    @Test
    @DisplayName("The check digit of an NHS number catches every wrong digit and every two swapped: two wrong digits are the first that get through")
    void checkDigit() {
        var number = "9434765919";
        assertThat(valid(number)).isTrue();
        for (int at = 0; at < 10; at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var slipped = number.substring(0, at) + digit + number.substring(at + 1);
                assertThat(valid(slipped)).as(slipped).isEqualTo(slipped.equals(number));
            }
            for (int other = at + 1; other < 10; other++) {
                var letters = number.toCharArray();
                letters[at] = number.charAt(other);
                letters[other] = number.charAt(at);
                assertThat(valid(new String(letters))).isEqualTo(new String(letters).equals(number));
            }
        }
        assertThat(IntStream.range(0, 100).mapToObj(last -> number.substring(0, 8) + String.format("%02d", last))
                .filter(LikenessTest::valid)).hasSizeGreaterThan(1);
    }

    private static boolean valid(String number) {
        return NhsNumber.checkDigit(number.substring(0, 9)) == number.charAt(9) - '0';
    }

    private static Likeness found(String given, String family, LocalDate born, String otherGiven, String otherFamily, LocalDate otherBorn) {
        return Likeness.of(new Written(given, family, born, null), new Written(otherGiven, otherFamily, otherBorn, null)).orElse(null);
    }
}
