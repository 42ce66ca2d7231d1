package dk.grundskema.api.service.campguide;

import dk.grundskema.api.service.rules.PointerField;
import dk.grundskema.api.service.rules.SelectOption;
import java.util.List;

/**
 * Model of the step with the dates and the kind of the camp.
 *
 * @param title     display name
 * @param first     first day
 * @param last      last day
 * @param overnight {@code true} if participants sleep there, otherwise {@code false}
 * @param hasDays   whether the camp has its own base timetable, which stays if the kind changes
 * @param isFresh   whether to replace it with the default days
 * @param site      site of the camp
 * @param sites     selectable sites; empty if there is only one
 * @param by        who decided that students miss lessons
 * @param reason    reason of that decision
 */
public record CampDatesPage(
        PointerField title,
        PointerField first,
        PointerField last,
        PointerField overnight,
        boolean hasDays,
        boolean isFresh,
        PointerField site,
        List<SelectOption> sites,
        PointerField by,
        PointerField reason) {
    /** Copies the list. */
    public CampDatesPage {
        sites = List.copyOf(sites);
    }
}
