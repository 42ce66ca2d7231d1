package dk.grundskema.api.service.people;

import dk.grundskema.api.platform.page.PageHead;
import java.util.List;

/**
 * The page on which an organisation exports and erases personal data of its plans.
 *
 * @param organisation  id of the organisation
 * @param name          name of the organisation
 * @param days          days after the end of a plan until it is anonymised automatically; -1 means never
 * @param person        typed name or id of the person whose data was requested
 * @param personTrouble error of that; empty if valid
 * @param meant         people who match; empty if the match is unique or there is none
 * @param hasMore       whether there are more matches
 * @param date          typed date
 * @param dateTrouble   error of the date; empty if valid
 * @param sureTrouble   error if the confirmation is missing; empty otherwise
 * @param isDone        whether plans were just anonymised
 * @param forgotten     titles of those plans
 */
public record PersonalDataPage(
        String organisation,
        String name,
        int days,
        String person,
        String personTrouble,
        List<PersonMatch> meant,
        boolean hasMore,
        String date,
        String dateTrouble,
        String sureTrouble,
        boolean isDone,
        List<String> forgotten) {
    /** Copies the lists. */
    public PersonalDataPage {
        meant = List.copyOf(meant);
        forgotten = List.copyOf(forgotten);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("personal-data").withStyle("people.css");
    }

    /** Omits typed values, which may be a child's name. */
    @Override
    public String toString() {
        return organisation;
    }

    /**
     * A person who matches a search.
     *
     * @param id        id in the plans
     * @param name      name in the plans
     * @param isStudent whether it is a student; otherwise a staff member
     * @param classes   classes of the person; empty if none
     * @param plans     titles of the plans with the person
     * @param others    other names that plans have for this id; empty if none
     */
    public record PersonMatch(
            String id, String name, boolean isStudent, List<String> classes, List<String> plans, List<String> others) {
        /** Copies the lists. */
        public PersonMatch {
            classes = List.copyOf(classes);
            plans = List.copyOf(plans);
            others = List.copyOf(others);
        }

        /** Returns the id only. */
        @Override
        public String toString() {
            return id;
        }
    }
}
