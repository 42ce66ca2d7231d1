package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.change.ChangePlanner;
import dk.grundskema.api.planning.change.ChangePreview;
import dk.grundskema.api.planning.change.FormedGroups;
import dk.grundskema.api.planning.change.StatedChange;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.ChangedPlan;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each kind of change on the examples that a subclass names in {@code cases}, so that these run beside each other: nothing that began before the moment changes, the changed plan can be
 * read, and in a camp, a school and small groups its conflicts are set against those of a plan made afresh.
 */
@Tag("examples")
abstract class ChangeExampleCases {
    private static final PluginPlanningFacade PLANNING = new PluginPlanningFacade();
    private static final Map<Example, Plan> PLANS = new HashMap<>();
    private static final String CO_TEACHING = "co-teaching";

    enum Example {
        CAMP("camp-3-weeks", "2026-09-16T06:40", 4_000, 10_000),
        CAMP_WITH_NIGHTS("camp-4-weeks-overnight", "2026-09-16T06:40", 1_000, 400),
        CAMP_WITH_TWO_CLOCKS("camp-autumn-clocks", "2026-10-26T06:40", 1_000, 400),
        CAMP_WITH_TOO_FEW_STAFF("camp-too-few-staff", "2026-09-16T06:40", 1_000, 400),
        SCHOOL("school-12-classes", "2026-09-21T06:40", 400, 10_000),
        LARGE_SCHOOL("school-30-classes", "2026-09-21T06:40", 400, 400),
        GUIDE("guide-all-five", "2026-09-21T06:40", 400, 400),
        GROUPS("small-groups", "2026-09-21T06:40", 400, 10_000),
        WORKSHOP_BAND("workshop-band", "2026-09-17T06:40", 400, 400),
        MUNICIPALITY("municipality", "2026-09-21T06:40", 400, 400),
        SCHOOL_FROM_FET("school-from-fet", "2026-09-21T06:40", 400, 400);

        private final String folder;
        private final LocalDateTime now;
        private final long steps;
        private final long changeSteps;

        Example(String folder, String now, long steps, long changeSteps) {
            this.folder = folder;
            this.now = LocalDateTime.parse(now);
            this.steps = steps;
            this.changeSteps = changeSteps;
        }

        private String file() {
            return switch (this) {
                case MUNICIPALITY -> ExampleProblems.municipality();
                case SCHOOL_FROM_FET -> ExampleProblems.schoolFromFet();
                default -> ExampleProblems.inFolder(folder);
            };
        }

        /** Whether each change is also compared with a plan made afresh; in the others the searches are too short for it. */
        private boolean isCompared() {
            return this == CAMP || this == SCHOOL || this == GROUPS;
        }
    }

    private record Plan(String file, Problem problem, Timetable timetable, LocalDateTime now) {
        LocalDate day() {
            return now.toLocalDate();
        }

        String weekAfter(int weeks) {
            return IsoWeek.of(day().plusWeeks(weeks)).toString();
        }

        List<Meeting> toCome() {
            return timetable.meetings().stream()
                    .filter(one ->
                            one.time().dates().contains(day()) && !one.seats().isEmpty())
                    .toList();
        }

        /** The groups of the first intervention that forms some: teams of a camp, groups of a subject. */
        List<Group> formedGroups() {
            List<Group> all = new FormedGroups(PLANNING, problem, timetable).all();
            return all.isEmpty()
                    ? all
                    : all.stream()
                            .filter(group -> stem(group).equals(stem(all.getFirst())))
                            .toList();
        }

        /** Returns a move of the first student who may join another group than the present one. */
        Optional<StatedChange> changeOfGroup(LocalDate from) {
            return PLANNING.expandDemands(problem).stream()
                    .flatMap(demand -> demand.groupings().stream())
                    .flatMap(grouping -> grouping.students().stream()
                            .flatMap(student -> otherGroup(grouping, student)
                                    .<StatedChange>map(group -> new StatedChange.StudentMoves(student, group, from))
                                    .stream()))
                    .findFirst();
        }

        private Optional<GroupId> otherGroup(Grouping grouping, StudentId student) {
            Set<GroupId> own = timetable.groups().stream()
                    .filter(group -> group.members().stream()
                            .anyMatch(member -> member.studentId().equals(student)))
                    .map(GroupMembers::id)
                    .collect(Collectors.toSet());
            return grouping.groups().stream()
                    .map(Group::id)
                    .filter(group -> !own.contains(group) && grouping.allows(student, group))
                    .findFirst();
        }

        /** Ids of the groups of one subject differ in their last part. */
        private static String stem(Group group) {
            return group.id().value().replaceAll("\\d+$", "");
        }

