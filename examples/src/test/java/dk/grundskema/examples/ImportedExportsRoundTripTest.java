package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.grundskema.api.exports.program.ExportScope;
import dk.grundskema.api.exports.program.ProgramExport;
import dk.grundskema.api.exports.program.ProgramFormat;
import dk.grundskema.api.imports.ImportRequest;
import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.assembly.StudentIdScheme;
import dk.grundskema.api.imports.assembly.StudentKey;
import dk.grundskema.api.planning.PlanExporter;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Timetable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Schools imported from files of other programs, exported in each format, and imported again: the same lessons come back. What differs is exactly
 * what the export reports, with the same numbers. Real exports are read in {@code shared/data} beside the project; without them their tests are
 * skipped.
 */
class ImportedExportsRoundTripTest {
    private static final PluginPlanningFacade PLANNING = new PluginPlanningFacade();
    private static final String WORD_FOR_A_LESSON = "Lektion";

    /** Lines of Untis with what real files have: parallel lessons of own numbers, two teachers of one number, lines without a subject. */
    private static final String UNTIS = """
            1;"7A";"T1";"IDR";"HAL";1;1;;
            2;"7A";"T2";"IDR";"HAL";1;1;;
            3;"7A";"T3";"IDR";;1;2;;
            4;"7A";"T4";"IDR";;1;2;;
            5;"7B";"T5";"DAN";"R1";1;1;;
            5;"7B";"T6";"DAN";"R1";1;1;;
            6;;"T1";;"R2";2;1;;
            7;"7A";"T2";;"R3";2;1;;
            8;"7A";"T1";"TYS";"R1";3;1;;
            8;"7B";"T2";"FRA";"R2";3;1;;
            8;"7A";"T2";"FRA";"R2";3;1;;
            8;"7B";"T1";"TYS";"R1";3;1;;
            """;

    /** Double lessons of classes whose times overlap, so that one class has the periods after those of the other. */
    private static final String TABLE = """
            Klasse;Fag;Lærer;Lokale;Ugedag;Fra;Til
            7A;DAN;T1;R1;mandag;08:00;08:45
            7A;DAN;T1;R1;mandag;08:45;09:30
            7A;MAT;T2;R1;tirsdag;08:00;09:30
            7A;MAT;T1;R1;torsdag;08:00;08:45
            7A;MAT;T1;R1;torsdag;08:45;09:30
            1A;DAN;T3;R2;mandag;08:15;09:00
            1A;MAT;T3;R2;mandag;09:10;09:55
            1A;KRI;T3;R2;onsdag;08:15;09:55
            """;

    @TempDir
    Path folder;

    /** What a lesson has in common with those as which it comes back. */
    private record Content(
            DayOfWeek day,
            Set<IsoWeek> weeks,
            String subject,
            Set<String> classes,
            Set<String> staff,
            Set<String> rooms,
            Lesson.Kind kind) {
        static Content of(Lesson lesson, Problem problem) {
            return new Content(
                    lesson.time().weekday(),
                    Set.copyOf(lesson.time().weeks()),
                    lesson.subject().isBlank() ? lesson.title() : lesson.subject(),
                    names(
                            lesson.groupIds(),
                            id -> problem.group(id).orElseThrow().name().replaceFirst(" Del \\d+$", "")),
                    names(
                            lesson.staffIds(),
                            id -> problem.staffMember(id).orElseThrow().name()),
                    names(lesson.rooms(), id -> problem.room(id).orElseThrow().name()),
                    lesson.kind());
        }

        private static <T> Set<String> names(Collection<T> ids, Function<T, String> name) {
            return ids.stream().map(name).collect(Collectors.toCollection(TreeSet::new));
        }

        /** Returns how many classes, people and rooms are missing in another content; empty if anything else differs. */
        Optional<Integer> missingIn(Content other) {
            boolean isSame = day == other.day
                    && weeks.equals(other.weeks)
                    && subject.equals(other.subject)
                    && classes.containsAll(other.classes)
                    && staff.containsAll(other.staff)
                    && rooms.containsAll(other.rooms);
            return isSame
                    ? Optional.of(classes.size()
                            - other.classes.size()
                            + staff.size()
                            - other.staff.size()
                            + rooms.size()
                            - other.rooms.size())
                    : Optional.empty();
        }
    }

