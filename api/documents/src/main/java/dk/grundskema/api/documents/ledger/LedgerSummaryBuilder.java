package dk.grundskema.api.documents.ledger;

import dk.grundskema.api.documents.fidelity.BreakdownView;
import dk.grundskema.api.documents.fidelity.BreakdownView.Heading;
import dk.grundskema.api.documents.fidelity.BreakdownView.Line;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.ledger.AffectedLesson;
import dk.grundskema.solver.ledger.ClassWeek;
import dk.grundskema.solver.ledger.Ledger;
import dk.grundskema.solver.ledger.StaffWeek;
import dk.grundskema.solver.ledger.StudentWeek;
import dk.grundskema.solver.ledger.SupportTotal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Summarises the ledger in tables: by type, by class, by staff member, and each lesson that students miss. It names no student. */
public final class LedgerSummaryBuilder {
    private final Ledger ledger;
    private final LedgerTexts words;

    private LedgerSummaryBuilder(Ledger ledger, LedgerTexts words) {
        this.ledger = ledger;
        this.words = words;
    }

    /**
     * The summary.
     *
     * @param headline totals
     * @param tables   tables in order; tables without lines are left out
     */
    public record LedgerSummary(String headline, List<BreakdownView> tables) {
        /** Copies the list. */
        public LedgerSummary {
            tables = List.copyOf(tables);
        }
    }

    /** Returns the summary of a ledger with texts. */
    public static LedgerSummary summarize(Ledger ledger, LedgerTexts words) {
        return new LedgerSummaryBuilder(ledger, words).build();
    }

    private LedgerSummary build() {
        long students = ledger.students().stream()
                .filter(line -> !line.support().isEmpty())
                .map(StudentWeek::student)
                .distinct()
                .count();
        long classes = ledger.classes().stream()
                .filter(line -> line.supported() > 0 || !line.wholeClass().isEmpty())
                .map(ClassWeek::group)
                .distinct()
                .count();
        return new LedgerSummary(
                words.format(
                                "headline",
                                students,
                                classes,
                                weeks().size(),
                                ledger.notHeld().size())
                        + " "
                        + (hasOrdinaryLessons()
                                ? words.format("missed", missedCount())
                                : words.format("missed.unknown")),
                Stream.of(typeTable(), missedLessonTable(), classTable(), staffTable(), deliveredTable())
                        .filter(table -> !table.lines().isEmpty())
                        .toList());
    }

    /** Whether the plan knows an ordinary lesson of somebody with support: without any, none can be counted as missed. */
    private boolean hasOrdinaryLessons() {
        Set<StudentId> supported = ledger.students().stream()
                .filter(line -> !line.support().isEmpty())
                .map(StudentWeek::student)
                .collect(Collectors.toSet());
        return supported.isEmpty()
                || ledger.students().stream()
                        .anyMatch(line -> line.lessons() > 0 && supported.contains(line.student()));
    }

    private Set<IsoWeek> weeks() {
        var weeks = new HashSet<IsoWeek>();
        for (StudentWeek line : ledger.students()) {
            if (!line.support().isEmpty()) {
                weeks.add(line.week());
            }
        }
        for (ClassWeek line : ledger.classes()) {
            if (!line.wholeClass().isEmpty()) {
                weeks.add(line.week());
            }
        }
        return weeks;
    }

    private long missedCount() {
        return ledger.students().stream()
                .flatMap(line -> line.touched().stream())
                .filter(AffectedLesson::isMissed)
                .count();
    }

    private static final class Sum {
        final Set<StudentId> students = new HashSet<>();
        final Set<IsoWeek> weeks = new HashSet<>();
        String category = "";
        long wholeClass;
        long minutes;
        long tasks;
        long entered;
        long received;
        long missedByDecision;
        long missedOtherwise;
        long counted;
        long preparation;
    }

    private BreakdownView typeTable() {
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (StudentWeek line : ledger.students()) {
            for (SupportTotal one : line.support()) {
                Sum sum = sums.computeIfAbsent(one.type(), any -> new Sum());
                sum.students.add(line.student());
                sum.weeks.add(line.week());
                sum.category = words.categoryName(one.category());
                sum.minutes += one.plannedMinutes();
                sum.tasks += one.tasks();
            }
        }
        var lines = sums.entrySet().stream()
                .map(each -> line(
                        new InterventionId(each.getKey()),
                        false,
                        words.typeName(each.getKey()),
                        each.getValue().category,
                        String.valueOf(each.getValue().students.size()),
                        String.valueOf(each.getValue().weeks.size()),
                        words.formatHours(each.getValue().minutes),
                        String.valueOf(each.getValue().tasks)))
                .toList();
        return table("types", lines, "type", "category", "#students", "#weeks", "#student-hours", "#tasks");
    }

