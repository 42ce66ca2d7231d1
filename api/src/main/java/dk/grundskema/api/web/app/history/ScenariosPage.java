package dk.grundskema.api.web.app.history;

import java.time.LocalDateTime;
import java.util.List;

/**
 * The page with plans that belong together, side by side.
 *
 * @param plan         id of the plan on whose page they are
 * @param version      its version, on which changes are based
 * @param mayMake      whether the visitor may make scenarios and say by which people work
 * @param mayEdit      whether the visitor may bring one into another
 * @param title        the title that was typed for a new one
 * @param titleTrouble what is wrong with that; empty if nothing is
 * @param troubles     why something wasn't done; empty if it was, or nothing was tried
 * @param done         what the visitor has just done: {@code used} or {@code brought}; empty if nothing
 * @param all          the plans, the oldest first; the first is the plan itself where there is no other
 * @param people       who works how much in each
 * @param looks        address of the style of the timetables; empty if none is shown
 * @param glances      the timetables in small
 */
public record ScenariosPage(
        String plan,
        long version,
        boolean mayMake,
        boolean mayEdit,
        String title,
        String titleTrouble,
        List<String> troubles,
        String done,
        List<Scenario> all,
        List<Person> people,
        String looks,
        List<RevisionPage.Glance> glances) {
    /** Copies the lists. */
    public ScenariosPage {
        troubles = List.copyOf(troubles);
        all = List.copyOf(all);
        people = List.copyOf(people);
        glances = List.copyOf(glances);
    }

    /** The plan on whose page they are. */
    public Scenario self() {
        return all.stream().filter(Scenario::isThis).findFirst().orElseThrow();
    }

    /**
     * One of the plans.
     *
     * @param id           its id
     * @param head         id of the revision that it is at
     * @param version      its version
     * @param title        what people call it
     * @param isThis       whether the page is of it
     * @param isInUse      whether people work by it
     * @param hasTimetable whether it has a timetable
     * @param text         what was done to it last
     * @param author       by whom; empty if nobody knows any more
     * @param at           when
     * @param shortcomings how often it breaks what must be kept
     * @param wishes       wishes that it doesn't meet
     * @param minutes      how much everybody works together
     * @param sessions     how many sessions are held otherwise than in the plan of the page; -1 if that isn't known
     * @param fidelity     how much it gives of what is asked, in words; empty if that isn't known
     */
    public record Scenario(
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
            long shortcomings,
            long wishes,
            long minutes,
            int sessions,
            String fidelity) {}

    /**
     * How much somebody works in each plan.
     *
     * @param name    who
     * @param minutes how many minutes, by the order of the plans
     * @param own     how many in the plan of the page, to which the others are compared
     */
    public record Person(String name, List<Long> minutes, long own) {
        /** Copies the list. */
        public Person {
            minutes = List.copyOf(minutes);
        }
    }
}
