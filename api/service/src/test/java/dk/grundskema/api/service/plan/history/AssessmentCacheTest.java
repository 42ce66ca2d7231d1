package dk.grundskema.api.service.plan.history;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RatedPlan;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PlannedCampFixture;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("http") // starts a service and plans a camp
class AssessmentCacheTest {
    private static PlanFidelity explained(PlannedCampFixture camp) {
        Plan plan = camp.server().bean(PlanStore.class).get(new PlanId(camp.id()));
        RatedPlan rated = camp.server()
                .bean(DocumentStore.class)
                .ratedPlan(camp.server().bean(PlanStore.class).revision(plan.head()));
        return camp.server().bean(AssessmentCache.class).explain(plan, rated.problem(), rated.timetable());
    }

    /** Returns who is said to have had time for a module that lacks somebody. */
    private static List<Object> idle(PlanFidelity fidelity) {
        return fidelity.asks().stream()
                .filter(ask -> ask.code().equals("camp.ask.two-staff"))
                .flatMap(ask -> ask.places().stream())
                .filter(place -> place.why().code().equals("camp.why.could-have"))
                .flatMap(place -> place.why().arguments().stream())
                .flatMap(named -> ((List<?>) named).stream())
                .<Object>map(person -> person)
                .toList();
    }

    @Test
    void peopleWhoAreAwayHadNoTime() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting module = camp.module();
        var person = module.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        PublishedCampFixture.of(camp.server(), camp.path())
                .change(all -> MeetingVariants.with(all, MeetingVariants.withoutPerson(module, person)));
        assertThat(idle(explained(camp))).contains(person);
        String day = module.time().firstDate().toString();
        assertThat(camp.client()
                        .post(
                                camp.path() + "/absences",
                                Map.of("staffId", person.value(), "from", day + "T00:00", "until", day + "T23:59"))
                        .status())
                .isEqualTo(201);
        PlanFidelity fidelity = explained(camp);
        assertThat(idle(fidelity)).doesNotContain(person);
        assertThat(fidelity.asks()).as("the place stays short").anySatisfy(ask -> {
            assertThat(ask.code()).isEqualTo("camp.ask.two-staff");
            assertThat(ask.places()).hasSize(1);
        });
    }
}
