package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.Days;
import dk.grundskema.api.imports.source.SourcePeriod;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days, weeks, terms and lessons of the day, as aSc has them: masks with a sign for each of them, {@code 1} where something is held. */
final class AscWeek {
    private static final Pattern MASK = Pattern.compile("[01]{1,60}");
    private static final Pattern EVEN = Pattern.compile(".*\\b(lige|even)\\b.*");
    private static final Pattern ODD = Pattern.compile(".*\\b(ulige|odd)\\b.*");

    private final Notebook notes;
    private final Map<Integer, DayOfWeek> weekdays = new HashMap<>();
    private final Map<String, String> weekNames = new HashMap<>();
    private boolean toldOfTurns;

    AscWeek(Element root, Notebook notes) {
        this.notes = notes;
        root.rows("daysdefs", "daysdef").forEach(each -> day(each.attribute("days"), each));
        root.rows("days", "day").forEach(each -> older(each.attribute("day"), each));
        root.rows("weeksdefs", "weeksdef")
                .forEach(each -> weekNames.putIfAbsent(
                        each.attribute("weeks"), each.attribute("name").toLowerCase(Locale.ROOT)));
        root.rows("periods", "period").forEach(this::period);
    }

    /** A day's own definition has one 1 in its mask; others mean several days, or any. */
    private void day(String mask, Element named) {
        if (MASK.matcher(mask).matches() && mask.indexOf('1') == mask.lastIndexOf('1') && mask.indexOf('1') >= 0) {
            WeekdayNames.day(named.attribute("name")).ifPresent(day -> weekdays.putIfAbsent(mask.indexOf('1'), day));
        }
    }

    private void older(String index, Element named) {
        if (index.matches("[0-6]")) {
            WeekdayNames.day(named.attribute("name"))
                    .ifPresent(day -> weekdays.putIfAbsent(Integer.valueOf(index), day));
        }
    }

    private void period(Element period) {
        String name = period.attribute("period");
        var start = TimesOfDay.time(period.attribute("starttime"));
        var end = TimesOfDay.time(period.attribute("endtime"));
        if (name.isEmpty()
                || start.isEmpty()
                || end.filter(start.orElseThrow()::isBefore).isEmpty()) {
            notes.warning(
                    "period " + name,
                    "import.asc.period",
                    name,
                    period.attribute("starttime"),
                    period.attribute("endtime"));
        } else {
            notes.periods.add(new SourcePeriod(
                    notes.at("period " + name),
                    name,
                    Collections.emptySortedSet(),
                    start.orElseThrow(),
                    end.orElseThrow()));
        }
    }

    /** When a card is held, a day each; empty if it has no day. */
    List<Days> days(Element card, String where) {
        var which = weeks(card, where);
        var days = new ArrayList<Days>();
        for (int day : dayNumbers(card, where)) {
            Optional.ofNullable(weekdays.get(day))
                    .or(() -> day < 7 && weekdays.isEmpty() ? Optional.of(DayOfWeek.of(day + 1)) : Optional.empty())
                    .ifPresentOrElse(
                            weekday -> days.add(new Days.Weekly(weekday, which)),
                            () -> notes.error(where, "import.asc.day", day + 1));
        }
        return days;
    }

    private List<Integer> dayNumbers(Element card, String where) {
        if (card.attribute("day").matches("\\d{1,2}")) {
            return List.of(Integer.valueOf(card.attribute("day")));
        }
        String mask = first(card.attribute("days"), where);
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < mask.length(); i++) {
            if (mask.charAt(i) == '1') {
                numbers.add(i);
            }
        }
        return numbers;
    }

    /** A card is in one place: where a list of masks stands, that is the first. */
    private String first(String masks, String where) {
        var all = AscNames.ids(masks);
        if (all.size() > 1) {
            notes.warning(where, "import.asc.several-masks", masks);
        }
        String mask = all.isEmpty() ? "" : all.getFirst();
        if (!mask.isEmpty() && !MASK.matcher(mask).matches()) {
            notes.error(where, "import.asc.mask", mask);
            return "";
        }
        return mask;
    }

    private Days.Weeks weeks(Element card, String where) {
        String mask = first(card.attribute("weeks"), where);
        String name = weekNames.getOrDefault(mask, "");
        if (!mask.contains("0") || !mask.contains("1")) {
            return new Days.Weeks.All();
        }
        if (ODD.matcher(name).matches()) {
            return new Days.Weeks.Odd();
        }
        if (EVEN.matcher(name).matches()) {
            return new Days.Weeks.Even();
        }
        if (!toldOfTurns) {
            notes.info(where, "import.asc.weeks", mask.length());
            toldOfTurns = true;
        }
        return new Days.Weeks.Turns(mask.chars().mapToObj(each -> each == '1').toList());
    }

    /** Whether a card is held in some terms only. */
    boolean isInSomeTermsOnly(Element card) {
        String mask = card.attribute("terms");
        return mask.contains("1") && mask.contains("0");
    }
}
