package dk.grundskema.api.imports.systems.asc;

import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.systems.file.TimeOfDayParser;
import dk.grundskema.api.imports.systems.file.WeekdayNames;
import dk.grundskema.api.imports.systems.file.XmlElement;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads days, weeks, terms and periods of aSc: masks with one character for each, {@code 1} where a lesson is held. */
final class AscWeekReader {
    private static final Pattern MASK = Pattern.compile("[01]{1,60}");
    private static final Pattern EVEN = Pattern.compile(".*\\b(lige|even)\\b.*");
    private static final Pattern ODD = Pattern.compile(".*\\b(ulige|odd)\\b.*");

    private final SystemSourceBuilder source;
    private final Map<Integer, DayOfWeek> weekdays = new HashMap<>();
    private final Set<Integer> defined = new HashSet<>();
    private final Map<String, String> weekNames = new HashMap<>();
    private final Map<String, String> weekMasks = new HashMap<>();
    private final Map<String, String> termMasks = new HashMap<>();
    private boolean reportedTurns;
    private boolean reportedOrder;

    AscWeekReader(XmlElement root, SystemSourceBuilder source) {
        this.source = source;
        root.rows("daysdefs", "daysdef").forEach(each -> addDay(each.attribute("days"), each));
        root.rows("days", "day").forEach(each -> addDayByIndex(each.attribute("day"), each));
        root.rows("weeksdefs", "weeksdef")
                .forEach(each -> weekNames.putIfAbsent(
                        each.attribute("weeks"), each.attribute("name").toLowerCase(Locale.ROOT)));
        root.rows("weeksdefs", "weeksdef")
                .forEach(each -> weekMasks.putIfAbsent(each.attribute("id"), each.attribute("weeks")));
        root.rows("termsdefs", "termsdef")
                .forEach(each -> termMasks.putIfAbsent(each.attribute("id"), each.attribute("terms")));
        root.rows("periods", "period").forEach(this::addPeriod);
    }

    /** Adds a day; its own definition has exactly one 1 in its mask, other masks mean several days or any. */
    private void addDay(String mask, XmlElement named) {
        if (MASK.matcher(mask).matches() && mask.indexOf('1') == mask.lastIndexOf('1') && mask.indexOf('1') >= 0) {
            addNamedDay(mask.indexOf('1'), named);
        }
    }

    private void addDayByIndex(String index, XmlElement named) {
        if (index.matches("[0-6]")) {
            addNamedDay(Integer.parseInt(index), named);
        }
    }

    private void addNamedDay(int index, XmlElement named) {
        defined.add(index);
        WeekdayNames.parse(named.attribute("name")).ifPresent(day -> weekdays.putIfAbsent(index, day));
    }

    /**
     * Returns the weekday with this index. If only some days have names of weekdays, the others are those between them; without such
     * names, the first day is Monday. Empty for an eighth day, for a day that the file does not define though it defines others, and if
     * the names contradict each other.
     */
    private Optional<DayOfWeek> weekday(int index) {
        if (weekdays.containsKey(index)) {
            return Optional.ofNullable(weekdays.get(index));
        }
        List<DayOfWeek> first = weekdays.entrySet().stream()
                .map(each -> each.getValue().minus(each.getKey()))
                .distinct()
                .toList();
        boolean isUndefined = !defined.isEmpty() && !defined.contains(index);
        return index > 6 || isUndefined || first.size() > 1
                ? Optional.empty()
                : Optional.of((first.isEmpty() ? DayOfWeek.MONDAY : first.getFirst()).plus(index));
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

    /** Returns when a card is held, one entry per day; empty if it has no day. Weeks and terms that it lacks are those of its lesson. */
    List<SourceDays.Weekly> daysOfCard(XmlElement card, XmlElement lesson, String where) {
        List<Integer> numbers = dayNumbers(card, where);
        if (numbers.isEmpty()) {
            return List.of();
        }
        SourceDays.WeekPattern which = pattern(card, lesson, where);
        var days = new ArrayList<SourceDays.Weekly>();
        for (int day : numbers) {
            weekday(day)
                    .ifPresentOrElse(
                            weekday -> days.add(new SourceDays.Weekly(weekday, which)),
                            () -> source.error(where, "import.asc.day", day + 1));
        }
        if (weekdays.isEmpty() && !reportedOrder) {
            source.info(where, "import.asc.days-by-order");
            reportedOrder = true;
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

    private SourceDays.WeekPattern pattern(XmlElement card, XmlElement lesson, String where) {
        SourceDays.WeekPattern weeks = weekPattern(mask(card, lesson, "weeks", weekMasks, where), where);
        String terms = mask(card, lesson, "terms", termMasks, where);
        return isPartial(terms) ? new SourceDays.WeekPattern.Terms(bits(terms), weeks) : weeks;
    }

    /** Returns the mask of a card; that of its lesson, stated there or by a definition, if the card has none. */
    private String mask(XmlElement card, XmlElement lesson, String what, Map<String, String> masks, String where) {
        String own = firstMask(card.attribute(what), where);
        String stated = own.isEmpty() ? lesson.attribute(what) : own;
        String defined = stated.isEmpty() ? masks.getOrDefault(lesson.attribute(what + "defid"), "") : stated;
        return MASK.matcher(defined).matches() ? defined : "";
    }

    private SourceDays.WeekPattern weekPattern(String mask, String where) {
        String name = weekNames.getOrDefault(mask, "");
        if (!isPartial(mask)) {
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
        return new SourceDays.WeekPattern.Rotation(bits(mask));
    }

    private static List<Boolean> bits(String mask) {
        return mask.chars().mapToObj(each -> each == '1').toList();
    }

    private static boolean isPartial(String mask) {
        return mask.contains("1") && mask.contains("0");
    }

    /** Whether a card is held in some terms only. */
    static boolean isInSomeTermsOnly(SourceDays.Weekly day) {
        return day.which() instanceof SourceDays.WeekPattern.Terms;
    }
}
