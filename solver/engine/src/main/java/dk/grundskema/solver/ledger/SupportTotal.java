package dk.grundskema.solver.ledger;

import dk.grundskema.solver.spi.InterventionType;

/**
 * What is given of one intervention type.
 *
 * @param type            id of the type
 * @param category        its category, by the guide
 * @param plannedMinutes  elapsed minutes of meetings that are planned, 0 or more
 * @param tasks           things that come on a date without a time, such as a package sent home; 0 or more
 * @param enteredMinutes  of the planned minutes those of meetings of which somebody entered what came of them; 0 as long as nobody has
 * @param receivedMinutes of the entered minutes those of meetings that were held with the student there
 */
public record SupportTotal(
        String type,
        InterventionType.Category category,
        long plannedMinutes,
        int tasks,
        long enteredMinutes,
        long receivedMinutes) {

    /** Returns the sum of this and another total of the same type. */
    SupportTotal plus(SupportTotal more) {
        return new SupportTotal(
                type,
                category,
                plannedMinutes + more.plannedMinutes,
                tasks + more.tasks,
                enteredMinutes + more.enteredMinutes,
                receivedMinutes + more.receivedMinutes);
    }
}
