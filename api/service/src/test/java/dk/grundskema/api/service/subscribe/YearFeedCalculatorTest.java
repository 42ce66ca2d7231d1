package dk.grundskema.api.service.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.feed.FeedEvent;
import dk.grundskema.api.exports.feed.FeedState;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.Publication;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.people.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The year feed of an organisation as readers of its link get it. */
final class YearFeedCalculatorTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final String CAMP = "Læringslokomotivet, efterår";

    /** A municipality with a department below it that has a camp. */
    private record TownFixture(Server server, OrganisationId id, PublishedCampFixture camp, FeedLink link) {
        static TownFixture on(TestDatabase database) {
            Server server = TestServices.on(database);
            var client = ServiceClient.administrator(server);
            String town = TestSchool.create(server).id();
            Answer department =
                    client.post("/api/v1/organisations/" + town + "/organisations", Map.of("name", "Ungdomsskolen"));
            var id = new OrganisationId(town);
            FeedLink link = server.bean(YearLinkRepository.class).create(id, Language.EN);
            return new TownFixture(
                    server,
                    id,
                    PublishedCampFixture.startIn(server, "/api/v1/organisations/" + department.at("/id")),
                    link);
        }

        /** By the camp's clock, and as after a start: nothing is remembered. */
        FeedSnapshot now() {
            return new YearFeedCalculator(
                            server.bean(JdbcClient.class),
                            new FeedRepository(server.bean(JdbcClient.class), camp.now::get),
                            server.bean(OrganisationRepository.class),
                            server.bean(DocumentStore.class),
                            server.bean(PluginPlanningFacade.class),
                            camp.now::get)
                    .currentFeed(link);
        }

        List<String> said() {
            return now().state().eventsToShow(camp.now.get()).stream()
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

    private static String title(TownFixture town) {
        return String.valueOf(town.camp()
                .client
                .get(town.camp().place + "/interventions/camp")
                .at("/title"));
    }

    private static void rename(TownFixture town, String title) {
        var client = town.camp().client;
        String place = town.camp().place + "/interventions/camp";
        assertThat(client.withHeader("If-Match", client.get(town.camp().place).tag())
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
    void yearShowsOnlyPublishedPlansBelow(TestDatabase database) {
        TownFixture town = TownFixture.on(database);
        assertThat(town.now().state().events()).as("nothing is published").isEmpty();
        Publication published = town.camp().publish();
        FeedSnapshot year = town.now();
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
    void aPublicationThatSaysNothingNewOfTheYearLeavesItAsItIs(TestDatabase database) {
        TownFixture town = TownFixture.on(database);
        PublishedCampFixture camp = town.camp();
        camp.publish();
        FeedSnapshot before = town.now();
        camp.advanceClock(DAY);
        var moved = camp.meetingsOf(camp.busiest()).getFirst();
        camp.change(all -> MeetingVariants.with(
                all,
                MeetingVariants.at(
                        moved, moved.start().plusMinutes(5), moved.end().plusMinutes(5))));
        camp.publish();
        FeedSnapshot after = town.now();
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(after.published()).isEqualTo(before.published());
    }

    @ParameterizedTest
    @DatabaseSource
    void renamedEventKeepsItsIdentity(TestDatabase database) {
        TownFixture town = TownFixture.on(database);
        town.camp().publish();
        CalendarEvent before = town.event(title(town)).event();
        town.camp().advanceClock(DAY);
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
    void eventsOfADeletedPlanAreCancelledForSixtyDaysAndReturnWithIt(TestDatabase database) {
        TownFixture town = TownFixture.on(database);
        PublishedCampFixture camp = town.camp();
        camp.publish();
        String title = title(town);
        town.now();
        camp.advanceClock(DAY);
        camp.client.withHeader("If-Match", camp.client.get(camp.place).tag()).delete(camp.place);
        Instant thrown = camp.now.get();
        assertThat(town.said()).contains(title + " cancelled").allMatch(one -> one.endsWith(" cancelled"));
        assertThat(town.event(title).cancelled()).isEqualTo(thrown);
        camp.client.post(camp.place + "/restore", Map.of());
        camp.advanceClock(DAY);
        assertThat(town.event(title).isCancelled()).isFalse();
        assertThat(town.event(title).sequence()).isEqualTo(2);
        camp.client.withHeader("If-Match", camp.client.get(camp.place).tag()).delete(camp.place);
        assertThat(town.said()).isNotEmpty();
        camp.advanceClock(FeedState.CANCELLED_RETENTION);
        assertThat(town.said()).isEmpty();
    }

    @ParameterizedTest
    @DatabaseSource
    void aYearIsFollowedLikeAnyCalendarAndItsPageShowsSpans(TestDatabase database) {
        TownFixture town = TownFixture.on(database);
        town.camp().publish();
        var stranger = ServiceClient.anonymous(town.server());
        Answer feed = stranger.get("/c/" + town.link().token() + ".ics");
        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.body())
                .contains(
                        "X-WR-CALNAME:Year: Skole",
                        "SUMMARY:Autumn holiday",
                        "DTSTART;VALUE=DATE:20261012",
                        "DTEND;VALUE=DATE:20261017")
                .doesNotContain("TRANSP:OPAQUE");
        assertThat(stranger.withHeader("If-None-Match", feed.header("ETag"))
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
    void editorCreatesRenewsAndRevokesYearLinksAndChangesTheirLanguage(TestDatabase database) {
        TownFixture town = TownFixture.on(database);
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
        var stranger = ServiceClient.anonymous(town.server());
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
        String elsewhere =
                "/api/v1/organisations/" + TestSchool.create(town.server()).id() + "/year-links/" + made.at("/id");
        assertThat(client.post(elsewhere + "/renew", Map.of()).status()).isEqualTo(404);
        assertThat(client.post(elsewhere + "/revoke", Map.of()).status()).isEqualTo(404);
        assertThat(client.put(elsewhere, Map.of("language", "DA")).status()).isEqualTo(404);
    }

    private static String path(Answer link) {
        return String.valueOf(link.at("/calendar")).replaceFirst("https?://[^/]+", "");
    }

    @ParameterizedTest
    @DatabaseSource
    void anOrganisationHasSoManyLinksToItsYearAndNoMore(TestDatabase database) {
        Server server = TestServices.on(database);
        String links = TestSchool.create(server).path() + "/year-links";
        var client = ServiceClient.administrator(server);
        for (int i = 0; i < YearLinkRepository.MAX_LINKS; i++) {
            assertThat(client.post(links, Map.of("language", "DA")).status()).isEqualTo(201);
        }
        Answer more = client.post(links, Map.of("language", "DA"));
        assertThat(more.status()).isEqualTo(409);
        assertThat(more.at("/code")).isEqualTo("publishing.too-many-year-links");
    }
}
