package dk.grundskema.api.feeds;

import dk.grundskema.api.calendar.CalendarEvent;
import dk.grundskema.api.calendar.EventTime;
import dk.grundskema.api.calendar.StillHeld;
import dk.grundskema.api.feeds.EventChange.Kind;
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
 * Says changes of a calendar in words, one sentence without a full stop for each, such as "Thursday 10 Sept.: mathematics moves from 08:45 to 10:30". What
 * happens to many events alike is said once: "30 Thursdays from 10 Sept. to 3 June: …".
 */
public final class ChangeWords {
    private final Function<String, Optional<StillHeld>> stillHeld;
    private final FeedTexts texts;

    /**
     * @param language  language of the sentences
     * @param zone      zone whose clocks the times are of
     * @param stillHeld what became of an event that the calendar has no longer, by its id; nothing if it isn't held any more
     */
    public ChangeWords(Language language, ZoneId zone, Function<String, Optional<StillHeld>> stillHeld) {
        this.stillHeld = stillHeld;
        this.texts = new FeedTexts(language, zone);
    }

    /** What must be the same of changes that are said in one sentence. When it is counts only where that is what changes. */
    private record Likeness(
            Set<Kind> kinds,
            String from,
            String to,
            List<String> rooms,
            List<List<String>> people,
            Object time,
            Optional<StillHeld> stillHeld) {}

    /** What became of an event that the calendar has no longer, if it is held all the same. */
    Optional<StillHeld> stillHeld(EventChange change) {
        return change.kinds().contains(Kind.CANCELLED)
                ? stillHeld.apply(change.known().uid())
                : Optional.empty();
    }

    /** The sentences, by the first time of each. */
    public List<String> of(List<EventChange> changes) {
        Map<Likeness, List<EventChange>> alike = new LinkedHashMap<>();
        changes.forEach(change -> alike.computeIfAbsent(likeness(change), none -> new ArrayList<>())
                .add(change));
        return alike.values().stream().map(this::sentence).map(texts::sentence).toList();
    }

    private Likeness likeness(EventChange change) {
        Set<Kind> kinds = change.kinds();
        CalendarEvent from = change.known();
        CalendarEvent to = change.latest();
        boolean saysRoom = kinds.contains(Kind.ROOM) || kinds.contains(Kind.NEW);
        boolean saysTime = kinds.contains(Kind.NEW) || kinds.contains(Kind.CANCELLED) || kinds.contains(Kind.MOVED);
        return new Likeness(
                kinds,
                from.summary(),
                to.summary(),
                saysRoom ? List.of(from.location(), to.location()) : List.of(),
                kinds.contains(Kind.PEOPLE) ? List.of(from.people(), to.people()) : List.of(),
                saysTime ? List.of(week(from.time()), week(to.time()), apart(change)) : "",
                stillHeld(change));
    }

    /** When in the week it is. */
    private Object week(EventTime time) {
        LocalDate first = texts.first(time);
        return List.of(first.getDayOfWeek(), texts.clock(time), time.minutes(), time.days());
    }

    private long apart(EventChange change) {
        return ChronoUnit.DAYS.between(
                texts.first(change.known().time()), texts.first(change.latest().time()));
    }

    private String sentence(List<EventChange> alike) {
        EventChange one = alike.getFirst();
        List<LocalDate> days =
                alike.stream().map(each -> texts.first(each.known().time())).toList();
        boolean isSameTime =
                alike.stream().map(each -> week(each.known().time())).distinct().count() == 1;
        String what = what(one, alike.size() == 1, isSameTime);
        if (alike.size() == 1) {
            return texts.text("feed.once", texts.days(one.known().time()), what);
        }
        String first = texts.day(days.getFirst());
        String last = texts.day(days.getLast());
        if (!isSameTime || days.stream().distinct().count() < days.size()) {
            return texts.text("feed.times", days.size(), first, last, what);
        }
        DayOfWeek weekday = days.getFirst().getDayOfWeek();
        return texts.text(
                "feed.weekdays", days.size(), texts.text("feed.weekday-" + weekday.getValue()), first, last, what);
    }

