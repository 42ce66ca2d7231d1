package dk.grundskema.plugins.camp;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.testkit.RuleBench;
import java.util.Arrays;
import java.util.List;

/** Words in which the tests of the fidelity report are written. */
final class CampReportFixture {
    static final String MONDAY_1 = "camp/camp-team-1/2026-09-07/module-1";
    static final String MONDAY_2 = "camp/camp-team-1/2026-09-07/module-2";
    static final String TUESDAY_1 = "camp/camp-team-1/2026-09-08/module-1";
    static final String TUESDAY_2 = "camp/camp-team-1/2026-09-08/module-2";

    private CampReportFixture() {}

    /** Returns the ask with a name for the plan on a bench. */
    static Ask ask(RuleBench bench, String name) {
        return ask(bench, bench.timetable(), name);
    }

    /** Returns the ask with a name for a plan that was changed by hand. */
    static Ask ask(RuleBench bench, Timetable timetable, String name) {
        return bench.fidelity(timetable).getFirst().asks().stream()
                .filter(one -> one.code().equals("camp.ask." + name))
                .findFirst()
                .orElseThrow();
    }

    /** Returns a timetable with Ann in each empty seat. */
    static Timetable seated(Timetable timetable) {
        return timetable.withMeetings(timetable.meetings().stream()
                .map(one -> one.withSeats(one.seats().stream()
                        .map(seat -> seat.staffId() == null
                                ? new MeetingSeat(seat.role(), new StaffId("ann"), seat.required(), seat.locked())
                                : seat)
                        .toList()))
                .toList());
    }

    /** Both seats of a session taken. */
    static RuleBench fillSeats(RuleBench bench, String session, String one, String other) {
        return bench.seat(session + "#0", one).seat(session + "#1", other);
    }

    /** All modules of the small camp with the same two adults. */
    static RuleBench fillAllModules(RuleBench bench, String one, String other) {
        List.of(MONDAY_1, MONDAY_2, TUESDAY_1, TUESDAY_2).forEach(module -> fillSeats(bench, module, one, other));
        return bench;
    }

    static Timetable without(Timetable timetable, String... sessions) {
        var gone = List.of(sessions);
        return new Timetable(
                timetable.version(),
                timetable.problem(),
                timetable.zone(),
                timetable.seed(),
                timetable.score(),
                timetable.rules(),
                timetable.groups(),
                timetable.meetings().stream()
                        .filter(one -> !gone.contains(one.sessionId().value()))
                        .toList(),
                timetable.tasks());
    }

    static SessionId session(String id) {
        return new SessionId(id);
    }

    static List<StaffId> staff(String... ids) {
        return Arrays.stream(ids).map(StaffId::new).toList();
    }

    static Shortfall at(Reason why, Object... where) {
        return Shortfall.at(why, where);
    }

    static Reason because(String name, Object... arguments) {
        return Reason.of("camp.why." + name, arguments);
    }
}
