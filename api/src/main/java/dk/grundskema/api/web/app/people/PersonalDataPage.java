package dk.grundskema.api.web.app.people;

import java.util.List;

/**
 * The page on which an organisation shows and lets go what its plans know about people.
 *
 * @param organisation  id of the organisation
 * @param name          what people call it
 * @param days          days after the end of a plan until it forgets by itself who took part; -1 means never
 * @param person        the id of the person whose data was asked for, as typed
 * @param personTrouble what is wrong with that; empty if nothing is
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
        String date,
        String dateTrouble,
        String sureTrouble,
        boolean isDone,
        List<String> forgotten) {
    /** Copies the list. */
    public PersonalDataPage {
        forgotten = List.copyOf(forgotten);
    }
}
