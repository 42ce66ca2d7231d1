package dk.grundskema.api.server.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.engine.Attempt;
import dk.grundskema.solver.engine.HandChange;
import dk.grundskema.solver.engine.Workbench;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A workbench that goes from edit to edit says what one says that is made of what was kept. */
final class KeptWorkbenchTest {
    private static final PluginHouse HOUSE = new PluginHouse();

    @ParameterizedTest
    @EnumSource
    void afterManyEditsAnswersAreThoseOfAFreshWorkbench(Database database) {
        PlannedCamp camp = PlannedCamp.on(database);
        var benches = camp.server().part(Benches.class);
        List<Meeting> meetings = camp.now().meetings().stream()
                .filter(one -> one.seats().size() > 1 && one.seats().getFirst().staffId() != null)
                .limit(8)
                .toList();
        assertThat(meetings).hasSize(8);
        for (int i = 0; i < meetings.size(); i++) {
            Meeting meeting = meetings.get(i);
            // Every other seat is emptied, which breaks rules that the next edits find broken.
            String who = i % 2 == 0
                    ? null
                    : camp.asked()
                            .staff()
                            .get(i % camp.asked().staff().size())
                            .id()
                            .value();
            Bench kept = benches.of(new PlanId(camp.id()));
            Workbench fresh = Workbench.of(
                    HOUSE.plugins(),
                    kept.workbench().problem(),
                    kept.timetable().value());
            assertThat(kept.workbench().score()).isEqualTo(fresh.score());
            Attempt.Made one = made(kept.workbench(), meeting, who);
            Attempt.Made other = made(fresh, meeting, who);
            assertThat(one.effect()).isEqualTo(other.effect());
            assertThat(one.timetable("hash")).isEqualTo(other.timetable("hash"));
            assertThat(one.sketch().meetings())
                    .isEqualTo(other.timetable("hash").meetings());
            Answer edited = camp.fresh().post(camp.path() + "/edits", Map.of("changes", List.of(body(meeting, who))));
            assertThat(edited.status()).as(edited.body()).isEqualTo(200);
            assertThat(camp.now().meetings()).isEqualTo(other.timetable("hash").meetings());
            assertThat(camp.now().rules()).isEqualTo(other.timetable("hash").rules());
        }
        assertThat(benches.of(new PlanId(camp.id())).workbench().score().medium())
                .isNegative();
    }

    private static Attempt.Made made(Workbench bench, Meeting meeting, @Nullable String who) {
        var staff = who == null ? null : new dk.grundskema.domain.people.StaffId(who);
        return (Attempt.Made) bench.attempt(List.of(new HandChange.Seating(meeting.sessionId(), 0, staff)), true);
    }

    private static Map<String, Object> body(Meeting meeting, @Nullable String who) {
        var body = new HashMap<String, Object>(
                Map.of("what", "SEAT", "sessionId", meeting.sessionId().value(), "position", 0));
        if (who != null) {
            body.put("staffId", who);
        }
        return body;
    }
}
