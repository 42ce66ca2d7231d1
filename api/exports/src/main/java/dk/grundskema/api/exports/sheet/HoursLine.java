package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.timetable.PayrollHours;
import dk.grundskema.api.documents.timetable.StaffHours;
import dk.grundskema.api.exports.template.TemplateTexts;
import dk.grundskema.api.exports.template.WeekNumberFormatter;
import dk.grundskema.domain.time.IsoWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A person's hours in a week, or in each of several weeks with the same hours.
 *
 * @param weeks the weeks, as text
 * @param hours hours in each of them
 */
public record HoursLine(String weeks, PayrollHours hours) {
    /** Returns a line for each week; if weeks are folded, one line for all weeks with the same hours, and none for weeks without hours. */
    static List<HoursLine> linesOf(StaffHours person, boolean areFolded, TemplateTexts words) {
        var alike = new LinkedHashMap<Object, List<IsoWeek>>();
        person.weeks().forEach((week, hours) -> {
            if (!areFolded || !hours.equals(PayrollHours.NONE)) {
                alike.computeIfAbsent(areFolded ? hours : week, key -> new ArrayList<>())
                        .add(week);
            }
        });
        return alike.values().stream()
                .map(weeks -> new HoursLine(weeksText(weeks, words), person.hoursIn(weeks.getFirst())))
                .toList();
    }

    private static String weeksText(List<IsoWeek> weeks, TemplateTexts words) {
        String numbers = WeekNumberFormatter.format(weeks, words);
        return weeks.size() == 1 ? numbers : words.text("hours.weeks", numbers, weeks.size());
    }
}
