package dk.grundskema.solver.moves;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.testkit.MeetingTimes;
import dk.grundskema.solver.testkit.RoomBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeExchangeMovesTest {
    private static final int TRIES = 300;
    private static final MeetingTime EARLY = MeetingTimes.time("2026-09-07 08:00-08:45");
    private static final MeetingTime LATE = MeetingTimes.time("2026-09-07 10:00-10:45");

    private final Scenario scenario =
            Scenario.aScenario().room(RoomBuilder.aRoom("r1")).room(RoomBuilder.aRoom("r2"));
    private int[][] clashes = {};

    /** Times and rooms after each of many moves that change something, such as {@code "0:r1"}: the first time, in room 1. */
    private Set<List<String>> placesAfter(List<String> before, boolean isRoomMove) {
        Blueprint blueprint = BlueprintBuilder.build(scenario.problem(), scenario.demands());
        Decisions decisions = blueprint.decisions();
        int count = before.size();
        var graph = new ClashGraph(IntStream.range(0, count).toArray(), count);
        for (int[] clash : clashes) {
            graph.add(clash[0], clash[1]);
        }
        int[] values = decisions.startValues();
        for (int session = 0; session < count; session++) {
            values[decisions.slot(session)] = before.get(session).startsWith("0") ? 0 : 1;
            values[decisions.room(session)] = before.get(session).endsWith("r1") ? 0 : 1;
        }
        var draft = new DecisionOverlay(decisions, values);
        var moves = new TimeExchangeMoves(
                new OpenDecisionIndex(blueprint, Set.of(), graph), draft, new SplittableRandom(1));
        Set<List<String>> seen = new HashSet<>();
        for (int i = 0; i < TRIES; i++) {
            draft.clear();
            if (isRoomMove) {
                moves.exchangeRooms();
            } else {
                moves.exchangeTimes();
            }
            seen.add(IntStream.range(0, count)
                    .mapToObj(session ->
                            draft.value(decisions.slot(session)) + ":r" + (1 + draft.value(decisions.room(session))))
                    .toList());
        }
        seen.remove(before);
        return seen;
    }

    private void meetings(int count) {
        for (int i = 0; i < count; i++) {
            scenario.meeting(aMeeting("m" + i).demandedAt(EARLY, LATE).rooms("r1", "r2"));
        }
    }

    @Test
    void clashingSessionsExchangeTheirTimes() {
        meetings(2);
        clashes = new int[][] {{0, 1}};

        assertThat(placesAfter(List.of("0:r1", "1:r1"), false)).containsExactly(List.of("1:r1", "0:r1"));
    }

    @Test
    void chainTakesAllThatClashAndLeavesTheOthers() {
        meetings(4);
        clashes = new int[][] {{0, 1}, {1, 2}, {2, 3}};

        // Sessions 0 and 2 are early, 1 and 3 late. Each clashes with the next one, so that all of them move.
        assertThat(placesAfter(List.of("0:r1", "1:r1", "0:r2", "1:r2"), false))
                .containsExactly(List.of("1:r1", "0:r1", "1:r2", "0:r2"));
    }

    @Test
    void sessionWithoutAClashTakesAFreeRoom() {
        meetings(3);
        clashes = new int[][] {{0, 2}};

        assertThat(placesAfter(List.of("0:r1", "1:r1", "1:r2"), false))
                .contains(List.of("1:r2", "1:r1", "0:r2"))
                .allSatisfy(places -> assertThat(new HashSet<>(places)).hasSameSizeAs(places));
    }

    @Test
    void roomThatIsTakenAtThatTimeIsExchanged() {
        meetings(3);
        clashes = new int[][] {{0, 1}, {1, 2}};

        assertThat(placesAfter(List.of("0:r1", "0:r2", "1:r2"), true))
                .containsExactlyInAnyOrder(List.of("0:r2", "0:r1", "1:r2"), List.of("0:r1", "0:r2", "1:r1"));
    }
}
