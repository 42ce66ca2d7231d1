package dk.grundskema.api.service.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.feed.DayAgenda;
import dk.grundskema.api.exports.feed.FeedEvent;
import dk.grundskema.api.exports.feed.FeedState;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.testing.DatabaseLocks;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.privacy.PlanAnonymiser;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.LinkRepository;
import dk.grundskema.api.service.publish.NewPublication;
import dk.grundskema.api.service.publish.PublicationRepository;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Links and their calendars besides publications: they are renewed and revoked, owners leave, plans are deleted and forget. */
final class LinkLifecycleTest {
    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest
    @DatabaseSource
    void formerStaffMemberSeesCancellationsForSixtyDaysThenFeedIsGone(TestDatabase database) {
        PublishedCampFixture camp = PublishedCampFixture.start(database);
        StaffId leaving = camp.addStaff("gaar-snart", "Går Snart");
        StaffId person = camp.busiest();
        Meeting theirs = camp.meetingsOf(person).getFirst();
        camp.change(all -> MeetingVariants.with(all, MeetingVariants.withReplacement(theirs, person, leaving)));
        camp.publish();
        CalendarOwner owner = CalendarOwner.of(leaving);
        FeedSnapshot before = camp.currentFeed(owner);
        assertThat(before.state().events()).hasSize(1);
        assertThat(before.isGone()).isFalse();
        camp.change(all -> MeetingVariants.with(all, theirs));
        camp.removeStaff(leaving);
        camp.advanceClock(DAY);
        camp.publish();
        FeedSnapshot told = camp.currentFeed(owner);
        assertThat(told.state().eventsToShow(camp.now.get())).singleElement().matches(FeedEvent::isCancelled);
        assertThat(told.title()).as("still the person's").isEqualTo(before.title());
        assertThat(told.isGone()).isFalse();
        camp.advanceClock(FeedState.CANCELLED_RETENTION.minusSeconds(1));
        assertThat(camp.currentFeed(owner).isGone()).isFalse();
        camp.advanceClock(Duration.ofSeconds(1));
        assertThat(camp.currentFeed(owner).isGone()).isTrue();
        assertThat(camp.currentFeed(CalendarOwner.of(person)).isGone()).isFalse();
    }

    @ParameterizedTest
    @DatabaseSource
    void aRenewedLinkHasAnotherTokenAndARevokedOneAnswersNobodyUntilItIsRenewed(TestDatabase database) {
        PublishedCampFixture camp = PublishedCampFixture.start(database);
        camp.publish();
        LinkRepository links = camp.links();
        FeedLink link = camp.link(camp.firstIntervention());
        assertThat(link.token()).hasSize(LinkRepository.TOKEN_LENGTH);
        assertThat(links.findByToken(link.token())).contains(link);
        assertThat(links.findByToken(link.token().toUpperCase(Locale.ROOT))).isEmpty();
        FeedLink renewed = links.renew(camp.id, link.id());
        assertThat(links.findByToken(link.token())).isEmpty();
        assertThat(links.findByToken(renewed.token())).contains(renewed);
        assertThat(links.revoke(camp.id, link.id()).revoked()).isNotNull();
        assertThat(links.findByToken(renewed.token())).isEmpty();
        FeedLink again = links.renew(camp.id, link.id());
        assertThat(links.findByToken(again.token())).contains(again);
        links.recordSeen(link.id(), PublishedCampFixture.FIRST);
        links.recordSeen(link.id(), PublishedCampFixture.FIRST.minusSeconds(1));
        assertThat(links.findByToken(again.token()).orElseThrow().seen()).isEqualTo(PublishedCampFixture.FIRST);
    }

    @ParameterizedTest
    @DatabaseSource
    void aCalendarThatSpeaksAnotherLanguageHasChangedButTellsNobodyOfAnything(TestDatabase database) {
        PublishedCampFixture camp = PublishedCampFixture.start(database);
        camp.publish();
        CalendarOwner owner = CalendarOwner.of(camp.busiest());
        FeedSnapshot danish = camp.currentFeed(owner);
        camp.advanceClock(DAY);
        camp.languages().changeLanguage(camp.id, camp.link(owner).id(), Language.EN);
        FeedSnapshot english = camp.currentFeed(owner);
        assertThat(english.language().getLanguage()).isEqualTo("en");
        assertThat(english.version()).isGreaterThan(danish.version());
        assertThat(english.state().events()).hasSameSizeAs(danish.state().events());
        assertThat(english.state()).isNotEqualTo(danish.state());
        assertThat(english.state().events())
                .allSatisfy(one -> assertThat(one.sequence()).isBetween(0, 1));
        assertThat(DayAgenda.of(english.state(), danish.published(), danish.published())
                        .changeCount())
                .isZero();
        assertThat(camp.feeds().currentFeed(camp.link(owner))).isEqualTo(english);
    }

