package dk.grundskema.api.feeds;

import dk.grundskema.api.calendar.PlainText;
import dk.grundskema.api.feeds.YearSpan.Kind;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.time.DateSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What the days of a year are called. */
public final class YearWords {
    /** So many departments are named in a heading, and more below it. */
    private static final int IN_HEADING = 3;

    private static final int IN_ALL = 40;

    private final FeedTexts texts;

    /** @param language language of the words */
    public YearWords(Language language) {
        this.texts = new FeedTexts(language, FeedState.NOWHERE);
    }

    /** What the calendar of an organisation is called. */
    public String title(String organisation) {
        return texts.text("year.title", organisation);
    }

    /** What heads an event. */
    String summary(Kind kind, String title, DateSpan days, Set<String> whose) {
        String what = kind == Kind.HOLIDAY
                ? texts.text(SchoolHoliday.of(days).key())
                : texts.text(key(kind), PlainText.line(title));
        return whose.isEmpty() ? what : texts.text("year.of", what, named(whose, IN_HEADING));
    }

    /** Whose it is, where that is too much for a heading. */
    List<String> description(Set<String> whose) {
        return whose.size() <= IN_HEADING ? List.of() : List.of(named(whose, IN_ALL));
    }

    private String named(Set<String> whose, int most) {
        List<String> names =
                new TreeSet<>(whose).stream().map(PlainText::line).limit(most).toList();
        var said = new ArrayList<>(names);
        if (whose.size() > most) {
            said.add(texts.text("year.others", whose.size() - most));
        }
        return texts.row(said);
    }

    /** What sort of days they are. */
    String category(Kind kind) {
        return texts.text(key(kind) + "-sort");
    }

    private static String key(Kind kind) {
        return "year." + kind.name().toLowerCase(Locale.ROOT);
    }
}