        /** The person with the most decided seats on the day. */
        StaffId busiest() {
            Map<StaffId, Long> seats = toCome().stream()
                    .flatMap(one -> one.seats().stream())
                    .filter(seat -> seat.staffId() != null && !seat.locked())
                    .map(MeetingSeat::staffId)
                    .collect(Collectors.groupingBy(Objects::requireNonNull, Collectors.counting()));
            return seats.entrySet().stream()
                    .max(Map.Entry.<StaffId, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey();
        }

        /** A lesson of a class on the day, with somebody else in it if there is one such. */
        Optional<Lesson> coTaught() {
            return problem.lessons().stream()
                    .filter(one -> one.time().dates().contains(day())
                            && !one.groupIds().isEmpty())
                    .min(Comparator.comparing((Lesson one) -> toCome().stream()
                            .noneMatch(
                                    meeting -> meeting.start().equals(one.time().start())
                                            && meeting.groupIds().equals(one.groupIds()))));
        }

        Optional<RoomId> room() {
            return toCome().stream()
                    .filter(one -> !one.kind().equals("lesson"))
                    .map(Meeting::roomId)
                    .filter(Objects::nonNull)
                    .findFirst();
        }
    }

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    enum Kind {
        AWAY_A_DAY(plan -> List.of(new StatedChange.StaffAway(
                plan.busiest(),
                plan.day().atStartOfDay(),
                plan.day().plusDays(1).atStartOfDay()))),
        AWAY_A_WEEK(plan -> List.of(new StatedChange.StaffAway(
                plan.busiest(), plan.now(), plan.now().plusDays(7)))),
        AWAY_FOR_GOOD(plan -> List.of(new StatedChange.StaffAway(plan.busiest(), plan.now(), null))),
        ROOM_GONE(plan -> plan.room()
                .map(room -> List.<StatedChange>of(
                        new StatedChange.RoomGone(room, plan.now(), plan.now().plusDays(2))))
                .orElse(List.of())),
        DAY_CLOSED(plan -> List.of(new StatedChange.DayClosed(plan.day().plusDays(1)))),
        DAY_OPENED(plan -> plan.problem().horizon().closedDays().stream()
                .filter(plan.day()::isBefore)
                .limit(1)
                .<StatedChange>map(StatedChange.DayOpened::new)
                .toList()),
        FEWER_HOURS(plan -> List.of(new StatedChange.StaffHours(plan.busiest(), hours(plan) - 1))),
        STUDENT_LEAVES(plan -> plan.problem().students().stream()
                .limit(1)
                .<StatedChange>map(student ->
                        new StatedChange.StudentLeaves(student.id(), plan.day().plusDays(7)))
                .toList()),
        STUDENT_CHANGES_CLASS(plan -> plan.problem().students().stream()
                .limit(1)
                .flatMap(student -> lastClass(plan).stream()
                        .<StatedChange>map(group -> new StatedChange.StudentMoves(
                                student.id(), group.id(), plan.day().plusDays(7))))
                .toList()),
        STUDENT_CHANGES_FORMED_GROUP(
                plan -> plan.changeOfGroup(plan.day().plusDays(7)).stream().toList()),
        STAFF_JOINS(plan -> List.of(new StatedChange.StaffJoins(
                "Nina Ny", 20, plan.problem().staff().getFirst().skills(), new TreeSet<>(), plan.day()))),
        STAFF_JOINS_FOR_ANOTHER(plan -> Stream.of(STAFF_JOINS, AWAY_FOR_GOOD)
                .flatMap(kind -> kind.changes.apply(plan).stream())
                .toList()),
        ROOM_ADDED(plan -> List.of(new StatedChange.RoomAdded(
                "Pavillon", "classroom", 28, null, plan.day().plusDays(2)))),
        STUDENT_JOINS(plan -> lastClass(plan)
                .or(() -> plan.formedGroups().stream().findFirst())
                .stream()
                .<StatedChange>map(group -> new StatedChange.StudentJoins(
                        "Per Holm", group.id(), plan.day().plusDays(7)))
                .toList()),
        LESSON_MOVES(plan -> plan.coTaught().stream()
                .<StatedChange>map(lesson -> new StatedChange.LessonMoves(
                        lesson.id(), plan.day(), DayOfWeek.FRIDAY, LocalTime.of(15, 0), null, null))
                .toList()),
        SUBJECT_DROPPED(plan -> plan.coTaught().stream()
                .<StatedChange>map(lesson -> new StatedChange.SubjectDropped(
                        lesson.subject(),
                        lesson.groupIds().getFirst(),
                        plan.day().plusDays(7)))
                .toList()),
        INTERVENTION_STARTS(plan -> firstWithoutCoTeaching(plan).stream()
                .map(free -> edited(
                        plan,
                        problem -> ExampleProblems.addCoTeaching(
                                problem, "new", List.of(free), coTeachers(problem), plan.weekAfter(2))))
                .toList()),
        INTERVENTION_ENDS(plan -> ofCoTeaching(plan, parameters -> {
            parameters.put("lastWeek", plan.weekAfter(2));
            parameters.computeIfPresent(
                    "periods",
                    (name, periods) -> ((List<?>) periods)
                            .stream()
                                    .filter(one -> !isAfter(plan.weekAfter(2), ((Map<?, ?>) one).get("firstWeek")))
                                    .toList());
        })),
        OTHER_PARAMETERS(plan -> ofCoTeaching(plan, parameters -> parameters.put("lessonMinutes", 50))),
        TERM_SHORTENED(plan -> ofTerm(plan, -1)),
        TERM_EXTENDED(plan -> ofTerm(plan, 1)),
        SEVERAL(plan -> Stream.of(AWAY_A_DAY, DAY_CLOSED, FEWER_HOURS)
                .flatMap(kind -> kind.changes.apply(plan).stream())
                .toList());

        private final Function<Plan, List<StatedChange>> changes;

        Kind(Function<Plan, List<StatedChange>> changes) {
            this.changes = changes;
        }

        private static boolean isAfter(String week, @Nullable Object other) {
            return IsoWeek.parse(String.valueOf(other)).compareTo(IsoWeek.parse(week)) > 0;
        }

        /** Returns the first class without co-teaching, if other classes have it. */
        private static Optional<String> firstWithoutCoTeaching(Plan plan) {
            String interventions = plan.problem().interventions().toString();
            return ExampleProblems.classes(plan.problem()).stream()
                    .filter(one ->
                            interventions.contains("CoTeaching") && !interventions.contains("groupId=" + one + ","))
                    .findFirst();
        }

        private static List<String> coTeachers(Map<String, Object> problem) {
            var pool = (List<?>) Objects.requireNonNull(
                    ExampleProblems.parameters(problem, CO_TEACHING).getFirst().get("pool"));
            return List.of(String.valueOf(((Map<?, ?>) pool.getFirst()).get("staffId")));
        }

        /** Returns an edit of the first co-teaching, if there is one. */
        private static List<StatedChange> ofCoTeaching(Plan plan, Consumer<Map<String, Object>> edit) {
            boolean hasSome = plan.problem().interventions().stream()
                    .anyMatch(one -> one.type().equals(CO_TEACHING));
            return hasSome
                    ? List.of(edited(
                            plan,
                            problem -> edit.accept(ExampleProblems.parameters(problem, CO_TEACHING)
                                    .getFirst())))
                    : List.of();
        }

        /** Returns a term that is longer or shorter by a week, with a shorter camp in it; none without lessons. */
        @SuppressWarnings("unchecked") // the horizon is an object
        private static List<StatedChange> ofTerm(Plan plan, int weeks) {
            if (plan.problem().lessons().isEmpty()) {
                return List.of();
            }
            String last = plan.problem().horizon().allWeeks().getLast().toString();
            return List.of(edited(plan, problem -> {
                var horizon = (Map<String, Object>) Objects.requireNonNull(problem.get("horizon"));
                horizon.put("weeks", Integer.parseInt(String.valueOf(horizon.get("weeks"))) + weeks);
                if (weeks < 0) {
                    ExampleProblems.removeWeek(problem, last);
                    ExampleProblems.parameters(problem, "camp").forEach(Kind::endAWeekEarlier);
                }
            }));
        }

        private static void endAWeekEarlier(Map<String, Object> camp) {
            camp.computeIfPresent("weeks", (name, weeks) -> Integer.parseInt(String.valueOf(weeks)) - 1);
            camp.computeIfPresent(
                    "lastDay",
                    (name, day) ->
                            LocalDate.parse(String.valueOf(day)).minusWeeks(1).toString());
        }

        private static StatedChange edited(Plan plan, Consumer<Map<String, Object>> edit) {
            return new StatedChange.ReplacedProblem(ExampleProblems.read(ExampleProblems.edit(plan.file(), edit)));
        }

        private static double hours(Plan plan) {
            return plan.problem().staffMember(plan.busiest()).orElseThrow().contractHours();
        }

        private static Optional<Group> lastClass(Plan plan) {
            return plan.problem().groups().stream()
                    .filter(one -> one.kind() == Group.Kind.CLASS)
                    .max(Comparator.comparing(one -> one.id().value()));
        }
    }