    private String what(EventChange change, boolean isAlone, boolean isSameTime) {
        CalendarEvent known = change.known();
        if (change.kinds().contains(Kind.NEW)) {
            String subject = timed(known, texts.hours(known.time()));
            return known.location().isEmpty()
                    ? texts.text("feed.new", subject)
                    : texts.text("feed.new-in", subject, known.location());
        }
        if (change.kinds().contains(Kind.CANCELLED)) {
            String subject = timed(known, texts.hours(known.time()));
            return stillHeld(change)
                    .map(now -> stillHeld(subject, now))
                    .orElseGet(() -> texts.text("feed.cancelled", subject));
        }
        boolean saysClock = isSameTime && !change.kinds().contains(Kind.MOVED);
        String subject = saysClock ? timed(known, texts.clock(known.time())) : known.summary();
        var clauses = change.kinds().stream()
                .map(kind -> clause(kind, change, isAlone))
                .toList();
        return texts.text("feed.subject", subject, texts.row(clauses));
    }

    private String stillHeld(String subject, StillHeld held) {
        String key = "feed.still-held-" + held.from().name().toLowerCase(Locale.ROOT);
        return held.now().isEmpty()
                ? texts.text(key + "-without", subject)
                : texts.text(key, subject, texts.row(held.now()));
    }

    private String timed(CalendarEvent event, String time) {
        return time.isEmpty() ? event.summary() : texts.text("feed.at", event.summary(), time);
    }

    private String clause(Kind kind, EventChange change, boolean isAlone) {
        CalendarEvent from = change.known();
        CalendarEvent to = change.latest();
        return switch (kind) {
            case MOVED -> moved(change, isAlone);
            case ROOM -> room(from.location(), to.location());
            case PEOPLE -> people(from.people(), to.people());
            case OTHER ->
                from.summary().equals(to.summary()) ? texts.text("feed.other") : texts.text("feed.title", to.summary());
            case NEW, CANCELLED -> throw new IllegalStateException("A change (%s) stands alone.".formatted(kind));
        };
    }

    private String moved(EventChange change, boolean isAlone) {
        EventTime from = change.known().time();
        EventTime to = change.latest().time();
        long apart = apart(change);
        String was = moment(from, to, "");
        if (apart == 0 && !from.isOfDays() && !to.isOfDays()) {
            return texts.text("feed.moved", was, moment(to, from, ""));
        }
        LocalDate day = texts.first(to);
        if (isAlone) {
            String before = was.isEmpty() ? texts.days(from) : was;
            return texts.text("feed.moved", before, moment(to, from, texts.days(to)));
        }
        String weekday = weekday(day);
        String before = was.isEmpty() ? weekday(texts.first(from)) : was;
        String after = moment(to, from, weekday);
        boolean isSameWeek = IsoWeek.of(day).equals(IsoWeek.of(texts.first(from)));
        return isSameWeek
                ? texts.text("feed.moved", before, after)
                : texts.text(apart < 0 ? "feed.moved-earlier" : "feed.moved-later", before, after, Math.abs(apart));
    }

    private String weekday(LocalDate date) {
        return texts.text("feed.weekday", date.getDayOfWeek());
    }

    /** The hours of one of two times, with both ends if they last differently, after a day if one is to be named. */
    private String moment(EventTime time, EventTime other, String day) {
        String clock = time.minutes() == other.minutes() ? texts.clock(time) : texts.hours(time);
        return day.isEmpty() || clock.isEmpty() ? day + clock : texts.text("feed.at", day, clock);
    }

    private String room(String from, String to) {
        if (to.isEmpty()) {
            return texts.text("feed.room-none", from);
        }
        return from.isEmpty() ? texts.text("feed.room-new", to) : texts.text("feed.room", from, to);
    }

    private String people(List<String> from, List<String> to) {
        List<String> gone = from.stream().filter(one -> !to.contains(one)).toList();
        List<String> come = to.stream().filter(one -> !from.contains(one)).toList();
        if (come.isEmpty()) {
            return texts.text("feed.people-fewer", texts.row(gone));
        }
        return gone.isEmpty()
                ? texts.text("feed.people-more", texts.row(come))
                : texts.text("feed.people", texts.row(gone), texts.row(come));
    }
}
