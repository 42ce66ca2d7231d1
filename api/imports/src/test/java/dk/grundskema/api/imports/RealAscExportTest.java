package dk.grundskema.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.ImportedLessons.Row;
import dk.grundskema.domain.finding.Severity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A real export of aSc, read a second time with regular expressions. */
class RealAscExportTest {
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    private final RealExport export = RealExport.named("asc-2012-anonymised.xml");
    private final ImportResult imported = ImportedLessons.importFile(export.path());

    private List<Map<String, String>> elements(String name) {
        return Pattern.compile("<" + name + " ([^>]*)/>")
                .matcher(export.text())
                .results()
                .map(element -> ATTRIBUTE
                        .matcher(element.group(1))
                        .results()
                        .collect(Collectors.toMap(
                                (MatchResult each) -> each.group(1), (MatchResult each) -> each.group(2))))
                .toList();
    }

    private Map<String, String> names(String element) {
        return elements(element).stream()
                .collect(Collectors.toMap(
                        each -> Objects.requireNonNull(each.get("id")),
                        each -> Objects.requireNonNull(each.get("name"))));
    }

    private static Set<String> named(String ids, Map<String, String> names) {
        return Stream.of(ids.split(","))
                .filter(id -> !id.isEmpty())
                .map(id -> Objects.requireNonNull(names.get(id)))
                .collect(Collectors.toSet());
    }

    /** Consecutive cards of a lesson are one lesson, as long as the file says that a card is; a lunch break divides it. */
    private Set<Row> expected() {
        Map<Integer, LocalTime[]> bells = new HashMap<>();
        elements("period")
                .forEach(each ->
                        bells.put(Integer.valueOf(Objects.requireNonNull(each.get("period"))), new LocalTime[] {
                            LocalTime.parse(each.get("starttime"), TIME), LocalTime.parse(each.get("endtime"), TIME)
                        }));
        Map<String, Map<String, String>> lessons = new HashMap<>();
        elements("lesson").forEach(each -> lessons.put(each.get("id"), each));
        Map<List<String>, SortedSet<Integer>> cards = new LinkedHashMap<>();
        elements("card")
                .forEach(each -> cards.computeIfAbsent(
                                List.of(
                                        Objects.requireNonNull(each.get("lessonid")),
                                        Objects.requireNonNull(each.get("days")),
                                        Objects.requireNonNull(each.get("classroomids"))),
                                any -> new TreeSet<>())
                        .add(Integer.valueOf(Objects.requireNonNull(each.get("period")))));
        Map<String, String> subjects = names("subject");
        Map<String, String> teachers = names("teacher");
        Map<String, String> rooms = names("classroom");
        Map<String, String> classes = names("class");
        var rows = new HashSet<Row>();
        cards.forEach((key, periods) -> {
            Map<String, String> lesson = Objects.requireNonNull(lessons.get(key.get(0)));
            int longest = Integer.parseInt(Objects.requireNonNull(lesson.get("periodspercard")));
            var spans = new ArrayList<LocalTime[]>();
            int last = -1;
            int length = 0;
            for (int period : periods) {
                LocalTime[] bell = Objects.requireNonNull(bells.get(period));
                boolean goesOn = period == last + 1
                        && length < longest
                        && Duration.between(spans.getLast()[1], bell[0]).toMinutes() < 30;
                if (goesOn) {
                    spans.getLast()[1] = bell[1];
                    length++;
                } else {
                    spans.add(bell.clone());
                    length = period == last + 1 && length < longest ? length + 1 : 1;
                }
                last = period;
            }
            for (String schoolClass : named(lesson.get("classids"), classes)) {
                spans.forEach(span -> rows.add(new Row(
                        schoolClass,
                        DayOfWeek.of(key.get(1).indexOf('1') + 1),
                        span[0],
                        span[1],
                        Objects.requireNonNull(subjects.get(lesson.get("subjectid"))),
                        named(lesson.get("teacherids"), teachers),
                        named(key.get(2), rooms))));
            }
        });
        return rows;
    }

    @Test
    void lessonsAreThoseOfTheFile() {
        assertThat(imported.hasErrors()).as("%s", imported.findings()).isFalse();

        assertThat(ImportedLessons.rows(Objects.requireNonNull(imported.problem())))
                .isEqualTo(expected());
    }

    @Test
    void lessonsWithoutCardsAreOneFinding() {
        assertThat(imported.findings().stream()
                        .filter(each -> each.finding().code().equals("import.asc.not-placed"))
                        .map(each -> each.finding().arguments().getFirst()))
                .containsExactly(17);
    }

    @Test
    void classesTeachersAndRoomsAreThoseOfTheFile() {
        assertThat(imported.understood().classes()).isEqualTo(elements("class").size());
        assertThat(imported.understood().staff()).isEqualTo(elements("teacher").size());
        assertThat(imported.understood().rooms())
                .isEqualTo(elements("classroom").size());
    }

    @Test
    void warningsAreFewAndTrue() {
        assertThat(imported.findings().stream()
                        .filter(each -> each.finding().severity() == Severity.WARNING)
                        .map(each -> each.finding().code()))
                .containsOnly("import.staff-twice")
                .hasSizeLessThan(10);
    }
}