    static Stream<Arguments> casesOf(Example... examples) {
        return Stream.of(examples)
                .flatMap(example -> Stream.of(Kind.values()).map(kind -> Arguments.of(example, kind)));
    }

    private static Plan plan(Example example) {
        return PLANS.computeIfAbsent(example, one -> {
            String file = one.file();
            var read = (ReadResult.Success<Problem>) PLANNING.readProblem(file);
            try {
                Timetable timetable = PLANNING.startSolve(
                                new SolveRequest(read.value(), read.hash(), SolveLimits.ofSteps(one.steps), 1, 1, null),
                                progress -> {})
                        .await();
                return new Plan(file, read.value(), timetable, one.now);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pastStaysAndFaultsAreSetAgainstAPlanMadeAfresh(Example example, Kind kind) throws InterruptedException {
        Plan plan = plan(example);
        List<StatedChange> changes = kind.changes.apply(plan);
        boolean isOver = plan.day().plusDays(7).isAfter(plan.problem().horizon().lastDay());
        boolean isAboutStudents = kind.name().startsWith("STUDENT_");
        if (changes.isEmpty() || (isOver && isAboutStudents)) {
            return; // the example has no such thing, or no later week
        }
        var operation = new ChangePlanner(PLANNING, plan.problem(), plan.timetable(), plan.now());
        var changed = operation.apply(changes);
        assertThat(changed.findings()).filteredOn(Finding::isError).isEmpty();
        var changer = operation.prepare(changed.problem(), "hash");
        ChangePreview preview = operation.plan(changer, changed.problem(), SolveLimits.ofSteps(example.changeSteps), 1);
        ChangedPlan after = preview.after();

        assertThat(datesBefore(after.timetable(), plan.now())).isEqualTo(datesBefore(plan.timetable(), plan.now()));
        assertThat(after.difference()
                        .countBefore(plan.now(), plan.problem().horizon().zone()))
                .isZero();
        preview.lostSupport()
                .forEach(one -> assertThat(one.places())
                        .allMatch(place -> place.date().isAfter(one.dates().getFirst())
                                && !place.date().atTime(place.start()).isBefore(plan.now())));
        assertThat(PLANNING.validate(changed.problem(), "hash", after.timetable()))
                .filteredOn(Finding::isError)
                .isEmpty();
        if (Set.of(Kind.AWAY_A_DAY, Kind.AWAY_A_WEEK, Kind.DAY_OPENED).contains(kind)) {
            assertThat(requirementsBroken(after))
                    .as("an absence or an opened day is no reason to accuse meetings")
                    .isSubsetOf(requirementsBroken(preview.before()));
        }
        long before = preview.count(preview.before(), Level.HARD);
        if (example.isCompared()) {
            ChangedPlan fresh = changer.planAfresh(SolveLimits.ofSteps(400), 1);
            assertThat(fresh.difference()
                            .countBefore(plan.now(), plan.problem().horizon().zone()))
                    .isZero();
            assertThat(preview.count(after, Level.HARD))
                    .as("conflicts; %d afresh", preview.count(fresh, Level.HARD))
                    .isLessThanOrEqualTo(Math.max(before, preview.count(fresh, Level.HARD)));
        }
    }

    /** Returns what differs from the times, holders and other meetings that interventions require, with its place. */
    private static List<String> requirementsBroken(ChangedPlan plan) {
        return plan.violations().stream()
                .filter(one -> Set.of("core.asked-time", "core.asked-same-holder", "core.asked-within")
                        .contains(one.rule()))
                .map(one -> one.rule() + " " + one.place())
                .toList();
    }

    /** Returns the students in the formed groups of a meeting, in a week. */
    private static Set<StudentId> membersOfFormedGroups(Timetable timetable, Meeting meeting, IsoWeek week) {
        return timetable.groups().stream()
                .filter(group -> meeting.groupIds().contains(group.id()))
                .flatMap(group -> group.members().stream())
                .filter(member -> member.weeks().isEmpty() || member.weeks().contains(week))
                .map(GroupMember::studentId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns everything that people see of the meetings that began before a moment, date by date. */
    private static List<String> datesBefore(Timetable timetable, LocalDateTime moment) {
        var dates = new ArrayList<String>();
        for (Meeting meeting : timetable.meetings()) {
            for (IsoWeek week : meeting.weeks()) {
                LocalDate date = meeting.time().date(week);
                if (date.atTime(meeting.start()).isBefore(moment)) {
                    dates.add("%s %s %s-%s %s %s %s %s %s %s %s"
                            .formatted(
                                    Objects.requireNonNullElse(meeting.originId(), meeting.sessionId()),
                                    date,
                                    meeting.start(),
                                    meeting.end(),
                                    meeting.title(),
                                    meeting.roomId(),
                                    meeting.extraRoomIds(),
                                    meeting.groupIds(),
                                    meeting.studentIds(),
                                    membersOfFormedGroups(timetable, meeting, week),
                                    meeting.seats().stream()
                                            .map(MeetingSeat::staffId)
                                            .toList()));
                }
            }
        }
        dates.sort(Comparator.naturalOrder());
        return dates;
    }
}
