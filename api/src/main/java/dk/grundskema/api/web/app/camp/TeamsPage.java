package dk.grundskema.api.web.app.camp;

import java.util.List;

/**
 * The teams of students, and who is on duty.
 *
 * @param isGiven  whether teams exist already; else the plan forms them
 * @param count    how many to form
 * @param smallest fewest students in one
 * @param largest  most students in one
 * @param given    what is said of the teams that exist
 * @param groups   the groups that may be teams
 * @param students how many students take part
 * @param isChosen whether some students were chosen; else all take part
 * @param staff    what is said of those on duty
 * @param people   who could be on duty
 */
public record TeamsPage(
        boolean isGiven,
        Field count,
        Field smallest,
        Field largest,
        Field given,
        List<Choice> groups,
        int students,
        boolean isChosen,
        Field staff,
        List<Choice> people) {
    /** Copies the lists. */
    public TeamsPage {
        groups = List.copyOf(groups);
        people = List.copyOf(people);
    }

    /**
     * Something that can be chosen.
     *
     * @param value    as files have it
     * @param text     as people call it
     * @param said     what else there is to know of it
     * @param isChosen whether it is
     */
    public record Choice(String value, String text, String said, boolean isChosen) {}
}
