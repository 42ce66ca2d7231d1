package dk.grundskema.api.feeds;

import dk.grundskema.api.calendar.EventTime;
import dk.grundskema.domain.people.Language;
import java.time.LocalDate;
import java.time.ZoneId;

/** Says an agenda in words. */
public final class AgendaWords {
    private final FeedTexts texts;

    /**
     * @param language language of the words
     * @param zone     zone whose clocks the times are of
     */
    public AgendaWords(Language language, ZoneId zone) {
        this.texts = new FeedTexts(language, zone);
    }

    /** What heads a day, such as "Today, Thursday 10 Sept.". */
    public String heading(DayAgenda agenda, DayAgenda.Day day) {
        LocalDate date = day.date();
        String said = texts.date(date);
        if (date.equals(agenda.today())) {
            return texts.text("agenda.today", said);
        }
        return date.equals(agenda.today().plusDays(1)) ? texts.text("agenda.tomorrow", said) : texts.sentence(said);
    }

    /** What is said of a day on which nothing is. */
    public String nothing() {
        return texts.text("agenda.nothing");
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
            case MOVED -> texts.text("agenda.mark-moved");
            case CANCELLED -> texts.text("agenda.mark-cancelled");
            case CHANGED -> texts.text("agenda.mark-changed");
            case AWAY ->
                texts.text("agenda.mark-away", dayAndHours(entry.event().time()));
        };
    }

    /** When what has moved was before, such as "was 08:45", with its day if that was another; empty if it hasn't moved. */
    public String was(DayAgenda.Entry entry) {
        EventTime former = entry.former();
        if (former == null) {
            return "";
        }
        EventTime time = entry.event().time();
        boolean isSameDay = texts.first(former).equals(texts.first(time)) && !former.isOfDays();
        if (!isSameDay) {
            return texts.text("agenda.was", dayAndHours(former));
        }
        boolean isAsLong = former.minutes() == time.minutes();
        return texts.text("agenda.was", isAsLong ? texts.clock(former) : texts.hours(former));
    }

    private String dayAndHours(EventTime time) {
        String clock = texts.clock(time);
        return clock.isEmpty() ? texts.days(time) : texts.text("feed.at", texts.days(time), clock);
    }
}
