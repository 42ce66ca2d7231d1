package dk.grundskema.api.service.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.feed.FeedEvent;
import dk.grundskema.api.exports.feed.FeedState;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.GzipCodec;
import dk.grundskema.api.service.publish.PublishedPlanCache;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.StatementListener;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.time.Duration;
import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A calculated feed is written only over the version it was calculated from. */
final class FeedWriteConflictTest {
    private static final String WRITING = "UPDATE feed_state SET publication = :publication";

    /** A feed read before a plan was anonymised must not restore its people: the first write fails, and the feed is recalculated. */
    @ParameterizedTest
    @DatabaseSource
    void feedReadBeforeAPlanForgotItsPeopleIsNotWritten(TestDatabase database) {
        PublishedCampFixture camp = PublishedCampFixture.start(database);
        camp.publish();
        FeedLink link = camp.link(camp.firstIntervention());
        var tries = new AtomicInteger();
        JdbcClient disturbed = StatementListener.wrap(camp.server.bean(JdbcClient.class), sql -> {
            if (sql.startsWith(WRITING) && tries.getAndIncrement() == 0) {
                camp.clearFeed(link);
            }
        });
        FeedCalculator feeds = camp.feeds(disturbed, camp.calendars(disturbed));

        feeds.advance(link, 1);

        assertThat(tries).hasValue(2);
        assertThat(feeds.currentFeed(link).publication()).isEqualTo(1);
        assertThat(feeds.currentFeed(link).version())
                .as("forgotten, then written once")
                .isEqualTo(2);
    }

    /** As after an update of the service: calendars are available, with later change times than before. */
    @ParameterizedTest
    @DatabaseSource
    void feedInAnUnknownFormatIsRecalculatedAndCountsAsLater(TestDatabase database) {
        PublishedCampFixture camp = PublishedCampFixture.start(database);
        camp.publish();
        FeedLink link = camp.link(camp.firstIntervention());
        FeedSnapshot before = camp.feeds().currentFeed(link);
        camp.server
                .bean(JdbcClient.class)
                .sql("UPDATE feed_state SET content = :content, step = step + 1 WHERE link = :link")
                .param("content", GzipCodec.compress(new byte[] {'{', '}'}))
                .param("link", link.id().value())
                .update();

        FeedSnapshot after = camp.feeds().currentFeed(link);

        assertThat(after.version()).isGreaterThan(before.version());
        isTheSameLater(before.state(), after.state());
        assertThat(camp.feeds().currentFeed(link)).as("calculated once").isEqualTo(after);
    }

    static void isTheSameLater(FeedState before, FeedState after) {
        assertThat(after.events()).hasSameSizeAs(before.events());
        for (int i = 0; i < after.events().size(); i++) {
            FeedEvent was = before.events().get(i);
            FeedEvent is = after.events().get(i);
            assertThat(is.event().uid()).isEqualTo(was.event().uid());
            assertThat(is.sequence()).isGreaterThan(was.sequence());
            assertThat(is.changed()).isAfter(was.changed());
            assertThat(is.cancelled()).isEqualTo(was.cancelled());
            assertThat(is.formers()).hasSameSizeAs(was.formers());
        }
    }

    /** The calendar of a new person is calculated from the publications since, with the same result as from all publications. */
    @ParameterizedTest
    @DatabaseSource
    void aLinkBeginsWithThePublicationThatItWasMadeWith(TestDatabase database) {
        PublishedCampFixture camp = PublishedCampFixture.start(database);
        camp.publish();
        camp.advanceClock(Duration.ofDays(1));
        StaffId newcomer = camp.addStaff("ny", "Ny Nielsen");
        StaffId busiest = camp.busiest();
        Meeting taken = camp.meetingsOf(busiest).getFirst();
        camp.change(all -> MeetingVariants.with(all, MeetingVariants.withReplacement(taken, busiest, newcomer)));
        camp.publish();
        FeedLink link = camp.link(CalendarOwner.of(newcomer));
        assertThat(camp.rows().findProgress(link.id()).publication()).isEqualTo(1);

        FeedSnapshot since = camp.feeds().currentFeed(link);

        camp.clearFeed(link);
        FeedSnapshot fromTheBeginning = camp.feeds().currentFeed(link);
        assertThat(since.state().events()).isNotEmpty();
        assertThat(since.state()).isEqualTo(fromTheBeginning.state());
        assertThat(since.title()).isEqualTo(fromTheBeginning.title());
    }

    /** Calendars that wait for more publications than are remembered are all there in the end, and each publication was read once. */
    @ParameterizedTest
    @DatabaseSource
    void allCalendarsAreTakenThroughManyPublicationsTogether(TestDatabase database) {
        PublishedCampFixture camp = PublishedCampFixture.start(database);
        int many = PublishedPlanCache.CACHE_SIZE * 2;
        Meeting moved = camp.meetingsOf(camp.busiest()).getFirst();
        for (int number = 1; number <= many; number++) {
            LocalTime start = LocalTime.of(9, number);
            camp.change(all -> MeetingVariants.with(all, MeetingVariants.at(moved, start, start.plusMinutes(30))));
            camp.publish();
            camp.advanceClock(Duration.ofDays(1));
        }
        var read = new AtomicInteger();
        JdbcClient counting = StatementListener.wrap(camp.server.bean(JdbcClient.class), sql -> {
            if (sql.contains("SELECT feed_secret")) {
                read.incrementAndGet();
            }
        });
        FeedCalculator feeds = camp.feeds(counting, camp.calendars(counting));

        new FeedRefresher(camp.links(), feeds, camp.rows(), Runnable::run).refreshAll(camp.id);

        assertThat(camp.rows().nextPublication(camp.id)).isEmpty();
        assertThat(read).hasValue(many);
        assertThat(feeds.currentFeed(camp.link(camp.firstIntervention())).publication())
                .isEqualTo(many);
    }
}
