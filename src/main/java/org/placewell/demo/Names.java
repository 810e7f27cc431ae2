package org.placewell.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
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

    /** One fictional person. */
    record Somebody(String given, String family, LocalDate birth, String nhsNumber, String phone) {}
}
