package dk.grundskema.api.exports.sheet;

import java.util.List;

/**
 * The status of a plan in words and numbers, without the people concerned, because sheets are put on public walls.
 *
 * @param headline state of the plan as a sentence
 * @param faults   what is wrong, such as "3 open places"; empty if nothing is
 */
public record PlanStatusText(String headline, List<String> faults) {
    /** Copies the list. */
    public PlanStatusText {
        faults = List.copyOf(faults);
    }
}
