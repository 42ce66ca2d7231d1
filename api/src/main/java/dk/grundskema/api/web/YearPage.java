package dk.grundskema.api.web;

import dk.grundskema.api.calendar.EventTime;
import dk.grundskema.api.exports.Words;
import dk.grundskema.api.feeds.FeedEvent;
import dk.grundskema.api.feeds.FeedState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What stands on the page of an organisation's year: what is on now, and what comes in the next months, as spans of days.
 *
 * @param title     what the calendar is called
 * @param published when it became as it is
 * @param now       what is on today; may be empty
 * @param months    the months in which something begins, in order; empty means that nothing comes
 * @param address   address of this page, with the link's secret at its end
 */
public record YearPage(String title, LocalDateTime published, List<Line> now, List<Month> months, String address) {
    /** So many months are shown, this one among them. */
    static final int MONTHS = 13;

    /** Copies the lists. */
    public YearPage {
        now = List.copyOf(now);
        months = List.copyOf(months);
    }

    /**
     * A month.
     *
     * @param name  what it is called, with its year
     * @param lines what begins in it, by date; not empty
     */
    public record Month(String name, List<Line> lines) {
        /** Copies the list. */
        public Month {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Some days.
     *
     * @param days   from when until when, as it is read
     * @param what   what they are
     * @param more   what else is to be known, line by line; may be empty
     * @param colour name of a colour of CSS; empty means none
     */
    public record Line(String days, String what, List<String> more, String colour) {
        /** Copies the list. */
        public Line {
            more = List.copyOf(more);
        }
    }

    /**
     * The page of a year.
     *
     * @param title     what the calendar is called
     * @param state     what is published, all of it whole days
     * @param zone      on whose clocks it is read
     * @param language  Danish or English
     * @param published when it became as it is
     * @param instant   when it is read
     * @param address   address of the page
     */
    public static YearPage of(
            String title,
            FeedState state,
            ZoneId zone,
            Locale language,
            Instant published,
            Instant instant,
            String address) {
        var words = Words.beside(YearPage.class, language);
        LocalDate today = instant.atZone(zone).toLocalDate();
        LocalDate end = today.withDayOfMonth(1).plusMonths(MONTHS);
        var now = new ArrayList<Line>();
        Map<YearMonth, List<Line>> months = new TreeMap<>();
        for (FeedEvent event : state.told(instant)) {
            EventTime time = event.event().time();
            LocalDate first = Objects.requireNonNull(time.day());
            LocalDate last = first.plusDays(time.days() - 1L);
            if (event.isCancelled() || last.isBefore(today) || !first.isBefore(end)) {
                continue;
            }
            var line = new Line(
                    words.period(first, last),
                    event.event().summary(),
                    event.event().description(),
                    event.event().colour());
            List<Line> place = first.isAfter(today)
                    ? months.computeIfAbsent(YearMonth.from(first), none -> new ArrayList<>())
                    : now;
            place.add(line);
        }
        return new YearPage(
                title,
                published.atZone(zone).toLocalDateTime(),
                now,
                months.entrySet().stream()
                        .map(each -> new Month(words.monthOf(each.getKey()), each.getValue()))
                        .toList(),
                address);
    }
}
