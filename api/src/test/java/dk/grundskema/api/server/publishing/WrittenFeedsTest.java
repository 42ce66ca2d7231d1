package dk.grundskema.api.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.feeds.FeedEvent;
import dk.grundskema.api.feeds.FeedState;
import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Naming;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is worked out of a feed is written only over what it was made of. */
final class WrittenFeedsTest {
    private static final String WRITING = "UPDATE feed_state SET publication = :publication";

    /** Who has read before a plan forgot its people must not bring them back: the first try to write comes to nothing, and all is worked out anew. */
    @ParameterizedTest
    @EnumSource
    void whatWasReadBeforeAPlanForgotIsNotWrittenAfterwards(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        camp.publish();
        Link link = camp.link(camp.all());
        JdbcClient real = camp.server.part(JdbcClient.class);
        var tries = new AtomicInteger();
        Runnable forgets = () -> real.sql(
                        "UPDATE feed_state SET publication = 0, step = step + 1, content = NULL WHERE link = :link")
                .param("link", link.id().value())
                .update();
        JdbcClient disturbed = heard(real, sql -> {
            if (sql.startsWith(WRITING) && tries.getAndIncrement() == 0) {
                forgets.run();
            }
        });
        var feeds = new Feeds(
                disturbed,
                new FeedRows(disturbed, camp.now::get),
                camp.server.part(PublicationRows.class),
                camp.server.part(PublishedCalendars.class),
                camp.now::get);

        feeds.fold(link, 1);

        assertThat(tries).hasValue(2);
        assertThat(feeds.now(link).publication()).isEqualTo(1);
        assertThat(feeds.now(link).version()).as("forgotten, then written once").isEqualTo(2);
    }

    /** As after an update of the service, whatever it is: people's calendars are there, and later than what they had. */
    @ParameterizedTest
    @EnumSource
    void whatIsKeptInAnotherFormIsWorkedOutAnewAndCountsAsLater(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        camp.publish();
        Link link = camp.link(camp.all());
        FeedNow before = camp.freshFeeds().now(link);
        camp.server
                .part(JdbcClient.class)
                .sql("UPDATE feed_state SET content = :content, step = step + 1 WHERE link = :link")
                .param("content", Zipped.of(new byte[] {'{', '}'}))
                .param("link", link.id().value())
                .update();

        FeedNow after = camp.freshFeeds().now(link);

        assertThat(after.version()).isGreaterThan(before.version());
        isTheSameLater(before.state(), after.state());
        assertThat(camp.freshFeeds().now(link)).as("worked out once").isEqualTo(after);
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
    @EnumSource
    void aLinkBeginsWithThePublicationThatItWasMadeWith(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        camp.publish();
        camp.later(Duration.ofDays(1));
        StaffId newcomer = camp.comes("ny", "Ny Nielsen");
        StaffId busiest = camp.busiest();
        Meeting taken = camp.ofOne(busiest).getFirst();
        camp.change(all -> PublishedCamp.with(all, PublishedCamp.taken(taken, busiest, newcomer)));
        camp.publish();
        Link link = camp.link(CalendarOwner.of(newcomer));
        JdbcClient rows = camp.server.part(JdbcClient.class);
        String far = "SELECT publication FROM feed_state WHERE link = :link";
        assertThat(rows.sql(far)
                        .param("link", link.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        FeedNow since = camp.freshFeeds().now(link);

        rows.sql("UPDATE feed_state SET publication = 0, content = NULL, step = step + 1 WHERE link = :link")
                .param("link", link.id().value())
                .update();
        FeedNow fromTheBeginning = camp.freshFeeds().now(link);
        assertThat(since.state().events()).isNotEmpty();
        assertThat(since.state()).isEqualTo(fromTheBeginning.state());
        assertThat(since.title()).isEqualTo(fromTheBeginning.title());
    }

    /** Calendars that wait for more publications than are remembered are all there in the end, and each publication was read once. */
    @ParameterizedTest
    @EnumSource
    void allCalendarsAreTakenThroughManyPublicationsTogether(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        int many = PublishedCalendars.REMEMBERED * 2;
        Meeting moved = camp.ofOne(camp.busiest()).getFirst();
        for (int number = 1; number <= many; number++) {
            LocalTime start = LocalTime.of(9, number);
            camp.change(all -> PublishedCamp.with(all, PublishedCamp.at(moved, start, start.plusMinutes(30))));
            camp.publish();
            camp.later(Duration.ofDays(1));
        }
        var read = new AtomicInteger();
        JdbcClient counting = heard(camp.server.part(JdbcClient.class), sql -> {
            if (sql.contains("SELECT feed_secret")) {
                read.incrementAndGet();
            }
        });
        var publications = new PublicationRows(counting);
        var rows = new FeedRows(counting, camp.now::get);
        var calendars = new PublishedCalendars(
                camp.server.part(Documents.class),
                camp.server.part(Naming.class),
                camp.server.part(PluginHouse.class),
                camp.server.part(Speaking.class),
                publications);
        var feeds = new Feeds(counting, rows, publications, calendars, camp.now::get);

        new Folding(camp.links(), feeds, rows).all(camp.id);

        assertThat(rows.next(camp.id)).isEmpty();
        assertThat(read).hasValue(many);
        assertThat(feeds.now(camp.link(camp.all())).publication()).isEqualTo(many);
    }

    /** What would be rolled back is nothing that anybody else is told. */
    @ParameterizedTest
    @EnumSource
    void whatComesToNothingIsNotRemembered(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        camp.publish();
        Link link = camp.link(camp.all());
        Feeds feeds = camp.freshFeeds();
        FeedNow danish = feeds.now(link);
        camp.server.part(TransactionTemplate.class).executeWithoutResult(status -> {
            feeds.speak(link, Language.EN);
            feeds.now(link);
            status.setRollbackOnly();
        });
        camp.later(Duration.ofDays(1));
        Meeting moved = camp.ofOne(camp.busiest()).getFirst();
        camp.change(all -> PublishedCamp.with(all, PublishedCamp.at(moved, LocalTime.of(6, 5), LocalTime.of(6, 50))));
        camp.publish();
        FeedNow byOthers = camp.freshFeeds().now(link);
        assertThat(byOthers.version()).isEqualTo(danish.version() + 1);
        assertThat(feeds.now(link)).isEqualTo(byOthers);
    }

    /** A database that says what it is asked, just before it is. */
    private static JdbcClient heard(JdbcClient real, Consumer<String> hearing) {
        return (JdbcClient) Proxy.newProxyInstance(
                JdbcClient.class.getClassLoader(), new Class<?>[] {JdbcClient.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("sql")) {
                        hearing.accept(String.valueOf(arguments[0]).strip());
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
