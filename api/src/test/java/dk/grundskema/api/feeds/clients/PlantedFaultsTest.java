package dk.grundskema.api.feeds.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.feeds.clients.CalendarClient.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The conformance run sees what it is there to see: with each client, a fault in the second feed is told, and nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlantedFaultsTest {
    @TempDir
    private Path folder;

    private final BosFeed feed = new BosFeed();
    private byte[] first = {};
    private byte[] second = {};

    @BeforeEach
    void publishTwice() {
        feed.publish(CampStory.publications().getFirst());
        first = feed.bytes();
        feed.publish(CampStory.publications().get(1));
        second = feed.bytes();
    }

    /** What is told of a client that followed the first feed as it should be, and then the second. */
    private List<String> told(Kind kind, byte[] then) throws IOException {
        CalendarClient client = kind.at(folder, Camp.ZONE);
        try (var there = new FeedOnLoopback()) {
            client.look(there.give(first).address());
            List<Shown> shown = client.look(there.give(then).address());
            return Shown.differences(client.seen(new Expected(Camp.ZONE).after(feed.published(), feed.ids())), shown);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_double_is_told(Kind kind) throws IOException {
        assertThat(told(kind, BrokenFeed.withADouble(second, "SUMMARY:Idræt")))
                .singleElement()
                .asString()
                .startsWith("shows besides")
                .contains("Idræt", "start=2026-10-20 09:00", "CONFIRMED");
    }

    @ParameterizedTest
    @EnumSource
    void a_leftover_is_told(Kind kind) throws IOException {
        assertThat(told(kind, BrokenFeed.withALeftover(second, first, "SUMMARY:Elevsamtale")))
                .satisfiesExactly(
                        lacking -> assertThat(lacking).startsWith("lacks").contains("Elevsamtale", "status=CANCELLED"),
                        besides -> assertThat(besides)
                                .startsWith("shows besides")
                                .contains("Elevsamtale", "status=CONFIRMED"));
    }

    @ParameterizedTest
    @EnumSource
    void an_hours_shift_is_told(Kind kind) throws IOException {
        assertThat(told(kind, BrokenFeed.withAnHoursShift(second)))
                .anySatisfy(one -> assertThat(one).startsWith("lacks").contains("Matematik", "2026-10-30 08:15"))
                .anySatisfy(
                        one -> assertThat(one).startsWith("shows besides").contains("Matematik", "2026-10-30 07:15"))
                .noneMatch(one -> one.contains("start=2026-10-23") || one.contains("start=2027-04-02"));
    }
}
