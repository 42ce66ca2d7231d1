package dk.grundskema.api.server.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.start.Server;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far back what was done to a plan is somebody's own doing. */
final class PlanStepsTest {
    private final Server server = Services.on(Database.H2);
    private final School school = School.in(server);
    private final Client mine = school.person(Role.PLANNER).browser();
    private final Client others = school.person(Role.PLANNER).browser();
    private final String place = NewPlan.of(mine, school.path());
    private final Plans plans = server.part(Plans.class);

    private Plan plan() {
        return plans.get(NewPlan.id(place));
    }

    private void change(Client who, String staff) {
        var changed = who.with("If-Match", who.get(place).tag()).put(place + "/staff/" + staff, Map.of("name", staff));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    /** Numbers of the revisions that are of whoever made a revision. */
    private List<Integer> own(RevisionId of) {
        AccountId account = plans.revision(of).author();
        return server.part(PlanSteps.class).own(plan(), account).stream()
                .map(one -> plans.revision(one).number())
                .toList();
    }

    @Test
    void itGoesBackToTheLastThatSomebodyElseDid() {
        RevisionId first = plan().head();
        change(mine, "a");
        change(mine, "b");
        assertThat(own(first)).containsExactly(3, 2, 1);

        change(others, "c");
        RevisionId ofOthers = plan().head();
        assertThat(own(first)).containsExactly(4);
        assertThat(own(ofOthers)).as("to them it is theirs").containsExactly(4, 3);
        change(mine, "d");
        assertThat(own(first)).containsExactly(5, 4);
    }

    @Test
    void itGoesBackToTheLastThatMayHaveBroughtLocksAndFollowsWhoeverUndoes() {
        RevisionId first = plan().head();
        change(mine, "a");
        var put = mine.with("If-Match", mine.get(place).tag())
                .put(place + "/problem", Map.of("problem", Services.example("camp-3-weeks")));
        assertThat(put.status()).as(put.body()).isEqualTo(200);
        change(mine, "b");
        assertThat(own(first)).containsExactly(4, 3);

        mine.with("If-Match", mine.get(place).tag()).post(place + "/undo", Map.of());
        assertThat(own(first)).containsExactly(3);
        mine.with("If-Match", mine.get(place).tag()).post(place + "/undo", Map.of());
        assertThat(own(first)).containsExactly(2, 1);
        change(mine, "c");
        assertThat(own(first)).as("what was undone is no part of it").containsExactly(5, 2, 1);
    }

    @Test
    void itDoesNotGoBackWithoutEnd() {
        RevisionId first = plan().head();
        for (int i = 0; i < 40; i++) {
            change(mine, "s" + i);
        }
        assertThat(own(first)).hasSize(31).startsWith(41, 40).endsWith(11);
    }
}
