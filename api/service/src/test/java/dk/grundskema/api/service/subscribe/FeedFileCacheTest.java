package dk.grundskema.api.service.subscribe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FeedFileCacheTest {
    private static final FeedOptions NONE = new FeedOptions(null, false);

    /** Phones request feeds every hour, other programs less often; cache keys contain no names. */
    @Test
    void feedStampStaysCachedForClientsThatAskOnceADay() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        camp.publish();
        var nanos = new AtomicLong();
        var files = new FeedFileCache(camp.feeds()::version, camp.now::get, nanos::get);
        FeedLink link = camp.link(camp.firstIntervention());
        FeedFile made = files.create(camp.feeds().currentFeed(link), files.request(link, NONE));

        nanos.addAndGet(Duration.ofHours(25).toNanos());

        assertThat(files.findStamp(files.request(link, NONE))).isEqualTo(made.stamp());
    }

    @Test
    void cachedFeedIsValidUntilRepublishedOrACancellationExpires() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        camp.publish();
        StaffId person = camp.busiest();
        Meeting one = camp.meetingsOf(person).getFirst();
        FeedCalculator feeds = camp.feeds();
        var files = new FeedFileCache(feeds::version, camp.now::get);
        FeedLink link = camp.link(CalendarOwner.of(person));
        FeedFileCache.FeedRequest first = files.request(link, NONE);
        assertThat(files.findStamp(first)).isNull();
        assertThat(files.findFile(first)).isNull();
        FeedFile before = files.create(feeds.currentFeed(link), first);

        assertThat(files.findStamp(files.request(link, NONE))).isEqualTo(before.stamp());
        assertThat(files.findFile(files.request(link, NONE))).isEqualTo(before);
        assertThat(files.findStamp(files.request(link, new FeedOptions(null, true))))
                .isNull();

        camp.change(meetings -> MeetingVariants.without(meetings, one));
        camp.advanceClock(Duration.ofDays(1));
        camp.publish();
        FeedFileCache.FeedRequest second = files.request(link, NONE);
        assertThat(files.findStamp(second)).isNull();
        FeedFile cancelled = files.create(feeds.currentFeed(link), second);
        assertThat(new String(cancelled.content(), UTF_8)).contains("STATUS:CANCELLED");

        camp.advanceClock(Duration.ofDays(60).minusSeconds(1));
        assertThat(files.findStamp(files.request(link, NONE))).isEqualTo(cancelled.stamp());

        camp.advanceClock(Duration.ofSeconds(1));
        FeedFileCache.FeedRequest later = files.request(link, NONE);
        assertThat(files.findStamp(later)).isNull();
        assertThat(files.findFile(later)).isNull();
        assertThat(new String(files.create(feeds.currentFeed(link), later).content(), UTF_8))
                .doesNotContain("STATUS:CANCELLED");
    }
}
