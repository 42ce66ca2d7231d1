package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.Hours;
import dk.grundskema.api.timetable.StaffHours;
import dk.grundskema.domain.time.IsoWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Somebody's hours in a week, or in each of several weeks in which they are the same.
 *
 * @param weeks which weeks, in words
 * @param hours hours in each of them
 */
public record HoursLine(String weeks, Hours hours) {
    /** A line for each week; where weeks are folded, one for those with the same hours, and none for those without. */
    static List<HoursLine> of(StaffHours person, boolean areFolded, Words words) {
        var alike = new LinkedHashMap<Object, List<IsoWeek>>();
        person.weeks().forEach((week, hours) -> {
            if (!areFolded || !hours.equals(Hours.NONE)) {
                alike.computeIfAbsent(areFolded ? hours : week, key -> new ArrayList<>())
                        .add(week);
            }
        });
        return alike.values().stream()
                .map(weeks -> new HoursLine(text(weeks, words), person.in(weeks.getFirst())))
                .toList();
    }

    private static String text(List<IsoWeek> weeks, Words words) {
        String numbers = WeekNumbers.text(weeks, words);
        return weeks.size() == 1 ? numbers : words.text("hours.weeks", numbers, weeks.size());
    }
}
