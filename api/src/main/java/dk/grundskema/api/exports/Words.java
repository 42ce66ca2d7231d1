package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.AlikeWeeks;
import dk.grundskema.api.timetable.Entry;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What templates say, in the reader's language: texts, dates, times and hours as the language writes them. */
public final class Words {
    private final Map<String, DateTimeFormatter> patterns = new ConcurrentHashMap<>();
    private final Texts texts;
    private final List<ResourceBundle> bundles;

    /** @param language Danish or English */
    public Words(Locale language) {
        this(language, List.of(bundle(Words.class, language)));
    }

    private Words(Locale language, List<ResourceBundle> bundles) {
        this.texts = new Texts(language, bundles, Function.identity());
        this.bundles = List.copyOf(bundles);
    }

    /**
     * The words of templates that lie elsewhere, which write dates and times as sheets do.
     *
     * @param beside   class of the package in which their texts lie
     * @param language Danish or English
     */
    public static Words beside(Class<?> beside, Locale language) {
        return new Words(language, List.of(bundle(beside, language), bundle(Words.class, language)));
    }

    private static ResourceBundle bundle(Class<?> beside, Locale language) {
        return ResourceBundle.getBundle(
                beside.getPackageName() + ".messages",
                language,
                beside.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The language's two letters. */
    public String language() {
        return texts.locale().getLanguage();
    }

    /** Keys that begin in some way, without that beginning: of texts that scripts say. */
    public List<String> keys(String beginning) {
        return bundles.stream()
                .flatMap(bundle -> bundle.keySet().stream())
                .filter(key -> key.startsWith(beginning))
                .map(key -> key.substring(beginning.length()))
                .distinct()
                .sorted()
                .toList();
    }

    /** A text without arguments. */
    public String text(String key) {
        return texts.text(key);
    }

    /** A text with an argument. */
    public String text(String key, Object argument) {
        return texts.text(key, argument);
    }

    /** A text with two arguments. */
    public String text(String key, Object first, Object second) {
        return texts.text(key, first, second);
    }

    /** A text with three arguments. */
    public String text(String key, Object first, Object second, Object third) {
        return texts.text(key, first, second, third);
    }

    /** A time of day: 09.00 in Danish, 09:00 in English. */
    public String time(LocalTime time) {
        return texts.text("format.time", time);
    }

    /** From when until when. */
    public String span(Entry entry) {
        return texts.text("format.span", entry.start(), entry.end());
    }

    /** A date with its weekday, at the beginning of a line. */
    public String date(LocalDate date) {
        return capital(date.format(pattern("format.date")));
    }

    /** A date with its weekday in as few letters as it takes. */
    public String shortDate(LocalDate date) {
        return capital(date.format(pattern("format.short-date")).replace(".", ""));
    }

    /** A weekday alone. */
    public String weekday(LocalDate date) {
        return capital(date.format(pattern("format.weekday")));
    }

    /** A month with its year, at the beginning of a line. */
    public String monthOf(YearMonth month) {
        return capital(month.format(pattern("format.month-of-year")));
    }

    /** Day and month alone. */
    public String dayAndMonth(LocalDate date) {
        return date.format(pattern("format.day-and-month"));
    }

    /** A week's number. */
    public String week(IsoWeek week) {
        return texts.text("format.week", week.week());
    }

    /** The numbers of weeks, and how many they are if there are several. */
    public String weeks(AlikeWeeks alike) {
        return alike.isSingle()
                ? week(alike.first())
                : text(
                        "weeks.heading",
                        WeekNumbers.text(alike.weeks(), this),
                        alike.weeks().size());
    }

    /** From Monday to Sunday of a week. */
    public String datesOf(IsoWeek week) {
        return period(week.date(DayOfWeek.MONDAY), week.date(DayOfWeek.SUNDAY));
    }

    /** From Monday of the first week to Sunday of the last; of two that lie apart, those of each. */
    public String datesOf(AlikeWeeks alike) {
        IsoWeek last = alike.weeks().last();
        return alike.weeks().size() == 2 && alike.first().until(last) > 1
                ? text("weeks.and", datesOf(alike.first()), datesOf(last))
                : period(alike.first().date(DayOfWeek.MONDAY), last.date(DayOfWeek.SUNDAY));
    }

    /** From a date to another, with the year, and month and year only once where they are the same. */
    public String period(LocalDate from, LocalDate until) {
        String key = from.equals(until)
                ? "format.one-day"
                : from.getYear() != until.getYear()
                        ? "format.period-over-years"
                        : from.getMonth() != until.getMonth() ? "format.period-over-months" : "format.period";
        return texts.text(
                key,
                from.format(pattern("format.day")),
                from.format(pattern("format.month")),
                from.format(pattern("format.year")),
                until.format(pattern("format.day")),
                until.format(pattern("format.month")),
                until.format(pattern("format.year")));
    }

    /** Minutes as hours with two decimals; nothing for none. */
    public String hours(long minutes) {
        return minutes == 0 ? "" : String.format(texts.locale(), "%.2f", minutes / 60.0);
    }

    /** Minutes as hours with one decimal. */
    public String roughHours(long minutes) {
        return String.format(texts.locale(), "%.1f", minutes / 60.0);
    }

    private DateTimeFormatter pattern(String key) {
        return patterns.computeIfAbsent(key, any -> DateTimeFormatter.ofPattern(texts.text(key), texts.locale()));
    }

    /** A text as it begins a line. */
    public String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(texts.locale()) + text.substring(1);
    }
}
