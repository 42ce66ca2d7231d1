package dk.grundskema.api.service.plan.history;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The latest consecutive revisions that a user made. */
final class UndoStepFinderTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient mine = school.addPerson(Role.PLANNER).browser();
    private final ServiceClient otherPlanner = school.addPerson(Role.PLANNER).browser();
    private final String place = TestPlans.createCampPlan(mine, school.path());
    private final PlanStore plans = server.bean(PlanStore.class);

    private Plan plan() {
        return plans.get(TestPlans.planIdOf(place));
    }

    private void change(ServiceClient who, String staff) {
        var changed =
                who.withHeader("If-Match", who.get(place).tag()).put(place + "/staff/" + staff, Map.of("name", staff));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    /** Returns the numbers of the latest consecutive revisions by the author of a revision. */
    private List<Integer> own(RevisionId of) {
        AccountId account = plans.revision(of).author();
        return server.bean(UndoStepFinder.class).ownRevisions(plan(), account).stream()
                .map(one -> plans.revision(one).number())
                .toList();
    }

    @Test
    void ownRevisionsReachBackToTheLatestOfAnotherPerson() {
        RevisionId first = plan().head();
        change(mine, "a");
        change(mine, "b");
        assertThat(own(first)).containsExactly(3, 2, 1);

        change(otherPlanner, "c");
        RevisionId ofOthers = plan().head();
        assertThat(own(first)).containsExactly(4);
        assertThat(own(ofOthers)).as("for the others it is their own").containsExactly(4, 3);
        change(mine, "d");
        assertThat(own(first)).containsExactly(5, 4);
    }

    @Test
    void ownRevisionsReachBackToTheLatestReplacedProblemAndFollowUndo() {
        RevisionId first = plan().head();
        change(mine, "a");
        var put = mine.withHeader("If-Match", mine.get(place).tag())
                .put(place + "/problem", Map.of("problem", TestServices.exampleProblem("camp-3-weeks")));
        assertThat(put.status()).as(put.body()).isEqualTo(200);
        change(mine, "b");
        assertThat(own(first)).containsExactly(4, 3);

        mine.withHeader("If-Match", mine.get(place).tag()).post(place + "/undo", Map.of());
        assertThat(own(first)).containsExactly(3);
        mine.withHeader("If-Match", mine.get(place).tag()).post(place + "/undo", Map.of());
        assertThat(own(first)).containsExactly(2, 1);
        change(mine, "c");
        assertThat(own(first)).as("undone steps are not included").containsExactly(5, 2, 1);
    }

    @Test
    void ownRevisionsAreLimitedInNumber() {
        RevisionId first = plan().head();
        for (int i = 0; i < 40; i++) {
            change(mine, "s" + i);
        }
        assertThat(own(first)).hasSize(31).startsWith(41, 40).endsWith(11);
    }
}
