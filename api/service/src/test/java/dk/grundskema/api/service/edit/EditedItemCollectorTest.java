package dk.grundskema.api.service.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PlannedCampFixture;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Meeting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Titles that name people, as stored in revisions. */
final class EditedItemCollectorTest {
    private final PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
    private final Meeting module = camp.module();

    private List<String> locked(String title) {
        PublishedCampFixture.of(camp.server(), camp.path())
                .change(all -> MeetingVariants.with(all, MeetingVariants.titled(module, title)));
        Answer answer = camp.versionedClient()
                .post(
                        camp.path() + "/locks",
                        Map.of("sessionId", module.sessionId().value()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var plans = camp.server().bean(PlanStore.class);
        return plans.revision(plans.get(new PlanId(camp.id())).head()).arguments();
    }

    private String firstNameOf(StudentId student) {
        return camp.plannedProblem().students().stream()
                .filter(one -> one.id().equals(student))
                .map(one -> one.name().split(" ", -1)[0])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFirstNameOfOneOfTheTeamIsNotKept() {
        assertThat(module.studentIds()).isEmpty();
        StudentId one = MeetingParticipants.of(camp.plannedProblem(), camp.currentTimetable(), module)
                .iterator()
                .next();
        assertThat(String.join(" ", locked("Støtte " + firstNameOf(one)))).doesNotContain("Støtte");
    }

    @Test
    void theFirstNameOfOneOfAnotherTeamIsAWordLikeAnother() {
        var own = MeetingParticipants.of(camp.plannedProblem(), camp.currentTimetable(), module).stream()
                .map(this::firstNameOf)
                .toList();
        String other = camp.plannedProblem().students().stream()
                .map(one -> firstNameOf(one.id()))
                .filter(name -> !own.contains(name))
                .findFirst()
                .orElseThrow();
        assertThat(String.join(" ", locked("Støtte " + other))).contains("Støtte " + other);
    }
}
