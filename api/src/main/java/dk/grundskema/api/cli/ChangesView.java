package dk.grundskema.api.cli;

import dk.grundskema.api.house.Names;
import dk.grundskema.api.timetable.FirstNames;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.SessionChange;
import dk.grundskema.solver.engine.Repair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a repair changes, in words: day by day, person by person, each thing once. */
final class ChangesView {
    private final Screen screen;
    private final Texts texts;
    private final Names names;
    private final FirstNames staff;

    /**
     * @param screen  where it is said
     * @param texts   texts with the names of the plan that was in use
     * @param names   names of teams
     * @param problem whose staff is named
     */
    ChangesView(Screen screen, Texts texts, Names names, Problem problem) {
        this.screen = screen;
        this.texts = texts;
        this.names = names;
        this.staff = new FirstNames(problem.staff());
    }

    /** Who takes something instead of whom; nobody instead of somebody is a gap. */
    private record Taking(@Nullable StaffId who, @Nullable StaffId insteadOf) {}

    /** Says all changes, and how many they are. */
    void say(Repair repair, List<Object> absentees) {
        screen.say(screen.bold(texts.text("replan.repair")));
        Map<LocalDate, List<SessionChange>> byDate = new TreeMap<>();
        for (SessionChange change : repair.changes().sessions()) {
            Meeting meeting = change.before() == null ? change.meeting() : change.before();
            byDate.computeIfAbsent(meeting.time().firstDate(), fresh -> new ArrayList<>())
                    .add(change);
        }
        byDate.forEach((date, changes) -> {
            screen.say(texts.text("replan.date", date));
            takings(changes).forEach(this::taking);
            changes.stream().filter(SessionChange::isMoved).forEach(this::moved);
            changes.stream()
                    .filter(change -> !change.isMoved() && (change.isInOtherRoom() || change.isOfOtherSubject()))
                    .forEach(this::otherwise);
        });
        int seats = repair.changes().sessions().stream()
                .mapToInt(change ->
                        Math.max(change.coming().size(), change.leaving().size()))
                .sum();
        screen.gap();
        screen.say(texts.text("replan.summary", repair.personDays().size(), seats, absentees));
        screen.say(texts.text(
                repair.isLeast() ? "replan.least" : repair.isMended() ? "replan.perhaps-fewer" : "replan.not-mended"));
        screen.gap();
    }

    private static Map<Taking, List<Meeting>> takings(List<SessionChange> changes) {
        Map<Taking, List<Meeting>> takings = new LinkedHashMap<>();
        for (SessionChange change : changes) {
            List<StaffId> coming = change.coming();
            List<StaffId> leaving = change.leaving();
            for (int i = 0; i < Math.max(coming.size(), leaving.size()); i++) {
                var taking = new Taking(
                        i < coming.size() ? coming.get(i) : null, i < leaving.size() ? leaving.get(i) : null);
                takings.computeIfAbsent(taking, fresh -> new ArrayList<>()).add(change.meeting());
            }
        }
        return takings;
    }

    private void taking(Taking taking, List<Meeting> meetings) {
        String what = meetings.stream().map(this::what).collect(Collectors.joining(", "));
        if (taking.who() == null) {
            screen.say("  "
                    + screen.red(texts.text("replan.gap", staff.of(Objects.requireNonNull(taking.insteadOf())), what)));
        } else if (taking.insteadOf() == null) {
            screen.say("  " + texts.text("replan.joins", staff.of(taking.who()), what));
        } else {
            screen.say("  " + texts.text("replan.takes", staff.of(taking.who()), what, staff.of(taking.insteadOf())));
        }
    }

    private String what(Meeting meeting) {
        String groups = names.fewBeside(meeting);
        return texts.text("replan.meeting", meeting.start(), meeting.end(), meeting.title())
                + (groups.isEmpty() ? "" : " (" + groups + ")");
    }

    private void moved(SessionChange change) {
        Meeting before = Objects.requireNonNull(change.before());
        Meeting after = Objects.requireNonNull(change.after());
        screen.say("  "
                + texts.text(
                        after.roomId() == null ? "replan.moves" : "replan.moves-to-room",
                        what(before),
                        after.time().firstDate(),
                        after.start(),
                        after.end(),
                        after.roomId() == null ? "" : after.roomId()));
    }

    private void otherwise(SessionChange change) {
        Meeting before = Objects.requireNonNull(change.before());
        Meeting after = Objects.requireNonNull(change.after());
        screen.say("  "
                + texts.text(
                        "replan.otherwise",
                        what(before),
                        after.title(),
                        after.roomId() == null ? texts.text("replan.no-room") : after.roomId()));
    }
}
