package dk.grundskema.solver.rules;

import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.mapping.LessonMeetingReader;
import dk.grundskema.solver.registry.PluginRegistry;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Helper methods for tests of rules. */
final class RuleTrials {
    static final PluginRegistry PLUGINS = PluginRegistry.of(FixturePlugin.all());

    private RuleTrials() {}

    /** A trial of a scenario's problem with the decisions of its timetable, also those outside their value range. */
    static TrialPlan trialAsHeld(Scenario scenario) {
        return trialAsHeld(scenario, null);
    }

    /** The same with an earlier timetable to stay close to. */
    static TrialPlan trialAsHeld(Scenario scenario, Timetable reference) {
        TrialPlan trial = TrialPlan.of(PLUGINS, scenario.problem(), reference);
        scenario.timetable().meetings().forEach(meeting -> {
            Session session = trial.sessions().stream()
                    .filter(one -> one.id().equals(meeting.sessionId()))
                    .findFirst()
                    .orElseThrow();
            int before = scenario.problem().countTeacherSeats(session);
            trial.time(meeting.sessionId(), meeting.time())
                    .room(meeting.sessionId(), LessonMeetingReader.decidedRoom(scenario.problem(), session, meeting));
            for (int seat = before; seat < meeting.seats().size(); seat++) {
                trial.seat(
                        new SeatId(meeting.sessionId() + "#" + (seat - before)),
                        meeting.seats().get(seat).staffId());
            }
        });
        return trial;
    }

    /** A trial of a scenario's problem in which nothing is decided. */
    static TrialPlan emptyTrial(Scenario scenario) {
        return TrialPlan.of(PLUGINS, scenario.problem(), null);
    }

    /** The charges of a rule for the timetable of a scenario: amount and place of each match. */
    static List<List<Object>> charges(String rule, Scenario scenario) {
        return charges(rule, trialAsHeld(scenario));
    }

    /** The charges of a rule for the timetable of a scenario: amount, place and figures of each match. */
    static List<List<Object>> chargesWithFigures(String rule, Scenario scenario) {
        return trialAsHeld(scenario).matches(rule).stream()
                .map(match -> charge(match.amount(), match.arguments().toArray()))
                .toList();
    }

    /** The same in any order. */
    static List<List<Object>> charges(String rule, TrialPlan trial) {
        return trial.matches(rule).stream()
                .map(match -> charge(match.amount(), match.place().toArray()))
                .toList();
    }

    static List<Object> charge(long amount, Object... arguments) {
        var all = new ArrayList<Object>();
        all.add(amount);
        all.addAll(List.of(arguments));
        return all;
    }

    static StaffId staff(String id) {
        return new StaffId(id);
    }

    static StudentId student(String id) {
        return new StudentId(id);
    }

    static RoomId room(String id) {
        return new RoomId(id);
    }

    static SessionId session(String id) {
        return new SessionId(id);
    }

    static SeatId seat(String id) {
        return new SeatId(id);
    }

    static GroupId group(String id) {
        return new GroupId(id);
    }

    static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    static LocalDateTime moment(String text) {
        return LocalDateTime.parse(text);
    }

    static IsoWeek week(String text) {
        return IsoWeek.parse(text);
    }
}
