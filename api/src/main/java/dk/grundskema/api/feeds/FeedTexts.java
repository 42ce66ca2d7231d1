package dk.grundskema.api.feeds;

import dk.grundskema.api.calendar.EventTime;
import dk.grundskema.api.platform.TextFiles;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Language;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Times and days as people say them who follow a calendar, in one language and one zone. */
final class FeedTexts {
    private final Texts texts;
    private final ZoneId zone;

    FeedTexts(Language language, ZoneId zone) {
        this.texts = new Texts(
                language.locale(),
                List.of(TextFiles.beside(FeedTexts.class, "messages", language.locale())),
                Function.identity());
        this.zone = zone;
    }

    String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /** Such as "Thursday 10 Sept.". */
    String date(LocalDate date) {
        return text("feed.date", date.getDayOfWeek(), day(date));
    }

    /** Such as "10 Sept.". */
    String day(LocalDate date) {
        String month = text("feed.months").split(",", -1)[date.getMonthValue() - 1];
        return text("feed.day", String.valueOf(date.getDayOfMonth()), month);
    }

    /** The day on which something begins. */
    LocalDate first(EventTime time) {
        return time.day() == null ? start(time).toLocalDate() : time.day();
    }

    /** When something that is of hours begins, by the clock on the wall. */
    LocalDateTime start(EventTime time) {
        return Objects.requireNonNull(time.start()).atZone(zone).toLocalDateTime();
    }

    /** When something that is of hours ends, by the clock on the wall. */
    LocalDateTime end(EventTime time) {
        return EventChange.end(time, zone).atZone(zone).toLocalDateTime();
    }

    /** The hours, such as "08:45–09:30"; nothing for whole days. */
    String hours(EventTime time) {
        return time.isOfDays()
                ? ""
                : text("feed.range", start(time).toLocalTime(), end(time).toLocalTime());
    }

    /** When it begins, such as "08:45"; nothing for whole days. */
    String clock(EventTime time) {
        return time.isOfDays() ? "" : text("feed.clock", start(time).toLocalTime());
    }

    /** Which days, such as "Thursday 10 Sept." or "Thursday 10 Sept. to Friday 11 Sept.". */
    String days(EventTime time) {
        LocalDate first = first(time);
        return time.days() <= 1
                ? date(first)
                : text("feed.days-range", date(first), date(first.plusDays(time.days() - 1L)));
    }

    /** Several things in a row, such as "a, b and c". */
    String row(List<String> several) {
        return several.size() < 2
                ? String.join("", several)
                : text("feed.and", String.join(", ", several.subList(0, several.size() - 1)), several.getLast());
    }

    /** The same with a capital at its beginning. */
    String sentence(String text) {
        int first = text.offsetByCodePoints(0, text.isEmpty() ? 0 : 1);
        return text.substring(0, first).toUpperCase(texts.locale()) + text.substring(first);
    }
}
