package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.exports.calendar.EventTime;
import dk.grundskema.api.exports.feed.FeedEvent;
import dk.grundskema.api.exports.feed.FeedState;
import dk.grundskema.api.exports.template.TemplateTexts;
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
 * Model of the page of an organisation's year: current and future date ranges of the next months.
 *
 * @param title     title of the calendar
 * @param published time of the last change
 * @param now       what is on today; may be empty
 * @param months    months in which something begins, in order; empty if nothing comes
 * @param address   address of this page; ends with the secret token
 */
public record YearPage(String title, LocalDateTime published, List<Line> now, List<Month> months, String address) {
    /** Number of months shown, including the current one. */
    static final int MONTHS = 13;

    /** Copies the lists. */
    public YearPage {
        now = List.copyOf(now);
        months = List.copyOf(months);
    }

    /**
     * A month.
     *
     * @param name  name of the month with its year
     * @param lines what begins in the month, by date; not empty
     */
    public record Month(String name, List<Line> lines) {
        /** Copies the list. */
        public Month {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A date range.
     *
     * @param days   formatted dates
     * @param what   name
     * @param more   further details, one per line; may be empty
     * @param colour name of a CSS colour; empty if none
     */
    public record Line(String days, String what, List<String> more, String colour) {
        /** Copies the list. */
        public Line {
            more = List.copyOf(more);
        }
    }

    /**
     * Builds the page of a year.
     *
     * @param title     title of the calendar
     * @param state     published content; whole days only
     * @param zone      time zone of the page
     * @param language  Danish or English
     * @param published time of the last change
     * @param instant   current time
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
        var templateTexts = TemplateTexts.forFolder(YearPage.class, "link", language);
        LocalDate today = instant.atZone(zone).toLocalDate();
        LocalDate end = today.withDayOfMonth(1).plusMonths(MONTHS);
        var now = new ArrayList<Line>();
        Map<YearMonth, List<Line>> months = new TreeMap<>();
        for (FeedEvent event : state.eventsToShow(instant)) {
            EventTime time = event.event().time();
            LocalDate first = Objects.requireNonNull(time.day());
            LocalDate last = first.plusDays(time.days() - 1L);
            if (event.isCancelled() || last.isBefore(today) || !first.isBefore(end)) {
                continue;
            }
            var line = new Line(
                    templateTexts.period(first, last),
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
                        .map(each -> new Month(templateTexts.monthOf(each.getKey()), each.getValue()))
                        .toList(),
                address);
    }
}
