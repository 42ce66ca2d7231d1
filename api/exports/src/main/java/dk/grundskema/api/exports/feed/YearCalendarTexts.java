package dk.grundskema.api.exports.feed;

import dk.grundskema.api.exports.calendar.PlainTextCleaner;
import dk.grundskema.api.exports.feed.YearSpan.Kind;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.time.DateSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Texts of a year calendar. */
public final class YearCalendarTexts {
    /** Maximum number of departments named in a summary; if there are more, the description lists them. */
    private static final int IN_HEADING = 3;

    private static final int IN_ALL = 40;

    private final FeedTexts texts;

    /** @param language language of the texts */
    public YearCalendarTexts(Language language) {
        this.texts = new FeedTexts(language, FeedState.EMPTY_ZONE);
    }

    /** Returns the title of an organisation's year calendar. */
    public String title(String organisation) {
        return texts.text("year.title", organisation);
    }

    /** Returns the summary of an event. */
    String summary(Kind kind, String title, DateSpan days, Set<String> whose) {
        String what = kind == Kind.HOLIDAY
                ? texts.text(SchoolHoliday.of(days).textKey())
                : texts.text(textKey(kind), PlainTextCleaner.toSingleLine(title));
        return whose.isEmpty() ? what : texts.text("year.of", what, listNames(whose, IN_HEADING));
    }

    /** Returns the departments, if there are too many for the summary. */
    List<String> description(Set<String> whose) {
        return whose.size() <= IN_HEADING ? List.of() : List.of(listNames(whose, IN_ALL));
    }

    private String listNames(Set<String> whose, int most) {
        List<String> names = new TreeSet<>(whose)
                .stream().map(PlainTextCleaner::toSingleLine).limit(most).toList();
        var said = new ArrayList<>(names);
        if (whose.size() > most) {
            said.add(texts.text("year.others", whose.size() - most));
        }
        return texts.joinWithAnd(said);
    }

    /** Returns the category of the days. */
    String category(Kind kind) {
        return texts.text(textKey(kind) + "-sort");
    }

    private static String textKey(Kind kind) {
        return "year." + kind.name().toLowerCase(Locale.ROOT);
    }
}