    /** A transaction that locks a plan and a part of it locks the plan first, which avoids deadlocks. */
    @ParameterizedTest
    @DatabaseSource
    void feedIsCalculatedBeforeItsLanguageChangeWaitsForThePlan(TestDatabase database) {
        PublishedCampFixture camp = PublishedCampFixture.start(database);
        camp.publish();
        FeedLink link = camp.link(camp.firstIntervention());
        CompletableFuture<Answer> change = camp.server
                .bean(TransactionTemplate.class)
                .execute(status -> {
                    camp.server.bean(PlanStore.class).lock(camp.id);
                    CompletableFuture<Answer> begun = DatabaseLocks.runAsync(() ->
                            camp.client.put(camp.place + "/links/" + link.id().value(), Map.of("language", "EN")));
                    Polling.until(
                            "somebody waits for the plan",
                            () -> DatabaseLocks.isAnyTransactionWaiting(camp.server, database));
                    assertThat(camp.rows().findProgress(link.id()).publication())
                            .as("worked out, and locked by nobody")
                            .isEqualTo(1);
                    return begun;
                });
        assertThat(change.join().at("/language")).isEqualTo("EN");
    }

    @ParameterizedTest
    @DatabaseSource
    void theLinksOfAPlanInTheTrashAnswerNobodyUntilItIsHadBack(TestDatabase database) {
        PublishedCampFixture camp = PublishedCampFixture.start(database);
        camp.publish();
        FeedLink link = camp.link(camp.firstIntervention());
        camp.client.withHeader("If-Match", camp.client.get(camp.place).tag()).delete(camp.place);
        assertThat(camp.links().findByToken(link.token())).isEmpty();
        camp.client.post(camp.place + "/restore", Map.of());
        assertThat(camp.links().findByToken(link.token())).contains(link);
    }

    @ParameterizedTest
    @DatabaseSource
    void publishedFeedNamesNobodyOnceThePlanForgetsItsPeople(TestDatabase database) {
        PublishedCampFixture camp = PublishedCampFixture.start(database);
        StaffId person = camp.busiest();
        CalendarOwner owner = CalendarOwner.of(person);
        camp.publish(new NewPublication(null, "Hilsen Kim", List.of(), true, true));
        String name = names(camp, person);
        FeedSnapshot before = camp.currentFeed(owner);
        assertThat(before.title()).contains(name);
        Map<String, FeedEvent> all = camp.events(owner);
        forget(camp);
        FeedSnapshot after = camp.currentFeed(owner);
        assertThat(after.version()).isGreaterThan(before.version());
        FeedWriteConflictTest.isTheSameLater(before.state(), after.state());
        assertThat(after.title()).isNotEmpty().doesNotContain(name);
        assertThat(camp.events(owner).keySet()).isEqualTo(all.keySet());
        assertThat(camp.server
                        .bean(PublicationRepository.class)
                        .findLast(camp.id)
                        .orElseThrow()
                        .note())
                .isEmpty();
        assertThat(camp.server
                        .bean(JdbcClient.class)
                        .sql("""
                                SELECT COUNT(*) FROM publication p JOIN revision r ON r.id = p.revision
                                WHERE p.plan = :plan AND p.timetable = r.timetable""")
                        .param("plan", camp.id.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static String names(PublishedCampFixture camp, StaffId person) {
        return String.valueOf(
                camp.client.get(camp.place + "/staff/" + person.value()).at("/name"));
    }

    /** Anonymises only this plan of the service. */
    static void forget(PublishedCampFixture camp) {
        var school = TestSchool.create(camp.server);
        var rows = camp.server.bean(JdbcClient.class);
        rows.sql("UPDATE plan SET organisation = :school WHERE id = :plan")
                .param("school", school.id())
                .param("plan", camp.id.value())
                .update();
        assertThat(camp.server
                        .bean(PlanAnonymiser.class)
                        .forgetPlansEndedBefore(new OrganisationId(school.id()), LocalDate.of(2100, 1, 1), null))
                .containsExactly(camp.id);
    }
}
