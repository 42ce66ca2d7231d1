package dk.grundskema.api.service.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.feed.FeedEvent;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.lifecycle.PlanLifecycle;
import dk.grundskema.api.service.plan.lifecycle.TrashPurger;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.Publication;
import dk.grundskema.api.service.publish.PublicationRepository;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links belong to a plan and its scenarios together: they show the one that was published last. */
final class ScenarioLinksTest {
    /** A published plan and a scenario of it in which somebody's first meeting begins five minutes later. */
    private record Family(PublishedCampFixture camp, PublishedCampFixture scenario, StaffId person, Meeting moved) {
        static Family start(TestDatabase database) {
            PublishedCampFixture camp = PublishedCampFixture.start(database);
            camp.publish();
            Answer made = camp.client.post(camp.place + "/scenarios", Map.of("title", "Med en mere"));
            PublishedCampFixture scenario =
                    PublishedCampFixture.of(camp.server, Objects.requireNonNull(made.header("Location")));
            StaffId person = camp.busiest();
            Meeting moved = camp.meetingsOf(person).getFirst();
            scenario.change(all -> MeetingVariants.with(
                    all,
                    MeetingVariants.at(
                            moved, moved.start().plusMinutes(5), moved.end().plusMinutes(5))));
            return new Family(camp, scenario, person, moved);
        }

        CalendarOwner owner() {
            return CalendarOwner.of(person);
        }

        FeedLink follow(FeedLink link) {
            return camp.links().findByToken(link.token()).orElseThrow();
        }

        Map<String, Instant> starts(FeedLink link) {
            return camp.feeds().currentFeed(follow(link)).state().events().stream()
                    .filter(one -> !one.isCancelled() && one.event().time().start() != null)
                    .collect(Collectors.toMap(
                            one -> one.event().uid(),
                            one -> Objects.requireNonNull(one.event().time().start())));
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void aLinkShowsTheScenarioOnceItIsPublishedWithTheSameEventsAndThePlansTitle(TestDatabase database) {
        Family family = Family.start(database);
        FeedLink link = family.camp().link(family.owner());
        Map<String, Instant> before = family.starts(link);
        String title = family.camp().currentFeed(family.owner()).title();
        family.scenario().advanceClock(Duration.ofDays(1));
        Publication second = family.scenario().publish();
        assertThat(second.number()).isEqualTo(2);
        Map<String, Instant> after = family.starts(link);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.entrySet())
                .filteredOn(one -> !one.getValue().equals(before.get(one.getKey())))
                .singleElement()
                .satisfies(one -> assertThat(one.getValue())
                        .isEqualTo(before.get(one.getKey()).plus(Duration.ofMinutes(5))));
        assertThat(family.camp()
                        .feeds()
                        .currentFeed(family.follow(link))
                        .state()
                        .events())
                .noneMatch(FeedEvent::isCancelled);
        assertThat(family.camp().feeds().currentFeed(family.follow(link)).title())
                .isEqualTo(title)
                .doesNotContain("Med en mere");
        family.camp().advanceClock(Duration.ofDays(2));
        assertThat(family.camp().publish().number()).as("back to the plan").isEqualTo(3);
        assertThat(family.starts(link)).isEqualTo(before);
    }

    /** Databases of earlier versions have links that were given to several plans of a family. */
    @ParameterizedTest
    @DatabaseSource
    void furtherTokensOfALinkEndWithTheLink(TestDatabase database) {
        PublishedCampFixture camp = PublishedCampFixture.start(database);
        camp.publish();
        FeedLink link = camp.link(camp.firstIntervention());
        String further = new StringBuilder(link.token()).reverse().toString();
        camp.server
                .bean(JdbcClient.class)
                .sql("INSERT INTO feed_link_token (token, link) VALUES (:token, :link)")
                .param("token", further)
                .param("link", link.id().value())
                .update();
        assertThat(camp.links().findByToken(further)).contains(link);
        camp.links().revoke(camp.id, link.id());
        assertThat(camp.links().findByToken(further)).isEmpty();
        camp.links().renew(camp.id, link.id());
        assertThat(camp.links().findByToken(further)).isEmpty();
    }

    @ParameterizedTest
    @DatabaseSource
    void whatReadersAndPlannersDidWithLinksStays(TestDatabase database) {
        Family family = Family.start(database);
        FeedLink link = family.camp().link(family.owner());
        FeedLink revoked = family.camp().link(family.camp().firstIntervention());
        family.camp().links().revoke(family.camp().id, revoked.id());
        family.camp().links().recordSeen(link.id(), PublishedCampFixture.FIRST);
        int links = family.camp().links().find(family.camp().id).size();
        family.scenario().advanceClock(Duration.ofDays(1));
        family.scenario().publish();
        assertThat(family.camp().links().findByToken(revoked.token())).isEmpty();
        assertThat(family.follow(link).seen()).isEqualTo(PublishedCampFixture.FIRST);
        assertThat(family.camp().links().find(family.camp().id)).isEmpty();
        assertThat(family.camp().links().find(family.scenario().id)).hasSize(links);
        assertThat(family.camp().client.get(family.camp().place + "/links").body())
                .as("on the page of the plan too")
                .isEqualTo(family.camp()
                        .client
                        .get(family.scenario().place + "/links")
                        .body())
                .contains(link.token());
    }

