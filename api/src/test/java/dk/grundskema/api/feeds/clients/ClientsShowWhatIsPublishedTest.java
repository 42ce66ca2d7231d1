package dk.grundskema.api.feeds.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.feeds.clients.CalendarClient.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that follow a feed show after each publication exactly what is published, by the clock of their machine. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClientsShowWhatIsPublishedTest {
    private static final ZoneId FAR_AWAY = ZoneId.of("UTC");

    @TempDir
    private Path folder;

    private final BosFeed feed = new BosFeed();

    @ParameterizedTest
    @EnumSource
    void after_each_publication_a_client_shows_what_is_held_and_what_is_cancelled(Kind kind) throws IOException {
        follows(kind, Camp.ZONE);
    }

    @ParameterizedTest
    @EnumSource
    void a_client_far_away_shows_the_same_by_its_own_clock(Kind kind) throws IOException {
        follows(kind, FAR_AWAY);
    }

    private void follows(Kind kind, ZoneId zone) throws IOException {
        CalendarClient client = kind.at(folder, zone);
        try (var there = new FeedOnLoopback()) {
            for (Publication next : CampStory.publications()) {
                feed.publish(next);
                List<Shown> shown = client.look(there.give(feed.bytes()).address());
                assertThat(Shown.differences(client.seen(expected(zone)), shown))
                        .as("publication of %s", next.when())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_client_that_follows_a_link_without_cancelled_events_shows_none(Kind kind) throws IOException {
        CalendarClient client = kind.at(folder, Camp.ZONE);
        try (var there = new FeedOnLoopback()) {
            for (Publication next : CampStory.publications().subList(0, 2)) {
                feed.publish(next);
                List<Shown> shown =
                        client.look(there.give(feed.bytesWithoutCancelled()).address());
                List<Shown> held = expected(Camp.ZONE).stream()
                        .filter(one -> !one.isCancelled())
                        .toList();
                assertThat(Shown.differences(client.seen(held), shown)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_client_that_looks_again_though_nothing_was_published_shows_the_same(Kind kind) throws IOException {
        CalendarClient client = kind.at(folder, Camp.ZONE);
        feed.publish(CampStory.publications().getFirst());
        try (var there = new FeedOnLoopback()) {
            there.give(feed.bytes());
            List<Shown> first = client.look(there.address());
            List<Shown> again = client.look(there.address());

            assertThat(first).isNotEmpty();
            assertThat(again).isEqualTo(first);
            // vdirsyncer doesn't ask whether it has it already
            assertThat(there.unchanged()).isBetween(kind == Kind.VDIRSYNCER_WITH_KHAL ? 0 : 1, 1);
        }
    }

    private List<Shown> expected(ZoneId zone) {
        return new Expected(zone).after(feed.published(), feed.ids());
    }
}
