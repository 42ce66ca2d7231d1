package dk.grundskema.api.exports.template;

import dk.grundskema.api.documents.timetable.IdenticalWeeks;
import dk.grundskema.api.documents.timetable.TimetableEntry;
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

/** Texts, dates, times and hours for templates, in the reader's language. */
public final class TemplateTexts {
    private final Map<String, DateTimeFormatter> patterns = new ConcurrentHashMap<>();
    private final Texts texts;
    private final List<ResourceBundle> bundles;

    /** @param language Danish or English */
    public TemplateTexts(Locale language) {
        this(language, List.of(bundle(TemplateTexts.class, TemplateTexts.class.getPackageName(), language)));
    }

    private TemplateTexts(Locale language, List<ResourceBundle> bundles) {
        this.texts = new Texts(language, bundles, Function.identity());
        this.bundles = List.copyOf(bundles);
    }

    /**
     * Returns the texts of the templates in a folder. Dates and times have the format of sheets.
     *
     * @param beside   class of the package that contains the folder
     * @param folder   folder of the texts
     * @param language Danish or English
     */
    public static TemplateTexts forFolder(Class<?> beside, String folder, Locale language) {
        return new TemplateTexts(
                language,
                List.of(
                        bundle(beside, beside.getPackageName() + "." + folder, language),
                        bundle(TemplateTexts.class, TemplateTexts.class.getPackageName(), language)));
    }

    private static ResourceBundle bundle(Class<?> beside, String folder, Locale language) {
        return ResourceBundle.getBundle(
                folder + ".messages",
                language,
                beside.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Returns the two-letter language code. */
    public String language() {
        return texts.locale().getLanguage();
    }

    /** Returns the keys with a prefix, without that prefix; for texts that scripts show. */
    public List<String> keysWithPrefix(String beginning) {
        return bundles.stream()
                .flatMap(bundle -> bundle.keySet().stream())
                .filter(key -> key.startsWith(beginning))
                .map(key -> key.substring(beginning.length()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns a text without arguments. */
    public String text(String key) {
        return texts.text(key);
    }

    /** Returns a text with one argument. */
    public String text(String key, Object argument) {
        return texts.text(key, argument);
    }

    /** Returns a text with two arguments. */
    public String text(String key, Object first, Object second) {
        return texts.text(key, first, second);
    }

    /** Returns a text with three arguments. */
    public String text(String key, Object first, Object second, Object third) {
        return texts.text(key, first, second, third);
    }

    /** Returns a time of day: 09.00 in Danish, 09:00 in English. */
    public String time(LocalTime time) {
        return texts.text("format.time", time);
    }

    /** Returns start and end time. */
    public String span(TimetableEntry entry) {
        return texts.text("format.span", entry.start(), entry.end());
    }

    /** Returns a date with its weekday, for the beginning of a line. */
    public String date(LocalDate date) {
        return capital(date.format(formatterOf("format.date")));
    }

    /** Returns a date with its weekday, as short as possible. */
    public String shortDate(LocalDate date) {
        return capital(shortDateWithin(date));
    }

    /** Returns the same for the middle of a sentence, where a Danish weekday is in small letters. */
    public String shortDateWithin(LocalDate date) {
        return date.format(formatterOf("format.short-date")).replace(".", "");
    }

    /** Returns a weekday. */
    public String weekday(LocalDate date) {
        return capital(date.format(formatterOf("format.weekday")));
    }

    /** Returns a month with its year, for the beginning of a line. */
    public String monthOf(YearMonth month) {
        return capital(month.format(formatterOf("format.month-of-year")));
    }

    /** Returns day and month. */
    public String dayAndMonth(LocalDate date) {
        return date.format(formatterOf("format.day-and-month"));
    }

    /** Returns the number of a week. */
    public String week(IsoWeek week) {
        return texts.text("format.week", week.week());
    }

    /** Returns the numbers of weeks, and their count if there are several. */
    public String weeks(IdenticalWeeks alike) {
        return alike.isSingle()
                ? week(alike.first())
                : text(
                        "weeks.heading",
                        WeekNumberFormatter.format(alike.weeks(), this),
                        alike.weeks().size());
    }

    /** Returns Monday to Sunday of a week. */
    public String datesOf(IsoWeek week) {
        return period(week.date(DayOfWeek.MONDAY), week.date(DayOfWeek.SUNDAY));
    }

    /** Returns Monday of the first week to Sunday of the last; for two separate weeks, the dates of each. */
    public String datesOf(IdenticalWeeks alike) {
        IsoWeek last = alike.weeks().last();
        return alike.weeks().size() == 2 && alike.first().until(last) > 1
                ? text("weeks.and", datesOf(alike.first()), datesOf(last))
                : period(alike.first().date(DayOfWeek.MONDAY), last.date(DayOfWeek.SUNDAY));
    }

    /** Returns a period with the year; month and year only once if they are the same. */
    public String period(LocalDate from, LocalDate until) {
        String key = from.equals(until)
                ? "format.one-day"
                : from.getYear() != until.getYear()
                        ? "format.period-over-years"
                        : from.getMonth() != until.getMonth() ? "format.period-over-months" : "format.period";
        return texts.text(
                key,
                from.format(formatterOf("format.day")),
                from.format(formatterOf("format.month")),
                from.format(formatterOf("format.year")),
                until.format(formatterOf("format.day")),
                until.format(formatterOf("format.month")),
                until.format(formatterOf("format.year")));
    }

    /** Returns minutes as hours with two decimals; empty for 0. */
    public String hours(long minutes) {
        return minutes == 0 ? "" : String.format(texts.locale(), "%.2f", minutes / 60.0);
    }

    /** Returns minutes as hours with one decimal. */
    public String roughHours(long minutes) {
        return String.format(texts.locale(), "%.1f", minutes / 60.0);
    }

    private DateTimeFormatter formatterOf(String key) {
        return patterns.computeIfAbsent(key, any -> DateTimeFormatter.ofPattern(texts.text(key), texts.locale()));
    }

    /** Returns a text with a capital first letter. */
    public String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(texts.locale()) + text.substring(1);
    }
}
