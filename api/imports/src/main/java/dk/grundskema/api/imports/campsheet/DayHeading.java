package dk.grundskema.api.imports.campsheet;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.cell.WeekdayParser;
import dk.grundskema.api.documents.cell.YearlessDateResolver;
import dk.grundskema.domain.time.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Days that the heading of a column stands for: "Hverdag", "Onsdag (tur)", "Mandag-torsdag", "Weekend", "Ankomst", "7.-11. september".
 *
 * @param weekdays weekdays that it names
 * @param isGroup  whether the weekdays are those of a group such as all working days, so that a column with one of them takes precedence
 * @param dates    dates that it names
 * @param occasion {@code FIRST_DAY} or {@code LAST_DAY}; empty means neither
 */
record DayHeading(SortedSet<DayOfWeek> weekdays, boolean isGroup, SortedSet<LocalDate> dates, String occasion) {
    private static final Set<DayOfWeek> WORKING_DAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Pattern WORKING = Pattern.compile(
            "(?iu)^(?:alm(?:\\.|indelig)?\\s*)?(?:hverdage?|skoledage?|ugedage?|kursusdage?|weekdays?|normal(?:dag)?)\\b.*");
    private static final Pattern FREE_DAYS =
            Pattern.compile("(?iu)^(?:weekend(?:er|s)?|l(?:ø|oe)rdag\\s*(?:\\+|og|&|/)\\s*s(?:ø|oe)ndag)\\b.*");
    private static final Pattern EVERY = Pattern.compile("(?iu)^(?:alle dage|hver dag|every day|all days)\\b.*");
    private static final Pattern FIRST = Pattern.compile(
            "(?iu)^(?:ankomst(?:dag)?|f(?:ø|oe)rste dag|1\\. dag|arrival(?: day)?|first day)(?![\\p{L}]).*");
    private static final Pattern LAST = Pattern.compile(
            "(?iu)^(?:hjemrejse(?:dag)?|afrejse(?:dag)?|afslutning(?:sdag)?|sidste dag|departure(?: day)?|last day)(?![\\p{L}]).*");
    private static final Pattern NAMES = Pattern.compile(
            "(?iu)^(\\p{L}{2,9})\\.?(?:\\s*(-|–|til|to|\\+|og|and|&|/|,)\\s*(\\p{L}{2,9})\\.?)?(?![\\p{L}]).*");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(([^)]*)\\)");

    /** Copies the sets. */
    DayHeading {
        weekdays = Collections.unmodifiableSortedSet(new TreeSet<>(weekdays));
        dates = Collections.unmodifiableSortedSet(new TreeSet<>(dates));
    }

    /** Parses a heading; empty if it names no day. */
    static Optional<DayHeading> parse(String text, YearlessDateResolver years) {
        String line = text.replaceAll("\\s*\\R\\s*", " ").strip();
        var dates = parseDates(line, years);
        if (!dates.isEmpty()) {
            return Optional.of(new DayHeading(new TreeSet<>(), false, dates, ""));
        }
        if (FIRST.matcher(line).matches()) {
            return Optional.of(ofOccasion("FIRST_DAY"));
        }
        if (LAST.matcher(line).matches()) {
            return Optional.of(ofOccasion("LAST_DAY"));
        }
        if (WORKING.matcher(line).matches()) {
            return Optional.of(ofGroup(WORKING_DAYS));
        }
        if (FREE_DAYS.matcher(line).matches()) {
            return Optional.of(ofGroup(WEEKEND));
        }
        if (EVERY.matcher(line).matches()) {
            return Optional.of(ofGroup(EnumSet.allOf(DayOfWeek.class)));
        }
        return parseWeekdays(line);
    }

    private static DayHeading ofOccasion(String occasion) {
        return new DayHeading(new TreeSet<>(), false, new TreeSet<>(), occasion);
    }

    private static DayHeading ofGroup(Set<DayOfWeek> days) {
        return new DayHeading(new TreeSet<>(days), true, new TreeSet<>(), "");
    }

    /** Parses dates; a text in brackets may name them: "Turdag (16/9)". */
    private static SortedSet<LocalDate> parseDates(String line, YearlessDateResolver years) {
        var dates = new TreeSet<>(
                parseDateList(IN_BRACKETS.matcher(line).replaceAll("").strip(), years));
        var brackets = IN_BRACKETS.matcher(line);
        while (brackets.find()) {
            dates.addAll(parseDateList(brackets.group(1), years));
        }
        return dates;
    }

    private static SortedSet<LocalDate> parseDateList(String text, YearlessDateResolver years) {
        var dates = new TreeSet<LocalDate>();
        for (String part : List.of(text.split("\\s*(?:,|;|\\bog\\b|\\band\\b|\\+|&)\\s*", -1))) {
            if (!part.matches(".*\\d.*")) {
                continue;
            }
            CellCodec.withYears(years)
                    .readPeriod(part)
                    .valueOr(unreadable -> {})
                    .ifPresent(period -> addDates(period, dates));
        }
        return dates;
    }

    private static void addDates(Period period, Set<LocalDate> dates) {
        LocalDate from = period.from();
        LocalDate until = period.until();
        if (from != null && until != null && from.plusYears(1).isAfter(until)) {
            from.datesUntil(until.plusDays(1)).forEach(dates::add);
        }
    }

    private static Optional<DayHeading> parseWeekdays(String line) {
        var names = NAMES.matcher(line);
        if (!names.matches()) {
            return Optional.empty();
        }
        var first = WeekdayParser.parseName(names.group(1).toLowerCase(Locale.ROOT));
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var days = new TreeSet<DayOfWeek>(Set.of(first.get()));
        var last = names.group(3) == null ? Optional.<DayOfWeek>empty() : WeekdayParser.parseName(names.group(3));
        if (last.isPresent()) {
            boolean isSpan = names.group(2).matches("(?iu)-|–|til|to");
            for (DayOfWeek day = first.get(); isSpan && day != last.get(); day = day.plus(1)) {
                days.add(day);
            }
            days.add(last.get());
        }
        return Optional.of(new DayHeading(days, days.size() > 1, new TreeSet<>(), ""));
    }
}
