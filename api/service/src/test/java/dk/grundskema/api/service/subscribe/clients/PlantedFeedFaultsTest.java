package dk.grundskema.api.service.subscribe.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.service.subscribe.clients.CalendarClient.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The conformance run detects faults: with each client, it reports exactly the fault in the second feed. */
@Tag("calendar-clients")
class PlantedFeedFaultsTest {
    @TempDir
    private Path folder;

    private final PublishedCampService camp = new PublishedCampService();
    private byte[] firstFeed = {};
    private byte[] second = {};

    @BeforeEach
    void publishTwice() {
        camp.publish(CampPublicationSequence.publications().getFirst());
        firstFeed = camp.bytes();
        camp.publish(CampPublicationSequence.publications().get(1));
        second = camp.bytes();
    }

    /** Returns the report about a client that loaded the correct first feed and then the second one. */
    private List<String> faultsShown(Kind kind, byte[] then) throws IOException {
        CalendarClient client = kind.at(folder, ClientCampFixture.ZONE);
        try (var there = new LoopbackFeedServer()) {
            client.readEvents(there.serve(firstFeed).address());
            List<ClientEvent> shown = client.readEvents(there.serve(then).address());
            return ClientEvent.differences(
                    new ExpectedClientEvents(ClientCampFixture.ZONE).eventsAfter(camp.published()), shown);
        }
    }

    @ParameterizedTest
    @EnumSource
    void duplicateEventIsReported(Kind kind) throws IOException {
        assertThat(faultsShown(kind, FaultyFeed.withDuplicateEvent(second, "SUMMARY:Idræt")))
                .singleElement()
                .asString()
                .startsWith("shows besides")
                .contains("Idræt", "start=2026-10-20 09:00", "CONFIRMED");
    }

    @ParameterizedTest
    @EnumSource
    void staleEventIsReported(Kind kind) throws IOException {
        assertThat(faultsShown(kind, FaultyFeed.withStaleEvent(second, firstFeed, "SUMMARY:Elevsamtale")))
                .satisfiesExactly(
                        lacking -> assertThat(lacking).startsWith("lacks").contains("Elevsamtale", "status=CANCELLED"),
                        besides -> assertThat(besides)
                                .startsWith("shows besides")
                                .contains("Elevsamtale", "status=CONFIRMED"));
    }

    @ParameterizedTest
    @EnumSource
    void hourShiftIsReported(Kind kind) throws IOException {
        assertThat(faultsShown(kind, FaultyFeed.withHourShift(second)))
                .anySatisfy(one -> assertThat(one).startsWith("lacks").contains("Matematik", "2026-10-30 08:15"))
                .anySatisfy(
                        one -> assertThat(one).startsWith("shows besides").contains("Matematik", "2026-10-30 07:15"))
                .noneMatch(one -> one.contains("start=2026-10-23") || one.contains("start=2027-04-02"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VDIRSYNCER_WITH_KHAL") // it goes by no id
    void anotherIdIsTold(Kind kind) throws IOException {
        CalendarClient client = kind.at(folder, ClientCampFixture.ZONE);
        var same = new EventIdentityTracker();
        List<CampPublication> all = camp.published();
        try (var there = new LoopbackFeedServer()) {
            List<ClientEvent> shown = client.readEvents(there.serve(firstFeed).address());
            assertThat(same.faults(
                            new ExpectedClientEvents(ClientCampFixture.ZONE).eventsAfter(all.subList(0, 1)), shown))
                    .isEmpty();
            List<ClientEvent> then = client.readEvents(there.serve(FaultyFeed.withChangedId(second, "SUMMARY:Idræt"))
                    .address());
            assertThat(same.faults(new ExpectedClientEvents(ClientCampFixture.ZONE).eventsAfter(all), then))
                    .singleElement()
                    .asString()
                    .startsWith("idræt/2026-W43 was ");
        }
    }
}
