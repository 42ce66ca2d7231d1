package dk.grundskema.api.service.subscribe.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.service.subscribe.clients.CalendarClient.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The year of an organisation, of whole days, over both changes of clocks. */
@Tag("calendar-clients")
class YearCalendarClientsTest {
    @TempDir
    private Path folder;

    private final PublishedCampService camp = new PublishedCampService();

    /** From the first day with a session or task to the last one. */
    @ParameterizedTest
    @EnumSource
    void spansOfManyDaysBeginAndEndOnTheDaysThatArePublished(Kind kind) throws IOException {
        CalendarClient client = kind.at(folder, ClientCampFixture.ZONE);
        URI year = camp.year();
        List<CampPublication> publications = CampPublicationSequence.publications();

        camp.publish(publications.get(0));
        assertThat(describeYear(client, year)).containsExactly("Indsats: Lejr 2026-10-16 2027-04-01");
        camp.publish(publications.get(1));
        assertThat(describeYear(client, year)).containsExactly("Indsats: Lejr 2026-10-19 2027-04-05");
        camp.publish(publications.get(2));
        assertThat(describeYear(client, year)).containsExactly("Indsats: Lejr 2026-10-19 2027-04-01");

        camp.discardPlan();
        camp.setClock(publications.get(2).when().plus(Duration.ofDays(1)));
        assertThat(describeYear(client, year)).containsExactly("Indsats: Lejr 2026-10-19 2027-04-01 CANCELLED");
    }

    private static List<String> describeYear(CalendarClient client, URI year) throws IOException {
        return client.readEvents(year).stream()
                .map(one -> "%s %s %s%s"
                        .formatted(one.summary(), one.start(), one.end(), one.isCancelled() ? " CANCELLED" : ""))
                .toList();
    }
}
