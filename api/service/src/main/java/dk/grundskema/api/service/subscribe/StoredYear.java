package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordReader;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.CalendarSpan;
import dk.grundskema.api.exports.feed.FeedState;
import dk.grundskema.api.exports.feed.YearCalendar;
import dk.grundskema.api.exports.feed.YearCalendarTexts;
import dk.grundskema.api.exports.feed.YearSpan;
import dk.grundskema.api.service.publish.GzipCodec;
import dk.grundskema.domain.people.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stored year of an organisation: the contribution of each plan, and the feed made from them. A publication therefore only recalculates the
 * contribution of its own plan.
 *
 * @param name     name of the organisation
 * @param language language of the feed
 * @param plans    contributions of the plans, by plan id
 * @param feed     the feed
 */
record StoredYear(String name, Language language, List<YearContribution> plans, StoredFeed feed) {
    private static final RecordReader READER = new RecordReader(Map.of());

    /** Time zone of a year without plans; calendar files know it by this name. */
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("UTC");

    /** Copies the list. */
    StoredYear {
        plans = List.copyOf(plans);
    }

    /**
     * Last publication of a plan and its scenarios.
     *
     * @param plan           id of the plan that the scenarios were made of
     * @param departmentId   id of the plan's organisation
     * @param departmentName name of that organisation
     * @param number         number of the publication
     * @param problem        hash of the problem
     * @param timetable      hash of the timetable
     * @param published      moment of the publication
     */
    record PublishedSource(
            String plan,
            String departmentId,
            String departmentName,
            int number,
            String problem,
            String timetable,
            Instant published) {
        /** Returns whether both have the same documents, regardless of the plan's organisation. */
        boolean isSameAs(PublishedSource other) {
            return plan.equals(other.plan()) && problem.equals(other.problem()) && timetable.equals(other.timetable());
        }
    }

    /**
     * Contribution of a plan.
     *
     * @param source publication that was read
     * @param zone   time zone of the plan
     * @param spans  terms, holidays and interventions
     */
    record YearContribution(PublishedSource source, ZoneId zone, List<YearSpan> spans) {
        /** Copies the list. */
        YearContribution {
            spans = List.copyOf(spans);
        }

        YearCalendar.PlanSpans toCalendarPlan() {
            return new YearCalendar.PlanSpans(source.plan(), source.departmentId(), source.departmentName(), spans);
        }
    }

    /** Returns whether this year is current. */
    boolean isUpToDate(String organisation, Language speaking, List<PublishedSource> sources) {
        return name.equals(organisation)
                && language == speaking
                && plans.stream().map(YearContribution::source).toList().equals(sources);
    }

    /** Returns the year before its first calculation. */
    static StoredYear empty(String organisation, Language language) {
        var feed = new StoredFeed(
                0, Instant.EPOCH, "", span(FeedState.EMPTY, Instant.EPOCH), false, FeedState.EMPTY, List.of());
        return new StoredYear(organisation, language, List.of(), feed);
    }

    /**
     * Returns the recalculated year. Contributions that are published by now are dated with their publication; other changes, such as a
     * plan moved to the trash, with the given time.
     *
     * @param secret secret from which event ids are derived
     */
    StoredYear next(String organisation, Language speaking, List<YearContribution> now, String secret, Instant clock) {
        List<CalendarEvent> events = YearCalendar.of(
                secret, now.stream().map(YearContribution::toCalendarPlan).toList(), speaking);
        String title = new YearCalendarTexts(speaking).title(organisation);
        ZoneId zone = zone(now);
        Instant last = now.stream()
                .map(one -> one.source().published())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        Instant before = feed.published();
        Instant at = last.isAfter(before) ? last : clock.isAfter(before) ? clock : before;
        FeedState after = feed.state().publish(zone, events, at);
        boolean isSame = title.equals(feed.title()) && after.equals(feed.state());
        StoredFeed next = isSame ? feed : new StoredFeed(1, at, title, span(after, at), false, after, List.of());
        return new StoredYear(organisation, speaking, now, next);
    }

    /** Returns the current time zone as long as a plan uses it: events are whole days, so the choice does not matter. */
    private ZoneId zone(List<YearContribution> now) {
        ZoneId was = feed.state().zone();
        if (was != null
                && (now.isEmpty() || now.stream().anyMatch(one -> one.zone().equals(was)))) {
            return was;
        }
        return now.isEmpty() ? feed.span().zone() : now.getFirst().zone();
    }

    /** Returns the range from the first to the last day. */
    private static CalendarSpan span(FeedState state, Instant otherwise) {
        ZoneId zone = Objects.requireNonNullElse(state.zone(), DEFAULT_ZONE);
        List<LocalDate> days = state.events().stream()
                .flatMap(one -> {
                    LocalDate first = Objects.requireNonNull(one.event().time().day());
                    return Stream.of(first, first.plusDays(one.event().time().days()));
                })
                .sorted()
                .toList();
        return days.isEmpty()
                ? new CalendarSpan(zone, otherwise, otherwise.plus(Duration.ofDays(1)))
                : new CalendarSpan(
                        zone,
                        days.getFirst().atStartOfDay(zone).toInstant(),
                        days.getLast().atStartOfDay(zone).toInstant());
    }

    byte[] bytes() {
        return GzipCodec.compress(RecordWriter.toJsonValue(this));
    }

    /** Parses stored bytes; empty if they have another format, such as that of another version. */
    static Optional<StoredYear> of(byte[] bytes) {
        return GzipCodec.findJson(bytes)
                .flatMap(json -> READER.read(json, StoredYear.class) instanceof ReadResult.Success<StoredYear> good
                        ? Optional.of(good.value())
                        : Optional.empty());
    }
}
