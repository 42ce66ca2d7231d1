package dk.grundskema.api.exports.program;

import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a weekly timetable of a plan, and counts what it cannot express. */
final class WeeklyTimetableBuilder {
    private final ExportedPlan plan;
    private final Horizon horizon;
    private final LossCounter losses = new LossCounter();
    private final SortedMap<StaffId, WeeklyTimetable.Teacher> staff = new TreeMap<>();
    private final SortedMap<RoomId, String> rooms = new TreeMap<>();
    private final SortedMap<GroupId, String> classes = new TreeMap<>();
    private final SortedMap<GroupId, String> groups = new TreeMap<>();

    private WeeklyTimetableBuilder(ExportedPlan plan) {
        this.plan = plan;
        this.horizon = plan.problem().horizon();
    }

    static WeeklyTimetable build(ExportedPlan plan) {
        return new WeeklyTimetableBuilder(plan).build();
    }

    private WeeklyTimetable build() {
        losses.add(Loss.TASK, plan.tasks());
        var ofDays = MeetingSeries.of(plan.entries()).stream()
                .filter(each ->
                        !countIf(each.isOverMidnight(), Loss.NIGHT, each.weeks().size()))
                .toList();
        TypicalWeeks typical = TypicalWeeks.of(horizon, ofDays);
        var held = ofDays.stream().filter(each -> isInFile(each, typical)).toList();
        var withClass = held.stream().filter(this::hasClass).toList();
        var withoutClass = held.stream().filter(each -> !hasClass(each)).toList();
        var grid = new PeriodGrid(countSpans(withClass, typical), countSpans(withoutClass, typical));
        var drafts = new ArrayList<WeeklyLesson>();
        for (MeetingSeries each : held) {
            grid.find(span(each))
                    .ifPresentOrElse(
                            run -> drafts.add(createLesson(each, run, typical)),
                            () -> losses.add(
                                    Loss.OFF_GRID, weekIndices(each, typical).size()));
        }
        nameEntities(held);
        losses.add(Loss.FURTHER_PERIOD, (int)
                grid.periods().stream().filter(period -> period.shift() > 0).count());
        var lessons = ClassDivider.divide(sort(merge(drafts)), grid.periods());
        return new WeeklyTimetable(
                plan.redactor().redact(plan.problem().title()),
                plan.texts(),
                typical.weeks(),
                days(lessons),
                grid,
                subjects(lessons),
                staff,
                rooms,
                classes,
                groups,
                lessons,
                losses);
    }

    private boolean countIf(boolean isLost, Loss loss, int count) {
        if (isLost) {
            losses.add(loss, count);
        }
        return isLost;
    }

    private boolean isInFile(MeetingSeries series, TypicalWeeks typical) {
        int inFile = weekIndices(series, typical).size();
        if (typical.isWholeHorizon()) {
            return true;
        }
        boolean isEveryWeek = TypicalWeeks.isHeldEveryWeek(series, horizon);
        if (series.weeks().size() == 1 && !isEveryWeek) {
            losses.add(Loss.SINGLE_DATE);
            return false;
        }
        if (inFile == 0) {
            losses.add(Loss.OTHER_WEEKS, series.weeks().size());
            return false;
        }
        boolean isFortnightly = typical.weeks().size() > 1 && series.isAlternating();
        countIf(!isFortnightly && !isEveryWeek, Loss.NOT_EVERY_WEEK, 1);
        return true;
    }

    /** Returns the weeks of a meeting; in a typical week with a closed day the lessons of that day are as in all others. */
    private SortedSet<Integer> weekIndices(MeetingSeries series, TypicalWeeks typical) {
        boolean isInAll = !typical.isWholeHorizon() && TypicalWeeks.isHeldEveryWeek(series, horizon);
        var indices = new TreeSet<Integer>();
        for (int i = 0; i < typical.weeks().size(); i++) {
            if (isInAll || series.weeks().contains(typical.weeks().get(i))) {
                indices.add(i);
            }
        }
        return indices;
    }

    private boolean hasClass(MeetingSeries series) {
        return series.content().groups().stream().anyMatch(plan.classes()::isClass);
    }

    private static PeriodGrid.Span span(MeetingSeries series) {
        return new PeriodGrid.Span(series.content().start(), series.content().end());
    }

    private Map<PeriodGrid.Span, Integer> countSpans(Collection<MeetingSeries> held, TypicalWeeks typical) {
        Map<PeriodGrid.Span, Integer> counts = new HashMap<>();
        held.forEach(each -> counts.merge(span(each), weekIndices(each, typical).size(), Integer::sum));
        return counts;
    }

