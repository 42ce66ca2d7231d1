package dk.grundskema.api.imports.systems.untis;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceReader;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.api.imports.systems.file.BoundedFileReader;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.systems.file.TimeOfDayParser;
import dk.grundskema.api.imports.table.file.DecodedText;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a saved answer of WebUntis to {@code getTimetable}: lessons with date, start, end, and names of classes ({@code kl}), teachers
 * ({@code te}), subjects ({@code su}) and rooms ({@code ro}). Lessons that are the same on several dates are one. Source: JSON-RPC API of
 * WebUntis.
 */
public final class WebUntisReader implements SourceReader {
    private static final Pattern CONTENT =
            Pattern.compile("(?s)\\s*[\\[{](?=.*\"date\"\\s*:)(?=.*\"startTime\"\\s*:)(?=.*\"(kl|te|su|ro)\"\\s*:).*");

    /** Kind of lessons; others are supervision, office hours, standby and examinations. */
    private static final String LESSON = "ls";

    private record RepeatedLesson(
            List<String> classes,
            List<String> teachers,
            String subject,
            List<String> rooms,
            boolean busy,
            DayOfWeek day,
            SourceTime.Times times) {}

    private record DatedLesson(RepeatedLesson lesson, LocalDate date, String where) {}

    @Override
    public boolean recognises(byte[] head, String fileName) {
        return CONTENT.matcher(DecodedText.decode(head).text()).matches();
    }

    @Override
    public SourceData read(String name, Path file, ReadingHints hints) {
        var source = new SystemSourceBuilder(name);
        byte[] bytes = BoundedFileReader.readAll(file, source);
        if (bytes != null) {
            read(DecodedText.decode(bytes).text(), source);
        }
        return source.build();
    }

    private static void read(String text, SystemSourceBuilder source) {
        ReadResult<Json> parsed = JsonTreeParser.parse(text);
        List<Json> periods = parsed instanceof ReadResult.Success<Json> good ? periods(good.value()) : List.of();
        if (periods.isEmpty()) {
            source.error("", "import.webuntis.broken", source.file());
            return;
        }
        Map<RepeatedLesson, TreeSet<LocalDate>> dates = new LinkedHashMap<>();
        Map<RepeatedLesson, String> places = new LinkedHashMap<>();
        int cancelled = 0;
        for (int i = 0; i < periods.size(); i++) {
            if (!(periods.get(i) instanceof Json.JsonObject period)) {
                source.warning("/" + i, "import.webuntis.time");
            } else if (text(period, "code").equals("cancelled")) {
                cancelled++;
            } else {
                datedLesson(period, "/" + i, source).ifPresent(dated -> {
                    dates.computeIfAbsent(dated.lesson(), any -> new TreeSet<>())
                            .add(dated.date());
                    places.putIfAbsent(dated.lesson(), dated.where());
                });
            }
        }
        dates.forEach((lesson, held) ->
                addLesson(lesson, new SourceDays.Dates(held), places.getOrDefault(lesson, ""), source));
        if (cancelled > 0) {
            source.info("", "import.webuntis.cancelled", cancelled);
        }
    }

    private static List<Json> periods(Json root) {
        Json all = root instanceof Json.JsonObject answer
                ? answer.fields().getOrDefault("result", Json.JsonNull.NOTHING)
                : root;
        return all instanceof Json.JsonArray array ? array.elements() : List.of();
    }

    private static Optional<DatedLesson> datedLesson(Json.JsonObject period, String index, SystemSourceBuilder source) {
        String id = text(period, "id");
        String where = id.isEmpty() ? index : "id " + id;
        var date = date(text(period, "date"));
        var start = time(text(period, "startTime"));
        var end = time(text(period, "endTime"));
        if (date.isEmpty()
                || start.isEmpty()
                || end.filter(start.get()::isBefore).isEmpty()) {
            source.warning(where, "import.webuntis.time");
            return Optional.empty();
        }
        if (hasOnlyIds(period)) {
            source.warning(where, "import.webuntis.no-names");
            return Optional.empty();
        }
        String kind = text(period, "lstype");
        return Optional.of(new DatedLesson(
                new RepeatedLesson(
                        names(period, "kl"),
                        names(period, "te"),
                        String.join(", ", names(period, "su")),
                        names(period, "ro"),
                        !kind.isEmpty() && !kind.equals(LESSON),
                        date.get().getDayOfWeek(),
                        new SourceTime.Times(start.get(), end.get())),
                date.get(),
                where));
    }

    private static boolean hasOnlyIds(Json.JsonObject period) {
        return Stream.of("kl", "te")
                .anyMatch(key ->
                        !elements(period, key).isEmpty() && names(period, key).isEmpty());
    }

    private static List<Json> elements(Json.JsonObject period, String key) {
        return period.fields().get(key) instanceof Json.JsonArray array ? array.elements() : List.of();
    }

    /** Returns the names of elements, without the {@code ---} of an undecided one. */
    private static List<String> names(Json.JsonObject period, String key) {
        return elements(period, key).stream()
                .flatMap(each ->
                        each instanceof Json.JsonObject element ? Stream.of(text(element, "name")) : Stream.empty())
                .filter(name -> !name.isEmpty() && !name.equals("---") && !name.equals("?"))
                .distinct()
                .toList();
    }

    private static String text(Json.JsonObject object, String key) {
        return switch (object.fields().getOrDefault(key, Json.JsonNull.NOTHING)) {
            case Json.JsonString text -> text.value().strip();
            case Json.JsonNumber number -> integer(number.value());
            default -> "";
        };
    }

    private static String integer(BigDecimal number) {
        return number.precision() - number.scale() > 18
                ? ""
                : number.toBigInteger().toString();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Returns a time such as 755 or 1040. */
    private static Optional<LocalTime> time(String text) {
        return text.matches("\\d{1,4}")
                ? TimeOfDayParser.parseTime("0".repeat(4 - text.length()) + text)
                : Optional.empty();
    }

    private static void addLesson(
            RepeatedLesson lesson, SourceDays.Dates dates, String where, SystemSourceBuilder source) {
        source.lessons.add(new SourceLesson(
                source.location(where),
                "",
                texts(lesson.classes(), where, source),
                List.of(),
                List.of(),
                texts(lesson.teachers(), where, source),
                lesson.subject().isEmpty() ? null : source.text(lesson.subject(), where),
                texts(lesson.rooms(), where, source),
                dates,
                lesson.times(),
                false,
                lesson.busy() || lesson.classes().isEmpty(),
                ""));
    }

    private static List<SourceText> texts(List<String> names, String where, SystemSourceBuilder source) {
        return names.stream().map(each -> source.text(each, where)).toList();
    }
}
