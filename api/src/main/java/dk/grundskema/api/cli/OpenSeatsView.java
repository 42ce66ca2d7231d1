package dk.grundskema.api.cli;

import dk.grundskema.api.house.Names;
import dk.grundskema.api.repair.RepairWords;
import dk.grundskema.api.timetable.FirstNames;
import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.solver.engine.Absence;
import dk.grundskema.solver.engine.WhoCould;
import dk.grundskema.solver.engine.WhoCould.Candidate;
import dk.grundskema.solver.engine.WhoCould.Difference;
import dk.grundskema.solver.engine.WhoCould.Obstacle;
import dk.grundskema.solver.engine.WhoCould.Unable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The seats that fall open and who could take each: short enough to be read in the kitchen at twenty to seven. */
final class OpenSeatsView {
    private static final int SHOWN = 3;
    /** Of more seats than this only names and figures are said, so that all fit on a screen. */
    private static final int FULL = 8;

    private final Screen screen;
    private final Texts texts;
    private final Names names;
    private final FirstNames staff;
    private final RepairWords words;
    private boolean isShort;

    /**
     * @param screen  where it is said
     * @param texts   texts with the names of the plan in use
     * @param names   names of teams
     * @param problem whose staff is named
     */
    OpenSeatsView(Screen screen, Texts texts, Names names, Problem problem) {
        this.screen = screen;
        this.texts = texts;
        this.names = names;
        this.staff = new FirstNames(problem.staff());
        this.words = new RepairWords(texts, names, problem);
    }

    /** Says that nobody has anything to do while away. */
    void nothing(List<Absence> absences) {
        absences.forEach(one -> screen.say(
                texts.text("replan.nothing", one.staffId(), one.from().toLocalDate(), one.lastDay())));
    }

    /** Says who is away and who could take what. */
    void say(List<Absence> absences, List<WhoCould> answers) {
        for (Absence one : absences) {
            long open = answers.stream()
                    .filter(each -> each.seat().staffId().equals(one.staffId()))
                    .count();
            screen.say(screen.bold(texts.text(
                    one.from().toLocalDate().equals(one.lastDay()) ? "replan.away-a-day" : "replan.away",
                    one.staffId(),
                    one.from().toLocalDate(),
                    one.lastDay(),
                    open)));
        }
        screen.gap();
        isShort = answers.size() > FULL;
        screen.say(screen.bold(texts.text("replan.who-could")));
        if (isShort) {
            screen.say(texts.text("replan.brief"));
        }
        Map<LocalDate, List<WhoCould>> byDate = new TreeMap<>();
        answers.forEach(each ->
                byDate.computeIfAbsent(date(each), fresh -> new ArrayList<>()).add(each));
        byDate.forEach((date, some) -> {
            screen.say(texts.text("replan.date", date));
            some.forEach(this::say);
        });
        screen.gap();
    }

    private static LocalDate date(WhoCould answer) {
        return answer.seat().meetings().getFirst().time().firstDate();
    }

    private void say(WhoCould answer) {
        Meeting meeting = answer.seat().meetings().getFirst();
        screen.say("  " + screen.bold(what(meeting))
                + beside(meeting, answer.seat().staffId())
                + (answer.seat().wasLocked() ? " " + texts.text("replan.was-locked") : "")
                + (answer.seat().seat().required() ? "" : " " + texts.text("replan.optional")));
        List<Candidate> candidates = answer.candidates();
        if (isShort) {
            screen.say("    "
                    + (candidates.isEmpty()
                            ? screen.red(texts.text("replan.nobody"))
                            : candidates.stream().map(this::brief).collect(Collectors.joining(", "))));
            return;
        }
        for (int i = 0; i < Math.min(SHOWN, candidates.size()); i++) {
            screen.say("    " + line(i + 1, candidates.get(i)));
        }
        if (candidates.size() > SHOWN) {
            screen.say("    "
                    + texts.text(
                            "replan.more",
                            candidates.subList(SHOWN, candidates.size()).stream()
                                    .map(this::brief)
                                    .collect(Collectors.joining(", "))));
        }
        String unable = unable(answer.unable());
        if (!unable.isEmpty()) {
            screen.say("    " + texts.text("replan.unable", unable));
        } else if (candidates.isEmpty()) {
            screen.say("    " + texts.text("replan.nobody"));
        }
    }

    private String what(Meeting meeting) {
        String groups = names.fewBeside(meeting);
        return texts.text("repair.meeting", meeting.start(), meeting.end(), meeting.title())
                + (groups.isEmpty() ? "" : " – " + groups);
    }

    private String beside(Meeting meeting, StaffId absent) {
        String others = meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .filter(one -> !one.equals(absent))
                .map(staff::of)
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : " " + texts.text("replan.beside", others);
    }

    private String brief(Candidate one) {
        String name = staff.of(one.staffId()) + " " + signed(one.soft());
        return one.shortfalls().isEmpty() ? name : screen.yellow(texts.text("replan.brief-but", name));
    }

    private String line(int rank, Candidate one) {
        String dearest = one.differences().stream()
                .filter(each -> each.level() == Level.SOFT && each.cost() != 0)
                .limit(SHOWN)
                .map(this::said)
                .collect(Collectors.joining(", "));
        String wishes = texts.text("replan.candidate", rank, staff.of(one.staffId()), signed(one.soft()))
                + (dearest.isEmpty() ? "" : " (" + dearest + ")");
        return one.shortfalls().isEmpty()
                ? wishes
                : wishes + " – "
                        + screen.yellow(texts.text(
                                "replan.but",
                                one.shortfalls().stream()
                                        .map(Fault::rule)
                                        .distinct()
                                        .map(words::ruleName)
                                        .collect(Collectors.joining(", "))));
    }

    private String said(Difference one) {
        return texts.text("replan.difference", words.ruleName(one.rule()), signed(one.cost()));
    }

    private static String signed(long cost) {
        return cost < 0 ? "−" + -cost : "+" + cost;
    }

    /** Reasons, and who has each; those whom nobody would ask are not named. */
    private String unable(List<Unable> unable) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (Unable one : unable) {
            if (one.obstacle() != Obstacle.NOT_ASKED) {
                byReason.computeIfAbsent(words.reason(one), fresh -> new ArrayList<>())
                        .add(staff.of(one.staffId()));
            }
        }
        return byReason.entrySet().stream()
                .map(entry -> texts.text("replan.unable-because", String.join(", ", entry.getValue()), entry.getKey()))
                .collect(Collectors.joining("; "));
    }
}
