package dk.grundskema.api.web;

import dk.grundskema.api.exports.HouseStyle;
import dk.grundskema.api.exports.Templates;
import dk.grundskema.api.exports.Words;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes mails in a language. Safe to use from several threads. */
public final class Mails {
    /** More sentences than these nobody reads; the page has the rest. */
    static final int MOST_SENTENCES = 30;

    private static final String SEPARATOR = ": ";
    private static final int DAYS_OF_A_WEEK = 7;

    private final Words words;
    private final Templates templates;

    /** @param language Danish or English */
    public Mails(Locale language) {
        this.words = Words.beside(Mails.class, language);
        this.templates = new Templates(Mails.class, words);
    }

    /**
     * A sentence on a line of its own.
     *
     * @param when its beginning, such as a day; may be empty
     * @param what all that follows
     */
    public record Line(String when, String what) {
        /** What it says below its beginning. */
        public String below() {
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
     * @param heading what they have in common
     * @param isSoon  whether they are of today and tomorrow
     * @param lines   the sentences
     */
    public record Section(String heading, boolean isSoon, List<Line> lines) {}

    /** What a mail says and shows. */
    public WrittenMail notice(NoticeMail mail) {
        List<Section> sections = sections(mail);
        int told = sections.stream().mapToInt(one -> one.lines().size()).sum();
        String more = mail.count() > told ? words.text("mail.more", mail.count() - told) : "";
        String heading = words.text(mail.isFirst() ? "mail.ready" : "mail.changed");
        String published = words.text("published", moment(mail.published()));
        String html = templates.draw(
                "mail",
                Map.of(
                        "mail", mail,
                        "heading", heading,
                        "published", published,
                        "sections", sections,
                        "more", more,
                        "colour", HouseStyle.colours(false),
                        "style", style()));
        return new WrittenMail(subject(mail, heading), text(mail, heading, published, sections, more), html);
    }

    private String subject(NoticeMail mail, String heading) {
        if (mail.isFirst()) {
            return heading;
        }
        boolean isOne = mail.count() == 1;
        return isOne
                ? words.text("mail.subject.one", day(mail, isOne))
                : words.text("mail.subject.many", mail.count(), day(mail, isOne));
    }

    /** A day near by as people name it: on which the only change is, or from which on there are some. */
    private String day(NoticeMail mail, boolean isOne) {
        long away = ChronoUnit.DAYS.between(mail.today(), mail.first());
        if (away <= 0) {
            return words.text(isOne ? "mail.on.today" : "mail.from.today");
        }
        if (away == 1) {
            return words.text(isOne ? "mail.on.tomorrow" : "mail.from.tomorrow");
        }
        LocalDate first = mail.first();
        String date = within(away < DAYS_OF_A_WEEK ? words.weekday(first) : words.date(first));
        return words.text(isOne ? "mail.on.date" : "mail.from.date", date);
    }

    /** In the middle of a sentence. */
    private String within(String date) {
        return words.language().equals("da") ? date.toLowerCase(Locale.ROOT) : date;
    }

    private String moment(LocalDateTime moment) {
        return words.text("moment", within(words.date(moment.toLocalDate())), words.time(moment.toLocalTime()));
    }

    private List<Section> sections(NoticeMail mail) {
        var sections = new ArrayList<Section>();
        if (!mail.soon().isEmpty()) {
            sections.add(new Section(words.text("mail.soon"), true, lines(mail.soon(), MOST_SENTENCES)));
        }
        int room = MOST_SENTENCES - mail.soon().size();
        if (!mail.later().isEmpty() && room > 0) {
            sections.add(new Section(words.text("days"), false, lines(mail.later(), room)));
        }
        return sections;
    }

    private static List<Line> lines(List<String> sentences, int most) {
        return sentences.stream().limit(most).map(Line::of).toList();
    }

    private String text(NoticeMail mail, String heading, String published, List<Section> sections, String more) {
        var blocks = new ArrayList<String>();
        blocks.add(heading);
        blocks.add(mail.title() + "\n" + published);
        if (!mail.note().isEmpty()) {
            blocks.add(words.text("note") + "\n" + mail.note().strip());
        }
        if (mail.isFirst()) {
            blocks.add(words.text("mail.ready.lead"));
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
        blocks.add(words.text("mail.page") + "\n" + mail.page());
        blocks.add(words.text("mail.what-to-do", words.text("google.delay")));
        blocks.add("-- \n" + words.text(mail.isFirst() ? "mail.why.first" : "mail.why") + "\n" + words.text("mail.stop")
                + SEPARATOR + mail.choice());
        return String.join("\n\n", blocks) + "\n";
    }

    /** What can't stand where it is used: other colours on a dark screen, narrower edges on a phone. */
    private static String style() {
        var dark = new StringBuilder();
        HouseStyle.colours(true)
                .forEach((name, hex) -> dark.append(
                        "  .c-%1$s { color: %2$s !important; } .b-%1$s { background-color: %2$s !important; } .e-%1$s { border-color: %2$s !important; }\n"
                                .formatted(name, hex)));
        return Styles.file("mail.css") + "@media (prefers-color-scheme: dark) {\n" + dark + "}\n";
    }
}
