package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.exports.template.TemplateTexts;
import dk.grundskema.api.service.fidelity.LoadsPage.LoadBar;
import dk.grundskema.api.service.fidelity.LoadsPage.PersonLoad;
import dk.grundskema.api.service.fidelity.LoadsPage.RestPeriod;
import dk.grundskema.api.service.fidelity.LoadsPage.RestViolation;
import dk.grundskema.domain.people.FairLoad.Kind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats texts about workload and rest for the template. */
public final class LoadsFormatter {
    private static final int HOUR = 60;

    private final TemplateTexts words;

    LoadsFormatter(TemplateTexts words) {
        this.words = words;
    }

    /** Describes a bar in words. */
    public String bar(LoadBar bar) {
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

    /** Describes a strip in words. */
    public String strip(PersonLoad person, LoadsPage page) {
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

    /** Formats a person's shortest rest with its date. */
    public String rest(PersonLoad person) {
        RestPeriod shortest = person.figures().shortest();
        return shortest == null
                ? words.text("loads.rest.none")
                : words.text(
                        "loads.rest.shortest",
                        length(shortest.minutes()),
                        date(shortest.until().toLocalDate()));
    }

    /** Formats a rest with its date. */
    public String rest(RestPeriod rest) {
        return words.text(
                "loads.rest.on", length(rest.minutes()), date(rest.until().toLocalDate()));
    }

    /** Formats contract hours per week. */
    public String contract(PersonLoad person) {
        return words.roughHours(Math.round(person.contract() * HOUR));
    }

    /** Formats a duration in hours and minutes. */
    public String length(long minutes) {
        return minutes % HOUR == 0
                ? words.text("loads.hours", minutes / HOUR)
                : words.text("loads.hours-and-minutes", minutes / HOUR, minutes % HOUR);
    }

    /** Formats a violation as a sentence. */
    public String trouble(RestViolation trouble) {
        String span = words.text("loads.between", moment(trouble.from()), moment(trouble.until()));
        String key = "loads.trouble." + (trouble.isWeekly() ? "weekly" : "daily");
        return words.text(key, span, length(trouble.rest().minutes()), trouble.owed());
    }

    private String moment(LocalDateTime at) {
        return words.text("loads.moment", date(at.toLocalDate()), words.time(at.toLocalTime()));
    }

    /** Formats a date within a line; Danish weekdays are lower case there. */
    private String date(LocalDate date) {
        String said = words.shortDate(date);
        return locale().equals(Locale.ENGLISH) ? said : said.toLowerCase(locale());
    }

    /** Returns the letter of a weekday. */
    public String letter(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.NARROW, locale());
    }

    private Locale locale() {
        return Locale.forLanguageTag(words.language());
    }

    /** Returns the table heading of a kind. */
    public String heading(Kind kind) {
        return words.text("loads.kind." + kind);
    }
}
