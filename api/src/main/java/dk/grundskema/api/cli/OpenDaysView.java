package dk.grundskema.api.cli;

import dk.grundskema.api.house.Names;
import dk.grundskema.api.timetable.FirstNames;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.solver.engine.OpenDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Single days on which meetings of a weekly pattern lack somebody, and who is free then.
 *
 * @param screen  where it is said
 * @param texts   texts with the names of the plan in use
 * @param names   names of classes and groups
 * @param problem whose staff is named
 */
record OpenDaysView(Screen screen, Texts texts, Names names, Problem problem) {
    /** Says them, a day at a time; nothing if there are none. */
    void say(List<OpenDays> days) {
        if (days.isEmpty()) {
            return;
        }
        var staff = new FirstNames(problem.staff());
        screen.say(screen.bold(texts.text("replan.days", days.size())));
        Map<LocalDate, List<OpenDays>> byDate = days.stream()
                .collect(Collectors.groupingBy(one -> one.dates().getFirst(), TreeMap::new, Collectors.toList()));
        byDate.forEach((date, some) -> {
            screen.say(texts.text("replan.date", date));
            some.forEach(one -> say(one, staff));
        });
        screen.say(texts.text("replan.days-hours"));
        screen.gap();
    }

    private void say(OpenDays one, FirstNames staff) {
        int more = one.dates().size() - 1;
        screen.say("  " + screen.bold(what(one.meeting())) + " – "
                + texts.text("replan.days-who", staff.of(one.staffId()))
                + (more == 0
                        ? ""
                        : ", "
                                + texts.text(
                                        "replan.days-more", more, one.dates().getLast())));
        screen.say("    " + whoElse(one, staff));
    }

    private String what(Meeting meeting) {
        return texts.text("repair.meeting", meeting.start(), meeting.end(), names.titled(meeting));
    }

    private String whoElse(OpenDays one, FirstNames staff) {
        if (one.isFact()) {
            return texts.text("replan.days-teacher", others(one, staff));
        }
        return one.free().isEmpty()
                ? texts.text("replan.days-nobody")
                : texts.text(
                        "replan.days-free", one.free().stream().map(staff::of).collect(Collectors.joining(", ")));
    }

    private static String others(OpenDays one, FirstNames staff) {
        return one.meeting().seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .filter((StaffId who) -> !who.equals(one.staffId()))
                .map(staff::of)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
