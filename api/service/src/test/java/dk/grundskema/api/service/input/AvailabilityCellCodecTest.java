package dk.grundskema.api.service.input;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.time.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Times of unavailability survive a round trip through a cell, including times that a cell cannot express. */
final class AvailabilityCellCodecTest {
    private static final CellCodec CELLS = CellCodec.ofPlan(List.of());
    private static final Json WEDNESDAYS = said("onsdag");
    private static final Json FRIDAYS = said("fredag efter 13");
    private static final Json MONDAYS_IN_AUTUMN = untold(DayOfWeek.MONDAY);
    private static final Json TUESDAYS_IN_AUTUMN = untold(DayOfWeek.TUESDAY);

    private final AvailabilityCellCodec cells = new AvailabilityCellCodec(CELLS, Locale.of("da"));
    private final List<Finding> findings = new ArrayList<>();

    private static Json said(String words) {
        return RecordWriter.toJsonValue(CELLS.readPeriod(words).asOptional().orElseThrow());
    }

    /** Weekdays between two dates, which no words say. */
    private static Json untold(DayOfWeek day) {
        return RecordWriter.toJsonValue(new Period(
                LocalDate.of(2026, 9, 7),
                LocalDate.of(2026, 11, 27),
                new TreeSet<>(List.of(day)),
                LocalTime.NOON,
                null));
    }

    private static Json availability(Json... never) {
        return new Json.JsonObject(Map.of("except", new Json.JsonArray(List.of(never))));
    }

    private Json read(String text, Json was) {
        Json read = cells.read(text, was, "r0c3", findings);
        return read == null ? Json.JsonNull.NOTHING : read;
    }

    @Test
    void cellWithExpressiblePeriodsNeedsNoDots() {
        Json was = availability(WEDNESDAYS);
        assertThat(cells.format(was)).isEqualTo("onsdag");
        assertThat(cells.format(Json.JsonNull.NOTHING)).isEmpty();
        assertThat(read("onsdag, fredag efter 13", was)).isEqualTo(availability(WEDNESDAYS, FRIDAYS));
        assertThat(read("", was)).isEqualTo(Json.JsonNull.NOTHING);
        assertThat(findings).isEmpty();
    }

    @Test
    void oneThatCanNotBeSaidIsDotsAndStaysBesideWhatIsAdded() {
        Json was = availability(MONDAYS_IN_AUTUMN);
        assertThat(cells.format(was)).isEqualTo("…");
        assertThat(read("…, onsdag", was)).isEqualTo(availability(MONDAYS_IN_AUTUMN, WEDNESDAYS));
        assertThat(read("onsdag", was)).isEqualTo(availability(WEDNESDAYS));
        assertThat(findings).isEmpty();
    }

    @Test
    void twoThatCanNotBeSaidAreToldApartAndBothStay() {
        Json was = availability(MONDAYS_IN_AUTUMN, WEDNESDAYS, TUESDAYS_IN_AUTUMN);
        assertThat(cells.format(was)).isEqualTo("…, onsdag, …2");
        assertThat(read("…, onsdag, …2, fredag efter 13", was))
                .isEqualTo(availability(MONDAYS_IN_AUTUMN, WEDNESDAYS, TUESDAYS_IN_AUTUMN, FRIDAYS));
        assertThat(findings).isEmpty();
    }

    @Test
    void ofTwoThatCanNotBeSaidEitherCanBeTakenAway() {
        Json was = availability(MONDAYS_IN_AUTUMN, TUESDAYS_IN_AUTUMN);
        assertThat(read("…", was)).isEqualTo(availability(MONDAYS_IN_AUTUMN));
        assertThat(read("…2", was)).isEqualTo(availability(TUESDAYS_IN_AUTUMN));
        assertThat(cells.format(read("…2", was))).isEqualTo("…");
        assertThat(findings).isEmpty();
    }

    @Test
    void dotsThatStandForNothingAreSaid() {
        Json was = availability(MONDAYS_IN_AUTUMN, TUESDAYS_IN_AUTUMN);
        read("…, …1, …2, …3, …9", was);
        assertThat(findings)
                .containsExactly(
                        Finding.error("import.when.unknown", "r0c3", "…1"),
                        Finding.error("import.when.unknown", "r0c3", "…3"),
                        Finding.error("import.when.unknown", "r0c3", "…9"));
        findings.clear();
        read("…", availability(WEDNESDAYS));
        assertThat(findings).containsExactly(Finding.error("import.when.unknown", "r0c3", "…"));
    }
}
