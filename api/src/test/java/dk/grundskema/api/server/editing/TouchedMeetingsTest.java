package dk.grundskema.api.server.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.publishing.ChangedMeetings;
import dk.grundskema.api.server.publishing.PublishedCamp;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Meeting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What revisions keep of titles that name somebody. */
final class TouchedMeetingsTest {
    private final PlannedCamp camp = PlannedCamp.on(Database.H2);
    private final Meeting module = camp.module();

    private List<String> locked(String title) {
        PublishedCamp.of(camp.server(), camp.path())
                .change(all -> ChangedMeetings.with(all, ChangedMeetings.titled(module, title)));
        Answer answer = camp.fresh()
                .post(
                        camp.path() + "/locks",
                        Map.of("sessionId", module.sessionId().value()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var plans = camp.server().part(Plans.class);
        return plans.revision(plans.get(new PlanId(camp.id())).head()).arguments();
    }

    private String firstNameOf(StudentId student) {
        return camp.asked().students().stream()
                .filter(one -> one.id().equals(student))
                .map(one -> one.name().split(" ", -1)[0])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFirstNameOfOneOfTheTeamIsNotKept() {
        assertThat(module.studentIds()).isEmpty();
        StudentId one =
                Participants.of(camp.asked(), camp.now(), module).iterator().next();
        assertThat(String.join(" ", locked("Støtte " + firstNameOf(one)))).doesNotContain("Støtte");
    }

    @Test
    void theFirstNameOfOneOfAnotherTeamIsAWordLikeAnother() {
        var own = Participants.of(camp.asked(), camp.now(), module).stream()
                .map(this::firstNameOf)
                .toList();
        String other = camp.asked().students().stream()
                .map(one -> firstNameOf(one.id()))
                .filter(name -> !own.contains(name))
                .findFirst()
                .orElseThrow();
        assertThat(String.join(" ", locked("Støtte " + other))).contains("Støtte " + other);
    }
}