    /** Lessons that came back, from which those are removed that were found. */
    private static final class Returned {
        private final Problem problem;
        private final Map<Content, List<Lesson>> left = new HashMap<>();

        Returned(Problem problem) {
            this.problem = problem;
            problem.lessons().stream()
                    .sorted(Comparator.comparing(lesson -> lesson.time().start()))
                    .forEach(lesson -> left.computeIfAbsent(Content.of(lesson, problem), any -> new ArrayList<>())
                            .add(lesson));
        }

        List<Lesson> lessonsLeft() {
            return left.values().stream().flatMap(List::stream).toList();
        }

        /** Removes and returns the lesson of the same time and content; else one after the other whose times make it up. */
        List<Lesson> take(Lesson lesson, Content wanted) {
            List<Lesson> alike = left.getOrDefault(wanted, List.of());
            List<Lesson> whole = alike.stream()
                    .filter(each -> isAtSameTime(each, lesson))
                    .limit(1)
                    .toList();
            List<Lesson> found = whole.isEmpty() ? pieces(lesson, alike) : whole;
            found.forEach(alike::remove);
            return found;
        }

        private static boolean isAtSameTime(Lesson one, Lesson other) {
            return one.time().start().equals(other.time().start())
                    && one.time().end().equals(other.time().end());
        }

        private static List<Lesson> pieces(Lesson lesson, List<Lesson> alike) {
            var pieces = new ArrayList<Lesson>();
            LocalTime at = lesson.time().start();
            for (Lesson each : alike) {
                boolean isNext = !each.time().start().isBefore(at)
                        && !each.time().end().isAfter(lesson.time().end());
                if (isNext) {
                    pieces.add(each);
                    at = each.time().end();
                }
            }
            boolean isAll = !pieces.isEmpty()
                    && pieces.getFirst().time().start().equals(lesson.time().start())
                    && at.equals(lesson.time().end());
            return isAll ? pieces : List.of();
        }

        /** Removes the lesson of the same time that lacks the fewest classes, people and rooms, and returns their number. */
        int takeIncomplete(Lesson lesson, Content wanted) {
            Content best = left.entrySet().stream()
                    .filter(each -> each.getValue().stream().anyMatch(other -> isAtSameTime(other, lesson)))
                    .map(Map.Entry::getKey)
                    .filter(each -> wanted.missingIn(each).isPresent())
                    .min(Comparator.comparingInt(each -> wanted.missingIn(each).orElseThrow()))
                    .orElseThrow(() -> new AssertionError("lost: " + wanted + " " + lesson.time()));
            List<Lesson> of = Objects.requireNonNull(left.get(best));
            of.remove(of.stream()
                    .filter(other -> isAtSameTime(other, lesson))
                    .findFirst()
                    .orElseThrow());
            return wanted.missingIn(best).orElseThrow();
        }
    }

    private Problem importFiles(List<NamedFile> files) {
        var result = PLANNING.importFiles(new ImportRequest(
                files,
                null,
                null,
                "2026/27",
                null,
                null,
                Language.DA,
                "problem.json",
                StudentIdScheme.of(StudentKey::random)));
        assertThat(result.findings())
                .filteredOn(each -> each.finding().isError())
                .isEmpty();
        return Objects.requireNonNull(result.problem());
    }

    private static ProgramExport export(Problem problem, ProgramFormat format) {
        Locale danish = Locale.of("da");
        var texts = new Texts(danish, PLANNING.textBundles(danish), Function.identity());
        var demands = PLANNING.expandDemands(problem);
        var names = new PlanNameResolver(texts, problem, demands, PlanNameResolver.StudentNaming.NAMES);
        var nothingPlanned = Timetable.empty("0", problem.horizon().zone());
        return new PlanExporter(PLANNING, texts, problem, names, demands)
                .programFiles(format, nothingPlanned, ExportScope.wholePlan());
    }

    private static int reported(ProgramExport export, String code) {
        return export.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .mapToInt(finding -> (Integer) finding.arguments().getFirst())
                .sum();
    }

