package dk.grundskema.api.cli;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.timetable.Lesson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Each kind of change, as it is typed on the command line. */
@SuppressWarnings("ImmutableEnumChecker") // functions without state
enum TypedChange {
    AWAY((plan, example) -> List.of(
            "--away", plan.busiest().name(), plan.now().toString(), plan.day().toString())),
    AWAY_FOR_GOOD((plan, example) ->
            List.of("--away", plan.busiest().name(), plan.day().plusDays(1).toString(), "end")),
    ROOM_GONE((plan, example) -> List.of(
            "--room-gone", plan.room().name(), plan.now().toString(), plan.day().toString())),
    DAY_CLOSED((plan, example) -> List.of("--day-closed", plan.day().plusDays(1).toString())),
    DAY_OPENED((plan, example) -> plan.problem().horizon().closedDays().stream()
            .filter(plan.day()::isBefore)
            .limit(1)
            .flatMap(day -> List.of("--day-opened", day.toString()).stream())
            .toList()),
    OTHER_HOURS((plan, example) -> List.of(
            "--hours", plan.busiest().name(), String.valueOf(plan.busiest().contractHours() - 1))),
    STAFF_JOINS((plan, example) -> List.of("--staff-joins", "Nina Ny", "20", "-", "-", "-")),
    ROOM_ADDED((plan, example) -> List.of("--room-added", "Pavillon", "-", "28", "-", "-")),
    STUDENT_JOINS((plan, example) -> plan.classesOrTeams().stream()
            .limit(1)
            .flatMap(group -> List.of(
                    "--student-joins", "Liv Holm", group.name(), plan.monday().toString())
                    .stream())
            .toList()),
    STUDENT_LEAVES((plan, example) -> plan.problem().students().stream()
            .limit(plan.classesOrTeams().isEmpty() ? 0 : 1)
            .flatMap(student -> List.of(
                    "--student-leaves", student.id().value(), plan.monday().toString())
                    .stream())
            .toList()),
    STUDENT_MOVES((plan, example) -> plan.problem().students().stream()
            .limit(1)
            .flatMap(student -> otherGroup(plan, student).stream()
                    .flatMap(
                            group -> List.of(
                                    "--student-moves",
                                    student.id().value(),
                                    group.name(),
                                    plan.monday().toString())
                                    .stream()))
            .toList()),
    LESSON_MOVED((plan, example) -> plan.lessons().stream()
            .limit(1)
            .flatMap(lesson ->
                    List.of("--lesson-moved", lesson.id().value(), plan.day().toString(), "fredag", "15:00", "-")
                            .stream())
            .toList()),
    SUBJECT_DROPPED((plan, example) -> plan.lessons().stream()
            .limit(1)
            .flatMap(
                    lesson -> List.of(
                            "--subject-dropped",
                            lesson.subject(),
                            nameOfClass(plan, lesson),
                            plan.monday().toString())
                            .stream())
            .toList()),
    SCHOOL_TIMETABLE((plan, example) -> example == PlanInUse.Example.SCHOOL
            ? List.of(
                    "--school-timetable",
                    timetableWithMovedLesson(plan, example).toString(),
                    "--bells",
                    example.file("ringetider.csv").toString(),
                    "--timetable-from",
                    plan.monday().toString())
            : List.of()),
    EDITED_PROBLEM(
            (plan, example) -> List.of("--to", editedProblem(plan, example).toString()));

    /** Not tried on small groups, whose problem is the largest: nothing about groups is different there. */
    private static final Set<TypedChange> NOT_ABOUT_GROUPS =
            EnumSet.of(AWAY_FOR_GOOD, DAY_OPENED, OTHER_HOURS, ROOM_ADDED, LESSON_MOVED, SUBJECT_DROPPED);

    private final BiFunction<PlanInUse, PlanInUse.Example, List<String>> arguments;

    TypedChange(BiFunction<PlanInUse, PlanInUse.Example, List<String>> arguments) {
        this.arguments = arguments;
    }

    /** Returns the kinds that an example has. */
    static List<TypedChange> of(PlanInUse plan, PlanInUse.Example example) {
        return Stream.of(values())
                .filter(kind -> !kind.arguments(plan, example).isEmpty())
                .toList();
    }

    /** Returns what is typed; empty if the example has no such thing. */
    List<String> arguments(PlanInUse plan, PlanInUse.Example example) {
        return example == PlanInUse.Example.GROUPS && NOT_ABOUT_GROUPS.contains(this)
                ? List.of()
                : arguments.apply(plan, example);
    }

    /** Returns another class of a student's year, or another team of a camp. */
    private static Optional<Group> otherGroup(PlanInUse plan, Student student) {
        if (plan.classes().isEmpty()) {
            return plan.classesOrTeams().stream()
                    .filter(team -> team.members().stream()
                            .noneMatch(one -> one.studentId().equals(student.id())))
                    .findFirst();
        }
        return plan.classes().stream()
                .filter(one -> !one.id().equals(student.classGroup()))
                .filter(one -> one.id().value().charAt(0)
                        == String.valueOf(student.classGroup()).charAt(0))
                .findFirst();
    }

    private static String nameOfClass(PlanInUse plan, Lesson lesson) {
        return plan.problem()
                .group(lesson.groupIds().getFirst())
                .map(Group::name)
                .orElseThrow();
    }

    private static Path timetableWithMovedLesson(PlanInUse plan, PlanInUse.Example example) {
        return rewritten(
                example.file("skema.csv"),
                plan.folder().resolve("skema.csv"),
                "1A;;MAT;EK;Lokale 1A;Mandag;1",
                "1A;;MAT;EK;Lokale 1A;Mandag;7");
    }

    /** A camp that ends a week earlier, a class with less need, groups that meet in fewer weeks. */
    private static Path editedProblem(PlanInUse plan, PlanInUse.Example example) {
        Path file = plan.folder().resolve("edited.json");
        return switch (example) {
            case CAMP -> rewritten(example.file("problem.json"), file, "\"weeks\": 3,", "\"weeks\": 2,");
            case SCHOOL -> rewritten(example.file("problem.json"), file, "\"need\": 8", "\"need\": 7");
            case GROUPS -> rewritten(example.file("problem.json"), file, "\"weeks\": 12", "\"weeks\": 10");
        };
    }

    private static Path rewritten(Path original, Path copy, String old, String other) {
        try {
            String text = Files.readString(original);
            if (!text.contains(old)) {
                throw new IllegalStateException("(%s) isn't in (%s)".formatted(old, original));
            }
            return Files.writeString(copy, text.replace(old, other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
