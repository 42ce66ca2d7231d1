package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordReader;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.imports.source.SourceDays.WeekPattern;
import dk.grundskema.api.imports.source.YearlessDateResolver;
import dk.grundskema.api.imports.table.parse.ClockTimeParser;
import dk.grundskema.api.imports.table.parse.DateParser;
import dk.grundskema.api.imports.table.parse.PeriodParser;
import dk.grundskema.api.imports.table.parse.WeekPatternParser;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.Period;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Formats and parses cells with times: dates, weeks, times of day and unavailability. */
final class TimeCellCodec {
    private static final String EXCEPT = "except";

    /** Placeholder of the first time that cannot be expressed in words; later ones have a number appended. */
    private static final String UNTOLD = "…";

    private final List<IsoWeek> weeks;
    private final YearlessDateResolver years;
    private final Locale language;

    /**
     * @param weeks    weeks of the plan, whose numbers and dates can be written without a year
     * @param language language of the reader
     */
    TimeCellCodec(List<IsoWeek> weeks, Locale language) {
        this.weeks = List.copyOf(weeks);
        this.years = weeks.isEmpty()
                ? YearlessDateResolver.unknown()
                : YearlessDateResolver.of(
                        weeks.getFirst().date(DayOfWeek.MONDAY), weeks.getLast().date(DayOfWeek.SUNDAY));
        this.language = language;
    }

    /** Formats a date in file format; returns other text unchanged. */
    String date(String text) {
        try {
            return DateParser.format(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** Parses a date into file format. */
    @Nullable
    Json date(String text, String at, List<Finding> wrong) {
        var other = DateParser.findWeekdayMismatch(text, years);
        if (other.isPresent()) {
            wrong.add(ofOtherWeekday(text, other.get(), at));
            return null;
        }
        return toJsonText(DateParser.parseDate(text, years), text, "pages.list-no-date", at, wrong);
    }

    private static Finding ofOtherWeekday(String text, LocalDate date, String at) {
        return Finding.error("pages.list-other-weekday", at, text, date);
    }

    /** Formats a time of day in file format; returns other text unchanged. */
    String time(String text) {
        try {
            LocalTime time = LocalTime.parse(text);
            boolean isDanish = language.getLanguage().equals("da");
            return "%02d%s%02d".formatted(time.getHour(), isDanish ? "." : ":", time.getMinute());
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** Parses a time of day into file format. */
    @Nullable
    Json time(String text, String at, List<Finding> wrong) {
        return toJsonText(ClockTimeParser.parseTime(text), text, "pages.list-no-clock", at, wrong);
    }

    private static @Nullable Json toJsonText(
            Optional<?> value, String text, String code, String at, List<Finding> wrong) {
        if (value.isEmpty()) {
            wrong.add(Finding.error(code, at, text));
            return null;
        }
        return new Json.JsonString(value.get().toString());
    }

    /** Formats a week in file format; only its number if that is unique in the plan. */
    String week(String text) {
        return parseIsoWeek(text)
                .filter(one -> weeksNumbered(one.week()).equals(List.of(one)))
                .map(one -> String.valueOf(one.week()))
                .orElse(text);
    }

    private static Optional<IsoWeek> parseIsoWeek(String text) {
        try {
            return Optional.of(IsoWeek.parse(text.toUpperCase(Locale.ROOT)));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private List<IsoWeek> weeksNumbered(int number) {
        return weeks.stream().filter(one -> one.week() == number).toList();
    }

    /** Parses a week into file format. */
    @Nullable
    Json week(String text, String at, List<Finding> wrong) {
        var iso = parseIsoWeek(text);
        if (iso.isPresent()) {
            return new Json.JsonString(iso.get().toString());
        }
        List<IsoWeek> meant = WeekPatternParser.parse(text)
                .filter(one -> one instanceof WeekPattern.Numbered some
                        && some.numbers().size() == 1)
                .map(one -> weeksNumbered(((WeekPattern.Numbered) one).numbers().first()))
                .orElse(List.of());
        if (meant.size() == 1) {
            return new Json.JsonString(meant.getFirst().toString());
        }
        wrong.add(Finding.error("pages.list-no-week", at, text, weeks.getFirst(), weeks.getLast()));
        return null;
    }

    /**
     * Formats times of unavailability. Times that cannot be expressed in words get distinct placeholders, so that a submitted cell still
     * identifies them.
     */
    String availability(Json availability) {
        return String.join(", ", formatExceptions(availability));
    }

    private List<String> formatExceptions(Json availability) {
        var shown = new ArrayList<String>();
        int untold = 0;
        for (Json one : exceptions(availability)) {
            Optional<String> told = period(one).flatMap(each -> PeriodParser.format(each, language));
            untold += told.isEmpty() ? 1 : 0;
            shown.add(told.orElse(untold > 1 ? UNTOLD + untold : UNTOLD));
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
    Json availability(String text, Json was, String at, List<Finding> wrong) {
        var periods = new ArrayList<Json>();
        List<Json> before = exceptions(was);
        List<String> shown = formatExceptions(was);
        for (String word : PeriodParser.splitItems(text)) {
            int known = shown.indexOf(word);
            if (known >= 0) {
                periods.add(before.get(known));
            } else {
                PeriodParser.parse(word, years)
                        .ifPresentOrElse(
                                period -> periods.add(RecordWriter.toJsonValue(period)),
                                () -> wrong.add(PeriodParser.findWeekdayMismatch(word, years)
                                        .map(date -> ofOtherWeekday(word, date, at))
                                        .orElseGet(() -> Finding.error("pages.list-no-time", at, word))));
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
