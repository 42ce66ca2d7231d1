package dk.grundskema.api.service.overview;

import java.time.LocalDate;
import java.util.List;

/**
 * Model of the page of a plan.
 *
 * @param id           id
 * @param isScenario   whether it was created as a scenario of another plan
 * @param isInUse      whether people work by it
 * @param what         titles of its interventions
 * @param first        first day
 * @param last         last day
 * @param staff        number of staff members
 * @param students     number of students
 * @param rooms        number of rooms
 * @param hasTimetable whether it has a timetable
 * @param hasLessons   whether the school has lessons, which are shown before anything is planned
 * @param mayEdit      whether the visitor may start a solve
 * @param isReadOnly   whether a plugin is missing, so that the plan can only be looked at
 * @param isRunning    whether a solve is running or waiting
 * @param state        state of the last solve in words; empty if there was none
 */
public record PlanOverviewPage(
        String id,
        boolean isScenario,
        boolean isInUse,
        List<String> what,
        LocalDate first,
        LocalDate last,
        int staff,
        int students,
        int rooms,
        boolean hasTimetable,
        boolean hasLessons,
        boolean mayEdit,
        boolean isReadOnly,
        boolean isRunning,
        String state) {
    /** Returns the key of what is said of a scenario: one that is in use tries nothing any more. */
    public String scenarioKey() {
        return isInUse ? "plan.scenario.used" : "plan.scenario.hint";
    }

    /** Copies the list. */
    public PlanOverviewPage {
        what = List.copyOf(what);
    }
}
