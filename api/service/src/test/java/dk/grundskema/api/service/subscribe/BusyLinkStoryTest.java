package dk.grundskema.api.service.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.LinkKind;
import dk.grundskema.api.service.publish.LinkRepository;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.people.Language;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The link that can be given to others, because it shows busy times only. */
class BusyLinkStoryTest {
    private static FollowedCampFixture camp;
    private static FeedLink ownLink;
    private static FeedLink busyLink;

    @BeforeAll
    static void publishes() {
        camp = FollowedCampFixture.start(TestServices.on(TestDatabase.H2));
        ownLink = camp.link();
        busyLink = camp.links().stream()
                .filter(one -> one.kind() == LinkKind.BUSY && one.ownerId().equals(ownLink.ownerId()))
                .findFirst()
                .orElseThrow();
    }

    private static String text(String path) {
        HttpResponse<byte[]> answer = camp.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String unfolded(String calendar) {
        return calendar.replace("\r\n ", "");
    }

    private static List<String> lines(String calendar, String property) {
        return unfolded(calendar)
                .lines()
                .filter(line -> line.startsWith(property))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?alarm=15", "?cancelled=drop", "?busy=false", "?x"})
    void nothingButTheTimesIsThereHoweverItIsAskedFor(String query) {
        String feed = text("/c/" + busyLink.token() + ".ics" + query);

        assertThat(feed).contains("BEGIN:VEVENT").doesNotContain("LOCATION", "CATEGORIES", "TRANSP:TRANSPARENT");
        assertThat(lines(feed, "COLOR")).as("the calendar's own").containsExactly("COLOR:slategray");
        assertThat(lines(feed, "DESCRIPTION")).allMatch(line -> line.endsWith("Optaget"));
        assertThat(lines(feed, "SUMMARY")).containsOnly("SUMMARY:Optaget");
        assertThat(lines(feed, "UID")).isSubsetOf(lines(text("/c/" + ownLink.token() + ".ics"), "UID"));
        assertThat(feed).doesNotContain(ownLink.token());
    }

    @Test
    void busyPageShowsNeitherTitlesNorThePlannersNoteNorTheOwnLink() {
        String page = text("/c/" + busyLink.token());

        assertThat(page).doesNotContain("Gym on Monday", ownLink.token(), "<form", "class=\"where\"", "class=\"more\"");
        assertThat(text("/c/" + ownLink.token()))
                .contains("Gym on Monday", "/c/" + busyLink.token() + ".ics")
                .doesNotContain("?busy");
    }

    @Test
    void everyStaffMemberAndNobodyElseHasABusyLink() {
        assertThat(camp.links().stream()
                        .filter(one -> one.kind() == LinkKind.BUSY)
                        .map(FeedLink::ownerId))
                .containsExactlyInAnyOrderElementsOf(camp.links().stream()
                        .filter(one -> one.kind() == LinkKind.STAFF)
                        .map(FeedLink::ownerId)
                        .toList())
                .isNotEmpty();
        assertThat(camp.links().stream().map(FeedLink::token)).doesNotHaveDuplicates();
    }

    @Test
    void busyLinkIsRenewedAndRevokedApartFromThePersonsOwnLink() {
        var other = FollowedCampFixture.start(TestServices.on(TestDatabase.H2));
        FeedLink person = other.link();
        var links = other.server().bean(LinkRepository.class);
        FeedLink given = links.findByPerson(other.plan().id(), person.ownerId(), LinkKind.BUSY)
                .orElseThrow();

        links.revoke(other.plan().id(), given.id());
        assertThat(other.get("/c/" + given.token() + ".ics").statusCode()).isEqualTo(404);
        assertThat(new String(other.get("/c/" + person.token()).body(), StandardCharsets.UTF_8))
                .doesNotContain(given.token());
        assertThat(other.get("/c/" + person.token() + ".ics").statusCode()).isEqualTo(200);
        FeedLink renewed = links.renew(other.plan().id(), given.id());
        assertThat(other.get("/c/" + renewed.token() + ".ics").statusCode()).isEqualTo(200);
        links.revoke(other.plan().id(), person.id());
        assertThat(other.get("/c/" + renewed.token() + ".ics").statusCode())
                .as("revoking the own link leaves the busy link")
                .isEqualTo(200);
    }

    private static int number(String feed, String name) {
        return Integer.parseInt(lines(feed, name).getFirst().substring(name.length() + 1));
    }

    @Test
    void busyLinkHasItsOwnLanguage() {
        var other = FollowedCampFixture.start(TestServices.on(TestDatabase.H2));
        var links = other.server().bean(LinkRepository.class);
        FeedLink person = other.link();
        FeedLink given = links.findByPerson(other.plan().id(), person.ownerId(), LinkKind.BUSY)
                .orElseThrow();
        String before = new String(other.get("/c/" + given.token() + ".ics").body(), StandardCharsets.UTF_8);

        other.server()
                .bean(FeedLanguageChanger.class)
                .changeLanguage(other.plan().id(), given.id(), Language.EN);

        String after = new String(other.get("/c/" + given.token() + ".ics").body(), StandardCharsets.UTF_8);
        assertThat(lines(before, "SUMMARY")).containsOnly("SUMMARY:Optaget");
        assertThat(lines(after, "SUMMARY")).containsOnly("SUMMARY:Busy");
        assertThat(number(after, "SEQUENCE"))
                .as("programs see that each of them has changed")
                .isEqualTo(number(before, "SEQUENCE") + 1);
        assertThat(lines(after, "LAST-MODIFIED").getFirst())
                .isGreaterThan(lines(before, "LAST-MODIFIED").getFirst());
        assertThat(links.get(other.plan().id(), person.id()).language()).isEqualTo(person.language());
    }
}
