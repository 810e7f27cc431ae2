package org.placewell.caseload;

import java.time.LocalDate;
import java.util.List;

/**
 * What passing a caseload on would do, before anything is done.
 *
 * @param people everybody whose place the specialist has, in the order in which they were shared out
 * @param colleagues those chosen, as they stand now
 * @param hidden how many more there are of contracts that the leader does not lead
 * @param left what does not go with the caseload and has to be seen to apart
 */
public record PassOnView(String specialist, String specialistName, List<Row> people, List<RoomView> colleagues, int hidden, List<Left> left) {

    /**
     * Something that stays behind.
     *
     * @param words what it is and who sees to it
     * @param todo what to do about it, as the words of a link; empty where no page does it
     * @param path where that is done; empty for a reader who may not
     */
    public record Left(String words, String todo, String path) {}

    /**
     * One person.
     *
     * @param offered whether the place has only been offered, and not answered yet
     * @param since the day support began, or the place was offered
     * @param suggested the best colleague's login name; null when none can take the person
     * @param fits each colleague chosen and how they suit, best first
     */
    public record Row(String referralRef, String name, boolean offered, LocalDate since, String suggested, List<FitView> fits) {}

    /** How many of the people are suggested to a colleague. */
    public long suggestedTo(String username) {
        return people.stream().filter(one -> username.equals(one.suggested())).count();
    }
}
