package dk.grundskema.api.web.app.people;

import java.util.List;

/**
 * The page on which an organisation shows and lets go what its plans know about people.
 *
 * @param organisation  id of the organisation
 * @param name          what people call it
 * @param days          days after the end of a plan until it forgets by itself who took part; -1 means never
 * @param person        the name or id of the person whose data was asked for, as typed
 * @param personTrouble what is wrong with that; empty if nothing is
 * @param meant         who may be meant by it; empty if it is clear, or nobody is
 * @param hasMore       whether others may be meant, too
 * @param date          the date that was typed
 * @param dateTrouble   what is wrong with that; empty if nothing is
 * @param sureTrouble   what is missing for it to be done; empty if nothing is
 * @param isDone        whether plans have just forgotten
 * @param forgotten     titles of the plans that have
 */
public record PersonalDataPage(
        String organisation,
        String name,
        int days,
        String person,
        String personTrouble,
        List<Person> meant,
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

    /** Without what was typed, which may be a child's name. */
    @Override
    public String toString() {
        return organisation;
    }

    /**
     * Somebody who may be meant.
     *
     * @param id        what plans know the person by
     * @param name      what plans call the person
     * @param isStudent whether it is a student; otherwise the person is staff
     * @param classes   classes that the person is in; empty if none is said
     * @param plans     titles of the plans that have the person
     * @param others    what else plans call whoever has that id; empty means nothing else
     */
    public record Person(
            String id, String name, boolean isStudent, List<String> classes, List<String> plans, List<String> others) {
        /** Copies the lists. */
        public Person {
            classes = List.copyOf(classes);
            plans = List.copyOf(plans);
            others = List.copyOf(others);
        }

        /** Only the id. */
        @Override
        public String toString() {
            return id;
        }
    }
}
