package dk.grundskema.api.feeds.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.feeds.clients.CalendarClient.Kind;
import dk.grundskema.api.feeds.clients.Camp.Person;
import dk.grundskema.api.server.identity.WrittenLog;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that follow a link to the running service show after each publication exactly what is published, by the clock of their machine. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("full")
class ClientsShowWhatIsPublishedTest {
    private static final ZoneId FAR_AWAY = ZoneId.of("UTC");
    private static final Duration SIXTY_DAYS = Duration.ofDays(60);

    @TempDir
    private Path folder;

    private final ServedCamp camp = new ServedCamp();

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
        var same = new SameEvents();
        for (Publication next : CampStory.publications()) {
            camp.publish(next);
            List<Shown> shown = client.look(camp.address());
            List<Shown> expected = new Expected(zone).after(camp.published());
            assertThat(Shown.differences(expected, shown))
                    .as("publication of %s", next.when())
                    .isEmpty();
            if (client.keepsIds()) {
                assertThat(same.faults(expected, shown)).isEmpty();
                assertThat(same.size()).isEqualTo(expected.size());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_client_that_follows_a_link_without_cancelled_events_shows_none(Kind kind) throws IOException {
        CalendarClient client = kind.at(folder, Camp.ZONE);
        for (Publication next : CampStory.publications().subList(0, 2)) {
            camp.publish(next);
            List<Shown> shown = client.look(URI.create(camp.address() + "?cancelled=drop"));
            List<Shown> held = new Expected(Camp.ZONE)
                    .after(camp.published()).stream()
                            .filter(one -> !one.isCancelled())
                            .toList();
            assertThat(Shown.differences(held, shown)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_client_that_looks_again_though_nothing_was_published_shows_the_same(Kind kind) throws IOException {
        CalendarClient client = kind.at(folder, Camp.ZONE);
        camp.publish(CampStory.publications().getFirst());
        URI address = camp.address();
        try (var log = new WrittenLog()) {
            List<Shown> first = client.look(address);
            List<Shown> again = client.look(address);

            assertThat(first).isNotEmpty();
            assertThat(again).isEqualTo(first);
            // vdirsyncer doesn't ask whether it has it already
            assertThat(log.lines().stream().filter(line -> line.contains("GET /c/{token}.ics 304")))
                    .hasSizeBetween(kind == Kind.VDIRSYNCER_WITH_KHAL ? 0 : 1, 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_has_left_has_nothing_more_to_do_and_in_the_end_no_calendar(Kind kind) throws IOException {
        CalendarClient client = kind.at(folder, Camp.ZONE);
        camp.publish(CampStory.publications().getFirst());
        client.look(camp.address());
        URI address = camp.address();
        Publication without = new Publication(CampStory.publications().get(1).when(), List.of(), List.of());

        camp.become(Camp.problem(Camp.ZONE, Person.ANE, Person.AASE));
        camp.publish(without);

        List<Shown> shown = client.look(address);
        assertThat(shown).isNotEmpty().allMatch(Shown::isCancelled);
        assertThat(Shown.differences(new Expected(Camp.ZONE).after(camp.published()), shown))
                .isEmpty();
        camp.at(without.when().plus(SIXTY_DAYS).minusSeconds(1));
        assertThat(camp.answer(address).statusCode()).isEqualTo(200);
        camp.at(without.when().plus(SIXTY_DAYS));
        assertThat(camp.answer(address).statusCode()).isEqualTo(410);
    }
}
