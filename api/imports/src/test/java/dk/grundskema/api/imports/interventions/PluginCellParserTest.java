package dk.grundskema.api.imports.interventions;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.assembly.NameDirectory;
import dk.grundskema.api.imports.assembly.NameIndex;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.InputList.Column;
import dk.grundskema.solver.spi.InputList.Kind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of the lists of intervention types, and the findings about invalid ones. */
class PluginCellParserTest {
    private static final Map<String, String> CHOICES = Map.of("stationer", "STATIONS", "parallel", "PARALLEL");

    private final NameIndex staff = new NameIndex(new TreeMap<>(), (key, name) -> key);
    private final List<FileFinding> findings = new ArrayList<>();

    private Object value(Column column, String text) {
        var nobody = new NameIndex(new TreeMap<>(), (key, name) -> key);
        var values = new PluginCellParser(
                new NameDirectory(staff, nobody, nobody, nobody, nobody, Set.of("krop / sjæl")),
                new Horizon(IsoWeek.parse("2026-W33"), 46, ZoneId.of("Europe/Copenhagen"), new TreeSet<>()),
                Map.of("Dansk", "DAN"),
                findings);
        return String.valueOf(values.parse(column, new SourceText(text, new SourceLocation("f.csv", "B2")), CHOICES));
    }

    private List<String> findings() {
        return findings.stream()
                .map(each -> each.finding().pointer() + " " + each.finding().code() + " "
                        + each.finding().arguments())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, '10,5', 10.5",
        "WHOLE, 8, 8",
        "WHOLE, '8,0', 8",
        "YES_NO, Ja, true",
        "YES_NO, nej, false",
        "DATE, 7/9-2026, 2026-09-07",
        "DATE, 2026-09-07, 2026-09-07",
        "WEEK, 37, 2026-W37",
        "WEEK, uge 2, 2027-W02",
        "WEEK, 2026-W53, 2026-W53",
        "SUBJECT, Dansk, DAN",
        "SUBJECT, Hjemkundskab, Hjemkundskab",
    })
    void aCellIsReadAsItsKind(Kind kind, String text, String value) {
        assertThat(value(Column.optional("c", kind), text)).hasToString(value);
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, mange, import.number.unknown [mange]",
        "NUMBER, NaN, import.number.unknown [NaN]",
        "WHOLE, '8,5', 'import.whole.unknown [8,5]'",
        "YES_NO, måske, import.yes-no.unknown [måske]",
        "DATE, 31/2-2026, import.date.unknown [31/2-2026]",
        "WEEK, 30, 'import.cell.no-week [30, 2026-W33, 2027-W25]'",
        "STAFF, MH, import.cell.no-staff [MH]",
    })
    void unreadableCellIsReportedOnce(Kind kind, String text, String expected) {
        assertThat(value(Column.optional("c", kind), text)).hasToString("null");
        assertThat(findings()).containsExactly("B2 " + expected);
    }

    @Test
    void aChoiceThatIsNearlyOneIsAskedAboutAndNotRefusedASecondTime() {
        Column form = Column.choice("form", false, "STATIONS", "PARALLEL");
        assertThat(value(form, "Stationer")).hasToString("STATIONS");
        assertThat(value(form, "stationr")).hasToString("null");
        assertThat(value(form, "cirkel")).hasToString("null");
        assertThat(findings())
                .containsExactly(
                        "B2 import.cell.no-choice-maybe [stationr, stationer]",
                        "B2 import.cell.no-choice [cirkel, [parallel, stationer]]");
    }

    @Test
    void ofSeveralInACellEverythingWrongIsSaid() {
        Column many = Column.several("numbers", Kind.NUMBER);
        assertThat(value(many, "1; 2;")).hasToString("[1.0, 2.0]");
        assertThat(value(many, "x; 1; y")).hasToString("null");
        assertThat(value(many, "1; 2,")).hasToString("null");
        assertThat(findings())
                .containsExactly(
                        "B2 import.number.unknown [x]",
                        "B2 import.number.unknown [y]",
                        "B2 import.number.unknown [2,]");
    }

    @Test
    void aDateOfThePlanNeedsNoYearButItsOwnWeekday() {
        Column day = Column.optional("day", Kind.DATE);
        assertThat(value(day, "fre. 18/9")).hasToString("2026-09-18");
        assertThat(value(day, "tor. 18/9")).hasToString("null");
        assertThat(findings()).containsExactly("B2 import.date.weekday [tor. 18/9, 2026-09-18]");
    }

    @Test
    void subjectsMayHaveASlashBetweenThem() {
        Column subjects = Column.several("subjects", Kind.SUBJECT);
        assertThat(value(subjects, "Dansk / Kreativt værksted, N/T")).hasToString("[DAN, Kreativt værksted, N/T]");
        assertThat(value(subjects, "Natur / teknologi; Krop / sjæl"))
                .as("subjects of which one has a slash itself")
                .hasToString("[Natur / teknologi, Krop / sjæl]");
    }

    @Test
    void aNameWithACommaIsOneOfSeveralIfItIsSomebody() {
        staff.register(
                new SourceText("lk", new SourceLocation("f.csv", "A1")),
                new SourceText("Krogh, Lise", new SourceLocation("f.csv", "B1")));
        staff.register(
                new SourceText("bo", new SourceLocation("f.csv", "A2")),
                new SourceText("Bo Holm", new SourceLocation("f.csv", "B2")));
        Column people = Column.several("people", Kind.STAFF);
        assertThat(value(people, "Krogh, Lise, Bo Holm")).hasToString("[lk, bo]");
        assertThat(value(people, "bo, lk")).hasToString("[bo, lk]");
    }
}
