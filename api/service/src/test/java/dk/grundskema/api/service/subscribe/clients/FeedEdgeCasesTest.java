package dk.grundskema.api.service.subscribe.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.service.subscribe.clients.CalendarClient.Kind;
import dk.grundskema.api.service.subscribe.clients.ClientCampFixture.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Unusual input and plan changes, as subscribers see them. */
@Tag("calendar-clients")
class FeedEdgeCasesTest {
    private static final Instant WHEN =
            CampPublicationSequence.publications().getFirst().when();
    private static final ZoneId UTC = ZoneId.of("UTC");

    @TempDir
    private Path folder;

    private final PublishedCampService camp = new PublishedCampService();

    private static CampPublication of(Instant when, CampSession session) {
        return new CampPublication(when, List.of(session), List.of());
    }

    private static CampSession titled(String title) {
        return CampSession.of("en", title, "09:00", "10:30", "2026-10-20");
    }

    @ParameterizedTest
    @EnumSource
    void aTitleOfTwoThousandCharactersThatWouldBeLinesOfACalendarIsOneTitle(Kind kind) throws IOException {
        String hard = "END:VEVENT BEGIN:VEVENT SUMMARY;X=\"1\":løgn, \\ 🎉👩\u200D🏫 ";
        String title = hard.repeat(2000 / hard.length()).strip();
        camp.publish(of(WHEN, titled(title)));

        List<ClientEvent> shown = kind.at(folder, ClientCampFixture.ZONE).readEvents(camp.address());

        assertThat(shown).singleElement().satisfies(one -> {
            assertThat(one.summary()).isEqualTo(title + " · Hold Å");
            assertThat(one.start()).isEqualTo("2026-10-20 09:00");
            assertThat(one.location()).isEqualTo(ClientCampFixture.Place.HALL.location());
        });
        assertThat(new String(camp.bytes(), StandardCharsets.UTF_8).split("\r\n", -1))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    }

    @Test
    void whateverIsTypedIsTextOnThePage() throws IOException {
        String typed = "</bdi></p><script>alert(1)</script> &amp; 🎉 ;,\\ \"'";
        camp.publish(of(WHEN, titled(typed)));
        camp.setClock(Instant.parse("2026-10-19T06:00:00Z"));

        String page = camp.page();

        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; 🎉 ;,\\ ")
                .doesNotContain("<script");
    }

    @ParameterizedTest
    @EnumSource
    void aSessionWithoutARoomIsAtTheOnlySite(Kind kind) throws IOException {
        camp.publish(of(WHEN, titled("Ude").withoutRoom()));

        assertThat(kind.at(folder, ClientCampFixture.ZONE).readEvents(camp.address()))
                .singleElement()
                .extracting(ClientEvent::location)
                .isEqualTo("Lejrskolen Engen");
    }

    /** The clock on the wall says the same, but it is another wall. */
    @ParameterizedTest
    @EnumSource
    void whenThePlansZoneChangesEverythingIsAtAnotherTimeAndNothingIsThereTwice(Kind kind) throws IOException {
        CalendarClient client = kind.at(folder, UTC);
        CampSession winter = CampSession.of("en", "Samling", "09:00", "10:30", "2026-10-20", "2026-10-27");
        camp.publish(of(WHEN, winter));
        List<ClientEvent> before = client.readEvents(camp.address());
        camp.replaceProblem(ClientCampFixture.problem(ZoneId.of("America/Nuuk"), Person.values()));
        camp.publish(of(WHEN.plus(Duration.ofDays(7)), winter));

        List<ClientEvent> after = client.readEvents(camp.address());

        assertThat(before).extracting(ClientEvent::start).containsExactly("2026-10-20 07:00", "2026-10-27 08:00");
        assertThat(after).extracting(ClientEvent::start).containsExactly("2026-10-20 10:00", "2026-10-27 11:00");
        assertThat(after).noneMatch(ClientEvent::isCancelled);
        if (client.keepsIds()) {
            assertThat(after)
                    .extracting(ClientEvent::uid)
                    .isEqualTo(before.stream().map(ClientEvent::uid).toList());
        }
    }
}
