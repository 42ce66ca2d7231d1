package dk.grundskema.api.service.subscribe.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.service.subscribe.clients.CalendarClient.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deviations of clients from the standard: each client follows it, or deviates exactly as docs/calendars.md states. */
@Tag("calendar-clients")
class ClientDeviationsTest {
    private static final ZoneId FAR_AWAY = ZoneId.of("UTC");

    @TempDir
    private Path folder;

    private final PublishedCampService camp = new PublishedCampService();

    private List<String> eventsShown(Kind kind, byte[] bytes) throws IOException {
        return eventsShown(kind, ClientCampFixture.ZONE, bytes);
    }

    private List<String> eventsShown(Kind kind, ZoneId zone, byte[] bytes) throws IOException {
        CalendarClient client = kind.at(folder, zone);
        try (var there = new LoopbackFeedServer()) {
            List<ClientEvent> shown = client.readEvents(there.serve(bytes).address());
            return ClientEvent.differences(new ExpectedClientEvents(zone).eventsAfter(camp.published()), shown);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyVdirsyncerTakesWhatDiffersByItsIdAloneForOneEvent(Kind kind) throws IOException {
        camp.publish(CampPublicationSequence.publications().getFirst());

        List<String> told = eventsShown(kind, FaultyFeed.withCopiedEvent(camp.bytes(), "SUMMARY:Idræt"));

        assertThat(told).hasSizeBetween(kind == Kind.VDIRSYNCER_WITH_KHAL ? 0 : 1, 1);
    }

    @Test
    void icalJsGoesByTheChangesOfClocksThatTheFeedBringsAlong() throws IOException {
        camp.publish(CampPublicationSequence.publications().getFirst());

        assertThat(eventsShown(Kind.ICAL_JS, FaultyFeed.withoutWinterTime(camp.bytes())))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void atWorstAClientTakesTheSecondOfTwoHoursOfTheSameNameWhereTheFirstIsMeant(Kind kind) throws IOException {
        camp.publish(CampPublicationSequence.publications().getFirst());

        assertThat(eventsShown(kind, FAR_AWAY, FaultyFeed.withLocalTimes(camp.bytes())))
                .satisfiesAnyOf(
                        right -> assertThat(right).isEmpty(),
                        late -> assertThat(late)
                                .satisfiesExactly(
                                        lacking -> assertThat(lacking).contains("Tilsyn", "end=2026-10-25 00:30"),
                                        besides -> assertThat(besides).contains("Tilsyn", "end=2026-10-25 01:30")));
    }

    @ParameterizedTest
    @EnumSource
    void onlyKhalGivesAnHourToWhatHasNoLength(Kind kind) throws IOException {
        CampSession skipped = CampSession.of("ugler", "Ugler", "02:30", "03:15", "2027-03-28");
        camp.publish(new CampPublication(
                CampPublicationSequence.publications().getFirst().when(), List.of(skipped), List.of()));

        assertThat(eventsShown(kind, camp.bytes())).hasSizeLessThanOrEqualTo(kind == Kind.VDIRSYNCER_WITH_KHAL ? 2 : 0);
    }

    @ParameterizedTest
    @EnumSource
    void onlyPythonIcalendarReadsABackslashBeforeAnNAsALineEnd(Kind kind) throws IOException {
        CampSession odd = CampSession.of("sti", "C:\\noter", "09:00", "10:00", "2026-10-20");
        camp.publish(new CampPublication(
                CampPublicationSequence.publications().getFirst().when(), List.of(odd), List.of()));

        assertThat(eventsShown(kind, camp.bytes())).hasSizeLessThanOrEqualTo(kind == Kind.ICAL_JS ? 0 : 2);
    }

    @Test
    void vdirsyncerSaysSoWhenItKeepsWhatItHasSinceAFeedHasNothingLeft() throws IOException {
        var client = (VdirsyncerKhalClient) Kind.VDIRSYNCER_WITH_KHAL.at(folder, ClientCampFixture.ZONE);
        camp.publish(CampPublicationSequence.publications().getFirst());
        try (var there = new LoopbackFeedServer()) {
            List<ClientEvent> first =
                    client.readEvents(there.serve(camp.bytes()).address());
            camp.publish(new CampPublication(
                    CampPublicationSequence.publications().getLast().when(), List.of(), List.of()));
            there.serve(camp.bytes("?cancelled=drop"));

            ClientProgram.ProcessResult synced = client.sync(there.address());

            assertThat(client.list()).isEqualTo(synced.succeeded() ? List.of() : first);
            assertThat(synced.succeeded() || synced.err().contains("was completely emptied"))
                    .isTrue();
        }
    }
}
