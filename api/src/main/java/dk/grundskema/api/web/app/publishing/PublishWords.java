package dk.grundskema.api.web.app.publishing;

import dk.grundskema.api.exports.Words;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** What templates say of publications, made of several texts. */
public final class PublishWords {
    private final Words words;

    PublishWords(Words words) {
        this.words = words;
    }

    /** How many events change, and how, in one line. */
    public String counts(PublishPage.Counts counts) {
        var said = new ArrayList<String>();
        add(said, "publish.added", counts.added());
        add(said, "publish.moved", counts.moved());
        add(said, "publish.cancelled", counts.cancelled());
        add(said, "publish.room", counts.room());
        add(said, "publish.people", counts.people());
        add(said, "publish.otherwise", counts.others());
        return said.isEmpty() ? words.text("publish.looks") : String.join(" · ", said);
    }

    /** What became of mails, each number that isn't none as a sentence. */
    public List<String> mails(PublishPage.Mails mails) {
        var said = new ArrayList<String>();
        if (!mails.isReady()) {
            said.add(words.text("mails.working"));
        }
        add(said, "mails.waiting", mails.waiting());
        add(said, "mails.sent", mails.sent());
        add(said, "mails.uncertain", mails.uncertain());
        add(said, "mails.failed", mails.failed());
        add(said, "mails.declined", mails.declined());
        add(said, "mails.without-address", mails.withoutAddress());
        return said.isEmpty() ? List.of(words.text("mails.none")) : said;
    }

    /** A moment: date and time of day. */
    public String moment(LocalDateTime at) {
        return words.text("moment", words.shortDate(at.toLocalDate()), words.time(at.toLocalTime()));
    }

    private void add(List<String> said, String key, int count) {
        if (count > 0) {
            said.add(words.text(key, count));
        }
    }
}
