package dk.grundskema.api.service.notice;

import dk.grundskema.api.exports.template.SharedStyle;
import dk.grundskema.api.exports.template.TemplateRenderer;
import dk.grundskema.api.exports.template.TemplateTexts;
import dk.grundskema.api.platform.page.StyleSheets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the text of mails in one language. Thread-safe. */
public final class NoticeMailWriter {
    /** Maximum number of sentences in a mail; the page shows the rest. */
    static final int MOST_SENTENCES = 30;

    private static final String SEPARATOR = ": ";
    private static final int DAYS_OF_A_WEEK = 7;

    private final TemplateTexts templateTexts;
    private final TemplateRenderer templates;

    /** @param language Danish or English */
    public NoticeMailWriter(Locale language) {
        this.templateTexts = TemplateTexts.forFolder(NoticeMailWriter.class, "mail", language);
        this.templates = new TemplateRenderer(NoticeMailWriter.class, "mail", templateTexts);
    }

    /**
     * A sentence on its own line.
     *
     * @param when start of the sentence, such as a day; may be empty
     * @param what rest of the sentence
     */
    public record Line(String when, String what) {
        /** Returns the rest of the sentence, on its own line. */
        public String remainder() {
            int first = what.offsetByCodePoints(0, what.isEmpty() ? 0 : 1);
            return what.substring(0, first).toUpperCase(Locale.ROOT) + what.substring(first);
        }

        static Line of(String sentence) {
            int end = sentence.indexOf(SEPARATOR);
            return end < 0
                    ? new Line("", sentence)
                    : new Line(sentence.substring(0, end), sentence.substring(end + SEPARATOR.length()));
        }
    }

    /**
     * Sentences under a heading.
     *
     * @param heading the heading
     * @param isSoon  whether the sentences are about today and tomorrow
     * @param lines   the sentences
     */
    public record Section(String heading, boolean isSoon, List<Line> lines) {}

    /** Returns subject, text and HTML of a mail. */
    public MailBody write(NoticeMail mail) {
        List<Section> sections = sections(mail);
        int told = sections.stream().mapToInt(one -> one.lines().size()).sum();
        String more = mail.count() > told ? templateTexts.text("mail.more", mail.count() - told) : "";
        String heading = templateTexts.text(mail.isFirst() ? "mail.ready" : "mail.changed");
        String published = templateTexts.text("published", formatMoment(mail.published()));
        String html = templates.render(
                "mail",
                Map.of(
                        "mail", mail,
                        "heading", heading,
                        "published", published,
                        "sections", sections,
                        "more", more,
                        "colour", SharedStyle.coloursByName(false),
                        "style", styleSheet()));
        return new MailBody(subjectLine(mail, heading), plainText(mail, heading, published, sections, more), html);
    }

    private String subjectLine(NoticeMail mail, String heading) {
        if (mail.isFirst()) {
            return heading;
        }
        boolean isOne = mail.count() == 1;
        return isOne
                ? templateTexts.text("mail.subject.one", formatNearDay(mail, isOne))
                : templateTexts.text("mail.subject.many", mail.count(), formatNearDay(mail, isOne));
    }

    /** Formats a near day in words: the day of the only change, or the first day of several changes. */
    private String formatNearDay(NoticeMail mail, boolean isOne) {
        long away = ChronoUnit.DAYS.between(mail.today(), mail.first());
        if (away <= 0) {
            return templateTexts.text(isOne ? "mail.on.today" : "mail.from.today");
        }
        if (away == 1) {
            return templateTexts.text(isOne ? "mail.on.tomorrow" : "mail.from.tomorrow");
        }
        LocalDate first = mail.first();
        String date =
                lowerCaseInDanish(away < DAYS_OF_A_WEEK ? templateTexts.weekday(first) : templateTexts.date(first));
        return templateTexts.text(isOne ? "mail.on.date" : "mail.from.date", date);
    }

    /** Adapts a date for the middle of a sentence. */
    private String lowerCaseInDanish(String date) {
        return templateTexts.language().equals("da") ? date.toLowerCase(Locale.ROOT) : date;
    }

    private String formatMoment(LocalDateTime moment) {
        return templateTexts.text(
                "moment",
                lowerCaseInDanish(templateTexts.date(moment.toLocalDate())),
                templateTexts.time(moment.toLocalTime()));
    }

    private List<Section> sections(NoticeMail mail) {
        var sections = new ArrayList<Section>();
        if (!mail.soon().isEmpty()) {
            sections.add(new Section(templateTexts.text("mail.soon"), true, lines(mail.soon(), MOST_SENTENCES)));
        }
        int room = MOST_SENTENCES - mail.soon().size();
        if (!mail.later().isEmpty() && room > 0) {
            sections.add(new Section(templateTexts.text("days"), false, lines(mail.later(), room)));
        }
        return sections;
    }

    private static List<Line> lines(List<String> sentences, int most) {
        return sentences.stream().limit(most).map(Line::of).toList();
    }

    private String plainText(NoticeMail mail, String heading, String published, List<Section> sections, String more) {
        var blocks = new ArrayList<String>();
        blocks.add(heading);
        blocks.add(mail.title() + "\n" + published);
        if (!mail.note().isEmpty()) {
            blocks.add(templateTexts.text("note") + "\n" + mail.note().strip());
        }
        if (mail.isFirst()) {
            blocks.add(templateTexts.text("mail.ready.lead"));
        }
        for (Section section : sections) {
            var block = new StringBuilder(section.heading());
            section.lines()
                    .forEach(line -> block.append("\n- ")
                            .append(line.when().isEmpty() ? "" : line.when() + SEPARATOR)
                            .append(line.what()));
            blocks.add(block.toString());
        }
        if (!more.isEmpty()) {
            blocks.add(more);
        }
        blocks.add(templateTexts.text("mail.page") + "\n" + mail.page());
        blocks.add(templateTexts.text("mail.what-to-do", templateTexts.text("google.delay")));
        blocks.add("-- \n" + templateTexts.text(mail.isFirst() ? "mail.why.first" : "mail.why") + "\n"
                + templateTexts.text("mail.stop") + SEPARATOR + mail.choice());
        return String.join("\n\n", blocks) + "\n";
    }

    /** Returns the styles that cannot be inline: dark mode colours and narrower margins on phones. */
    private static String styleSheet() {
        var dark = new StringBuilder();
        SharedStyle.coloursByName(true)
                .forEach((name, hex) -> dark.append(
                        "  .c-%1$s { color: %2$s !important; } .b-%1$s { background-color: %2$s !important; } .e-%1$s { border-color: %2$s !important; }\n"
                                .formatted(name, hex)));
        return StyleSheets.read(NoticeMailWriter.class, "mail/mail.css") + "@media (prefers-color-scheme: dark) {\n"
                + dark + "}\n";
    }
}
