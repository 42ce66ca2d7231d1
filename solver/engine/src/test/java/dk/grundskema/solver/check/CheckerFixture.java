package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.Scenario;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Helper methods for tests of the checker. */
final class CheckerFixture {
    private CheckerFixture() {}

    /** All faults that the checker finds, with their places only. */
    static List<RuleViolation> faults(Scenario scenario) {
        return faultsWithFigures(scenario).stream()
                .map(CheckerFixture::withoutFigures)
                .toList();
    }

    /** All faults that the checker finds. */
    static List<RuleViolation> faultsWithFigures(Scenario scenario) {
        return new TimetableChecker(FixturePlugin::byType).checkRules(scenario.problem(), scenario.timetable());
    }

    static RuleViolation withoutFigures(RuleViolation fault) {
        return new RuleViolation(fault.rule(), fault.level(), fault.amount(), fault.place());
    }

    static Figure minutes(long minutes) {
        return Figure.ofMinutes(minutes);
    }

    static RuleViolation hard(String rule, long amount, Object... key) {
        return new RuleViolation(rule, Level.HARD, amount, List.of(key));
    }

    static RuleViolation medium(String rule, long amount, Object... key) {
        return new RuleViolation(rule, Level.MEDIUM, amount, List.of(key));
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
