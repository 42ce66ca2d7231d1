package dk.grundskema.api.server.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.HeardDatabase;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Organisations;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.identity.WrittenLog;
import dk.grundskema.api.server.plans.ForeignPlan;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.publishing.Publication;
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

/** What is left of mails after a while, and that what can't be worked out isn't tried all the time. */
class OldNoticesTest {
    private static final OrganisationId HOME = new OrganisationId("home");

    private static long choices(MailedCamp camp, String person) {
        return camp.database()
                .sql("SELECT COUNT(*) FROM notice_choice WHERE organisation = 'home' AND staff = :person")
                .param("person", person)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @DatabaseSource
    void whoGotAMailIsForgottenAfterSixtyDaysAndHowManyGotOneIsNot(Database database) throws MessagingException {
        try (MailedCamp camp = MailedCamp.on(database)) {
            Meeting meeting = camp.on(MailedCamp.MONDAY);
            Publication sent = camp.move(meeting, 5);
            camp.work();
            Map<NoticeState, Integer> counts = camp.counts(sent);
            List<String> receivers = camp.receivers();
            assertThat(counts).containsOnlyKeys(NoticeState.SENT);
            int rows = camp.rowsOf(sent.plan());
            Instant end = camp.camp.now.get().plus(OldNotices.KEPT);

            camp.old().whatIsDue(end);
            assertThat(camp.rowsOf(sent.plan())).isEqualTo(rows);
            camp.old().whatIsDue(end.plusSeconds(1));
            camp.old().whatIsDue(end.plusSeconds(1));
            assertThat(camp.rowsOf(sent.plan())).isZero();
            assertThat(camp.counts(sent)).isEqualTo(counts);

            camp.work();
            assertThat(camp.receivers()).as("nobody gets it twice").isEqualTo(receivers);
        }
    }

    @Test
    void whatIsStillToBeSentIsNotLetGoOf() {
        try (MailedCamp camp = MailedCamp.on(Database.H2)) {
            Publication waiting = camp.move(camp.on(MailedCamp.MONDAY.plusDays(2)), 5);
            camp.work();
            assertThat(camp.counts(waiting)).containsOnlyKeys(NoticeState.PENDING);
            camp.old().whatIsDue(camp.camp.now.get().plus(OldNotices.KEPT).plusSeconds(1));

            assertThat(camp.rowsOf(waiting.plan())).isPositive();
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void whatSomebodyChoseGoesWithTheLastPlanThatKnowsThePerson(Database database) {
        try (MailedCamp camp = MailedCamp.on(database);
                MailedCamp other = MailedCamp.on(database)) {
            Meeting meeting = camp.on(MailedCamp.MONDAY);
            StaffId person = new StaffId(MailedCamp.people(meeting).iterator().next());
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
            camp.choices.choose(HOME, person, false);

            camp.forgets().forget(camp.camp.id);
            camp.old().whatIsDue(Instant.EPOCH);
            assertThat(choices(camp, person.value()))
                    .as("another plan knows the person")
                    .isEqualTo(1);
            camp.database()
                    .sql("UPDATE feed_link SET forgot = TRUE WHERE plan = :plan")
                    .param("plan", camp.camp.id.value())
                    .update();
            camp.forgets().forget(other.camp.id);
            assertThat(choices(camp, person.value())).isZero();
        }
    }

    @Test
    void whatSomebodyChoseWhoCanSignInStaysAndWhatNobodyNeedsGoesInTheNight() {
        try (MailedCamp camp = MailedCamp.on(Database.H2)) {
            camp.choices.choose(HOME, new StaffId("ingen-kender"), false);
            camp.choices.choose(HOME, new StaffId("har-konto"), false);
            camp.database().sql("""
                            INSERT INTO role_grant (account, organisation, role, staff)
                            SELECT MIN(id), 'home', 'STAFF', 'har-konto' FROM account""").update();
            camp.old().whatIsDue(Instant.EPOCH);
            camp.database()
                    .sql("DELETE FROM role_grant WHERE staff = 'har-konto'")
                    .update();

            assertThat(choices(camp, "ingen-kender")).isZero();
            assertThat(choices(camp, "har-konto")).isEqualTo(1);
        }
    }

    private static void grant(MailedCamp camp, OrganisationId organisation, String person) {
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
        try (MailedCamp camp = MailedCamp.on(Database.H2)) {
            var school = new OrganisationId(School.in(camp.camp.server).id());
            var other = new OrganisationId(School.in(camp.camp.server).id());
            var above = new StaffId("har-konto-over");
            var beside = new StaffId("har-konto-ved-siden-af");
            camp.choices.choose(school, above, false);
            camp.choices.choose(school, beside, false);
            grant(camp, HOME, above.value());
            grant(camp, other, beside.value());
            camp.old().whatIsDue(Instant.EPOCH);
            camp.database()
                    .sql("DELETE FROM role_grant WHERE staff LIKE 'har-konto-%'")
                    .update();

            assertThat(camp.choices.isWanted(school, above)).isFalse();
            assertThat(camp.choices.isWanted(school, beside)).isTrue();
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void whatIsCountedAsNotSentNobodyTakesInHandMeanwhile(Database database) throws Exception {
        try (MailedCamp camp = MailedCamp.on(database)) {
            Publication waiting = camp.move(camp.on(MailedCamp.MONDAY.plusDays(2)), 5);
            camp.work();
            Notice one =
                    camp.rows.waiting(waiting.plan()).values().iterator().next().getFirst();
            int notices = camp.rowsOf(waiting.plan());
            var claims = new ArrayList<CompletableFuture<Boolean>>();
            JdbcClient heard = HeardDatabase.of(camp.database(), sql -> {
                if (sql.startsWith("DELETE FROM notice WHERE")) {
                    var claim = CompletableFuture.supplyAsync(() -> camp.rows.claim(one, camp.camp.now.get()));
                    claims.add(claim);
                    assertThatThrownBy(() -> claim.get(500, TimeUnit.MILLISECONDS))
                            .as("it waits")
                            .isInstanceOf(TimeoutException.class);
                }
            });
            var transaction = camp.camp.server.part(TransactionTemplate.class);
            var organisations = camp.camp.server.part(Organisations.class);
            var old = new OldNotices(heard, organisations, camp.camp.now::get, transaction);
            transaction.executeWithoutResult(status -> old.ofPlan(waiting.plan()));

            assertThat(claims).hasSize(1);
            assertThat(claims.getFirst().get(30, TimeUnit.SECONDS)).isFalse();
            assertThat(camp.rowsOf(waiting.plan())).isZero();
            assertThat(camp.counts(waiting)).isEqualTo(Map.of(NoticeState.DROPPED, notices));
        }
    }

    @Test
    void whatCanNotBeWorkedOutIsTriedLessAndLessOftenAndSaidOnce() {
        try (MailedCamp camp = MailedCamp.on(Database.H2);
                var log = new WrittenLog()) {
            var plans = camp.camp.server.part(Plans.class);
            String foreign = plans.revision(plans.get(NewPlan.id(ForeignPlan.in(camp.camp.server)))
                            .head())
                    .problem();
            Publication moved = camp.move(camp.on(MailedCamp.MONDAY), 5);
            String readable = moved.problem();
            problem(camp, moved, foreign);
            Notices notices = camp.notices(camp.mails.getSmtp().getPort());
            for (int i = 0; i < 720; i++) { // an hour
                notices.work(() -> false);
                camp.later(Duration.ofSeconds(5));
            }
            assertThat(log.lines().stream().filter(line -> line.contains("worked out later")))
                    .hasSize(1);
            assertThat(camp.counts(moved)).isEmpty();

            problem(camp, moved, readable);
            notices.work(() -> false);
            assertThat(camp.counts(moved)).as("not at once").isEmpty();
            for (int i = 0; i < 120 && camp.counts(moved).isEmpty(); i++) {
                camp.later(Duration.ofSeconds(5));
                notices.work(() -> false);
            }
            assertThat(camp.counts(moved)).as("within ten minutes").containsOnlyKeys(NoticeState.SENT);
        }
    }

    private static void problem(MailedCamp camp, Publication one, String problem) {
        camp.database()
                .sql("UPDATE publication SET problem = :problem WHERE plan = :plan AND number = :number")
                .param("problem", problem)
                .param("plan", one.plan().value())
                .param("number", one.number())
                .update();
    }
}
