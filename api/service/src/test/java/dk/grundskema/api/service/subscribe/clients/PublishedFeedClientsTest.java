package dk.grundskema.api.service.subscribe.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.CapturedLog;
import dk.grundskema.api.service.subscribe.clients.CalendarClient.Kind;
import dk.grundskema.api.service.subscribe.clients.ClientCampFixture.Person;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients subscribed to the running service show exactly the published events after each publication, in the time zone of their machine. */
@Tag("calendar-clients")
class PublishedFeedClientsTest {
    private static final ZoneId FAR_AWAY = ZoneId.of("UTC");
    private static final Duration SIXTY_DAYS = Duration.ofDays(60);

    @TempDir
    private Path folder;

    private final PublishedCampService camp = new PublishedCampService();

    @ParameterizedTest
    @EnumSource
    void afterEachPublicationAClientShowsWhatIsHeldAndWhatIsCancelled(Kind kind) throws IOException {
        assertFollows(kind, ClientCampFixture.ZONE);
    }

    @ParameterizedTest
    @EnumSource
    void aClientFarAwayShowsTheSameByItsOwnClock(Kind kind) throws IOException {
        assertFollows(kind, FAR_AWAY);
    }

    private void assertFollows(Kind kind, ZoneId zone) throws IOException {
        CalendarClient client = kind.at(folder, zone);
        var same = new EventIdentityTracker();
        for (CampPublication next : CampPublicationSequence.publications()) {
            camp.publish(next);
            List<ClientEvent> shown = client.readEvents(camp.address());
            List<ClientEvent> expected = new ExpectedClientEvents(zone).eventsAfter(camp.published());
            assertThat(ClientEvent.differences(expected, shown))
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
    void aClientThatFollowsALinkWithoutCancelledEventsShowsNone(Kind kind) throws IOException {
        CalendarClient client = kind.at(folder, ClientCampFixture.ZONE);
        for (CampPublication next : CampPublicationSequence.publications().subList(0, 2)) {
            camp.publish(next);
            List<ClientEvent> shown = client.readEvents(URI.create(camp.address() + "?cancelled=drop"));
            List<ClientEvent> held = new ExpectedClientEvents(ClientCampFixture.ZONE)
                    .eventsAfter(camp.published()).stream()
                            .filter(one -> !one.isCancelled())
                            .toList();
            assertThat(ClientEvent.differences(held, shown)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatLooksAgainThoughNothingWasPublishedShowsTheSame(Kind kind) throws IOException {
        CalendarClient client = kind.at(folder, ClientCampFixture.ZONE);
        camp.publish(CampPublicationSequence.publications().getFirst());
        URI address = camp.address();
        try (var log = new CapturedLog()) {
            List<ClientEvent> first = client.readEvents(address);
            List<ClientEvent> again = client.readEvents(address);

            assertThat(first).isNotEmpty();
            assertThat(again).isEqualTo(first);
            // vdirsyncer doesn't ask whether it has it already
            assertThat(log.lines().stream().filter(line -> line.contains("GET /c/{token}.ics 304")))
                    .hasSizeBetween(kind == Kind.VDIRSYNCER_WITH_KHAL ? 0 : 1, 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void formerStaffMemberSeesOnlyCancellationsAndFinallyNoCalendar(Kind kind) throws IOException {
        CalendarClient client = kind.at(folder, ClientCampFixture.ZONE);
        camp.publish(CampPublicationSequence.publications().getFirst());
        client.readEvents(camp.address());
        URI address = camp.address();
        CampPublication without = new CampPublication(
                CampPublicationSequence.publications().get(1).when(), List.of(), List.of());

        camp.replaceProblem(ClientCampFixture.problem(ClientCampFixture.ZONE, Person.ANE, Person.AASE));
        camp.publish(without);

        List<ClientEvent> shown = client.readEvents(address);
        assertThat(shown).isNotEmpty().allMatch(ClientEvent::isCancelled);
        assertThat(ClientEvent.differences(
                        new ExpectedClientEvents(ClientCampFixture.ZONE).eventsAfter(camp.published()), shown))
                .isEmpty();
        camp.setClock(without.when().plus(SIXTY_DAYS).minusSeconds(1));
        assertThat(camp.answer(address).statusCode()).isEqualTo(200);
        camp.setClock(without.when().plus(SIXTY_DAYS));
        assertThat(camp.answer(address).statusCode()).isEqualTo(410);
    }
}
