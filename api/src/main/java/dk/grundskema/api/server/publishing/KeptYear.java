package dk.grundskema.api.server.publishing;

import dk.grundskema.api.calendar.CalendarEvent;
import dk.grundskema.api.calendar.CalendarSpan;
import dk.grundskema.api.feeds.FeedState;
import dk.grundskema.api.feeds.YearCalendar;
import dk.grundskema.api.feeds.YearSpan;
import dk.grundskema.api.feeds.YearWords;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.RecordReader;
import dk.grundskema.api.platform.RecordWriter;
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
 * The year of an organisation, as it is kept: what each plan says, so that a publication costs what its own plan does, and what the feed made of it.
 *
 * @param name     what the organisation is called
 * @param language in which language the feed is
 * @param plans    what its plans say, by their ids
 * @param feed     the feed
 */
record KeptYear(String name, Language language, List<OfPlan> plans, KeptFeed feed) {
    private static final RecordReader READER = new RecordReader(Map.of());

    /** Zone of a year of no plan at all; files know it by this name. */
    private static final ZoneId NOWHERE = ZoneId.of("UTC");

    /** Copies the list. */
    KeptYear {
        plans = List.copyOf(plans);
    }

    /**
     * What a plan has published last.
     *
     * @param plan           its id
     * @param departmentId   id of the organisation that it belongs to
     * @param departmentName what people call that
     * @param number         counts its publications
     * @param problem        hash of the published problem
     * @param timetable      hash of the published timetable
     * @param published      when
     */
    record Source(
            String plan,
            String departmentId,
            String departmentName,
            int number,
            String problem,
            String timetable,
            Instant published) {
        /** Whether it is of the same documents, wherever the plan belongs. */
        boolean isSameAs(Source other) {
            return plan.equals(other.plan()) && problem.equals(other.problem()) && timetable.equals(other.timetable());
        }
    }

    /**
     * What a plan says.
     *
     * @param source what was read
     * @param zone   the plan's zone
     * @param spans  its terms, holidays and interventions
     */
    record OfPlan(Source source, ZoneId zone, List<YearSpan> spans) {
        /** Copies the list. */
        OfPlan {
            spans = List.copyOf(spans);
        }

        YearCalendar.OfPlan said() {
            return new YearCalendar.OfPlan(source.plan(), source.departmentId(), source.departmentName(), spans);
        }
    }

    /** Whether this is what there is to say. */
    boolean isOf(String organisation, Language speaking, List<Source> sources) {
        return name.equals(organisation)
                && language == speaking
                && plans.stream().map(OfPlan::source).toList().equals(sources);
    }

    /** The first, before anything was said. */
    static KeptYear none(String organisation, Language language) {
        var feed = new KeptFeed(
                0, Instant.EPOCH, "", span(FeedState.EMPTY, Instant.EPOCH), false, FeedState.EMPTY, List.of());
        return new KeptYear(organisation, language, List.of(), feed);
    }

    /**
     * The year from now on. What was published by then is told as of its publication, anything else, such as that a plan was thrown away, as of now.
     *
     * @param secret of what ids of events are made
     */
    KeptYear next(String organisation, Language speaking, List<OfPlan> now, String secret, Instant clock) {
        List<CalendarEvent> events =
                YearCalendar.of(secret, now.stream().map(OfPlan::said).toList(), speaking);
        String title = new YearWords(speaking).title(organisation);
        ZoneId zone = zone(now);
        Instant last = now.stream()
                .map(one -> one.source().published())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        Instant before = feed.published();
        Instant at = last.isAfter(before) ? last : clock.isAfter(before) ? clock : before;
        FeedState after = feed.state().next(zone, events, at);
        boolean isSame = title.equals(feed.title()) && after.equals(feed.state());
        KeptFeed next = isSame ? feed : new KeptFeed(1, at, title, span(after, at), false, after, List.of());
        return new KeptYear(organisation, speaking, now, next);
    }

    /** The one that it was, as long as a plan has it: days are days in all of them. */
    private ZoneId zone(List<OfPlan> now) {
        ZoneId was = feed.state().zone();
        if (was != null
                && (now.isEmpty() || now.stream().anyMatch(one -> one.zone().equals(was)))) {
            return was;
        }
        return now.isEmpty() ? feed.span().zone() : now.getFirst().zone();
    }

    /** From its first day to its last. */
    private static CalendarSpan span(FeedState state, Instant otherwise) {
        ZoneId zone = Objects.requireNonNullElse(state.zone(), NOWHERE);
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
        return Zipped.of(RecordWriter.json(this));
    }

    /** What was kept; empty if it is of another form, such as another version's. */
    static Optional<KeptYear> of(byte[] bytes) {
        return Zipped.jsonIn(bytes)
                .flatMap(json -> READER.read(json, KeptYear.class) instanceof Read.Good<KeptYear> good
                        ? Optional.of(good.value())
                        : Optional.empty());
    }
}
