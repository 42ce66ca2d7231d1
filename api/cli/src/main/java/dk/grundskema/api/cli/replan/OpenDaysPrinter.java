package dk.grundskema.api.cli.replan;

import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.documents.timetable.ShortStaffNames;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.solver.repair.OpenDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Prints the days on which meetings of a weekly pattern lack a staff member, with the staff who are free.
 *
 * @param screen  screen to write to
 * @param texts   texts with the names of the plan in use
 * @param names   names of classes and groups
 * @param problem problem with the staff
 */
record OpenDaysPrinter(Screen screen, Texts texts, PlanNameResolver names, Problem problem) {
    /** Prints the days; nothing if there are none. */
    void print(List<OpenDays> days) {
        if (days.isEmpty()) {
            return;
        }
        var staff = new ShortStaffNames(problem.staff());
        screen.printLine(screen.bold(texts.text("replan.days", days.size())));
        Map<LocalDate, List<OpenDays>> byDate = days.stream()
                .collect(Collectors.groupingBy(one -> one.dates().getFirst(), TreeMap::new, Collectors.toList()));
        byDate.forEach((date, some) -> {
            screen.printLine(texts.text("replan.date", date));
            some.forEach(one -> print(one, staff));
        });
        screen.printLine(texts.text("replan.days-hours"));
        screen.printEmptyLine();
    }

    private void print(OpenDays one, ShortStaffNames staff) {
        int more = one.dates().size() - 1;
        screen.printLine("  " + screen.bold(describeMeeting(one.meeting())) + " – "
                + texts.text("replan.days-who", staff.shortName(one.staffId()))
                + (more == 0
                        ? ""
                        : ", "
                                + texts.text(
                                        "replan.days-more", more, one.dates().getLast())));
        screen.printLine("    " + describeSubstitutes(one, staff));
    }

    private String describeMeeting(Meeting meeting) {
        return texts.text("repair.meeting", meeting.start(), meeting.end(), names.titleWithGroups(meeting));
    }

    private String describeSubstitutes(OpenDays one, ShortStaffNames staff) {
        if (one.isFact()) {
            return texts.text("replan.days-teacher", otherParticipants(one, staff));
        }
        return one.free().isEmpty()
                ? texts.text("replan.days-nobody")
                : texts.text(
                        "replan.days-free",
                        one.free().stream().map(staff::shortName).collect(Collectors.joining(", ")));
    }

    private static String otherParticipants(OpenDays one, ShortStaffNames staff) {
        return one.meeting().seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .filter((StaffId who) -> !who.equals(one.staffId()))
                .map(staff::shortName)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
