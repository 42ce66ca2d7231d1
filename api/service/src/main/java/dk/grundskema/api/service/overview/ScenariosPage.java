package dk.grundskema.api.service.overview;

import dk.grundskema.api.platform.page.PageHead;
import dk.grundskema.api.service.publish.PublicationHistory.ShownPlan;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Model of the page that compares related plans.
 *
 * @param plan         id of the plan that the page belongs to
 * @param version      plan version on which changes are based
 * @param mayMake      whether the visitor may create scenarios and put them into use
 * @param mayEdit      whether the visitor may merge one into another
 * @param title        submitted title of a new scenario
 * @param titleTrouble error of the title; empty if none
 * @param errors       reasons why an action failed; empty if none did
 * @param done         last action of the visitor: {@code used} or {@code brought}; empty if none
 * @param shown        the plan that links show instead of the one in use; {@code null} if they show that one, or there is none
 * @param all          the plans, oldest first; only the plan itself if it has no scenarios
 * @param people       working time by person in each plan
 * @param styleAddress address of the style sheet of the timetables; empty if none is shown
 * @param miniTimetables small timetables
 */
public record ScenariosPage(
        String plan,
        long version,
        boolean mayMake,
        boolean mayEdit,
        String title,
        String titleTrouble,
        List<String> errors,
        String done,
        @Nullable ShownPlan shown,
        List<ScenarioColumn> all,
        List<PersonMinutes> people,
        String styleAddress,
        List<RevisionComparisonPage.MiniTimetable> miniTimetables) {
    /** Copies the lists. */
    public ScenariosPage {
        errors = List.copyOf(errors);
        all = List.copyOf(all);
        people = List.copyOf(people);
        miniTimetables = List.copyOf(miniTimetables);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        PageHead head = PageHead.ofText("scenarios")
                .withStyle("history.css")
                .withFullWidth()
                .withAutoRefresh();
        return styleAddress.isEmpty() ? head : head.withStyle(styleAddress);
    }

    /** Returns the plan that people work by, if it is among those of the page. */
    public Optional<ScenarioColumn> used() {
        return all.stream().filter(ScenarioColumn::isInUse).findFirst();
    }

    /** Returns the plan that the page belongs to. */
    public ScenarioColumn self() {
        return all.stream().filter(ScenarioColumn::isThis).findFirst().orElseThrow();
    }

    /**
     * A plan.
     *
     * @param id           id
     * @param head         id of its current revision
     * @param version      its version
     * @param title        title
     * @param isThis       whether the page belongs to it
     * @param isInUse      whether it is in use
     * @param hasTimetable whether it has a timetable
     * @param text         description of its last change
     * @param author       display name of that change's author; empty if unknown
     * @param at           time of that change
     * @param headline     sentence that says whether its plan holds; empty if there is no status
     * @param status       parts of its status in words; empty if there is none
     * @param minutes      working time of all staff together, in minutes
     * @param sessions     number of sessions that differ from the page's plan; -1 if unknown
     * @param fidelity     fulfilment of the requirements in words; empty if unknown
     */
    public record ScenarioColumn(
            String id,
            String head,
            long version,
            String title,
            boolean isThis,
            boolean isInUse,
            boolean hasTimetable,
            String text,
            String author,
            LocalDateTime at,
            String headline,
            List<String> status,
            long minutes,
            int sessions,
            String fidelity) {
        /** Copies the list. */
        public ScenarioColumn {
            status = List.copyOf(status);
        }
    }

    /**
     * Working time of a person in each plan.
     *
     * @param name    display name
     * @param minutes minutes by plan, in the order of the plans
     * @param own     minutes in the page's plan, for comparison
     */
    public record PersonMinutes(String name, List<Long> minutes, long own) {
        /** Copies the list. */
        public PersonMinutes {
            minutes = List.copyOf(minutes);
        }
    }
}
