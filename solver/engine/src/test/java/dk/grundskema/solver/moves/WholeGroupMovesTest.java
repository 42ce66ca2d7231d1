package dk.grundskema.solver.moves;

import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Neighbourhood;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.fixture.SmallGroupsSchool;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moves keep groups complete: sleeping ones occupy nothing, the others meet when members and tutor are free. */
class WholeGroupMovesTest {
    private static final int GROUPS = 4;
    private static final int MOVES = 3000;

    private Blueprint blueprint;
    private Decisions decisions;
    private OpenDecisionIndex openDecisions;
    private int[] values;

    WholeGroupMovesTest() {
        Scenario scenario = SmallGroupsSchool.of(10, GROUPS, 3, 2);
        for (int day = 7; day <= 11; day++) {
            // Students 1 to 5 are unavailable in the morning, student 6 in the afternoon, one tutor from 14.30.
            for (int student = 1; student <= 5; student++) {
                lesson(scenario, day, "07:00-08:00", "student-" + student, "other");
            }
            lesson(scenario, day, "13:00-15:00", "student-6", "another");
            lesson(scenario, day, "14:30-15:30", "student-10", "tutor-1");
        }
        load(scenario);
    }

    private void load(Scenario scenario) {
        blueprint = BlueprintBuilder.build(scenario.problem(), scenario.demands());
        decisions = blueprint.decisions();
        openDecisions = new OpenDecisionIndex(blueprint, Set.of());
        values = decisions.startValues();
    }

    private static void lesson(Scenario scenario, int day, String hours, String student, String teacher) {
        scenario.lesson(aLesson("%s-%d-%s".formatted(student, day, teacher))
                .at("2026-09-%02d %s".formatted(day, hours))
                .student(student)
                .by(teacher));
    }

    private void applyNext(MoveGenerator moves) {
        if (moves.draw()) {
            moves.applyTo((decision, value) -> values[decision] = value);
        }
    }

    private boolean isAwake(WholeGroup whole) {
        return IntStream.range(0, blueprint.memberships().size())
                .anyMatch(m -> values[decisions.member(m)] == whole.group());
    }

    private void assertNothingHeldAsleep(WholeGroup whole) {
        for (int session : whole.sessions()) {
            assertThat(values[decisions.slot(session)]).isEqualTo(Decisions.NONE);
            assertThat(values[decisions.room(session)]).isEqualTo(Decisions.NONE);
        }
        for (int seat : whole.seats()) {
            assertThat(values[decisions.seat(seat)]).isEqualTo(Decisions.NONE);
        }
    }

    /** Hours of a session on its day, of the form 07:15. */
    private String start(int session) {
        return blueprint
                .times()
                .get(session)
                .get(values[decisions.slot(session)])
                .start()
                .toString();
    }

