package dk.grundskema.api.repair;

import dk.grundskema.api.house.Names;
import dk.grundskema.api.timetable.FirstNames;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.SessionChange;
import dk.grundskema.solver.engine.Repair;
import dk.grundskema.solver.engine.WhoCould.Unable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a repair changes and why somebody can't take a seat, in words: day by day, person by person, each thing once. */
public final class RepairWords {
    private final Texts texts;
    private final Names names;
    private final FirstNames staff;

    /**
     * @param texts   texts with the names of the plan that was in use; the house's own are among them
     * @param names   the same names
     * @param problem whose staff is named
     */
    public RepairWords(Texts texts, Names names, Problem problem) {
        this.texts = texts;
        this.names = names;
        this.staff = new FirstNames(problem.staff());
    }

    /**
     * One change in words.
     *
     * @param text  the words
     * @param isGap whether nobody takes over
     */
    public record Line(String text, boolean isGap) {}

    /** Who takes something instead of whom; nobody instead of somebody is a gap. */
    private record Taking(@Nullable StaffId who, @Nullable StaffId insteadOf) {}

    /** All changes, by the date on which the meeting was first to be held. */
    public SortedMap<LocalDate, List<Line>> lines(ChangeSet changes) {
        Map<LocalDate, List<SessionChange>> byDate = new TreeMap<>();
        for (SessionChange change : changes.sessions()) {
            Meeting meeting = change.before() == null ? change.meeting() : change.before();
            byDate.computeIfAbsent(meeting.time().firstDate(), fresh -> new ArrayList<>())
                    .add(change);
        }
        var lines = new TreeMap<LocalDate, List<Line>>();
        byDate.forEach((date, some) -> lines.put(date, lines(some)));
        return Collections.unmodifiableSortedMap(lines);
    }

    private List<Line> lines(List<SessionChange> changes) {
        var lines = new ArrayList<Line>();
        takings(changes).forEach((taking, meetings) -> lines.add(taking(taking, meetings)));
        changes.stream().filter(SessionChange::isMoved).map(this::moved).forEach(lines::add);
        changes.stream()
                .filter(change -> !change.isMoved() && (change.isInOtherRoom() || change.isOfOtherSubject()))
                .map(this::otherwise)
                .forEach(lines::add);
        return List.copyOf(lines);
    }

    /** How much changes, and whether less would do. */
    public List<String> summary(Repair repair, List<Object> absentees) {
        int seats = repair.changes().sessions().stream()
                .mapToInt(change ->
                        Math.max(change.coming().size(), change.leaving().size()))
                .sum();
        return List.of(
                texts.text("repair.summary", repair.personDays().size(), seats, absentees),
                texts.text(
                        repair.isLeast()
                                ? "repair.least"
                                : repair.isMended() ? "repair.perhaps-fewer" : "repair.not-mended"));
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

    private Line taking(Taking taking, List<Meeting> meetings) {
        String what = meetings.stream().map(this::what).collect(Collectors.joining(", "));
        if (taking.who() == null) {
            StaffId gone = Objects.requireNonNull(taking.insteadOf());
            return new Line(texts.text("repair.gap", staff.of(gone), what), true);
        }
        return new Line(
                taking.insteadOf() == null
                        ? texts.text("repair.joins", staff.of(taking.who()), what)
                        : texts.text("repair.takes", staff.of(taking.who()), what, staff.of(taking.insteadOf())),
                false);
    }

    private String what(Meeting meeting) {
        String groups = names.fewBeside(meeting);
        return texts.text("repair.meeting", meeting.start(), meeting.end(), meeting.title())
                + (groups.isEmpty() ? "" : " (" + groups + ")");
    }

    private Line moved(SessionChange change) {
        Meeting before = Objects.requireNonNull(change.before());
        Meeting after = Objects.requireNonNull(change.after());
        return new Line(
                texts.text(
                        after.roomId() == null ? "repair.moves" : "repair.moves-to-room",
                        what(before),
                        after.time().firstDate(),
                        after.start(),
                        after.end(),
                        after.roomId() == null ? "" : after.roomId()),
                false);
    }

    private Line otherwise(SessionChange change) {
        Meeting before = Objects.requireNonNull(change.before());
        Meeting after = Objects.requireNonNull(change.after());
        return new Line(
                texts.text(
                        "repair.otherwise",
                        what(before),
                        after.title(),
                        after.roomId() == null ? texts.text("repair.no-room") : after.roomId()),
                false);
    }

    /** Why somebody can't take a seat, in as few words as can be; empty if nobody would ask. */
    public String reason(Unable one) {
        return switch (one.obstacle()) {
            case AWAY -> texts.text("repair.reason-away");
            case SEAT_IS_FIXED -> texts.text("repair.reason-fixed");
            case NOT_ASKED -> "";
            case BREAKS_RULES -> broken(one.rules().getFirst());
        };
    }

    /** The first of the rules that would be broken. */
    private String broken(String rule) {
        return switch (rule) {
            case "core.person-in-two-places" -> texts.text("repair.reason-busy");
            case "core.daily-rest" -> texts.text("repair.reason-daily-rest");
            case "core.weekly-rest" -> texts.text("repair.reason-weekly-rest");
            case "core.daily-hours" -> texts.text("repair.reason-daily-hours");
            case "core.weekly-hours" -> texts.text("repair.reason-weekly-hours");
            case "core.travel-time" -> texts.text("repair.reason-travel");
            default -> ruleName(rule);
        };
    }

    /** What a rule is called within a sentence. */
    public String ruleName(String rule) {
        String key = "rule." + rule + ".name";
        String name = texts.has(key) ? texts.text(key) : rule;
        return name.substring(0, 1).toLowerCase(texts.locale()) + name.substring(1);
    }
}