    @ParameterizedTest
    @DatabaseSource
    void aScenarioWithoutAnyDifferenceIsPublishedSoThatLinksShowIt(TestDatabase database) {
        PublishedCampFixture camp = PublishedCampFixture.start(database);
        camp.publish();
        Answer made = camp.client.post(camp.place + "/scenarios", Map.of("title", "Med en mere"));
        PublishedCampFixture scenario =
                PublishedCampFixture.of(camp.server, Objects.requireNonNull(made.header("Location")));
        assertThat(scenario.preview(Language.DA).isNew()).isTrue();
        assertThat(scenario.preview(Language.DA).staff()).isEmpty();
        assertThat(scenario.publish().number()).isEqualTo(2);
        assertThat(camp.server.bean(PlanStore.class).familyTitle(scenario.plan()))
                .isEqualTo(camp.plan().title());
        assertThat(scenario.preview(Language.DA).isNew()).isFalse();
    }

    @ParameterizedTest
    @DatabaseSource
    void aLinkThatWasReadBeforeItMovedChangesItsLanguage(TestDatabase database) {
        Family family = Family.start(database);
        FeedLink link = family.camp().link(family.owner());
        family.scenario().advanceClock(Duration.ofDays(1));
        family.scenario().publish();
        var danish = family.scenario().feeds().currentFeed(family.follow(link)).state();
        family.scenario().feeds().changeLanguage(link, Language.EN);
        assertThat(family.scenario().feeds().currentFeed(family.follow(link)).state())
                .isNotEqualTo(danish);
    }

    @ParameterizedTest
    @DatabaseSource
    void linksOutliveThePlanThatTheyShowedBefore(TestDatabase database) {
        Family family = Family.start(database);
        FeedLink link = family.camp().link(family.owner());
        family.scenario().advanceClock(Duration.ofDays(1));
        family.scenario().publish();
        PlanId scenario = family.scenario().id;
        family.camp().server.bean(PlanLifecycle.class).setInUse(scenario, new AccountId("tests"));
        String title = family.camp().plan().title();
        Map<String, Instant> before = family.starts(link);
        ServiceClient client = family.camp().client;
        client.withHeader("If-Match", client.get(family.camp().place).tag()).delete(family.camp().place);
        family.camp()
                .server
                .bean(TrashPurger.class)
                .purgeDuePlans(Instant.now().plus(PlanLifecycle.TRASH_PERIOD).plusSeconds(60));
        assertThat(family.camp().server.bean(PlanStore.class).find(family.camp().id))
                .isEmpty();
        var plans = family.camp().server.bean(PlanStore.class);
        assertThat(family.scenario().plan().title()).isEqualTo("Med en mere");
        assertThat(plans.familyTitle(family.scenario().plan()))
                .as("staff know it by this")
                .isEqualTo(title);
        family.camp().clearFeed(link);
        assertThat(family.starts(link)).isEqualTo(before);
        var publications = family.camp().server.bean(PublicationRepository.class);
        assertThat(publications.find(scenario, 1).orElseThrow().timetable())
                .as("nothing of the deleted plan is kept")
                .isEqualTo(publications.find(scenario, 2).orElseThrow().timetable());
        String place = "/api/v1/plans/" + scenario;
        assertThat(client.withHeader("If-Match", client.get(place).tag())
                        .put(place + "/in-use", Map.of("inUse", false))
                        .status())
                .as("nobody is busy in it for other tests of this server")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @DatabaseSource
    void whatLinksShowedBeforeIsForgottenWithThePlanThatItIsOf(TestDatabase database) {
        Family family = Family.start(database);
        family.scenario().advanceClock(Duration.ofDays(1));
        family.scenario().publish();
        PlanId scenario = family.scenario().id;
        var publications = family.camp().server.bean(PublicationRepository.class);
        Publication first = publications.find(scenario, 1).orElseThrow();
        Publication second = publications.find(scenario, 2).orElseThrow();
        LinkLifecycleTest.forget(family.camp());
        assertThat(publications.find(scenario, 1).orElseThrow().problem()).isNotEqualTo(first.problem());
        assertThat(publications.find(scenario, 2).orElseThrow().problem())
                .as("of the scenario, which has not ended for its organisation")
                .isEqualTo(second.problem());
    }
}
