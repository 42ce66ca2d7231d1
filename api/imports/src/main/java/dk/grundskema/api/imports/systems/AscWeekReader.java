package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.source.SourceDays;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads days, weeks, terms and periods of aSc: masks with one character for each, {@code 1} where a lesson is held. */
final class AscWeekReader {
    private static final Pattern MASK = Pattern.compile("[01]{1,60}");
    private static final Pattern EVEN = Pattern.compile(".*\\b(lige|even)\\b.*");
    private static final Pattern ODD = Pattern.compile(".*\\b(ulige|odd)\\b.*");

    private final SystemSourceBuilder source;
    private final Map<Integer, DayOfWeek> weekdays = new HashMap<>();
    private final Map<String, String> weekNames = new HashMap<>();
    private boolean reportedTurns;

    AscWeekReader(XmlElement root, SystemSourceBuilder source) {
        this.source = source;
        root.rows("daysdefs", "daysdef").forEach(each -> addDay(each.attribute("days"), each));
        root.rows("days", "day").forEach(each -> addDayByIndex(each.attribute("day"), each));
        root.rows("weeksdefs", "weeksdef")
                .forEach(each -> weekNames.putIfAbsent(
                        each.attribute("weeks"), each.attribute("name").toLowerCase(Locale.ROOT)));
        root.rows("periods", "period").forEach(this::addPeriod);
    }

    /** Adds a day; its own definition has exactly one 1 in its mask, other masks mean several days or any. */
    private void addDay(String mask, XmlElement named) {
        if (MASK.matcher(mask).matches() && mask.indexOf('1') == mask.lastIndexOf('1') && mask.indexOf('1') >= 0) {
            WeekdayNames.parse(named.attribute("name")).ifPresent(day -> weekdays.putIfAbsent(mask.indexOf('1'), day));
        }
    }

    private void addDayByIndex(String index, XmlElement named) {
        if (index.matches("[0-6]")) {
            WeekdayNames.parse(named.attribute("name"))
                    .ifPresent(day -> weekdays.putIfAbsent(Integer.valueOf(index), day));
        }
    }

    private void addPeriod(XmlElement period) {
        String name = period.attribute("period");
        var start = TimeOfDayParser.parseTime(period.attribute("starttime"));
        var end = TimeOfDayParser.parseTime(period.attribute("endtime"));
        if (name.isEmpty()
                || start.isEmpty()
                || end.filter(start.orElseThrow()::isBefore).isEmpty()) {
            source.warning(
                    "period " + name,
                    "import.asc.period",
                    name,
                    period.attribute("starttime"),
                    period.attribute("endtime"));
        } else {
            source.periods.add(new SourceBellTime(
                    source.location("period " + name),
                    name,
                    Collections.emptySortedSet(),
                    start.orElseThrow(),
                    end.orElseThrow()));
        }
    }

    /** Returns when a card is held, one entry per day; empty if it has no day. */
    List<SourceDays> daysOfCard(XmlElement card, String where) {
        var which = weeksOfCard(card, where);
        var days = new ArrayList<SourceDays>();
        for (int day : dayNumbers(card, where)) {
            Optional.ofNullable(weekdays.get(day))
                    .or(() -> day < 7 && weekdays.isEmpty() ? Optional.of(DayOfWeek.of(day + 1)) : Optional.empty())
                    .ifPresentOrElse(
                            weekday -> days.add(new SourceDays.Weekly(weekday, which)),
                            () -> source.error(where, "import.asc.day", day + 1));
        }
        return days;
    }

    private List<Integer> dayNumbers(XmlElement card, String where) {
        if (card.attribute("day").matches("\\d{1,2}")) {
            return List.of(Integer.valueOf(card.attribute("day")));
        }
        String mask = firstMask(card.attribute("days"), where);
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < mask.length(); i++) {
            if (mask.charAt(i) == '1') {
                numbers.add(i);
            }
        }
        return numbers;
    }

    /** Returns the first of several masks, since a card has only one place. */
    private String firstMask(String masks, String where) {
        var all = AscNameTable.ids(masks);
        if (all.size() > 1) {
            source.warning(where, "import.asc.several-masks", masks);
        }
        String mask = all.isEmpty() ? "" : all.getFirst();
        if (!mask.isEmpty() && !MASK.matcher(mask).matches()) {
            source.error(where, "import.asc.mask", mask);
            return "";
        }
        return mask;
    }

    private SourceDays.WeekPattern weeksOfCard(XmlElement card, String where) {
        String mask = firstMask(card.attribute("weeks"), where);
        String name = weekNames.getOrDefault(mask, "");
        if (!mask.contains("0") || !mask.contains("1")) {
            return new SourceDays.WeekPattern.All();
        }
        if (ODD.matcher(name).matches()) {
            return new SourceDays.WeekPattern.Odd();
        }
        if (EVEN.matcher(name).matches()) {
            return new SourceDays.WeekPattern.Even();
        }
        if (!reportedTurns) {
            source.info(where, "import.asc.weeks", mask.length());
            reportedTurns = true;
        }
        return new SourceDays.WeekPattern.Rotation(
                mask.chars().mapToObj(each -> each == '1').toList());
    }

    /** Whether a card is held in some terms only. */
    boolean isInSomeTermsOnly(XmlElement card) {
        String mask = card.attribute("terms");
        return mask.contains("1") && mask.contains("0");
    }
}
