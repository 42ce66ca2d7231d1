package dk.grundskema.api.web.app.loads;

import dk.grundskema.api.exports.Words;
import dk.grundskema.api.web.app.loads.LoadsPage.Bar;
import dk.grundskema.api.web.app.loads.LoadsPage.Person;
import dk.grundskema.api.web.app.loads.LoadsPage.Rest;
import dk.grundskema.api.web.app.loads.LoadsPage.Trouble;
import dk.grundskema.domain.people.FairLoad.Kind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the template says of loads and rests, made of several texts. */
public final class LoadsWords {
    private static final int HOUR = 60;

    private final Words words;

    LoadsWords(Words words) {
        this.words = words;
    }

    /** All that a bar shows. */
    public String bar(Bar bar) {
        var said = new ArrayList<String>();
        said.add(words.text("loads.say." + bar.kind(), words.roughHours(bar.all())));
        add(said, "loads.say.taught", bar.taught() == 0 ? null : bar.taught());
        add(said, "loads.say.share", bar.share());
        add(said, "loads.say.norm", bar.norm());
        add(said, "loads.say.most", bar.over() == 0 ? null : bar.most());
        return String.join("; ", said);
    }

    private void add(List<String> said, String key, @Nullable Long minutes) {
        if (minutes != null) {
            said.add(words.text(key, words.roughHours(minutes)));
        }
    }

    /** All that a strip shows. */
    public String strip(Person person, LoadsPage page) {
        var said = new ArrayList<String>();
        said.add(words.text("loads.say.days", person.strip().days()));
        said.add(rest(person));
        said.add(words.text("loads.say.free", person.figures().free()));
        long places = page.troubles().stream()
                .filter(one -> one.person().equals(person.id()))
                .count();
        if (places > 0) {
            said.add(words.text("loads.say.short", places));
        }
        return String.join("; ", said);
    }

    /** The shortest rest of somebody, with its date. */
    public String rest(Person person) {
        Rest shortest = person.figures().shortest();
        return shortest == null
                ? words.text("loads.rest.none")
                : words.text(
                        "loads.rest.shortest",
                        length(shortest.minutes()),
                        date(shortest.until().toLocalDate()));
    }

    /** A rest with its date. */
    public String rest(Rest rest) {
        return words.text(
                "loads.rest.on", length(rest.minutes()), date(rest.until().toLocalDate()));
    }

    /** Contract hours a week. */
    public String contract(Person person) {
        return words.roughHours(Math.round(person.contract() * HOUR));
    }

    /** A stretch of time in hours and minutes. */
    public String length(long minutes) {
        return minutes % HOUR == 0
                ? words.text("loads.hours", minutes / HOUR)
                : words.text("loads.hours-and-minutes", minutes / HOUR, minutes % HOUR);
    }

    /** What is wrong, in a sentence. */
    public String trouble(Trouble trouble) {
        String span = words.text("loads.between", moment(trouble.from()), moment(trouble.until()));
        String key = "loads.trouble." + (trouble.isWeekly() ? "weekly" : "daily");
        return words.text(key, span, length(trouble.rest().minutes()), trouble.owed());
    }

    private String moment(LocalDateTime at) {
        return words.text("loads.moment", date(at.toLocalDate()), words.time(at.toLocalTime()));
    }

    /** A date within a line: in Danish, weekdays are small there. */
    private String date(LocalDate date) {
        String said = words.shortDate(date);
        return locale().equals(Locale.ENGLISH) ? said : said.toLowerCase(locale());
    }

    /** A day's letter. */
    public String letter(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.NARROW, locale());
    }

    private Locale locale() {
        return Locale.forLanguageTag(words.language());
    }

    /** What the table says above a column of a kind. */
    public String heading(Kind kind) {
        return words.text("loads.kind." + kind);
    }
}
