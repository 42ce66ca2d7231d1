package dk.grundskema.api.service.campguide;

import dk.grundskema.api.service.rules.PointerField;
import java.util.List;

/**
 * Model of the step with student teams and staff.
 *
 * @param isGiven  whether teams exist already; otherwise the plan forms them
 * @param count    number of teams to form
 * @param smallest minimum size of a team
 * @param largest  maximum size of a team
 * @param given    messages about the existing teams
 * @param groups   groups that can be teams
 * @param students number of participating students
 * @param isChosen whether particular students were chosen; otherwise all participate
 * @param staff    messages about the staff
 * @param people   selectable staff members
 */
public record CampTeamsPage(
        boolean isGiven,
        PointerField count,
        PointerField smallest,
        PointerField largest,
        PointerField given,
        List<CheckboxOption> groups,
        int students,
        boolean isChosen,
        PointerField staff,
        List<CheckboxOption> people) {
    /** Copies the lists. */
    public CampTeamsPage {
        groups = List.copyOf(groups);
        people = List.copyOf(people);
    }
}
