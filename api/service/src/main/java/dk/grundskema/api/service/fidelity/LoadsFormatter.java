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

    private final TemplateTexts templateTexts;

    LoadsFormatter(TemplateTexts templateTexts) {
        this.templateTexts = templateTexts;
    }

    /** Describes a bar in words. */
    public String describeBar(LoadBar bar) {
        var said = new ArrayList<String>();
        said.add(templateTexts.text("loads.say." + bar.kind(), templateTexts.roughHours(bar.all())));
        add(said, "loads.say.taught", bar.taught() == 0 ? null : bar.taught());
        add(said, "loads.say.share", bar.share());
        add(said, "loads.say.norm", bar.norm());
        add(said, "loads.say.most", bar.over() == 0 ? null : bar.most());
        return String.join("; ", said);
    }

    private void add(List<String> said, String key, @Nullable Long minutes) {
        if (minutes != null) {
            said.add(templateTexts.text(key, templateTexts.roughHours(minutes)));
        }
    }

    /** Describes a strip in words. */
    public String describeChart(PersonLoad person, LoadsPage page) {
        var said = new ArrayList<String>();
        said.add(templateTexts.text("loads.say.days", person.strip().days()));
        said.add(rest(person));
        Integer free = person.figures().free();
        if (free != null) {
            said.add(templateTexts.text("loads.say.free", free));
        }
        long places = page.restViolations().stream()
                .filter(one -> one.person().equals(person.id()))
                .count();
        if (places > 0) {
            said.add(templateTexts.text("loads.say.short", places));
        }
        return String.join("; ", said);
    }

    /** Formats a person's shortest rest with its date. */
    public String rest(PersonLoad person) {
        RestPeriod shortest = person.figures().shortest();
        return shortest == null
                ? templateTexts.text("loads.rest.none")
                : templateTexts.text(
                        "loads.rest.shortest",
                        length(shortest.minutes()),
                        date(shortest.until().toLocalDate()));
    }

    /** Formats a rest with its date. */
    public String rest(RestPeriod rest) {
        return templateTexts.text(
                "loads.rest.on", length(rest.minutes()), date(rest.until().toLocalDate()));
    }

    /** Formats contract hours per week. */
    public String contract(PersonLoad person) {
        return templateTexts.roughHours(Math.round(person.contract() * HOUR));
    }

    /** Formats a duration in hours and minutes. */
    public String length(long minutes) {
        return minutes % HOUR == 0
                ? templateTexts.text("loads.hours", minutes / HOUR)
                : templateTexts.text("loads.hours-and-minutes", minutes / HOUR, minutes % HOUR);
    }

    /** Formats a violation as a sentence. */
    public String describeViolation(RestViolation trouble) {
        String span = templateTexts.text("loads.between", moment(trouble.from()), moment(trouble.until()));
        String key = "loads.trouble." + (trouble.isWeekly() ? "weekly" : "daily");
        return templateTexts.text(key, span, length(trouble.rest().minutes()), trouble.owed());
    }

    private String moment(LocalDateTime at) {
        return templateTexts.text("loads.moment", date(at.toLocalDate()), templateTexts.time(at.toLocalTime()));
    }

    /** Formats a date within a line; Danish weekdays are lower case there. */
    private String date(LocalDate date) {
        String said = templateTexts.shortDate(date);
        return locale().equals(Locale.ENGLISH) ? said : said.toLowerCase(locale());
    }

    /** Returns the letter of a weekday. */
    public String weekdayLetter(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.NARROW, locale());
    }

    private Locale locale() {
        return Locale.forLanguageTag(templateTexts.language());
    }

    /** Returns the table heading of a kind. */
    public String heading(Kind kind) {
        return templateTexts.text("loads.kind." + kind);
    }
}
