package dk.grundskema.api.server.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.domain.timetable.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;

/** Whoever keeps a document and finds it there already can refer to it, whoever cleans up meanwhile. */
final class WantedDocumentsTest {
    private Plans plans;
    private Documents documents;
    private UnusedDocuments unused;
    private Plan plan;

    private void on(Database database) {
        Server server = Services.on(database);
        plans = server.part(Plans.class);
        documents = server.part(Documents.class);
        unused = server.part(UnusedDocuments.class);
        String place = Planned.plan(Services.administrator(server), server, "camp-3-weeks", 20);
        plan = plans.get(NewPlan.id(place));
    }

    /** One that nobody else has. */
    private Timetable another() {
        return another(plans.revision(plan.head()).problem());
    }

    private Timetable another(String problem) {
        Revision now = plans.revision(plan.head());
        Timetable one = documents.timetable(String.valueOf(now.timetable())).value();
        long seed = Services.on(Database.H2).part(FreshIds.class).id().hashCode();
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

    private void refer(Kept.OfTimetable timetable) {
        Kept.OfProblem problem = documents.problem(plans.revision(plan.head()).problem());
        plan = plans.change(
                plan.id(),
                plan.version(),
                new Change("revision.returned", List.of("1"), problem, timetable),
                new AccountId("tests"));
    }

    private static Instant later(Duration duration) {
        return Instant.now().plus(duration);
    }

    @ParameterizedTest
    @DatabaseSource
    void whatWasFoundThereIsThereWhenTheRowThatRefersToItComes(Database database) {
        on(database);
        Timetable timetable = another();
        String hash = documents.keep(timetable).hash();
        Kept.OfTimetable found = documents.keep(timetable);
        documents.dropUnused(hash);
        refer(found);
        unused.dropLetGo(later(DocumentRows.ABOUT_TO_BE_NEEDED.multipliedBy(2)));
        assertThat(documents.has(hash)).isTrue();
    }

    @ParameterizedTest
    @DatabaseSource
    void whatNobodyFoundGoesAtOnceAndTheRestWhenNobodyReferredToIt(Database database) {
        on(database);
        Timetable once = another();
        String hash = documents.keep(once).hash();
        documents.dropUnused(hash);
        assertThat(documents.has(hash)).isFalse();

        documents.keep(once);
        documents.keep(once);
        documents.dropUnused(hash);
        unused.dropLetGo(later(DocumentRows.ABOUT_TO_BE_NEEDED.dividedBy(2)));
        assertThat(documents.has(hash)).isTrue();
        unused.dropLetGo(later(DocumentRows.ABOUT_TO_BE_NEEDED.plusMinutes(1)));
        assertThat(documents.has(hash)).isFalse();
    }

    @ParameterizedTest
    @DatabaseSource
    void whatWasWantedAfterItWasLetGoStays(Database database) {
        on(database);
        Timetable timetable = another();
        String hash = documents.keep(timetable).hash();
        documents.keep(timetable);
        documents.dropUnused(hash);
        documents.keep(timetable);
        unused.dropLetGo(later(DocumentRows.ABOUT_TO_BE_NEEDED.dividedBy(2)));
        assertThat(documents.has(hash)).isTrue();
        unused.dropLetGo(later(DocumentRows.ABOUT_TO_BE_NEEDED.plusMinutes(1)));
        assertThat(documents.has(hash)).isFalse();
    }

    @ParameterizedTest
    @DatabaseSource
    void whatARefusedChangeKeptGoesAWhileLaterAndWhatIsReferredToStays(Database database) {
        on(database);
        Revision head = plans.revision(plan.head());
        Kept.OfProblem present = documents.problem(head.problem());
        String name = "Hemmelig " + Services.on(database).part(FreshIds.class).id();
        Kept.OfProblem problem = documents.keepProblem(
                documents.text(head.problem()).replaceFirst("\"name\": *\"[^\"]*\"", "\"name\": \"" + name + "\""), "");
        assertThat(documents.text(problem.hash())).contains(name);
        Kept.OfTimetable timetable = documents.keep(another(problem.hash()));
        var change = new Change("revision.returned", List.of("1"), problem, timetable);
        assertThatThrownBy(() -> plans.change(plan.id(), plan.version() - 1, change, new AccountId("tests")))
                .isInstanceOf(Refusal.class);
        Kept.OfTimetable fine = documents.keep(another());
        refer(fine);
        unused.dropLetGo(later(DocumentRows.ABOUT_TO_BE_NEEDED.dividedBy(2)));
        assertThat(documents.has(problem.hash())).isTrue();
        unused.dropLetGo(later(DocumentRows.ABOUT_TO_BE_NEEDED.plusMinutes(1)));
        assertThat(documents.has(timetable.hash())).isFalse();
        assertThat(documents.has(problem.hash())).isFalse();
        assertThat(documents.has(fine.hash())).isTrue();
        assertThat(documents.has(present.hash())).isTrue();
    }
}
