package dk.grundskema.api.feeds;

import dk.grundskema.api.calendar.CalendarEvent;
import dk.grundskema.api.calendar.EventTime;
import dk.grundskema.api.calendar.StillHeld;
import dk.grundskema.domain.people.Language;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Says an agenda in words. */
public final class AgendaWords {
    private final Function<String, Optional<StillHeld>> stillHeld;
    private final FeedTexts texts;

    /**
     * @param language  language of the words
     * @param zone      zone whose clocks the times are of
     * @param stillHeld what became of an event that the calendar has no longer, as {@link ChangeWords} asks for it
     */
    public AgendaWords(Language language, ZoneId zone, Function<String, Optional<StillHeld>> stillHeld) {
        this.stillHeld = stillHeld;
        this.texts = new FeedTexts(language, zone);
    }

    /** What is said of what is held right now. */
    public String now() {
        return texts.text("agenda.now");
    }

    /** When something is on its day, such as "08:45–09:30", "until 07:00" or "All day". */
    public String time(DayAgenda.Entry entry) {
        if (entry.from() == null) {
            return entry.until() == null ? texts.text("agenda.all-day") : texts.text("agenda.until", entry.until());
        }
        return entry.until() == null
                ? texts.text("agenda.from", entry.from())
                : texts.text("feed.range", entry.from(), entry.until());
    }

    /** What has happened to an event, such as "Moved"; empty if nothing. */
    public String mark(DayAgenda.Entry entry) {
        return switch (entry.mark()) {
            case NONE -> "";
            case NEW -> texts.text("agenda.mark-new");
            case MOVED, AWAY -> texts.text("agenda.mark-moved");
            case CANCELLED ->
                texts.text(stillHeld(entry)
                        .map(held -> "agenda.mark-still-held-" + kind(held))
                        .orElse("agenda.mark-cancelled"));
            case CHANGED -> texts.text("agenda.mark-changed");
        };
    }

    /**
     * What was known of an event before, as far as it can be said in few words, such as "was 08:45 · was in Room 1", with its day if that was another; where
     * it was, when it is held now. Empty if there is nothing to say.
     */
    public String was(DayAgenda.Entry entry) {
        CalendarEvent former = entry.former();
        CalendarEvent event = entry.event();
        if (former == null) {
            return stillHeld(entry).map(this::now).orElse("");
        }
        if (!entry.mark().isHeld()) {
            return texts.text("agenda.away", dayAndHours(event.time()));
        }
        var all = new ArrayList<String>();
        if (!former.time().equals(event.time())) {
            all.add(texts.text("agenda.was", was(former.time(), event.time())));
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
            all.add(texts.text("agenda.was-with", texts.row(missing)));
        }
        return String.join(" · ", all);
    }

    private Optional<StillHeld> stillHeld(DayAgenda.Entry entry) {
        return entry.mark() == DayAgenda.Mark.CANCELLED
                ? stillHeld.apply(entry.event().uid())
                : Optional.empty();
    }

    private String now(StillHeld held) {
        String key = "agenda.still-held-" + kind(held);
        return held.now().isEmpty() ? texts.text(key + "-without") : texts.text(key, texts.row(held.now()));
    }

    private static String kind(StillHeld held) {
        return held.from().name().toLowerCase(Locale.ROOT);
    }

    private String was(EventTime former, EventTime time) {
        boolean isSameDay = texts.first(former).equals(texts.first(time)) && !former.isOfDays();
        if (!isSameDay) {
            return dayAndHours(former);
        }
        return former.minutes() == time.minutes() ? texts.clock(former) : texts.hours(former);
    }

    private String dayAndHours(EventTime time) {
        String clock = texts.clock(time);
        return clock.isEmpty() ? texts.days(time) : texts.text("feed.at", texts.days(time), clock);
    }
}
