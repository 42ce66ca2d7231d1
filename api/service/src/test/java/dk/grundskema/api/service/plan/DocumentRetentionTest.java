package dk.grundskema.api.service.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.timetable.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;

/** A document found on storing can be referred to, even if a cleanup runs meanwhile. */
final class DocumentRetentionTest {
    private PlanStore plans;
    private DocumentStore documents;
    private UnusedDocumentCollector unused;
    private Plan plan;

    private void on(TestDatabase database) {
        Server server = TestServices.on(database);
        plans = server.bean(PlanStore.class);
        documents = server.bean(DocumentStore.class);
        unused = server.bean(UnusedDocumentCollector.class);
        String place = SolvedPlans.createSolvedPlan(ServiceClient.administrator(server), server, "camp-3-weeks", 20);
        plan = plans.get(TestPlans.planIdOf(place));
    }

    /** Returns a document that no other plan has. */
    private Timetable uniqueTimetable() {
        return uniqueTimetable(plans.revision(plan.head()).problem());
    }

    private Timetable uniqueTimetable(String problem) {
        Revision now = plans.revision(plan.head());
        Timetable one = documents.timetable(String.valueOf(now.timetable())).value();
        long seed =
                TestServices.on(TestDatabase.H2).bean(IdGenerator.class).newId().hashCode();
        return new Timetable(
                one.version(),
                problem,
                one.zone(),
                Math.abs(seed),
                one.score(),
                one.rules(),
                one.groups(),
                one.meetings(),
                one.tasks());
    }

    private void refer(StoredDocument.StoredTimetable timetable) {
        StoredDocument.StoredProblem problem =
                documents.problem(plans.revision(plan.head()).problem());
        plan = plans.change(
                plan.id(),
                plan.version(),
                new RevisionContent("revision.returned", List.of("1"), problem, timetable),
                new AccountId("tests"));
    }

    private static Instant later(Duration duration) {
        return TestClock.now().plus(duration);
    }

    @ParameterizedTest
    @DatabaseSource
    void documentStoredAgainSurvivesReleaseAndCleanupOnceReferredTo(TestDatabase database) {
        on(database);
        Timetable timetable = uniqueTimetable();
        String hash = documents.store(timetable).hash();
        StoredDocument.StoredTimetable found = documents.store(timetable);
        documents.releaseIfUnused(hash);
        refer(found);
        unused.deleteReleased(later(DocumentRepository.GRACE_PERIOD.multipliedBy(2)));
        assertThat(documents.exists(hash)).isTrue();
    }

    @ParameterizedTest
    @DatabaseSource
    void unusedDocumentIsDeletedAtOnceAndOneStoredAgainAfterTheGracePeriod(TestDatabase database) {
        on(database);
        Timetable once = uniqueTimetable();
        String hash = documents.store(once).hash();
        documents.releaseIfUnused(hash);
        assertThat(documents.exists(hash)).isFalse();

        documents.store(once);
        documents.store(once);
        documents.releaseIfUnused(hash);
        unused.deleteReleased(later(DocumentRepository.GRACE_PERIOD.dividedBy(2)));
        assertThat(documents.exists(hash)).isTrue();
        unused.deleteReleased(later(DocumentRepository.GRACE_PERIOD.plusMinutes(1)));
        assertThat(documents.exists(hash)).isFalse();
    }

    @ParameterizedTest
    @DatabaseSource
    void documentStoredAfterItsReleaseStaysForTheGracePeriod(TestDatabase database) {
        on(database);
        Timetable timetable = uniqueTimetable();
        String hash = documents.store(timetable).hash();
        documents.store(timetable);
        documents.releaseIfUnused(hash);
        documents.store(timetable);
        unused.deleteReleased(later(DocumentRepository.GRACE_PERIOD.dividedBy(2)));
        assertThat(documents.exists(hash)).isTrue();
        unused.deleteReleased(later(DocumentRepository.GRACE_PERIOD.plusMinutes(1)));
        assertThat(documents.exists(hash)).isFalse();
    }

    @ParameterizedTest
    @DatabaseSource
    void documentsOfARefusedChangeGoAfterTheGracePeriodAndReferredOnesStay(TestDatabase database) {
        on(database);
        Revision head = plans.revision(plan.head());
        StoredDocument.StoredProblem present = documents.problem(head.problem());
        String name =
                "Hemmelig " + TestServices.on(database).bean(IdGenerator.class).newId();
        StoredDocument.StoredProblem problem = documents.storeProblem(
                documents.text(head.problem()).replaceFirst("\"name\": *\"[^\"]*\"", "\"name\": \"" + name + "\""),
                List.of());
        assertThat(documents.text(problem.hash())).contains(name);
        StoredDocument.StoredTimetable timetable = documents.store(uniqueTimetable(problem.hash()));
        var change = new RevisionContent("revision.returned", List.of("1"), problem, timetable);
        assertThatThrownBy(() -> plans.change(plan.id(), plan.version() - 1, change, new AccountId("tests")))
                .isInstanceOf(RefusalException.class);
        StoredDocument.StoredTimetable fine = documents.store(uniqueTimetable());
        refer(fine);
        unused.deleteReleased(later(DocumentRepository.GRACE_PERIOD.dividedBy(2)));
        assertThat(documents.exists(problem.hash())).isTrue();
        unused.deleteReleased(later(DocumentRepository.GRACE_PERIOD.plusMinutes(1)));
        assertThat(documents.exists(timetable.hash())).isFalse();
        assertThat(documents.exists(problem.hash())).isFalse();
        assertThat(documents.exists(fine.hash())).isTrue();
        assertThat(documents.exists(present.hash())).isTrue();
    }
}
