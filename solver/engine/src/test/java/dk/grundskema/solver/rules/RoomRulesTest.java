package dk.grundskema.solver.rules;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.rules.RuleTrials.*;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.fixture.Scenario;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomRulesTest {
    private static final String KIND = "core.room-kind";
    private static final String CAPACITY = "core.room-capacity";
    private static final String MISSING = "core.missing-room";

    private static Group team(String id, String... given) {
        return new Group(
                group(id),
                id,
                Group.Kind.TEAM,
                Arrays.stream(given)
                        .map(one -> GroupMember.always(student(one)))
                        .toList());
    }

    @Test
    void roomOutsideTheAllowedOnesCostsOne() {
        var trial =
                emptyTrial(aScenario().room(aRoom("gym")).meeting(aMeeting("a").rooms("hall", "attic")));
        assertThat(charges(KIND, trial.room(session("a"), room("hall")))).isEmpty();
        assertThat(charges(KIND, trial.room(session("a"), room("gym"))))
                .containsExactly(charge(1, session("a"), room("gym")));
    }

    @Test
    void anyRoomIsWrongForASessionWithoutRoom() {
        var trial = emptyTrial(aScenario().room(aRoom("gym")).meeting(aMeeting("a")));
        assertThat(charges(KIND, trial)).isEmpty();
        assertThat(charges(KIND, trial.room(session("a"), room("gym"))))
                .containsExactly(charge(1, session("a"), room("gym")));
    }

    @Test
    void missingRoomCostsOne() {
        var trial = emptyTrial(
                aScenario().meeting(aMeeting("a").rooms("hall", "gym")).meeting(aMeeting("b")));
        assertThat(charges(MISSING, trial)).containsExactly(charge(1, session("a")));
        assertThat(charges(MISSING, trial.room(session("a"), room("gym")))).isEmpty();
    }

    @Test
    void fullRoomCostsNothingAndEachStudentMoreCostsOne() {
        var scenario = aScenario()
                .room(aRoom("hall").capacity(2))
                .group("class", "dea", "eli")
                .meeting(aMeeting("a").room("hall").group("class"));
        assertThat(charges(CAPACITY, scenario)).isEmpty();
        scenario.meeting(aMeeting("b").room("hall").group("class").student("fie", "gry"));
        assertThat(charges(CAPACITY, scenario)).containsExactly(charge(2, session("b"), room("hall")));
    }

    @Test
    void peopleWithoutRecordsNeedPlacesBesidesStudents() {
        var scenario = aScenario()
                .room(aRoom("hall").capacity(10))
                .group("class", "dea", "eli")
                .meeting(aMeeting("a").room("hall").group("class").attendance(8));
        assertThat(charges(CAPACITY, scenario)).isEmpty();
        scenario.meeting(aMeeting("b").room("hall").group("class").attendance(11));
        assertThat(charges(CAPACITY, scenario)).containsExactly(charge(3, session("b"), room("hall")));
        assertThat(new TimetableChecker(PLUGINS::find)
                        .check(scenario.problem(), scenario.timetable()).stream()
                                .filter(one -> one.rule().equals(CAPACITY))
                                .map(RuleViolation::amount))
                .containsExactly(3L);
    }

    @Test
    void studentWhoTakesPartTwiceNeedsOnePlace() {
        assertThat(charges(
                        CAPACITY,
                        aScenario()
                                .room(aRoom("hall").capacity(1))
                                .group("class", "dea", "eli")
                                .group("choir", "dea", "fie")
                                .meeting(aMeeting("a")
                                        .room("hall")
                                        .group("class", "choir")
                                        .student("eli"))))
                .containsExactly(charge(2, session("a"), room("hall")));
    }

    @Test
    void membersWhoJoinAGroupNeedPlaces() {
        var trial = trialAsHeld(aScenario()
                .room(aRoom("hall").capacity(1))
                .grouping(0, 9, List.of(team("red", "dea"), team("blue")), "eli", "fie")
                .meeting(aMeeting("a").room("hall").group("red")));
        assertThat(charges(CAPACITY, trial)).isEmpty();
        assertThat(charges(CAPACITY, trial.join(student("eli"), group("blue")))).isEmpty();
        assertThat(charges(CAPACITY, trial.join(student("fie"), group("red"))))
                .containsExactly(charge(1, session("a"), room("hall")));
    }

    @Test
    void memberWhoAlsoTakesPartDirectlyNeedsOnePlace() {
        var trial = trialAsHeld(aScenario()
                .room(aRoom("hall").capacity(1))
                .grouping(0, 9, List.of(team("red", "dea"), team("blue")), "eli", "fie")
                .grouping(0, 9, List.of(team("late"), team("early")), "fie")
                .meeting(aMeeting("a").room("hall").group("red", "late").student("eli")));
        assertThat(charges(CAPACITY, trial)).containsExactly(charge(1, session("a"), room("hall")));
        assertThat(charges(CAPACITY, trial.join(student("eli"), group("red"))))
                .containsExactly(charge(1, session("a"), room("hall")));
        assertThat(charges(CAPACITY, trial.join(student("fie"), group("red"))))
                .containsExactly(charge(2, session("a"), room("hall")));
        assertThat(charges(CAPACITY, trial.join(student("fie"), group("late"))))
                .containsExactly(charge(2, session("a"), room("hall")));
        trial.join(student("eli"), group("blue"))
                .join(student("fie"), group("blue"))
                .join(student("fie"), group("early"));
        assertThat(charges(CAPACITY, trial)).containsExactly(charge(1, session("a"), room("hall")));
    }

    @Test
    void sessionThatIsNotHeldOccupiesNoRoom() {
        var talk = Session.builder(
                        session("talk"), new InterventionId(Scenario.INTERVENTION), "talk", "T", new SiteId("home"))
                .times(List.of(time("2026-09-07 08:00-09:00"), time("2026-09-08 08:00-09:00")))
                .rooms(List.of(room("hall"), room("attic")))
                .students(List.of(student("dea"), student("eli")))
                .build();
        var trial = emptyTrial(aScenario()
                .room(aRoom("hall"))
                .room(aRoom("attic"))
                .room(aRoom("gym").capacity(1))
                .group("all", "dea", "eli")
                .session(talk));
        assertThat(charges(MISSING, trial)).isEmpty();
        trial.room(session("talk"), room("gym"));
        assertThat(charges(KIND, trial)).isEmpty();
        assertThat(charges(CAPACITY, trial)).isEmpty();
        trial.time(session("talk"), time("2026-09-08 08:00-09:00"));
        assertThat(charges(KIND, trial)).containsExactly(charge(1, session("talk"), room("gym")));
        assertThat(charges(CAPACITY, trial)).containsExactly(charge(1, session("talk"), room("gym")));
        assertThat(charges(MISSING, trial.room(session("talk"), null))).containsExactly(charge(1, session("talk")));
    }
}
