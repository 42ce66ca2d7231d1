package dk.grundskema.api.web.app.plans;

import java.time.LocalDate;
import java.util.List;

/**
 * The page of a plan.
 *
 * @param id           its id
 * @param isScenario   whether it was made beside another plan, to try something
 * @param what         the titles of its interventions
 * @param first        its first day
 * @param last         its last day
 * @param staff        how many are on the staff
 * @param students     how many students there are
 * @param rooms        how many rooms there are
 * @param hasTimetable whether there is a timetable yet
 * @param mayEdit      whether the visitor may let the computer plan
 * @param isRunning    whether the computer plans just now, or will
 * @param state        how the last solve stands, in words; empty if there never was one
 */
public record PlanPage(
        String id,
        boolean isScenario,
        List<String> what,
        LocalDate first,
        LocalDate last,
        int staff,
        int students,
        int rooms,
        boolean hasTimetable,
        boolean mayEdit,
        boolean isRunning,
        String state) {
    /** Copies the list. */
    public PlanPage {
        what = List.copyOf(what);
    }
}
