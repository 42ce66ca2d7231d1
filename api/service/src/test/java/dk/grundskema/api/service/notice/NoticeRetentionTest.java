package dk.grundskema.api.service.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.api.platform.testing.CapturedLog;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.publish.Publication;
import dk.grundskema.api.service.testing.MissingPluginPlanFixture;
import dk.grundskema.api.service.testing.StatementListener;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Retention of notices, and growing pauses between attempts to resolve recipients. */
class NoticeRetentionTest {
    private static final OrganisationId HOME = new OrganisationId("home");

    private static long choices(NoticeCampFixture camp, String person) {
        return camp.database()
                .sql("SELECT COUNT(*) FROM notice_choice WHERE organisation = 'home' AND staff = :person")
                .param("person", person)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @DatabaseSource
    void receiversAreForgottenAfterSixtyDaysButCountsAreKept(TestDatabase database) throws MessagingException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(database)) {
            Meeting meeting = camp.on(NoticeCampFixture.MONDAY);
            Publication sent = camp.moveAndPublish(meeting, 5);
            camp.sendDue();
            Map<NoticeState, Integer> counts = camp.counts(sent);
            List<String> receivers = camp.receivers();
            assertThat(counts).containsOnlyKeys(NoticeState.SENT);
            int rows = camp.rowsOf(sent.plan());
            Instant end = camp.camp.now.get().plus(NoticeRetention.RETENTION);

            camp.newNoticeRetention().deleteExpired(end);
            assertThat(camp.rowsOf(sent.plan())).isEqualTo(rows);
            camp.newNoticeRetention().deleteExpired(end.plusSeconds(1));
            camp.newNoticeRetention().deleteExpired(end.plusSeconds(1));
            assertThat(camp.rowsOf(sent.plan())).isZero();
            assertThat(camp.counts(sent)).isEqualTo(counts);

            camp.sendDue();
            assertThat(camp.receivers()).as("nobody gets it twice").isEqualTo(receivers);
        }
    }

    @Test
    void pendingNoticesAreNotDeleted() {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2)) {
            Publication waiting = camp.moveAndPublish(camp.on(NoticeCampFixture.MONDAY.plusDays(2)), 5);
            camp.sendDue();
            assertThat(camp.counts(waiting)).containsOnlyKeys(NoticeState.PENDING);
            camp.newNoticeRetention()
                    .deleteExpired(
                            camp.camp.now.get().plus(NoticeRetention.RETENTION).plusSeconds(1));

            assertThat(camp.rowsOf(waiting.plan())).isPositive();
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void noticeChoiceIsDeletedWithTheLastPlanThatKnowsThePerson(TestDatabase database) {
        try (NoticeCampFixture camp = NoticeCampFixture.on(database);
                NoticeCampFixture other = NoticeCampFixture.on(database)) {
            Meeting meeting = camp.on(NoticeCampFixture.MONDAY);
            StaffId person =
                    new StaffId(NoticeCampFixture.people(meeting).iterator().next());
            camp.database()
                    .sql("UPDATE feed_link SET forgot = TRUE WHERE owner = :person AND plan NOT IN (:camp, :other)")
                    .param("person", person.value())
                    .param("camp", camp.camp.id.value())
                    .param("other", other.camp.id.value())
                    .update();
            camp.database()
                    .sql("UPDATE role_grant SET staff = 'nobody' WHERE staff = :person")
                    .param("person", person.value())
                    .update();
            camp.choices.setWanted(HOME, person, false);

            camp.noticeLifecycleListener().onForgetPeople(camp.camp.id);
            camp.newNoticeRetention().deleteExpired(Instant.EPOCH);
            assertThat(choices(camp, person.value()))
                    .as("another plan knows the person")
                    .isEqualTo(1);
            camp.database()
                    .sql("UPDATE feed_link SET forgot = TRUE WHERE plan = :plan")
                    .param("plan", camp.camp.id.value())
                    .update();
            camp.noticeLifecycleListener().onForgetPeople(other.camp.id);
            assertThat(choices(camp, person.value())).isZero();
        }
    }

    @Test
    void noticeChoiceOfAnAccountStaysAndAnUnneededOneIsDeleted() {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2)) {
            camp.choices.setWanted(HOME, new StaffId("ingen-kender"), false);
            camp.choices.setWanted(HOME, new StaffId("har-konto"), false);
            camp.database().sql("""
                            INSERT INTO role_grant (account, organisation, role, staff)
                            SELECT MIN(id), 'home', 'STAFF', 'har-konto' FROM account""").update();
            camp.newNoticeRetention().deleteExpired(Instant.EPOCH);
            camp.database()
                    .sql("DELETE FROM role_grant WHERE staff = 'har-konto'")
                    .update();

            assertThat(choices(camp, "ingen-kender")).isZero();
            assertThat(choices(camp, "har-konto")).isEqualTo(1);
        }
    }

    private static void grant(NoticeCampFixture camp, OrganisationId organisation, String person) {
        camp.database()
                .sql("""
                        INSERT INTO role_grant (account, organisation, role, staff)
                        SELECT MIN(id), :organisation, 'STAFF', :person FROM account""")
                .param("organisation", organisation.value())
                .param("person", person)
                .update();
    }

    @Test
    void anAccountCountsWhereItIsAndBelowAndNotThatOfAnotherOneWhoHasTheSameIdElsewhere() {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2)) {
            var school = new OrganisationId(TestSchool.create(camp.camp.server).id());
            var other = new OrganisationId(TestSchool.create(camp.camp.server).id());
            var above = new StaffId("har-konto-over");
            var beside = new StaffId("har-konto-ved-siden-af");
            camp.choices.setWanted(school, above, false);
            camp.choices.setWanted(school, beside, false);
            grant(camp, HOME, above.value());
            grant(camp, other, beside.value());
            camp.newNoticeRetention().deleteExpired(Instant.EPOCH);
            camp.database()
                    .sql("DELETE FROM role_grant WHERE staff LIKE 'har-konto-%'")
                    .update();

            assertThat(camp.choices.isWanted(school, above)).isFalse();
            assertThat(camp.choices.isWanted(school, beside)).isTrue();
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void noticeCountedAsDroppedCannotBeClaimedMeanwhile(TestDatabase database) throws Exception {
        try (NoticeCampFixture camp = NoticeCampFixture.on(database)) {
            Publication waiting = camp.moveAndPublish(camp.on(NoticeCampFixture.MONDAY.plusDays(2)), 5);
            camp.sendDue();
            Notice one = camp.noticeRepository
                    .findPendingByStaff(waiting.plan())
                    .values()
                    .iterator()
                    .next()
                    .getFirst();
            int notices = camp.rowsOf(waiting.plan());
            var claims = new ArrayList<CompletableFuture<Boolean>>();
            JdbcClient heard = StatementListener.wrap(camp.database(), sql -> {
                if (sql.startsWith("DELETE FROM notice WHERE")) {
                    var claim =
                            CompletableFuture.supplyAsync(() -> camp.noticeRepository.claim(one, camp.camp.now.get()));
                    claims.add(claim);
                    assertThatThrownBy(() -> claim.get(500, TimeUnit.MILLISECONDS))
                            .as("it waits")
                            .isInstanceOf(TimeoutException.class);
                }
            });
            var transaction = camp.camp.server.bean(TransactionTemplate.class);
            var organisations = camp.camp.server.bean(OrganisationRepository.class);
            var noticeRetention = new NoticeRetention(heard, organisations, camp.camp.now::get, transaction);
            transaction.executeWithoutResult(status -> noticeRetention.deleteOfPlan(waiting.plan()));

            assertThat(claims).hasSize(1);
            assertThat(claims.getFirst().get(30, TimeUnit.SECONDS)).isFalse();
            assertThat(camp.rowsOf(waiting.plan())).isZero();
            assertThat(camp.counts(waiting)).isEqualTo(Map.of(NoticeState.DROPPED, notices));
        }
    }

    @Test
    void unresolvableRecipientsAreRetriedLessOftenAndLoggedOnce() {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2);
                var log = new CapturedLog()) {
            var plans = camp.camp.server.bean(PlanStore.class);
            String foreign = plans.revision(
                            plans.get(TestPlans.planIdOf(MissingPluginPlanFixture.create(camp.camp.server)))
                                    .head())
                    .problem();
            Publication moved = camp.moveAndPublish(camp.on(NoticeCampFixture.MONDAY), 5);
            String readable = moved.problem();
            problem(camp, moved, foreign);
            NoticeSender notices = camp.newNoticeSender(camp.mails.getSmtp().getPort());
            for (int i = 0; i < 720; i++) { // an hour
                notices.sendDue(() -> false);
                camp.advanceClock(Duration.ofSeconds(5));
            }
            assertThat(log.lines().stream().filter(line -> line.contains("could not be resolved")))
                    .hasSize(1);
            assertThat(camp.counts(moved)).isEmpty();

            problem(camp, moved, readable);
            notices.sendDue(() -> false);
            assertThat(camp.counts(moved)).as("not at once").isEmpty();
            for (int i = 0; i < 120 && camp.counts(moved).isEmpty(); i++) {
                camp.advanceClock(Duration.ofSeconds(5));
                notices.sendDue(() -> false);
            }
            assertThat(camp.counts(moved)).as("within ten minutes").containsOnlyKeys(NoticeState.SENT);
        }
    }

    private static void problem(NoticeCampFixture camp, Publication one, String problem) {
        camp.database()
                .sql("UPDATE publication SET problem = :problem WHERE plan = :plan AND number = :number")
                .param("problem", problem)
                .param("plan", one.plan().value())
                .param("number", one.number())
                .update();
    }
}
