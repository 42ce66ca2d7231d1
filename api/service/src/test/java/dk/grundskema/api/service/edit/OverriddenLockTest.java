package dk.grundskema.api.service.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.PlannedCampFixture;
import dk.grundskema.domain.timetable.Meeting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An edit overrides locks; the overridden locks are reported before and after it. */
final class OverriddenLockTest {
    private static Meeting other(PlannedCampFixture camp, Meeting module) {
        return camp.currentTimetable().meetings().stream()
                .filter(one -> one.kind().equals("module") && one.groupIds().equals(module.groupIds()))
                .filter(one -> !one.subject().isEmpty() && !one.subject().equals(module.subject()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> swap(Meeting one, Meeting other) {
        return Map.of(
                "changes",
                List.of(Map.of(
                        "what",
                        "SWAP",
                        "sessionId",
                        one.sessionId().value(),
                        "otherId",
                        other.sessionId().value())));
    }

    @Test
    void aLockThatAChangeDoesNotKeepIsNamed() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting module = camp.module();
        Meeting other = other(camp, module);
        String id = module.sessionId().value();
        Answer free = camp.client().post(camp.path() + "/what-if", swap(module, other));
        assertThat(free.at("/overridden")).isIn(List.of(), "null");
        camp.versionedClient().post(camp.path() + "/locks", Map.of("sessionId", id));

        Answer tried = camp.client().post(camp.path() + "/what-if", swap(other, module));
        assertThat(tried.status()).as(tried.body()).isEqualTo(200);
        assertThat(tried.at("/overridden/0/sessionId")).isEqualTo(id);
        assertThat(tried.at("/overridden/0/what")).isEqualTo(List.of("SUBJECT"));
        assertThat(String.valueOf(tried.at("/overridden/0/text"))).contains(" ");
        assertThat((List<?>) tried.at("/overridden")).hasSize(1);
        var seat = Map.of("changes", List.of(Map.of("what", "SEAT", "sessionId", id, "position", 0)));
        Answer emptied = camp.client().post(camp.path() + "/what-if", seat);
        assertThat(emptied.at("/overridden/0/what")).isEqualTo(List.of("SEATS"));
        assertThat(emptied.at("/overridden/0/positions")).as("that seat alone").isEqualTo(List.of(0));
        assertThat(tried.at("/overridden/0/positions")).isIn(List.of(), "null");
        var kept = Map.of(
                "changes",
                List.of(Map.of(
                        "what",
                        "SEAT",
                        "sessionId",
                        id,
                        "position",
                        0,
                        "staffId",
                        String.valueOf(module.seats().getFirst().staffId()))));
        assertThat(camp.client().post(camp.path() + "/what-if", kept).at("/overridden"))
                .isIn(List.of(), "null");

        Answer edited = camp.versionedClient().post(camp.path() + "/edits", swap(other, module));
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        assertThat(edited.at("/effect/overridden/0/sessionId")).isEqualTo(id);
        assertThat(camp.currentProblem().locks())
                .filteredOn(lock -> lock.sessionId().value().equals(id))
                .allMatch(lock -> other.subject().equals(lock.subject()));
    }
}
