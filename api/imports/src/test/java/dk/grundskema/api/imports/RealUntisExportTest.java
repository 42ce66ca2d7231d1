package dk.grundskema.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.ImportedLessons.Row;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.problem.Problem;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A real export of Untis without bell times, read a second time line by line. */
class RealUntisExportTest {
    /** Starts of lessons 1 to 12 as the import proposes them. */
    private static final List<String> STARTS = List.of(
            "08:00", "08:45", "09:50", "10:35", "11:50", "12:35", "13:30", "14:15", "15:00", "15:45", "16:30", "17:15");

    private final RealExport export = RealExport.named("GPU001-anonymised.TXT");
    private final ImportResult imported = ImportedLessons.importFile(export.path());

    /** A line: one class, teacher and room of a lesson. */
    private record Line(
            String schoolClass,
            DayOfWeek day,
            LocalTime start,
            LocalTime end,
            String subject,
            String teacher,
            String room) {}

    private Set<Line> expected() {
        return export.text()
                .lines()
                .map(line -> line.replace("\"", "").split(";", -1))
                .map(fields -> {
                    LocalTime start = LocalTime.parse(STARTS.get(Integer.parseInt(fields[6]) - 1));
                    return new Line(
                            fields[1],
                            DayOfWeek.of(Integer.parseInt(fields[5])),
                            start,
                            start.plusMinutes(45),
                            fields[3],
                            fields[2],
                            fields[4]);
                })
                .collect(Collectors.toSet());
    }

    private static Set<Line> lines(Problem problem) {
        return ImportedLessons.rows(problem).stream()
                .flatMap(row -> orNone(row.teachers()).stream()
                        .flatMap(teacher -> orNone(row.rooms()).stream().map(room -> line(row, teacher, room))))
                .collect(Collectors.toSet());
    }

    private static Collection<String> orNone(Set<String> names) {
        return names.isEmpty() ? List.of("") : names;
    }

    private static Line line(Row row, String teacher, String room) {
        return new Line(row.schoolClass(), row.day(), row.start(), row.end(), row.subject(), teacher, room);
    }

    @Test
    void everyLineIsALessonAndEveryLessonALine() {
        assertThat(imported.hasErrors()).as("%s", imported.findings()).isFalse();

        assertThat(lines(Objects.requireNonNull(imported.problem()))).isEqualTo(expected());
    }

    @Test
    void proposedBellTimesAreOneWarning() {
        assertThat(imported.findings().stream()
                        .filter(each -> each.finding().code().equals("import.bells.proposed"))
                        .map(each -> each.finding().arguments().getFirst()))
                .singleElement()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(12)
                .startsWith("1: 08:00–08:45")
                .endsWith("12: 17:15–18:00");
    }

    @Test
    void warningsThatRepeatAFactAreFolded() {
        List<FoldedFindings> warnings = FoldedFindings.fold(imported.findings()).stream()
                .filter(each -> each.first().finding().severity() == Severity.WARNING)
                .toList();

        assertThat(warnings).hasSizeLessThanOrEqualTo(8);
    }
}
