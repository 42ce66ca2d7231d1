package dk.grundskema.api.service.overview;

import dk.grundskema.api.planning.comparison.ParticipationChange;
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
 * @param all          the plans: first the one that the others are compared with, then oldest first; only the plan itself if it has no scenarios
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

    /** Returns the plan that the others are compared with. */
    public ScenarioColumn reference() {
        return all.getFirst();
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
     * @param asked        descriptions of what is asked differently than in the first plan, with old and new values
     * @param verdict      whether it is better than the first plan and why, or why neither is called better, as a sentence
     * @param minutes      working time of all staff together, in minutes
     * @param sessions     number of sessions that differ from the first plan; -1 if unknown
     * @param classes      classes and teams that differ from the first plan
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
            List<String> asked,
            String verdict,
            long minutes,
            int sessions,
            List<ParticipationChange> classes,
            String fidelity) {
        /** Copies the list. */
        public ScenarioColumn {
            status = List.copyOf(status);
            asked = List.copyOf(asked);
            classes = List.copyOf(classes);
        }
    }

    /**
     * Working time of a person in each plan.
     *
     * @param name    display name
     * @param minutes minutes by plan, in the order of the plans; -1 for one without a timetable
     */
    public record PersonMinutes(String name, List<Long> minutes) {
        /** Copies the list. */
        public PersonMinutes {
            minutes = List.copyOf(minutes);
        }

        /** Returns how many minutes a plan has more than the first one; negative if fewer, 0 if one of them has no timetable. */
        public long more(int plan) {
            return minutes.getFirst() < 0 || minutes.get(plan) < 0 ? 0 : minutes.get(plan) - minutes.getFirst();
        }
    }
}
