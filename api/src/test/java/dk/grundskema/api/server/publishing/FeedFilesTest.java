package dk.grundskema.api.server.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.server.Database;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FeedFilesTest {
    private static final FeedWishes NONE = new FeedWishes(null, false);

    /** Phones ask every hour, many programs less often, and what they are told by is nobody's name. */
    @Test
    void byWhatClientsKnowAFeedIsKnownAlsoWhereTheyAskOnceADay() {
        PublishedCamp camp = PublishedCamp.on(Database.H2);
        camp.publish();
        var nanos = new AtomicLong();
        var files = new FeedFiles(camp.feeds()::version, camp.now::get, nanos::get);
        Link link = camp.link(camp.all());
        FeedFile made = files.made(camp.feeds().now(link), files.asked(link, NONE));

        nanos.addAndGet(Duration.ofHours(25).toNanos());

        assertThat(files.stamp(files.asked(link, NONE))).isEqualTo(made.stamp());
    }

    @Test
    void whatIsRememberedOfAFeedIsRightUntilItIsPublishedAgainOrSomethingCancelledIsToldNoLonger() {
        PublishedCamp camp = PublishedCamp.on(Database.H2);
        camp.publish();
        StaffId person = camp.busiest();
        Meeting one = camp.ofOne(person).getFirst();
        Feeds feeds = camp.feeds();
        var files = new FeedFiles(feeds::version, camp.now::get);
        Link link = camp.link(CalendarOwner.of(person));
        FeedFiles.Asked first = files.asked(link, NONE);
        assertThat(files.stamp(first)).isNull();
        assertThat(files.file(first)).isNull();
        FeedFile before = files.made(feeds.now(link), first);

        assertThat(files.stamp(files.asked(link, NONE))).isEqualTo(before.stamp());
        assertThat(files.file(files.asked(link, NONE))).isEqualTo(before);
        assertThat(files.stamp(files.asked(link, new FeedWishes(null, true)))).isNull();

        camp.change(meetings -> ChangedMeetings.without(meetings, one));
        camp.later(Duration.ofDays(1));
        camp.publish();
        FeedFiles.Asked second = files.asked(link, NONE);
        assertThat(files.stamp(second)).isNull();
        FeedFile cancelled = files.made(feeds.now(link), second);
        assertThat(new String(cancelled.content(), UTF_8)).contains("STATUS:CANCELLED");

        camp.later(Duration.ofDays(60).minusSeconds(1));
        assertThat(files.stamp(files.asked(link, NONE))).isEqualTo(cancelled.stamp());

        camp.later(Duration.ofSeconds(1));
        FeedFiles.Asked later = files.asked(link, NONE);
        assertThat(files.stamp(later)).isNull();
        assertThat(files.file(later)).isNull();
        assertThat(new String(files.made(feeds.now(link), later).content(), UTF_8))
                .doesNotContain("STATUS:CANCELLED");
    }
}
