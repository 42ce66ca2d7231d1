package dk.grundskema.api.exports.feed;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.EventTakeover;
import dk.grundskema.api.exports.calendar.EventTime;
import dk.grundskema.domain.people.Language;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Formats an agenda as text. */
public final class AgendaFormatter {
    private final Function<String, Optional<EventTakeover>> stillHeld;
    private final FeedTexts texts;

    /**
     * @param language  language of the texts
     * @param zone      zone of the times
     * @param stillHeld returns what happened to an event that is no longer in the calendar, as for {@link EventChangeFormatter}
     */
    public AgendaFormatter(Language language, ZoneId zone, Function<String, Optional<EventTakeover>> stillHeld) {
        this.stillHeld = stillHeld;
        this.texts = new FeedTexts(language, zone);
    }

    /** Returns the mark of an event that is held right now. */
    public String nowText() {
        return texts.text("agenda.now");
    }

    /** Returns the time of an entry on its day, such as "08:45–09:30", "until 07:00" or "All day". */
    public String timeText(DayAgenda.AgendaEntry entry) {
        if (entry.from() == null) {
            return entry.until() == null ? texts.text("agenda.all-day") : texts.text("agenda.until", entry.until());
        }
        return entry.until() == null
                ? texts.text("agenda.from", entry.from())
                : texts.text("feed.range", entry.from(), entry.until());
    }

    /** Returns what happened to an event, such as "Moved"; empty if nothing. */
    public String markText(DayAgenda.AgendaEntry entry) {
        return switch (entry.mark()) {
            case NONE -> "";
            case NEW -> texts.text("agenda.mark-new");
            case MOVED, AWAY -> texts.text("agenda.mark-moved");
            case CANCELLED ->
                texts.text(findTakeover(entry)
                        .map(held -> "agenda.mark-still-held-" + kindKey(held))
                        .orElse("agenda.mark-cancelled"));
            case CHANGED -> texts.text("agenda.mark-changed");
        };
    }

    /**
     * Returns the former properties of an event that changed, such as "was 08:45 · was in Room 1", with the day if it differs; for an event that was
     * moved away, its new time; for one that is still held without the owner, what happened to it. Empty if there is nothing to tell.
     */
    public String formerText(DayAgenda.AgendaEntry entry) {
        CalendarEvent former = entry.former();
        CalendarEvent event = entry.event();
        if (former == null) {
            return findTakeover(entry).map(this::nowText).orElse("");
        }
        if (!entry.mark().isHeld()) {
            return texts.text("agenda.away", dayAndHours(event.time()));
        }
        var all = new ArrayList<String>();
        if (!former.time().equals(event.time())) {
            all.add(texts.text("agenda.was", formerText(former.time(), event.time())));
        }
        if (!former.location().equals(event.location()) && !former.location().isEmpty()) {
            all.add(texts.text("agenda.was-in", former.location()));
        }
        if (!former.summary().equals(event.summary())) {
            all.add(texts.text("agenda.was-called", former.summary()));
        }
        List<String> missing = former.people().stream()
                .filter(name -> !event.people().contains(name))
                .toList();
        if (!missing.isEmpty()) {
            all.add(texts.text("agenda.was-with", texts.joinWithAnd(missing)));
        }
        return String.join(" · ", all);
    }

    /** Returns what happened to an event that is no longer in the calendar but still held, such as "No longer yours · held without you"; empty if it is not held. */
    public Optional<String> takeoverText(String uid) {
        return stillHeld
                .apply(uid)
                .map(held -> texts.text("agenda.mark-still-held-" + kindKey(held)) + " · " + nowText(held));
    }

    private Optional<EventTakeover> findTakeover(DayAgenda.AgendaEntry entry) {
        return entry.mark() == DayAgenda.ChangeMark.CANCELLED
                ? stillHeld.apply(entry.event().uid())
                : Optional.empty();
    }

    private String nowText(EventTakeover held) {
        String key = "agenda.still-held-" + kindKey(held);
        return held.now().isEmpty() ? texts.text(key + "-without") : texts.text(key, texts.joinWithAnd(held.now()));
    }

    private static String kindKey(EventTakeover held) {
        return held.from().name().toLowerCase(Locale.ROOT);
    }

    private String formerText(EventTime former, EventTime time) {
        boolean isSameDay = texts.firstDay(former).equals(texts.firstDay(time)) && !former.isOfDays();
        if (!isSameDay) {
            return dayAndHours(former);
        }
        return former.minutes() == time.minutes() ? texts.startText(former) : texts.hoursText(former);
    }

    private String dayAndHours(EventTime time) {
        String clock = texts.startText(time);
        return clock.isEmpty() ? texts.daysText(time) : texts.text("feed.at", texts.daysText(time), clock);
    }
}
