package dk.grundskema.api.planning.repair;

import dk.grundskema.api.documents.timetable.ShortStaffNames;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.SessionChange;
import dk.grundskema.solver.repair.RepairResult;
import dk.grundskema.solver.repair.SeatCandidates.RejectedCandidate;
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

/** Formats the changes of a repair and the reasons why staff cannot take a seat: by day, then by person, without repetitions. */
public final class RepairFormatter {
    private final Texts texts;
    private final PlanNameResolver names;
    private final ShortStaffNames staff;

    /**
     * @param texts   texts with the names of the plan in use, including the planning texts
     * @param names   the same names
     * @param problem problem with the staff
     */
    public RepairFormatter(Texts texts, PlanNameResolver names, Problem problem) {
        this.texts = texts;
        this.names = names;
        this.staff = new ShortStaffNames(problem.staff());
    }

    /**
     * One change.
     *
     * @param text  text of the change
     * @param isGap whether nobody takes over
     */
    public record RepairLine(String text, boolean isGap) {}

    /** The staff who take a seat and the staff they replace; if nobody takes it, it is a gap. */
    private record SeatTakeover(
            @Nullable StaffId who, @Nullable StaffId insteadOf) {}

    /** Returns all changes, by the original date of the meeting. */
    public SortedMap<LocalDate, List<RepairLine>> lines(ChangeSet changes) {
        Map<LocalDate, List<SessionChange>> byDate = new TreeMap<>();
        for (SessionChange change : changes.sessions()) {
            Meeting meeting = change.before() == null ? change.meeting() : change.before();
            byDate.computeIfAbsent(meeting.time().firstDate(), fresh -> new ArrayList<>())
                    .add(change);
        }
        var lines = new TreeMap<LocalDate, List<RepairLine>>();
        byDate.forEach((date, some) -> lines.put(date, lines(some)));
        return Collections.unmodifiableSortedMap(lines);
    }

    private List<RepairLine> lines(List<SessionChange> changes) {
        var lines = new ArrayList<RepairLine>();
        seatTakeovers(changes).forEach((taking, meetings) -> lines.add(describeTakeover(taking, meetings)));
        changes.stream().filter(SessionChange::isMoved).map(this::describeMove).forEach(lines::add);
        changes.stream()
                .filter(change -> !change.isMoved() && (change.isInOtherRoom() || change.isOfOtherSubject()))
                .map(this::describeOtherChange)
                .forEach(lines::add);
        return List.copyOf(lines);
    }

    /** Returns the number of changes, and whether fewer would suffice. */
    public List<String> summary(RepairResult repair, List<Object> absentees) {
        int seats = repair.changes().sessions().stream()
                .mapToInt(change -> Math.max(
                        change.staffJoining().size(), change.staffLeaving().size()))
                .sum();
        return List.of(
                texts.text("repair.summary", repair.personDays().size(), seats, absentees),
                texts.text(
                        repair.isLeast()
                                ? "repair.least"
                                : repair.isMended() ? "repair.perhaps-fewer" : "repair.not-mended"));
    }

    private static Map<SeatTakeover, List<Meeting>> seatTakeovers(List<SessionChange> changes) {
        Map<SeatTakeover, List<Meeting>> takings = new LinkedHashMap<>();
        for (SessionChange change : changes) {
            List<StaffId> coming = change.staffJoining();
            List<StaffId> leaving = change.staffLeaving();
            for (int i = 0; i < Math.max(coming.size(), leaving.size()); i++) {
                var taking = new SeatTakeover(
                        i < coming.size() ? coming.get(i) : null, i < leaving.size() ? leaving.get(i) : null);
                takings.computeIfAbsent(taking, fresh -> new ArrayList<>()).add(change.meeting());
            }
        }
        return takings;
    }

    private RepairLine describeTakeover(SeatTakeover taking, List<Meeting> meetings) {
        String what = meetings.stream().map(this::meetingText).collect(Collectors.joining(", "));
        if (taking.who() == null) {
            StaffId gone = Objects.requireNonNull(taking.insteadOf());
            return new RepairLine(texts.text("repair.gap", staff.shortName(gone), what), true);
        }
        return new RepairLine(
                taking.insteadOf() == null
                        ? texts.text("repair.joins", staff.shortName(taking.who()), what)
                        : texts.text(
                                "repair.takes",
                                staff.shortName(taking.who()),
                                what,
                                staff.shortName(taking.insteadOf())),
                false);
    }

    private String meetingText(Meeting meeting) {
        String groups = names.fewGroupsNotInTitle(meeting);
        return texts.text("repair.meeting", meeting.start(), meeting.end(), meeting.title())
                + (groups.isEmpty() ? "" : " (" + groups + ")");
    }

    private RepairLine describeMove(SessionChange change) {
        Meeting before = Objects.requireNonNull(change.before());
        Meeting after = Objects.requireNonNull(change.after());
        return new RepairLine(
                texts.text(
                        after.roomId() == null ? "repair.moves" : "repair.moves-to-room",
                        meetingText(before),
                        after.time().firstDate(),
                        after.start(),
                        after.end(),
                        after.roomId() == null ? "" : after.roomId()),
                false);
    }

    private RepairLine describeOtherChange(SessionChange change) {
        Meeting before = Objects.requireNonNull(change.before());
        Meeting after = Objects.requireNonNull(change.after());
        return new RepairLine(
                texts.text(
                        "repair.otherwise",
                        meetingText(before),
                        after.title(),
                        after.roomId() == null ? texts.text("repair.no-room") : after.roomId()),
                false);
    }

    /** Returns a short reason why a staff member cannot take a seat; empty if the reason is obvious. */
    public String reason(RejectedCandidate one) {
        return switch (one.obstacle()) {
            case AWAY -> texts.text("repair.reason-away");
            case SEAT_IS_FIXED -> texts.text("repair.reason-fixed");
            case NOT_ASKED -> "";
            case BREAKS_RULES -> brokenRuleReason(one.rules().getFirst());
        };
    }

    /** Returns the reason for the first violated rule. */
    private String brokenRuleReason(String rule) {
        return switch (rule) {
            case "core.person-in-two-places" -> texts.text("repair.reason-busy");
            case "core.daily-rest", "core.rest-between-dates" -> texts.text("repair.reason-daily-rest");
            case "core.weekly-rest" -> texts.text("repair.reason-weekly-rest");
            case "core.daily-hours", "core.long-day" -> texts.text("repair.reason-daily-hours");
            case "core.free-dates" -> texts.text("repair.reason-free-dates");
            case "core.weekly-hours" -> texts.text("repair.reason-weekly-hours");
            case "core.travel-time" -> texts.text("repair.reason-travel");
            default -> ruleName(rule);
        };
    }

    /** Returns the name of a rule as used within a sentence. */
    public String ruleName(String rule) {
        String key = "rule." + rule + ".name";
        String name = texts.has(key) ? texts.text(key) : rule;
        return name.substring(0, 1).toLowerCase(texts.locale()) + name.substring(1);
    }
}