    private void assertEverybodyFree(WholeGroup whole) {
        Set<String> members = new HashSet<>();
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            if (values[decisions.member(m)] == whole.group()) {
                members.add(blueprint.memberships().get(m).student().id().value());
            }
        }
        int tutor = values[decisions.seat(whole.seats()[0])];
        for (int session : whole.sessions()) {
            if (values[decisions.slot(session)] != Decisions.NONE) {
                if (start(session).equals("07:15")) {
                    assertThat(members).doesNotContain("student-1", "student-2", "student-3", "student-4", "student-5");
                } else {
                    assertThat(members).doesNotContain("student-6");
                }
                if (start(session).equals("14:30") && tutor != Decisions.NONE) {
                    assertThat(blueprint.staff().get(tutor).id().value()).isNotEqualTo("tutor-1");
                    assertThat(members).doesNotContain("student-10");
                }
            }
        }
    }

    private void assertTutorsInOnePlace() {
        Set<String> taken = new HashSet<>();
        for (WholeGroup whole : openDecisions.wholes.groups) {
            int tutor = values[decisions.seat(whole.seats()[0])];
            for (int session : whole.sessions()) {
                int slot = values[decisions.slot(session)];
                if (tutor != Decisions.NONE && slot != Decisions.NONE) {
                    assertThat(taken.add(
                                    tutor + " " + blueprint.times().get(session).get(slot)))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void groupsAreCompleteAfterEachMove() {
        var source = new MoveGenerator(openDecisions, values, new SplittableRandom(1));
        var seen = new HashSet<Integer>();
        for (int i = 0; i < MOVES; i++) {
            applyNext(source);
            int awake = 0;
            for (WholeGroup whole : openDecisions.wholes.groups) {
                if (isAwake(whole)) {
                    assertEverybodyFree(whole);
                    awake++;
                } else {
                    assertNothingHeldAsleep(whole);
                }
            }
            assertTutorsInOnePlace();
            seen.add(awake);
        }
        assertThat(seen).contains(GROUPS).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void personHoldsAtMostOneSeatOfASession(int sessions) {
        load(SmallGroupsSchool.of(6, 1, 3, 2).seat(SmallGroupsSchool.another(1, sessions, "tutor-1", "tutor-2")));
        var source = new MoveGenerator(openDecisions, values, new SplittableRandom(4));
        int both = 0;
        for (int i = 0; i < MOVES / 10; i++) {
            applyNext(source);
            int[] holders = Arrays.stream(openDecisions.wholes.groups.getFirst().seats())
                    .map(seat -> values[decisions.seat(seat)])
                    .filter(holder -> holder != Decisions.NONE)
                    .toArray();
            assertThat(holders).doesNotHaveDuplicates();
            both += holders.length == 2 ? 1 : 0;
        }
        assertThat(both).isPositive();
    }

    @Test
    void seatsOfANeighbourhoodMostlyGetOneHolder() {
        assertThat(shareOfGroupsWithOneHolder(true)).isGreaterThan(0.7);
        assertThat(shareOfGroupsWithOneHolder(false)).isLessThan(0.4);
    }

    /** Returns the share of groups with one holder among those that a move completes with a seat of each session. */
    private double shareOfGroupsWithOneHolder(boolean isNeighbourhood) {
        Scenario scenario = SmallGroupsSchool.of(6, 2, 3, 6);
        var demands = scenario.demands().stream()
                .map(demand -> withASeatForEachSession(demand, isNeighbourhood))
                .toList();
        blueprint = BlueprintBuilder.build(scenario.problem(), demands);
        decisions = blueprint.decisions();
        openDecisions = new OpenDecisionIndex(blueprint, Set.of());
        var source = new MoveGenerator(openDecisions, decisions.startValues(), new SplittableRandom(6));
        int complete = 0;
        int same = 0;
        for (int i = 0; i < MOVES; i++) {
            values = decisions.startValues(); // a group is built anew in each move
            applyNext(source);
            for (WholeGroup whole : openDecisions.wholes.groups) {
                int[] holders = Arrays.stream(whole.seats())
                        .map(seat -> values[decisions.seat(seat)])
                        .filter(holder -> holder != Decisions.NONE)
                        .toArray();
                complete += holders.length == 3 ? 1 : 0;
                same += holders.length == 3 && Arrays.stream(holders).distinct().count() == 1 ? 1 : 0;
            }
        }
        assertThat(complete).isGreaterThan(100);
        return (double) same / complete;
    }

    private static Demand withASeatForEachSession(Demand demand, boolean isNeighbourhood) {
        var seats = new ArrayList<Seat>();
        var neighbourhoods = new ArrayList<Neighbourhood>();
        for (Seat shared : demand.seats()) {
            var own = shared.sessions().stream()
                    .map(session -> new Seat(
                            new SeatId(session + "#0"),
                            List.of(session),
                            0,
                            shared.role(),
                            shared.required(),
                            shared.candidates()))
                    .toList();
            seats.addAll(own);
            if (isNeighbourhood) {
                var ids = own.stream().map(Seat::id).toList();
                neighbourhoods.add(new Neighbourhood(shared.id().value(), ids, List.of()));
            }
        }
        return new Demand(demand.sessions(), seats, demand.groupings(), neighbourhoods, demand.tasks(), demand.work());
    }

    @Test
    void groupWithoutConflictsKeepsOneRoom() {
        load(SmallGroupsSchool.of(6, 1, 3, 2));
        var source = new MoveGenerator(openDecisions, values, new SplittableRandom(5));
        WholeGroup whole = openDecisions.wholes.groups.getFirst();
        int most = 0;
        for (int i = 0; i < MOVES / 10; i++) {
            applyNext(source);
            int[] rooms = Arrays.stream(whole.sessions())
                    .map(session -> values[decisions.room(session)])
                    .filter(room -> room != Decisions.NONE)
                    .toArray();
            assertThat(Arrays.stream(rooms).distinct().count()).isLessThanOrEqualTo(1);
            most = Math.max(most, rooms.length);
        }
        assertThat(most).isGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = MoveKind.class,
            names = {
                "BUILD_GROUP",
                "REBUILD_GROUPS",
                "REPLAN_GROUP",
                "TAKE_PLACE",
                "MOVE_GROUP_SESSION",
                "SWAP_STUDENTS",
                "CHANGE_TUTOR",
                "PASS_PLACES_ON",
                "TURN_GROUP"
            })
    void eachFamilyOfMovesChangesExistingGroups(MoveKind kind) {
        var all = new MoveGenerator(openDecisions, values, new SplittableRandom(2));
        Set<MoveKind> others = EnumSet.allOf(MoveKind.class);
        others.remove(kind);
        var only = new MoveGenerator(new OpenDecisionIndex(blueprint, others), values, new SplittableRandom(3));
        boolean isChanged = false;
        for (int i = 0; i < 100 && !isChanged; i++) {
            for (int mixed = 0; mixed < 20; mixed++) {
                applyNext(all);
            }
            int[] before = values.clone();
            for (int alone = 0; alone < 20; alone++) {
                applyNext(only);
            }
            isChanged = !Arrays.equals(before, values);
        }

        assertThat(isChanged).isTrue();
    }

    @Test
    void movesOfSleepingSessionsConsiderTheirGroup() {
        assertThat(openDecisions.kinds)
                .containsExactlyInAnyOrder(
                        MoveKind.BUILD_GROUP,
                        MoveKind.REBUILD_GROUPS,
                        MoveKind.REPLAN_GROUP,
                        MoveKind.TAKE_PLACE,
                        MoveKind.MOVE_GROUP_SESSION,
                        MoveKind.SWAP_STUDENTS,
                        MoveKind.CHANGE_TUTOR,
                        MoveKind.PASS_PLACES_ON,
                        MoveKind.TURN_GROUP);
    }
}
