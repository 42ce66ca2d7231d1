package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordReader;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Formats and parses cells with times of unavailability. */
final class AvailabilityCellCodec {
    private static final String EXCEPT = "except";

    /** Placeholder of the first time that cannot be expressed in words; later ones have a number appended. */
    private static final String OMITTED = "…";

    private final CellCodec cells;
    private final Locale language;

    /** @param language language of the reader */
    AvailabilityCellCodec(CellCodec cells, Locale language) {
        this.cells = cells;
        this.language = language;
    }

    /**
     * Formats times of unavailability. Times that cannot be expressed in words get distinct placeholders, so that a submitted cell still
     * identifies them.
     */
    String format(Json availability) {
        return String.join(", ", formatExceptions(availability));
    }

    private List<String> formatExceptions(Json availability) {
        var shown = new ArrayList<String>();
        int untold = 0;
        for (Json one : exceptions(availability)) {
            Optional<String> told = period(one).flatMap(each -> CellCodec.formatPeriod(each, language));
            untold += told.isEmpty() ? 1 : 0;
            shown.add(told.orElse(untold > 1 ? OMITTED + untold : OMITTED));
        }
        return shown;
    }

    private static List<Json> exceptions(Json availability) {
        return availability instanceof Json.JsonObject all && all.fields().get(EXCEPT) instanceof Json.JsonArray periods
                ? periods.elements()
                : List.of();
    }

    private static Optional<Period> period(Json json) {
        return new RecordReader(Map.of()).read(json, Period.class) instanceof ReadResult.Success<Period> good
                ? Optional.of(good.value())
                : Optional.empty();
    }

    /** Parses times of unavailability. Times with unchanged text keep their stored value, because not every value can be expressed in a cell. */
    @Nullable
    Json read(String text, Json was, String at, List<Finding> findings) {
        var periods = new ArrayList<Json>();
        List<Json> before = exceptions(was);
        List<String> shown = formatExceptions(was);
        for (String word : CellCodec.splitPeriods(text)) {
            int known = shown.indexOf(word);
            if (known >= 0) {
                periods.add(before.get(known));
            } else {
                cells.readPeriod(word)
                        .valueOr(finding -> findings.add(finding.withPointerPrefix(at)))
                        .ifPresent(period -> periods.add(RecordWriter.toJsonValue(period)));
            }
        }
        var fields = new LinkedHashMap<String, Json>(was instanceof Json.JsonObject all ? all.fields() : Map.of());
        if (periods.isEmpty()) {
            fields.remove(EXCEPT);
        } else {
            fields.put(EXCEPT, new Json.JsonArray(periods));
        }
        return fields.isEmpty() ? null : new Json.JsonObject(fields);
    }
}
