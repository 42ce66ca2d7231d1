package dk.grundskema.examples.comparison.rosters;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.examples.comparison.rosters.RosterParameters.Contract;
import dk.grundskema.examples.comparison.rosters.RosterParameters.Nurse;
import dk.grundskema.examples.comparison.rosters.RosterParameters.Shift;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.InterventionType.Category;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.DecorationBuilder;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Rosters of nurses. */
public final class RosterPlugin extends ComposedPlugin<RosterParameters> {
    static final String ID = "rosters";
    private static final String SHIFT = "shift";

    private static final InterventionType TYPE = new InterventionType(
            ID, 1, Category.AROUND, "First International Nurse Rostering Competition (2010): the shape of the problem");

    /** Creates the plugin. */
    public RosterPlugin() {
        super(parts(TYPE, RosterParameters.class, (roster, problem, interruptions) -> demand(roster, problem))
                .validator(RosterPlugin::findings)
                .rules(RosterRules.TYPES, RosterRules::of)
                .decoration(
                        DecorationBuilder.empty().kind(SHIFT, "shift", 0x3B5B92).build()));
    }

    private static List<Finding> findings(Intervention<RosterParameters> roster, Problem problem) {
        RosterParameters parameters = roster.parameters();
        var findings = new FindingCollector(ID, problem);
        List<String> contracts =
                parameters.contracts().stream().map(Contract::id).toList();
        List<String> shifts = parameters.shifts().stream().map(Shift::id).toList();
        FindingCollector.forEach(parameters.nurses(), "nurses", (nurse, at) -> {
            findings.checkStaff(nurse.staffId(), at + "/staffId");
            findings.checkKnown(contracts, nurse.contract(), "unknown-contract", at + "/contract");
            FindingCollector.forEach(nurse.wishes(), at + "/wishes", (wish, place) -> {
                if (wish.shift() != null) {
                    findings.checkKnown(shifts, wish.shift(), "unknown-shift", place + "/shift");
                }
                findings.errorUnless(
                        wish.day() <= parameters.days(), "late-wish", place + "/day", wish.day(), parameters.days());
            });
        });
        int days = problem.horizon().weeks() * 7;
        findings.errorUnless(parameters.days() <= days, "too-many-days", "days", parameters.days(), days);
        return findings.all();
    }

    /** A session for each day and shift type with a seat for each nurse. It is no work to the core, whose rules of rest and hours are not the competition's. */
    private static Demand demand(Intervention<RosterParameters> roster, Problem problem) {
        var demand = new DemandBuilder(roster, problem);
        var shifts = new ArrayList<Session>();
        for (int day = 0; day < roster.parameters().days(); day++) {
            LocalDate date = problem.horizon().firstDay().plusDays(day);
            for (Shift shift : roster.parameters().shifts()) {
                int cover = shift.cover().get(date.getDayOfWeek().ordinal());
                if (cover > 0) {
                    var session = demand.add(demand.session(SHIFT, shift.id(), date, shift.id())
                            .at(MeetingTime.on(date, shift.start(), shift.end()))
                            .onClosedDays(true)
                            .work(false));
                    shifts.add(session);
                    List<StaffId> candidates = candidates(roster.parameters(), shift, problem);
                    for (int seat = 0; seat < cover; seat++) {
                        demand.addSeat("nurse", true, candidates, session);
                    }
                }
            }
        }
        demand.addOneADayForEach(roster.title(), Level.HARD, 1, shifts);
        return demand.build();
    }

    private static List<StaffId> candidates(RosterParameters parameters, Shift shift, Problem problem) {
        return parameters.nurses().stream()
                .map(Nurse::staffId)
                .filter(id -> shift.skill() == null
                        || problem.staffMember(id)
                                .map(StaffMember::skills)
                                .filter(skills -> skills.contains(shift.skill()))
                                .isPresent())
                .toList();
    }
}
