package dk.grundskema.api.exports.feed;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.EventTakeover;
import dk.grundskema.api.exports.calendar.EventTime;
import dk.grundskema.api.exports.feed.EventChange.Kind;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Formats the changes of a calendar, one sentence without a full stop for each, such as "Thursday 10 Sept.: mathematics moves from 08:45 to 10:30".
 * The same change of many events becomes one sentence: "30 Thursdays from 10 Sept. to 3 June: …".
 */
public final class EventChangeFormatter {
    private final Function<String, Optional<EventTakeover>> stillHeld;
    private final FeedTexts texts;
    private final boolean isFirst;

    /**
     * @param language  language of the sentences
     * @param zone      zone of the times
     * @param stillHeld returns, for an event id, what happened to an event that is no longer in the calendar; empty if it is not held any more
     */
    public EventChangeFormatter(Language language, ZoneId zone, Function<String, Optional<EventTakeover>> stillHeld) {
        this(language, zone, stillHeld, false);
    }

    /** @param isFirst whether the owner of the calendar had no plan before, so that nothing in it is said to be added */
    EventChangeFormatter(
            Language language, ZoneId zone, Function<String, Optional<EventTakeover>> stillHeld, boolean isFirst) {
        this.isFirst = isFirst;
        this.stillHeld = stillHeld;
        this.texts = new FeedTexts(language, zone);
    }

    /** Changes with equal values are combined in one sentence. The time is included only if it is what changes. */
    private record ChangeSimilarity(
            Set<Kind> kinds,
            String from,
            String to,
            List<String> rooms,
            List<List<String>> people,
            Object time,
            Optional<EventTakeover> stillHeld) {}

    /** Returns what happened to an event that is no longer in the calendar but still held. */
    Optional<EventTakeover> takeover(EventChange change) {
        return change.kinds().contains(Kind.CANCELLED)
                ? stillHeld.apply(change.knownEvent().uid())
                : Optional.empty();
    }

    /** Returns the sentences, ordered by the first time of each. */
    public List<String> format(List<EventChange> changes) {
        Map<ChangeSimilarity, List<EventChange>> alike = new LinkedHashMap<>();
        changes.forEach(change -> alike.computeIfAbsent(similarityOf(change), none -> new ArrayList<>())
                .add(change));
        return alike.values().stream()
                .map(this::sentence)
                .map(texts::capitalize)
                .toList();
    }

    private ChangeSimilarity similarityOf(EventChange change) {
        Set<Kind> kinds = change.kinds();
        CalendarEvent from = change.knownEvent();
        CalendarEvent to = change.latestEvent();
        boolean saysRoom = kinds.contains(Kind.ROOM) || kinds.contains(Kind.NEW);
        boolean saysTime = kinds.contains(Kind.NEW) || kinds.contains(Kind.CANCELLED) || kinds.contains(Kind.MOVED);
        return new ChangeSimilarity(
                kinds,
                from.summary(),
                to.summary(),
                saysRoom ? List.of(from.location(), to.location()) : List.of(),
                kinds.contains(Kind.PEOPLE) ? List.of(from.people(), to.people()) : List.of(),
                saysTime ? List.of(weekPosition(from.time()), weekPosition(to.time()), daysMoved(change)) : "",
                takeover(change));
    }

    /** Returns the position in the week. */
    private Object weekPosition(EventTime time) {
        LocalDate first = texts.firstDay(time);
        return List.of(first.getDayOfWeek(), texts.startText(time), time.minutes(), time.days());
    }

    private long daysMoved(EventChange change) {
        return ChronoUnit.DAYS.between(
                texts.firstDay(change.knownEvent().time()),
                texts.firstDay(change.latestEvent().time()));
    }

    private String sentence(List<EventChange> alike) {
        EventChange one = alike.getFirst();
        List<LocalDate> days = alike.stream()
                .map(each -> texts.firstDay(each.knownEvent().time()))
                .toList();
        boolean isSameTime = alike.stream()
                        .map(each -> weekPosition(each.knownEvent().time()))
                        .distinct()
                        .count()
                == 1;
        String what = describeChange(one, alike.size() == 1, isSameTime);
        if (alike.size() == 1) {
            return texts.text("feed.once", texts.daysText(one.knownEvent().time()), what);
        }
        String first = texts.dayText(days.getFirst());
        String last = texts.dayText(days.getLast());
        if (first.equals(last)) {
            return texts.text("feed.times-one-day", days.size(), first, what);
        }
        if (!isSameTime || days.stream().distinct().count() < days.size()) {
            return texts.text("feed.times", days.size(), first, last, what);
        }
        DayOfWeek weekday = days.getFirst().getDayOfWeek();
        return texts.text(
                "feed.weekdays", days.size(), texts.text("feed.weekday-" + weekday.getValue()), first, last, what);
    }