    private BreakdownView missedLessonTable() {
        Map<List<Id>, Sum> sums = new LinkedHashMap<>();
        for (StudentWeek line : ledger.students()) {
            for (AffectedLesson one : line.touched()) {
                if (one.isMissed()) {
                    Sum sum = sums.computeIfAbsent(List.of(one.intervention(), one.lesson()), any -> new Sum());
                    sum.students.add(line.student());
                    sum.missedByDecision += one.how() == AffectedLesson.LessonEffect.BY_DECISION ? 1 : 0;
                    sum.missedOtherwise += one.how() == AffectedLesson.LessonEffect.WITHOUT_DECISION ? 1 : 0;
                }
            }
        }
        var lines = sums.entrySet().stream()
                .map(each -> line(
                        each.getKey().getLast(),
                        each.getValue().missedOtherwise > 0,
                        words.nameOf(each.getKey().getLast()),
                        words.nameOf(each.getKey().getFirst()),
                        String.valueOf(each.getValue().students.size()),
                        String.valueOf(each.getValue().missedByDecision),
                        String.valueOf(each.getValue().missedOtherwise)))
                .toList();
        return table("missed", lines, "lesson", "by", "#students", "#by-decision", "#without-decision");
    }

    private BreakdownView classTable() {
        Map<GroupId, Sum> sums = new LinkedHashMap<>();
        Map<GroupId, Long> most = new TreeMap<>();
        for (ClassWeek line : ledger.classes()) {
            Sum sum = sums.computeIfAbsent(line.group(), any -> new Sum());
            most.merge(line.group(), (long) line.supported(), Math::max);
            sum.missedByDecision += line.missedLessons();
            if (!line.wholeClass().isEmpty()) {
                sum.weeks.add(line.week());
            }
            sum.wholeClass += line.wholeClass().stream()
                    .mapToLong(SupportTotal::plannedMinutes)
                    .sum();
            line.students().forEach(one -> {
                sum.weeks.add(line.week());
                sum.minutes += one.plannedMinutes();
                sum.tasks += one.tasks();
            });
        }
        var lines = sums.entrySet().stream()
                .map(each -> line(
                        each.getKey(),
                        false,
                        words.nameOf(each.getKey()),
                        words.formatHours(each.getValue().wholeClass),
                        String.valueOf(most.get(each.getKey())),
                        String.valueOf(each.getValue().weeks.size()),
                        words.formatHours(each.getValue().minutes),
                        String.valueOf(each.getValue().tasks),
                        String.valueOf(each.getValue().missedByDecision)))
                .toList();
        return table(
                "classes",
                lines,
                "class",
                "#class-hours",
                "#supported",
                "#weeks",
                "#student-hours",
                "#tasks",
                "#missed");
    }

    private BreakdownView staffTable() {
        Map<StaffId, Sum> sums = new LinkedHashMap<>();
        for (StaffWeek line : ledger.staff()) {
            Sum sum = sums.computeIfAbsent(line.staff(), any -> new Sum());
            sum.weeks.add(line.week());
            for (StaffWeek.Work work : line.work()) {
                sum.minutes += work.dutyMinutes();
                sum.preparation += work.preparationMinutes();
                sum.counted += work.countedMinutes();
                sum.tasks += work.tasks();
            }
        }
        var lines = sums.entrySet().stream()
                .map(each -> line(
                        each.getKey(),
                        false,
                        words.nameOf(each.getKey()),
                        String.valueOf(each.getValue().weeks.size()),
                        words.formatHours(each.getValue().minutes),
                        words.formatHours(each.getValue().preparation),
                        words.formatHours(each.getValue().counted),
                        String.valueOf(each.getValue().tasks)))
                .toList();
        return table(
                "staff", lines, "person", "#weeks", "#duty-hours", "#preparation-hours", "#counted-hours", "#tasks");
    }

    private BreakdownView deliveredTable() {
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (StudentWeek line : ledger.students()) {
            for (SupportTotal one : line.support()) {
                if (one.enteredMinutes() > 0) {
                    Sum sum = sums.computeIfAbsent(one.type(), any -> new Sum());
                    sum.minutes += one.plannedMinutes();
                    sum.entered += one.enteredMinutes();
                    sum.received += one.receivedMinutes();
                }
            }
        }
        var lines = sums.entrySet().stream()
                .map(each -> line(
                        new InterventionId(each.getKey()),
                        false,
                        words.typeName(each.getKey()),
                        words.formatHours(each.getValue().entered),
                        words.formatHours(each.getValue().received)))
                .toList();
        return table("delivered", lines, "type", "#entered", "#received");
    }

    private static Line line(Id about, boolean isShort, String... cells) {
        return new Line(
                about,
                isShort ? Ask.Status.SHORT : Ask.Status.NOTED,
                isShort ? "✗" : " ",
                List.of(cells),
                List.of(),
                List.of());
    }

    /** A heading that begins with {@code #} marks a column of amounts. */
    private BreakdownView table(String key, List<Line> lines, String... headings) {
        var columns = new ArrayList<Heading>();
        for (String heading : headings) {
            boolean isNumber = heading.startsWith("#");
            columns.add(new Heading(words.format("column." + (isNumber ? heading.substring(1) : heading)), isNumber));
        }
        return new BreakdownView(words.format("table." + key), columns, lines);
    }
}