    private void assertComesBack(Path file, ProgramFormat format) throws IOException {
        Problem before = importFiles(List.of(new NamedFile(String.valueOf(file.getFileName()), file)));
        ProgramExport export = export(before, format);
        var files = new ArrayList<NamedFile>();
        for (var each : export.files().entrySet()) {
            files.add(new NamedFile(each.getKey(), Files.write(folder.resolve(each.getKey()), each.getValue())));
        }
        var returned = new Returned(importFiles(files));
        var incomplete = new ArrayList<Lesson>();
        int inPieces = 0;
        int withBreaks = 0;
        for (Lesson lesson : before.lessons()) {
            List<Lesson> found = returned.take(lesson, Content.of(lesson, before));
            if (found.isEmpty()) {
                incomplete.add(lesson);
            } else if (found.size() > 1) {
                inPieces++;
                withBreaks += minutes(found) < minutes(List.of(lesson)) ? 1 : 0;
            }
        }
        int missing = incomplete.stream()
                .mapToInt(lesson -> returned.takeIncomplete(lesson, Content.of(lesson, before)))
                .sum();
        assertThat(returned.lessonsLeft()).as("nothing is invented").isEmpty();
        assertThat(missing).as("classes, people and rooms left out").isEqualTo(reported(export, "export.fet.twice"));
        assertThat(inPieces).as("lessons in several pieces").isEqualTo(reported(export, "export.untis.periods"));
        if (format == ProgramFormat.UNTIS) {
            assertThat(withBreaks)
                    .as("lessons without their breaks")
                    .isEqualTo(reported(export, "export.breaks-inside"));
        }
        assertThat(withoutSubject(before) - withoutSubject(returned.problem))
                .as("lessons that got a subject")
                .isEqualTo(reported(export, "export.no-subject"));
        assertThat(export.findings().stream().map(finding -> finding.code()))
                .isSubsetOf(
                        "export.fet.twice",
                        "export.untis.periods",
                        "export.breaks-inside",
                        "export.no-subject",
                        "export.further-periods");
    }

    private static long minutes(List<Lesson> lessons) {
        return lessons.stream()
                .mapToLong(each ->
                        Duration.between(each.time().start(), each.time().end()).toMinutes())
                .sum();
    }

    private static int withoutSubject(Problem problem) {
        return (int) problem.lessons().stream()
                .filter(lesson -> lesson.subject().isBlank() && lesson.title().equals(WORD_FOR_A_LESSON))
                .count();
    }

    private static Path real(String name) {
        Path file = Path.of("../../shared/data").resolve(name);
        assumeTrue(Files.isRegularFile(file), "The real export " + name + " is not in shared/data beside the project");
        return file;
    }

    @ParameterizedTest
    @EnumSource(
            value = ProgramFormat.class,
            names = {"JSON"},
            mode = EnumSource.Mode.EXCLUDE)
    void parallelLessonsOfUntisComeBack(ProgramFormat format) throws IOException {
        assertComesBack(Files.writeString(folder.resolve("GPU001-school.TXT"), UNTIS), format);
    }

    @ParameterizedTest
    @EnumSource(
            value = ProgramFormat.class,
            names = {"JSON"},
            mode = EnumSource.Mode.EXCLUDE)
    void doubleLessonsOfOverlappingTimesComeBack(ProgramFormat format) throws IOException {
        assertComesBack(Files.writeString(folder.resolve("skema.csv"), TABLE), format);
    }

    @Tag("examples")
    @ParameterizedTest
    @EnumSource(
            value = ProgramFormat.class,
            names = {"JSON"},
            mode = EnumSource.Mode.EXCLUDE)
    void realExportOfUntisComesBack(ProgramFormat format) throws IOException {
        assertComesBack(real("GPU001-anonymised.TXT"), format);
    }

    @Tag("examples")
    @ParameterizedTest
    @EnumSource(
            value = ProgramFormat.class,
            names = {"JSON"},
            mode = EnumSource.Mode.EXCLUDE)
    void realExportOfAscComesBack(ProgramFormat format) throws IOException {
        assertComesBack(real("asc-2012-anonymised.xml"), format);
    }
}