    private String describeChange(EventChange change, boolean isAlone, boolean isSameTime) {
        CalendarEvent known = change.knownEvent();
        if (change.kinds().contains(Kind.NEW)) {
            String subject = withTime(known, texts.hoursText(known.time()));
            return known.location().isEmpty()
                    ? texts.text(isFirst ? "feed.first" : "feed.new", subject)
                    : texts.text(isFirst ? "feed.first-in" : "feed.new-in", subject, known.location());
        }
        if (change.kinds().contains(Kind.CANCELLED)) {
            String subject = withTime(known, texts.hoursText(known.time()));
            return takeover(change)
                    .map(now -> takeover(subject, now))
                    .orElseGet(() -> texts.text("feed.cancelled", subject));
        }
        boolean saysClock = isSameTime && !change.kinds().contains(Kind.MOVED);
        String subject = saysClock ? withTime(known, texts.startText(known.time())) : known.summary();
        var clauses = change.kinds().stream()
                .map(kind -> clauseOf(kind, change, isAlone))
                .toList();
        return texts.text("feed.subject", subject, texts.joinWithAnd(clauses));
    }

    private String takeover(String subject, EventTakeover held) {
        String key = "feed.still-held-" + held.from().name().toLowerCase(Locale.ROOT);
        return held.now().isEmpty()
                ? texts.text(key + "-without", subject)
                : texts.text(key, subject, texts.joinWithAnd(held.now()));
    }

    private String withTime(CalendarEvent event, String time) {
        return time.isEmpty() ? event.summary() : texts.text("feed.at", event.summary(), time);
    }

    private String clauseOf(Kind kind, EventChange change, boolean isAlone) {
        CalendarEvent from = change.knownEvent();
        CalendarEvent to = change.latestEvent();
        return switch (kind) {
            case MOVED -> movedClause(change, isAlone);
            case ROOM -> roomClause(from.location(), to.location());
            case PEOPLE -> peopleClause(from.people(), to.people());
            case OTHER ->
                from.summary().equals(to.summary()) ? texts.text("feed.other") : texts.text("feed.title", to.summary());
            case NEW, CANCELLED -> throw new IllegalStateException("Cannot combine a change (%s).".formatted(kind));
        };
    }

    private String movedClause(EventChange change, boolean isAlone) {
        EventTime from = change.knownEvent().time();
        EventTime to = change.latestEvent().time();
        long apart = daysMoved(change);
        String was = timeText(from, to, "");
        if (apart == 0 && !from.isOfDays() && !to.isOfDays()) {
            return texts.text("feed.moved", was, timeText(to, from, ""));
        }
        LocalDate day = texts.firstDay(to);
        if (isAlone) {
            String before = was.isEmpty() ? texts.daysText(from) : was;
            return texts.text("feed.moved", before, timeText(to, from, texts.daysText(to)));
        }
        String weekday = weekdayText(day);
        String before = was.isEmpty() ? weekdayText(texts.firstDay(from)) : was;
        String after = timeText(to, from, weekday);
        boolean isSameWeek = IsoWeek.of(day).equals(IsoWeek.of(texts.firstDay(from)));
        return isSameWeek
                ? texts.text("feed.moved", before, after)
                : texts.text(apart < 0 ? "feed.moved-earlier" : "feed.moved-later", before, after, Math.abs(apart));
    }

    private String weekdayText(LocalDate date) {
        return texts.text("feed.weekday", date.getDayOfWeek());
    }

    /** Returns the start time, with the end if the durations differ, preceded by the day if there is one. */
    private String timeText(EventTime time, EventTime other, String day) {
        String clock = time.minutes() == other.minutes() ? texts.startText(time) : texts.hoursText(time);
        return day.isEmpty() || clock.isEmpty() ? day + clock : texts.text("feed.at", day, clock);
    }

    private String roomClause(String from, String to) {
        if (to.isEmpty()) {
            return texts.text("feed.room-none", from);
        }
        return from.isEmpty() ? texts.text("feed.room-new", to) : texts.text("feed.room", from, to);
    }

    private String peopleClause(List<String> from, List<String> to) {
        List<String> gone = from.stream().filter(one -> !to.contains(one)).toList();
        List<String> come = to.stream().filter(one -> !from.contains(one)).toList();
        if (come.isEmpty()) {
            return texts.text("feed.people-fewer", texts.joinWithAnd(gone));
        }
        return gone.isEmpty()
                ? texts.text("feed.people-more", texts.joinWithAnd(come))
                : texts.text("feed.people", texts.joinWithAnd(gone), texts.joinWithAnd(come));
    }
}
