package dk.grundskema.api.cli.change;

import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.documents.timetable.ShortStaffNames;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.repair.RejectionFormatter;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.change.SeatCandidates;
import dk.grundskema.solver.change.SeatCandidates.RejectedCandidate;
import dk.grundskema.solver.change.SeatCandidates.RuleDifference;
import dk.grundskema.solver.change.SeatCandidates.SeatCandidate;
import dk.grundskema.solver.change.SeatCandidates.SeatObstacle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints the seats that fall open because people are away, and the candidates for each, short enough for a quick decision in the morning. */
final class SeatCandidatesPrinter {
    private static final int SHOWN = 3;
    /** With more seats than this, only names and numbers are printed, so that the output fits on a screen. */
    private static final int FULL = 8;

    private final Screen screen;
    private final Texts texts;
    private final PlanNameResolver names;
    private final ShortStaffNames staff;
    private final RejectionFormatter words;
    private boolean isShort;

    /**
     * @param screen  screen to write to
     * @param texts   texts with the names of the plan in use
     * @param names   names of teams
     * @param problem problem with the staff
     */
    SeatCandidatesPrinter(Screen screen, Texts texts, PlanNameResolver names, Problem problem) {
        this.screen = screen;
        this.texts = texts;
        this.names = names;
        this.staff = new ShortStaffNames(problem.staff());
        this.words = new RejectionFormatter(texts);
    }

    /** Prints that people who are away have no duty then. */
    void printNothingOpen(List<Absence> absences) {
        absences.forEach(one -> screen.printLine(
                texts.text("replan.nothing", one.staffId(), one.from().toLocalDate(), one.lastDay())));
    }

    /** Prints the absences and the candidates for each open seat. */
    void print(List<Absence> absences, List<SeatCandidates> answers) {
        for (Absence one : absences) {
            long open = answers.stream()
                    .filter(each -> each.seat().staffId().equals(one.staffId()))
                    .count();
            screen.printLine(screen.bold(texts.text(
                    one.from().toLocalDate().equals(one.lastDay()) ? "replan.away-a-day" : "replan.away",
                    one.staffId(),
                    one.from().toLocalDate(),
                    one.lastDay(),
                    open)));
        }
        screen.printEmptyLine();
        isShort = answers.size() > FULL;
        screen.printLine(screen.bold(texts.text("replan.who-could")));
        if (isShort) {
            screen.printLine(texts.text("replan.brief"));
        }
        Map<LocalDate, List<SeatCandidates>> byDate = new TreeMap<>();
        answers.forEach(each ->
                byDate.computeIfAbsent(date(each), fresh -> new ArrayList<>()).add(each));
        byDate.forEach((date, some) -> {
            screen.printLine(texts.text("replan.date", date));
            some.forEach(this::print);
        });
        screen.printEmptyLine();
    }

    private static LocalDate date(SeatCandidates answer) {
        return answer.seat().meetings().getFirst().time().firstDate();
    }

    private void print(SeatCandidates answer) {
        Meeting meeting = answer.seat().meetings().getFirst();
        screen.printLine("  " + screen.bold(describeMeeting(meeting))
                + describeColleagues(meeting, answer.seat().staffId())
                + (answer.seat().wasLocked() ? " " + texts.text("replan.was-locked") : "")
                + (answer.seat().seat().required() ? "" : " " + texts.text("replan.optional")));
        List<SeatCandidate> candidates = answer.candidates();
        if (isShort) {
            screen.printLine("    "
                    + (candidates.isEmpty()
                            ? screen.red(texts.text("replan.nobody"))
                            : candidates.stream()
                                    .map(this::formatBriefCandidate)
                                    .collect(Collectors.joining(", "))));
            return;
        }
        for (int i = 0; i < Math.min(SHOWN, candidates.size()); i++) {
            screen.printLine("    " + formatCandidate(i + 1, candidates.get(i)));
        }
        if (candidates.size() > SHOWN) {
            screen.printLine("    "
                    + texts.text(
                            "replan.more",
                            candidates.subList(SHOWN, candidates.size()).stream()
                                    .map(this::formatBriefCandidate)
                                    .collect(Collectors.joining(", "))));
        }
        String unable = formatUnableStaff(answer.unable());
        if (!unable.isEmpty()) {
            screen.printLine("    " + texts.text("replan.unable", unable));
        } else if (candidates.isEmpty()) {
            screen.printLine("    " + texts.text("replan.nobody"));
        }
    }

    private String describeMeeting(Meeting meeting) {
        String groups = names.fewGroupsNotInTitle(meeting);
        return texts.text("repair.meeting", meeting.start(), meeting.end(), meeting.title())
                + (groups.isEmpty() ? "" : " – " + groups);
    }

    private String describeColleagues(Meeting meeting, StaffId absent) {
        String others = meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .filter(one -> !one.equals(absent))
                .map(staff::shortName)
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : " " + texts.text("replan.beside", others);
    }

    private String formatBriefCandidate(SeatCandidate one) {
        String name = staff.shortName(one.staffId()) + " " + formatSigned(one.soft());
        return one.shortfalls().isEmpty() ? name : screen.yellow(texts.text("replan.brief-but", name));
    }

    private String formatCandidate(int rank, SeatCandidate one) {
        String dearest = one.differences().stream()
                .filter(each -> each.level() == Level.SOFT && each.cost() != 0)
                .limit(SHOWN)
                .map(this::formatDifference)
                .collect(Collectors.joining(", "));
        String wishes = texts.text("replan.candidate", rank, staff.shortName(one.staffId()), formatSigned(one.soft()))
                + (dearest.isEmpty() ? "" : " (" + dearest + ")");
        return one.shortfalls().isEmpty()
                ? wishes
                : wishes + " – "
                        + screen.yellow(texts.text(
                                "replan.but",
                                one.shortfalls().stream()
                                        .map(RuleViolation::rule)
                                        .distinct()
                                        .map(words::ruleName)
                                        .collect(Collectors.joining(", "))));
    }

    private String formatDifference(RuleDifference one) {
        return texts.text("replan.difference", words.ruleName(one.rule()), formatSigned(one.cost()));
    }

    private static String formatSigned(long cost) {
        return cost < 0 ? "−" + -cost : "+" + cost;
    }

    /** Returns the reasons with the staff concerned; staff with an obvious reason are left out. */
    private String formatUnableStaff(List<RejectedCandidate> unable) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (RejectedCandidate one : unable) {
            if (one.obstacle() != SeatObstacle.NOT_ASKED) {
                byReason.computeIfAbsent(words.reason(one), fresh -> new ArrayList<>())
                        .add(staff.shortName(one.staffId()));
            }
        }
        return byReason.entrySet().stream()
                .map(entry -> texts.text("replan.unable-because", String.join(", ", entry.getValue()), entry.getKey()))
                .collect(Collectors.joining("; "));
    }
}
