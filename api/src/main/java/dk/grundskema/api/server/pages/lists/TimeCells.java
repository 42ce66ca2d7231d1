package dk.grundskema.api.server.pages.lists;

import dk.grundskema.api.imports.source.Days.Weeks;
import dk.grundskema.api.imports.source.Years;
import dk.grundskema.api.imports.table.words.ClockTimes;
import dk.grundskema.api.imports.table.words.Dates;
import dk.grundskema.api.imports.table.words.WeekWords;
import dk.grundskema.api.imports.table.words.Whens;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.RecordReader;
import dk.grundskema.api.platform.RecordWriter;
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

/** Cells with times as people write them, and back: days, weeks, times of day, and when somebody can't. */
final class TimeCells {
    private static final String EXCEPT = "except";

    /** Stands for the first time that can't be said in words; a number follows it from the second on. */
    private static final String UNTOLD = "…";

    private final List<IsoWeek> weeks;
    private final Years years;
    private final Locale language;

    /**
     * @param weeks    the weeks of the plan: one of them, and a day of it, can be written without its year
     * @param language the reader's
     */
    TimeCells(List<IsoWeek> weeks, Locale language) {
        this.weeks = List.copyOf(weeks);
        this.years = weeks.isEmpty()
                ? Years.unknown()
                : Years.of(
                        weeks.getFirst().date(DayOfWeek.MONDAY), weeks.getLast().date(DayOfWeek.SUNDAY));
        this.language = language;
    }

    /** A day, from its text in files; that text if it is none. */
    String date(String text) {
        try {
            return Dates.text(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** What is said of a day in files. */
    @Nullable
    Json date(String text, String at, List<Finding> wrong) {
        var other = Dates.ofOtherWeekday(text, years);
        if (other.isPresent()) {
            wrong.add(ofOtherWeekday(text, other.get(), at));
            return null;
        }
        return found(Dates.date(text, years), text, "pages.list-no-date", at, wrong);
    }

    private static Finding ofOtherWeekday(String text, LocalDate date, String at) {
        return Finding.error("pages.list-other-weekday", at, text, date);
    }

    /** A time of day, from its text in files; that text if it is none. */
    String time(String text) {
        try {
            LocalTime time = LocalTime.parse(text);
            boolean isDanish = language.getLanguage().equals("da");
            return "%02d%s%02d".formatted(time.getHour(), isDanish ? "." : ":", time.getMinute());
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** What is said of a time of day in files. */
    @Nullable
    Json time(String text, String at, List<Finding> wrong) {
        return found(ClockTimes.time(text), text, "pages.list-no-clock", at, wrong);
    }

    private static @Nullable Json found(Optional<?> value, String text, String code, String at, List<Finding> wrong) {
        if (value.isEmpty()) {
            wrong.add(Finding.error(code, at, text));
            return null;
        }
        return new Json.Text(value.get().toString());
    }

    /** A week, from its text in files: its number alone if the plan has no other of that number. */
    String week(String text) {
        return iso(text)
                .filter(one -> numbered(one.week()).equals(List.of(one)))
                .map(one -> String.valueOf(one.week()))
                .orElse(text);
    }

    private static Optional<IsoWeek> iso(String text) {
        try {
            return Optional.of(IsoWeek.parse(text.toUpperCase(Locale.ROOT)));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private List<IsoWeek> numbered(int number) {
        return weeks.stream().filter(one -> one.week() == number).toList();
    }

    /** What is said of a week in files. */
    @Nullable
    Json week(String text, String at, List<Finding> wrong) {
        var iso = iso(text);
        if (iso.isPresent()) {
            return new Json.Text(iso.get().toString());
        }
        List<IsoWeek> meant = WeekWords.parse(text)
                .filter(one ->
                        one instanceof Weeks.Numbered some && some.numbers().size() == 1)
                .map(one -> numbered(((Weeks.Numbered) one).numbers().first()))
                .orElse(List.of());
        if (meant.size() == 1) {
            return new Json.Text(meant.getFirst().toString());
        }
        wrong.add(Finding.error("pages.list-no-week", at, text, weeks.getFirst(), weeks.getLast()));
        return null;
    }

    /** When somebody can't. Times that can't be said in words are told apart, for a cell that is read again has them by what stands in it. */
    String never(Json availability) {
        return String.join(", ", all(availability));
    }

    private List<String> all(Json availability) {
        var shown = new ArrayList<String>();
        int untold = 0;
        for (Json one : excepted(availability)) {
            Optional<String> told = period(one).flatMap(each -> Whens.text(each, language));
            untold += told.isEmpty() ? 1 : 0;
            shown.add(told.orElse(untold > 1 ? UNTOLD + untold : UNTOLD));
        }
        return shown;
    }

    private static List<Json> excepted(Json availability) {
        return availability instanceof Json.Structure all && all.fields().get(EXCEPT) instanceof Json.Listing periods
                ? periods.elements()
                : List.of();
    }

    private static Optional<Period> period(Json json) {
        return new RecordReader(Map.of()).read(json, Period.class) instanceof Read.Good<Period> good
                ? Optional.of(good.value())
                : Optional.empty();
    }

    /** Times that are written as before stay as they are; others than these can't be all told in a cell. */
    @Nullable
    Json never(String text, Json was, String at, List<Finding> wrong) {
        var periods = new ArrayList<Json>();
        List<Json> before = excepted(was);
        List<String> shown = all(was);
        for (String word : Whens.items(text)) {
            int known = shown.indexOf(word);
            if (known >= 0) {
                periods.add(before.get(known));
            } else {
                Whens.parse(word, years)
                        .ifPresentOrElse(
                                period -> periods.add(RecordWriter.json(period)),
                                () -> wrong.add(Whens.ofOtherWeekday(word, years)
                                        .map(date -> ofOtherWeekday(word, date, at))
                                        .orElseGet(() -> Finding.error("pages.list-no-time", at, word))));
            }
        }
        var fields = new LinkedHashMap<String, Json>(was instanceof Json.Structure all ? all.fields() : Map.of());
        if (periods.isEmpty()) {
            fields.remove(EXCEPT);
        } else {
            fields.put(EXCEPT, new Json.Listing(periods));
        }
        return fields.isEmpty() ? null : new Json.Structure(fields);
    }
}
