package dk.grundskema.api.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.feeds.DayAgenda;
import dk.grundskema.api.feeds.FeedEvent;
import dk.grundskema.api.feeds.FeedState;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.Locks;
import dk.grundskema.api.server.Waiting;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.plans.Forgetting;
import dk.grundskema.api.server.plans.Plans;
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

/** What becomes of links and their calendars besides publications: they are renewed and revoked, their owners leave, plans go and forget. */
final class LinksTest {
    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest
    @DatabaseSource
    void whoLeftIsToldSoForSixtyDaysAndThenTheirCalendarIsGone(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        StaffId leaving = camp.comes("gaar-snart", "Går Snart");
        StaffId person = camp.busiest();
        Meeting theirs = camp.ofOne(person).getFirst();
        camp.change(all -> ChangedMeetings.with(all, ChangedMeetings.taken(theirs, person, leaving)));
        camp.publish();
        CalendarOwner owner = CalendarOwner.of(leaving);
        FeedNow before = camp.now(owner);
        assertThat(before.state().events()).hasSize(1);
        assertThat(before.isGone()).isFalse();
        camp.change(all -> ChangedMeetings.with(all, theirs));
        camp.leaves(leaving);
        camp.later(DAY);
        camp.publish();
        FeedNow told = camp.now(owner);
        assertThat(told.state().told(camp.now.get())).singleElement().matches(FeedEvent::isCancelled);
        assertThat(told.title()).as("still the person's").isEqualTo(before.title());
        assertThat(told.isGone()).isFalse();
        camp.later(FeedState.TOLD.minusSeconds(1));
        assertThat(camp.now(owner).isGone()).isFalse();
        camp.later(Duration.ofSeconds(1));
        assertThat(camp.now(owner).isGone()).isTrue();
        assertThat(camp.now(CalendarOwner.of(person)).isGone()).isFalse();
    }

    @ParameterizedTest
    @DatabaseSource
    void aRenewedLinkHasAnotherTokenAndARevokedOneAnswersNobodyUntilItIsRenewed(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        camp.publish();
        Links links = camp.links();
        Link link = camp.link(camp.all());
        assertThat(link.token()).hasSize(Links.TOKEN_LENGTH);
        assertThat(links.byToken(link.token())).contains(link);
        assertThat(links.byToken(link.token().toUpperCase(Locale.ROOT))).isEmpty();
        Link renewed = links.renew(camp.id, link.id());
        assertThat(links.byToken(link.token())).isEmpty();
        assertThat(links.byToken(renewed.token())).contains(renewed);
        assertThat(links.revoke(camp.id, link.id()).revoked()).isNotNull();
        assertThat(links.byToken(renewed.token())).isEmpty();
        Link again = links.renew(camp.id, link.id());
        assertThat(links.byToken(again.token())).contains(again);
        links.seen(link.id(), PublishedCamp.FIRST);
        links.seen(link.id(), PublishedCamp.FIRST.minusSeconds(1));
        assertThat(links.byToken(again.token()).orElseThrow().seen()).isEqualTo(PublishedCamp.FIRST);
    }

    @ParameterizedTest
    @DatabaseSource
    void aCalendarThatSpeaksAnotherLanguageHasChangedButTellsNobodyOfAnything(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        camp.publish();
        CalendarOwner owner = CalendarOwner.of(camp.busiest());
        FeedNow danish = camp.now(owner);
        camp.later(DAY);
        camp.publications().speak(camp.id, camp.link(owner).id(), Language.EN);
        FeedNow english = camp.now(owner);
        assertThat(english.language().getLanguage()).isEqualTo("en");
        assertThat(english.version()).isGreaterThan(danish.version());
        assertThat(english.state().events()).hasSameSizeAs(danish.state().events());
        assertThat(english.state()).isNotEqualTo(danish.state());
        assertThat(english.state().events())
                .allSatisfy(one -> assertThat(one.sequence()).isBetween(0, 1));
        assertThat(DayAgenda.of(english.state(), danish.published(), danish.published())
                        .news())
                .isZero();
        assertThat(camp.feeds().now(camp.link(owner))).isEqualTo(english);
    }

    /** Whoever locks a plan and something of it locks the plan first, so that nobody waits for nobody. */
    @ParameterizedTest
    @DatabaseSource
    void whatACalendarSaysIsWorkedOutBeforeItsLanguageWaitsForThePlan(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        camp.publish();
        Link link = camp.link(camp.all());
        CompletableFuture<Answer> change = camp.server
                .part(TransactionTemplate.class)
                .execute(status -> {
                    camp.server.part(Plans.class).locked(camp.id);
                    CompletableFuture<Answer> begun = Locks.beside(() ->
                            camp.client.put(camp.place + "/links/" + link.id().value(), Map.of("language", "EN")));
                    Waiting.until(
                            "somebody waits for the plan", () -> Locks.isSomebodyKeptWaiting(camp.server, database));
                    assertThat(camp.rows().head(link.id()).publication())
                            .as("worked out, and locked by nobody")
                            .isEqualTo(1);
                    return begun;
                });
        assertThat(change.join().at("/language")).isEqualTo("EN");
    }

    @ParameterizedTest
    @DatabaseSource
    void theLinksOfAPlanInTheTrashAnswerNobodyUntilItIsHadBack(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        camp.publish();
        Link link = camp.link(camp.all());
        camp.client.with("If-Match", camp.client.get(camp.place).tag()).delete(camp.place);
        assertThat(camp.links().byToken(link.token())).isEmpty();
        camp.client.post(camp.place + "/restore", Map.of());
        assertThat(camp.links().byToken(link.token())).contains(link);
    }

    @ParameterizedTest
    @DatabaseSource
    void whatIsPublishedOfAPlanThatForgetsNamesNobodyAnyMore(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        StaffId person = camp.busiest();
        CalendarOwner owner = CalendarOwner.of(person);
        camp.publish(new NewPublication(null, "Hilsen Kim", List.of(), true));
        String name = names(camp, person);
        FeedNow before = camp.now(owner);
        assertThat(before.title()).contains(name);
        Map<String, FeedEvent> all = camp.events(owner);
        forget(camp);
        FeedNow after = camp.now(owner);
        assertThat(after.version()).isGreaterThan(before.version());
        WrittenFeedsTest.isTheSameLater(before.state(), after.state());
        assertThat(after.title()).isNotEmpty().doesNotContain(name);
        assertThat(camp.events(owner).keySet()).isEqualTo(all.keySet());
        assertThat(camp.publications().last(camp.id).orElseThrow().note()).isEmpty();
        assertThat(camp.server
                        .part(JdbcClient.class)
                        .sql("""
                                SELECT COUNT(*) FROM publication p JOIN revision r ON r.id = p.revision
                                WHERE p.plan = :plan AND p.timetable = r.timetable""")
                        .param("plan", camp.id.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static String names(PublishedCamp camp, StaffId person) {
        return String.valueOf(
                camp.client.get(camp.place + "/staff/" + person.value()).at("/name"));
    }

    /** Lets the plan alone forget, and no other plan that the service has. */
    private static void forget(PublishedCamp camp) {
        var school = School.in(camp.server);
        var rows = camp.server.part(JdbcClient.class);
        rows.sql("UPDATE plan SET organisation = :school WHERE id = :plan")
                .param("school", school.id())
                .param("plan", camp.id.value())
                .update();
        assertThat(camp.server
                        .part(Forgetting.class)
                        .endedBefore(new OrganisationId(school.id()), LocalDate.of(2100, 1, 1), null))
                .containsExactly(camp.id);
    }
}
