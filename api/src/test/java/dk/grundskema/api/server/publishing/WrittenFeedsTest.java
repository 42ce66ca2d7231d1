package dk.grundskema.api.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.feeds.FeedEvent;
import dk.grundskema.api.feeds.FeedState;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.HeardDatabase;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.time.Duration;
import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is worked out of a feed is written only over what it was made of. */
final class WrittenFeedsTest {
    private static final String WRITING = "UPDATE feed_state SET publication = :publication";

    /** Who has read before a plan forgot its people must not bring them back: the first try to write comes to nothing, and all is worked out anew. */
    @ParameterizedTest
    @DatabaseSource
    void whatWasReadBeforeAPlanForgotIsNotWrittenAfterwards(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        camp.publish();
        Link link = camp.link(camp.all());
        var tries = new AtomicInteger();
        JdbcClient disturbed = HeardDatabase.of(camp.server.part(JdbcClient.class), sql -> {
            if (sql.startsWith(WRITING) && tries.getAndIncrement() == 0) {
                camp.forgets(link);
            }
        });
        Feeds feeds = camp.feeds(disturbed, camp.calendars(disturbed));

        feeds.fold(link, 1);

        assertThat(tries).hasValue(2);
        assertThat(feeds.now(link).publication()).isEqualTo(1);
        assertThat(feeds.now(link).version()).as("forgotten, then written once").isEqualTo(2);
    }

    /** As after an update of the service, whatever it is: people's calendars are there, and later than what they had. */
    @ParameterizedTest
    @DatabaseSource
    void whatIsKeptInAnotherFormIsWorkedOutAnewAndCountsAsLater(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        camp.publish();
        Link link = camp.link(camp.all());
        FeedNow before = camp.feeds().now(link);
        camp.server
                .part(JdbcClient.class)
                .sql("UPDATE feed_state SET content = :content, step = step + 1 WHERE link = :link")
                .param("content", Zipped.of(new byte[] {'{', '}'}))
                .param("link", link.id().value())
                .update();

        FeedNow after = camp.feeds().now(link);

        assertThat(after.version()).isGreaterThan(before.version());
        isTheSameLater(before.state(), after.state());
        assertThat(camp.feeds().now(link)).as("worked out once").isEqualTo(after);
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

    /** A newcomer's calendar is made of what was published since, and is as if all had been gone through. */
    @ParameterizedTest
    @DatabaseSource
    void aLinkBeginsWithThePublicationThatItWasMadeWith(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        camp.publish();
        camp.later(Duration.ofDays(1));
        StaffId newcomer = camp.comes("ny", "Ny Nielsen");
        StaffId busiest = camp.busiest();
        Meeting taken = camp.ofOne(busiest).getFirst();
        camp.change(all -> ChangedMeetings.with(all, ChangedMeetings.taken(taken, busiest, newcomer)));
        camp.publish();
        Link link = camp.link(CalendarOwner.of(newcomer));
        assertThat(camp.rows().head(link.id()).publication()).isEqualTo(1);

        FeedNow since = camp.feeds().now(link);

        camp.forgets(link);
        FeedNow fromTheBeginning = camp.feeds().now(link);
        assertThat(since.state().events()).isNotEmpty();
        assertThat(since.state()).isEqualTo(fromTheBeginning.state());
        assertThat(since.title()).isEqualTo(fromTheBeginning.title());
    }

    /** Calendars that wait for more publications than are remembered are all there in the end, and each publication was read once. */
    @ParameterizedTest
    @DatabaseSource
    void allCalendarsAreTakenThroughManyPublicationsTogether(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        int many = PublishedCalendars.REMEMBERED * 2;
        Meeting moved = camp.ofOne(camp.busiest()).getFirst();
        for (int number = 1; number <= many; number++) {
            LocalTime start = LocalTime.of(9, number);
            camp.change(all -> ChangedMeetings.with(all, ChangedMeetings.at(moved, start, start.plusMinutes(30))));
            camp.publish();
            camp.later(Duration.ofDays(1));
        }
        var read = new AtomicInteger();
        JdbcClient counting = HeardDatabase.of(camp.server.part(JdbcClient.class), sql -> {
            if (sql.contains("SELECT feed_secret")) {
                read.incrementAndGet();
            }
        });
        Feeds feeds = camp.feeds(counting, camp.calendars(counting));

        new Folding(camp.links(), feeds, camp.rows()).all(camp.id);

        assertThat(camp.rows().next(camp.id)).isEmpty();
        assertThat(read).hasValue(many);
        assertThat(feeds.now(camp.link(camp.all())).publication()).isEqualTo(many);
    }
}
