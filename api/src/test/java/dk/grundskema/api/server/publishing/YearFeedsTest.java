package dk.grundskema.api.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.calendar.CalendarEvent;
import dk.grundskema.api.feeds.FeedEvent;
import dk.grundskema.api.feeds.FeedState;
import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Organisations;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.domain.people.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The year of an organisation, as whoever has a link to it gets it. */
final class YearFeedsTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final String CAMP = "Læringslokomotivet, efterår";

    /** A town with a camp of its own below it. */
    private record Town(Server server, OrganisationId id, PublishedCamp camp, Link link) {
        static Town on(Database database) {
            Server server = Services.on(database);
            var client = Services.administrator(server);
            String town = School.in(server).id();
            Answer department =
                    client.post("/api/v1/organisations/" + town + "/organisations", Map.of("name", "Ungdomsskolen"));
            var id = new OrganisationId(town);
            Link link = server.part(YearLinks.class).make(id, Language.EN);
            return new Town(
                    server, id, PublishedCamp.in(server, "/api/v1/organisations/" + department.at("/id")), link);
        }

        /** By the camp's clock, and as after a start: nothing is remembered. */
        FeedNow now() {
            return new YearFeeds(
                            server.part(JdbcClient.class),
                            new FeedRows(server.part(JdbcClient.class), camp.now::get),
                            server.part(Organisations.class),
                            server.part(Documents.class),
                            server.part(PluginHouse.class),
                            camp.now::get)
                    .now(link);
        }

        List<String> said() {
            return now().state().told(camp.now.get()).stream()
                    .map(one -> one.event().summary() + (one.isCancelled() ? " cancelled" : ""))
                    .toList();
        }

        FeedEvent event(String summary) {
            return now().state().events().stream()
                    .filter(one -> one.event().summary().equals(summary))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String title(Town town) {
        return String.valueOf(town.camp()
                .client
                .get(town.camp().place + "/interventions/camp")
                .at("/title"));
    }

    private static void rename(Town town, String title) {
        var client = town.camp().client;
        String place = town.camp().place + "/interventions/camp";
        assertThat(client.with("If-Match", client.get(town.camp().place).tag())
                        .put(
                                place,
                                Map.of(
                                        "type",
                                        "camp",
                                        "title",
                                        title,
                                        "parameters",
                                        client.get(place).at("/parameters")))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @DatabaseSource
    void aYearSaysWhatIsPublishedBelowAndNothingElse(Database database) {
        Town town = Town.on(database);
        assertThat(town.now().state().events()).as("nothing is published").isEmpty();
        Publication published = town.camp().publish();
        FeedNow year = town.now();
        assertThat(year.title()).isEqualTo("Year: Skole");
        assertThat(town.said()).contains(title(town), "School term", "Autumn holiday");
        assertThat(year.published()).isEqualTo(published.published());
        assertThat(year.state().events()).allSatisfy(one -> {
            assertThat(one.event().time().isOfDays()).isTrue();
            assertThat(one.event().busy()).isFalse();
            assertThat(one.changed()).isEqualTo(published.published());
        });
        assertThat(town.now()).as("asked again").isEqualTo(year);
    }

    @ParameterizedTest
    @DatabaseSource
    void aPublicationThatSaysNothingNewOfTheYearLeavesItAsItIs(Database database) {
        Town town = Town.on(database);
        PublishedCamp camp = town.camp();
        camp.publish();
        FeedNow before = town.now();
        camp.later(DAY);
        var moved = camp.ofOne(camp.busiest()).getFirst();
        camp.change(all -> ChangedMeetings.with(
                all,
                ChangedMeetings.at(
                        moved, moved.start().plusMinutes(5), moved.end().plusMinutes(5))));
        camp.publish();
        FeedNow after = town.now();
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(after.published()).isEqualTo(before.published());
    }

    @ParameterizedTest
    @DatabaseSource
    void whatIsCalledOtherwiseIsTheSameEvent(Database database) {
        Town town = Town.on(database);
        town.camp().publish();
        CalendarEvent before = town.event(title(town)).event();
        town.camp().later(DAY);
        rename(town, CAMP);
        Publication second = town.camp().publish();
        FeedEvent after = town.event(CAMP);
        assertThat(after.event().uid()).isEqualTo(before.uid());
        assertThat(after.sequence()).isEqualTo(1);
        assertThat(after.changed()).isEqualTo(second.published());
        assertThat(town.event("Autumn holiday").sequence()).isZero();
    }

    @ParameterizedTest
    @DatabaseSource
    void whatAPlanThatIsThrownAwaySaidIsCancelledForSixtyDaysAndIsBackWithThePlan(Database database) {
        Town town = Town.on(database);
        PublishedCamp camp = town.camp();
        camp.publish();
        String title = title(town);
        town.now();
        camp.later(DAY);
        camp.client.with("If-Match", camp.client.get(camp.place).tag()).delete(camp.place);
        Instant thrown = camp.now.get();
        assertThat(town.said()).contains(title + " cancelled").allMatch(one -> one.endsWith(" cancelled"));
        assertThat(town.event(title).cancelled()).isEqualTo(thrown);
        camp.client.post(camp.place + "/restore", Map.of());
        camp.later(DAY);
        assertThat(town.event(title).isCancelled()).isFalse();
        assertThat(town.event(title).sequence()).isEqualTo(2);
        camp.client.with("If-Match", camp.client.get(camp.place).tag()).delete(camp.place);
        assertThat(town.said()).isNotEmpty();
        camp.later(FeedState.TOLD);
        assertThat(town.said()).isEmpty();
    }

    @ParameterizedTest
    @DatabaseSource
    void aYearIsFollowedLikeAnyCalendarAndItsPageShowsSpans(Database database) {
        Town town = Town.on(database);
        town.camp().publish();
        var stranger = Services.stranger(town.server());
        Answer feed = stranger.get("/c/" + town.link().token() + ".ics");
        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.body())
                .contains(
                        "X-WR-CALNAME:Year: Skole",
                        "SUMMARY:Autumn holiday",
                        "DTSTART;VALUE=DATE:20261012",
                        "DTEND;VALUE=DATE:20261017")
                .doesNotContain("TRANSP:OPAQUE");
        assertThat(stranger.with("If-None-Match", feed.header("ETag"))
                        .get("/c/" + town.link().token() + ".ics")
                        .status())
                .isEqualTo(304);
        Answer page = stranger.get("/c/" + town.link().token());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Year: Skole", "webcal:").doesNotContain("<form", "alarm=");
        assertThat(stranger.get("/c/" + town.link().token() + "/qr.svg").body()).startsWith("<svg");
    }

    @ParameterizedTest
    @DatabaseSource
    void thoseWhoMayEditMakeRenewAndRevokeLinksAndLetThemSpeakOtherwise(Database database) {
        Town town = Town.on(database);
        town.camp().publish();
        var client = town.camp().client;
        String links = "/api/v1/organisations/" + town.id() + "/year-links";
        Answer made = client.post(links, Map.of("language", "DA"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.at("/kind")).isEqualTo("YEAR");
        assertThat(made.at("/name")).isEqualTo("Skole");
        assertThat((List<?>) client.get(links).at("/items")).hasSize(2);
        String own = links + "/" + made.at("/id");
        String first = path(made);
        var stranger = Services.stranger(town.server());
        assertThat(stranger.get(first).body()).contains("SUMMARY:Efterårsferie");
        assertThat(client.put(own, Map.of("language", "EN")).at("/language")).isEqualTo("EN");
        assertThat(stranger.get(first).body())
                .contains("SUMMARY:Autumn holiday", "SEQUENCE:1")
                .doesNotContain("Efterårsferie");
        String second = path(client.post(own + "/renew", Map.of()));
        assertThat(stranger.get(first).status()).isEqualTo(404);
        assertThat(stranger.get(second).status()).isEqualTo(200);
        assertThat(client.post(own + "/revoke", Map.of()).at("/revoked")).isNotNull();
        assertThat(stranger.get(second).status()).isEqualTo(404);
        String elsewhere = "/api/v1/organisations/" + School.in(town.server()).id() + "/year-links/" + made.at("/id");
        assertThat(client.post(elsewhere + "/renew", Map.of()).status()).isEqualTo(404);
        assertThat(client.post(elsewhere + "/revoke", Map.of()).status()).isEqualTo(404);
        assertThat(client.put(elsewhere, Map.of("language", "DA")).status()).isEqualTo(404);
    }

    private static String path(Answer link) {
        return String.valueOf(link.at("/calendar")).replaceFirst("https?://[^/]+", "");
    }

    @ParameterizedTest
    @DatabaseSource
    void anOrganisationHasSoManyLinksToItsYearAndNoMore(Database database) {
        Server server = Services.on(database);
        String links = School.in(server).path() + "/year-links";
        var client = Services.administrator(server);
        for (int i = 0; i < YearLinks.MOST; i++) {
            assertThat(client.post(links, Map.of("language", "DA")).status()).isEqualTo(201);
        }
        Answer more = client.post(links, Map.of("language", "DA"));
        assertThat(more.status()).isEqualTo(409);
        assertThat(more.at("/code")).isEqualTo("publishing.too-many-year-links");
    }
}
