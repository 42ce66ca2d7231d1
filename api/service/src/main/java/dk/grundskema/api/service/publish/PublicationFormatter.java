package dk.grundskema.api.service.publish;

import dk.grundskema.api.exports.template.TemplateTexts;
import dk.grundskema.api.platform.page.PageRenderer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Formats texts about publications for templates. */
public final class PublicationFormatter {
    private final TemplateTexts templateTexts;

    /** @param templateTexts texts of the folder with the templates */
    public PublicationFormatter(TemplateTexts templateTexts) {
        this.templateTexts = templateTexts;
    }

    /** Returns the number of changed events by kind, on one line. */
    public String counts(PublicationPreview.ChangeCounts counts) {
        var said = new ArrayList<String>();
        add(said, "publish.added", counts.added());
        add(said, "publish.moved", counts.moved());
        add(said, "publish.cancelled", counts.cancelled());
        add(said, "publish.room", counts.room());
        add(said, "publish.people", counts.people());
        add(said, "publish.otherwise", counts.others());
        return said.isEmpty() ? templateTexts.text("publish.looks") : String.join(" · ", said);
    }

    /** Returns one sentence for each mail count above 0. */
    public List<String> mails(PublicationMailStatus.PublicationMailCounts mails) {
        var said = new ArrayList<String>();
        if (!mails.isReady()) {
            said.add(templateTexts.text("mails.working"));
        }
        add(said, "mails.waiting", mails.waiting());
        add(said, "mails.sent", mails.sent());
        add(said, "mails.uncertain", mails.uncertain());
        add(said, "mails.failed", mails.failed());
        add(said, "mails.declined", mails.declined());
        add(said, "mails.without-address", mails.withoutAddress());
        return said.isEmpty() ? List.of(templateTexts.text("mails.none")) : said;
    }

    /** Returns date and time of day, for a cell of a table. */
    public String momentAlone(LocalDateTime at) {
        return templateTexts.text(
                "moment", templateTexts.shortDate(at.toLocalDate()), templateTexts.time(at.toLocalTime()));
    }

    /** Returns date and time of day, for the middle of a sentence. */
    public String moment(LocalDateTime at) {
        return templateTexts.text(
                "moment", templateTexts.shortDateWithin(at.toLocalDate()), templateTexts.time(at.toLocalTime()));
    }

    /** Returns a moment as date and time of day, for the middle of a sentence. */
    public String moment(Instant at) {
        return moment(PageRenderer.toLocalDateTime(at));
    }

    private void add(List<String> said, String key, int count) {
        if (count > 0) {
            said.add(templateTexts.text(key, count));
        }
    }
}
