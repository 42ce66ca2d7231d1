package dk.grundskema.api.exports.feed;

import dk.grundskema.api.documents.file.TextBundles;
import dk.grundskema.api.exports.calendar.EventTime;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Language;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Formats times and days for readers of a calendar, in one language and one time zone. */
final class FeedTexts {
    private final Texts texts;
    private final ZoneId zone;

    FeedTexts(Language language, ZoneId zone) {
        this.texts = new Texts(
                language.locale(),
                List.of(TextBundles.load(FeedTexts.class, "messages", language.locale())),
                Function.identity());
        this.zone = zone;
    }

    String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /** Returns a text such as "Thursday 10 Sept.". */
    String dateText(LocalDate date) {
        return text("feed.date", date.getDayOfWeek(), dayText(date));
    }

    /** Returns a text such as "10 Sept.". */
    String dayText(LocalDate date) {
        String month = text("feed.months").split(",", -1)[date.getMonthValue() - 1];
        return text("feed.day", String.valueOf(date.getDayOfMonth()), month);
    }

    /** Returns the first day. */
    LocalDate firstDay(EventTime time) {
        return time.day() == null ? start(time).toLocalDate() : time.day();
    }

    /** Returns the local start time of a span of hours. */
    LocalDateTime start(EventTime time) {
        return Objects.requireNonNull(time.start()).atZone(zone).toLocalDateTime();
    }

    /** Returns the local end time of a span of hours. */
    LocalDateTime end(EventTime time) {
        return EventChange.endOf(time, zone).atZone(zone).toLocalDateTime();
    }

    /** Returns the hours, such as "08:45–09:30"; empty for whole days. */
    String hoursText(EventTime time) {
        return time.isOfDays()
                ? ""
                : text("feed.range", start(time).toLocalTime(), end(time).toLocalTime());
    }

    /** Returns the start, such as "08:45"; empty for whole days. */
    String startText(EventTime time) {
        return time.isOfDays() ? "" : text("feed.clock", start(time).toLocalTime());
    }

    /** Returns the days, such as "Thursday 10 Sept." or "Thursday 10 Sept. to Friday 11 Sept.". */
    String daysText(EventTime time) {
        LocalDate first = firstDay(time);
        return time.days() <= 1
                ? dateText(first)
                : text("feed.days-range", dateText(first), dateText(first.plusDays(time.days() - 1L)));
    }

    /** Joins texts, such as "a, b and c". */
    String joinWithAnd(List<String> several) {
        return several.size() < 2
                ? String.join("", several)
                : text("feed.and", String.join(", ", several.subList(0, several.size() - 1)), several.getLast());
    }

    /** Returns the text with a capital first letter. */
    String capitalize(String text) {
        int first = text.offsetByCodePoints(0, text.isEmpty() ? 0 : 1);
        return text.substring(0, first).toUpperCase(texts.locale()) + text.substring(first);
    }
}
