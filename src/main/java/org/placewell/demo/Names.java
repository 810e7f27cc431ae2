package org.placewell.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.placewell.referral.AboutPerson;
import org.placewell.referral.Ethnicity;
import org.placewell.referral.Language;
import org.placewell.shared.NhsNumber;

/**
 * Fictional people: given and family names as varied as those of the areas served, NHS numbers of the 999 range that is never
 * given to anybody, telephone numbers that the regulator keeps free for drama.
 */
final class Names {

    private static final List<String> GIVEN = List.of("Amina", "Oliver", "Chidi", "Grace", "Mohammed", "Agnieszka", "Kwame", "Priya", "Callum",
            "Nasrin", "Tunde", "Megan", "Rashid", "Yetunde", "Dafydd", "Sofia", "Hassan", "Chloe", "Jamal", "Ewa", "Ravi", "Siobhan", "Abdul",
            "Leanne", "Kofi", "Fatima", "Declan", "Shanice", "Arjun", "Marta", "Tyrone", "Nadia", "Gareth", "Ayesha", "Emeka", "Hannah", "Ibrahim",
            "Tamika", "Piotr", "Meera", "Lewis", "Zainab", "Marlon", "Elif", "Sean", "Rukhsana", "Andrei", "Beth", "Yusuf", "Camille", "Dwayne",
            "Harpreet", "Niamh", "Tariq", "Joanna", "Kemi", "Bilal", "Rhiannon", "Femi", "Suki");
    private static final Set<String> MEN = Set.of("Oliver", "Chidi", "Mohammed", "Kwame", "Callum", "Tunde", "Rashid", "Dafydd", "Hassan", "Jamal", "Ravi",
            "Abdul", "Kofi", "Declan", "Arjun", "Tyrone", "Gareth", "Emeka", "Ibrahim", "Piotr", "Lewis", "Marlon", "Sean", "Andrei", "Yusuf", "Dwayne",
            "Tariq", "Bilal", "Femi");
    private static final List<String> FAMILY = List.of("Okafor", "Smith", "Begum", "Kowalska", "Mensah", "Patel", "Jones", "Hussain", "Adeyemi",
            "Clarke", "Rahman", "O’Brien", "Campbell", "Singh", "Novak", "Khan", "Williams", "Boateng", "Yilmaz", "Taylor", "Osei", "Ali", "Murphy",
            "Nguyen", "Brown", "Chowdhury", "Davies", "Balogun", "Popescu", "Francis", "Shah", "Evans", "Diallo", "Wright", "Uddin", "Morgan",
            "Abdi", "Thompson", "Iqbal", "Walsh", "Lewandowski", "Roberts", "Miah", "Ferreira", "Hall", "Nwosu", "Green", "Kaur", "McKenzie",
            "Demir", "Lawal", "Baker", "Sharma", "Ward", "Grant", "Costa", "Reid", "Asante", "Foster", "Haque");

    private Names() {}

    /**
     * The person with that number.
     *
     * @param number from 0; numbers below three million give different NHS numbers
     */
    static Somebody somebody(int number, RandomGenerator random, LocalDate today, int youngest, int oldest) {
        // Steps that share no factor with the list's length, so that neighbours differ and pairs repeat late.
        var given = GIVEN.get((int) ((number * 23L + number / GIVEN.size()) % GIVEN.size()));
        var family = FAMILY.get((int) ((number * 37L + number / 7) % FAMILY.size()));
        var birth = today.minusYears(youngest + random.nextInt(oldest - youngest)).minusDays(random.nextInt(364));
        return new Somebody(given, family, birth, nhsNumber(number), "07700 900 " + String.format("%03d", number % 1000));
    }

    /** The number-th valid NHS number that begins with 999. */
    private static String nhsNumber(int number) {
        // About one in eleven beginnings has no check digit: walk on within a block of its own for each person.
        for (int candidate = number % 300_000 * 3; ; candidate++) {
            var nine = "999" + String.format("%06d", candidate % 1_000_000);
            int check = NhsNumber.checkDigit(nine);
            if (check < 10) {
                return nine + check;
            }
        }
    }

    /** What the person says about themselves; it hangs on the number alone, so that nothing else that is drawn changes with it. */
    static AboutPerson about(int number, Somebody who) {
        if (number % 7 == 3) {
            return AboutPerson.NOT_ASKED;
        }
        var kinds = Ethnicity.values();
        var languages = number % 5 == 2 ? List.of(Language.values()[1 + number * 7 % (Language.values().length - 1)].code()) : List.<String>of();
        var wish = number % 6 == 0 ? number % 12 == 0 ? "woman" : "man" : "noPreference";
        return new AboutPerson(kinds[number * 11 % kinds.length].code(), number % 13 == 5 ? "notSaid" : MEN.contains(who.given()) ? "male" : "female",
                new AboutPerson.Wishes(languages, number % 3 == 0 ? "text" : "phone", number % 2 == 0 ? "community" : "clinic", wish));
    }

    /** One fictional person. */
    record Somebody(String given, String family, LocalDate birth, String nhsNumber, String phone) {}
}