    private WeeklyLesson createLesson(MeetingSeries series, PeriodGrid.Run run, TypicalWeeks typical) {
        countIf(run.hasBreaks(), Loss.BREAK_INSIDE, 1);
        var content = series.content();
        boolean pulledOut = content.groups().isEmpty()
                ? !content.students().isEmpty()
                : content.groups().stream().allMatch(plan.classes()::isPulledOut);
        boolean hasUnnamed = !content.students().isEmpty()
                || content.groups().stream().anyMatch(group -> !plan.classes().isClass(group));
        countIf(hasUnnamed, Loss.STUDENTS, 1);
        countIf(series.entry().missing() > 0, Loss.VACANT_SEAT, 1);
        return new WeeklyLesson(
                plan.subject(content),
                learners(content),
                pulledOut,
                content.staff(),
                content.rooms().stream().distinct().toList(),
                content.weekday(),
                run.first(),
                run.count(),
                weekIndices(series, typical));
    }

    private List<LearnerSet> learners(MeetingSeries.Content content) {
        boolean isPart = isPartOfClass(content);
        return content.groups().stream()
                .flatMap(group -> plan.classes().isClass(group)
                        ? Stream.of(new LearnerSet(group, null, isPart ? 1 : 0))
                        : plan.classes().ofGroup(group).stream().map(of -> new LearnerSet(of, group, 0)))
                .distinct()
                .toList();
    }

    /** Returns whether the existing timetable says that only some students of the classes take part. */
    private boolean isPartOfClass(MeetingSeries.Content content) {
        return plan.problem().lessons().stream()
                .filter(Lesson::part)
                .anyMatch(lesson -> lesson.time().weekday() == content.weekday()
                        && lesson.time().start().equals(content.start())
                        && lesson.title().equals(content.title())
                        && content.groups().containsAll(lesson.groupIds())
                        && content.staff().containsAll(lesson.staffIds()));
    }

    /** Merges lessons that differ only in what the file does not say, such as the weeks of a camp's modules. */
    private static List<WeeklyLesson> merge(List<WeeklyLesson> drafts) {
        Map<List<Object>, WeeklyLesson> merged = new HashMap<>();
        for (WeeklyLesson each : drafts) {
            merged.merge(
                    List.of(each.series(), each.weekday(), each.period(), each.pulledOut()), each, (one, other) -> {
                        var weeks = new TreeSet<>(one.weeks());
                        weeks.addAll(other.weeks());
                        return new WeeklyLesson(
                                one.subject(),
                                one.learners(),
                                one.pulledOut(),
                                one.teachers(),
                                one.rooms(),
                                one.weekday(),
                                one.period(),
                                one.count(),
                                weeks);
                    });
        }
        return List.copyOf(merged.values());
    }

    private static List<WeeklyLesson> sort(List<WeeklyLesson> lessons) {
        return lessons.stream()
                .sorted(Comparator.comparing(WeeklyLesson::weekday)
                        .thenComparingInt(WeeklyLesson::period)
                        .thenComparingInt(WeeklyLesson::count)
                        .thenComparing(WeeklyLesson::subject)
                        .thenComparing(lesson -> lesson.learners().toString())
                        .thenComparing(lesson -> lesson.teachers().toString())
                        .thenComparing(lesson -> lesson.rooms().toString())
                        .thenComparing(lesson -> lesson.weeks().toString()))
                .toList();
    }

    private static List<DayOfWeek> days(List<WeeklyLesson> lessons) {
        int last = lessons.stream()
                .mapToInt(lesson -> lesson.weekday().getValue())
                .max()
                .orElse(1);
        return IntStream.rangeClosed(1, Math.max(last, DayOfWeek.FRIDAY.getValue()))
                .mapToObj(DayOfWeek::of)
                .toList();
    }

    private static SortedSet<String> subjects(List<WeeklyLesson> lessons) {
        var subjects = new TreeSet<String>();
        lessons.forEach(lesson -> subjects.add(lesson.subject()));
        subjects.remove("");
        return subjects;
    }

    private void nameEntities(List<MeetingSeries> held) {
        var codes = new StaffCodes(plan.problem().staff());
        var roomNames = new UniqueNames<RoomId>();
        var groupNames = new UniqueNames<GroupId>();
        plan.problem()
                .rooms()
                .forEach(room -> roomNames.name(room.id(), plan.redactor().redact(room.name())));
        plan.problem()
                .groups()
                .forEach(group -> groupNames.name(group.id(), plan.redactor().redact(group.name())));
        Function<GroupId, String> nameOf = id -> groupNames.name(
                id, plan.problem().group(id).map(group -> group.name()).orElse(id.value()));
        for (MeetingSeries each : held) {
            for (NamedEntity<StaffId> person : each.entry().staff()) {
                staff.put(person.id(), new WeeklyTimetable.Teacher(codes.code(person.id()), person.name()));
            }
            for (NamedEntity<RoomId> room : each.entry().rooms()) {
                rooms.put(room.id(), roomNames.name(room.id(), plan.redactor().redact(room.name())));
            }
            for (NamedEntity<GroupId> group : each.entry().teams()) {
                String name = groupNames.name(group.id(), plan.redactor().redact(group.name()));
                (plan.classes().isClass(group.id()) ? classes : groups).put(group.id(), name);
                plan.classes().ofGroup(group.id()).stream()
                        .filter(plan.classes()::isClass)
                        .filter(of -> !plan.classes().isClass(group.id()))
                        .forEach(of -> classes.put(of, nameOf.apply(of)));
            }
        }
    }
}
