package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.solver.change.AbsenceChange;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Proves the minimum number of person-days that a change must have. A person-day is a staff member's duties on a date; it is
 * changed if they differ from before. Person-days of absent staff do not count on dates on which their duties are dropped.
 * Started sessions and teams stay fixed; subjects may move.
 */
public final class LeastChangeProver {
    /**
     * The proved minimum.
     *
     * @param medium     minimum points of medium rules
     * @param personDays minimum changed person-days with that many points
     */
    public record LeastChange(long medium, long personDays) {}

    private final AbsenceChange change;
    private final CampFacts facts;
    private final ZoneId zone;
    private final Map<String, Meeting> before;

    /**
     * @param change    the change: the plan in use, the absences, and the moment
     * @param fromNowOn the problem with absent staff unavailable
     * @throws IllegalArgumentException if the problem has something that the model does not support
     */
    public LeastChangeProver(AbsenceChange change, Problem fromNowOn) {
        Loader.loadNativeLibraries();
        this.change = change;
        this.facts = CampFacts.of(fromNowOn);
        this.zone = fromNowOn.horizon().zone();
        this.before = change.timetable().meetings().stream()
                .collect(Collectors.toMap(meeting -> meeting.sessionId().value(), meeting -> meeting));
    }

    /**
     * Returns the minimum, if it can be proved.
     *
     * @param effort limit of CP-SAT's work in its deterministic units, about a second each
     * @return the minimum; empty if the proof takes more effort
     */
    public Optional<LeastChange> proveLeastChange(double effort) {
        CampModel model = CampModel.forLeastChange(facts);
        Set<PersonDay> exempt = exemptDays();
        var days = new TreeMap<PersonDay, BoolVar>();
        for (int block = 0; block < facts.held().size(); block++) {
            Meeting old = Objects.requireNonNull(
                    before.get(facts.held().get(block).session().id().value()));
            boolean isPast = isPast(facts.held().get(block).slot().interval());
            for (int person = 0; person < facts.staff().size(); person++) {
                var day = new PersonDay(
                        facts.staff().get(person).id(),
                        facts.held().get(block).slot().date());
                boolean wasThere = holders(old).contains(day.staffId());
                BoolVar duty = model.duties().duty(block, person);
                if (duty == null && wasThere && !exempt.contains(day)) {
                    throw new IllegalArgumentException(
                            "(%s) had a duty on (%s) that the model excludes.".formatted(day.staffId(), day.date()));
                }
                if (duty == null) {
                    continue;
                }
                if (isPast) {
                    model.model().addEquality(duty, wasThere ? 1 : 0);
                } else if (!exempt.contains(day)) {
                    BoolVar changed =
                            days.computeIfAbsent(day, any -> model.model().newBoolVar(""));
                    model.model().addImplication(wasThere ? duty.not() : duty, changed);
                }
            }
        }
        days.values().forEach(model.cost()::addChange);
        fixUnchangeable(model);
        return prove(model.applyObjective(), effort);
    }

    private static Optional<LeastChange> prove(CampModel model, double effort) {
        CpSolver solver = new CpSolver();
        solver.getParameters().setMaxDeterministicTime(effort).setNumWorkers(1).setRandomSeed(1);
        if (solver.solve(model.model()) != CpSolverStatus.OPTIMAL) {
            return Optional.empty();
        }
        long objective = Math.round(solver.objectiveValue());
        return Optional.of(new LeastChange(objective / CampObjective.MEDIUM, objective % CampObjective.MEDIUM));
    }

    private boolean isPast(Interval interval) {
        return interval.start() < Interval.toEpochMinute(change.now(), zone);
    }

    private static Collection<StaffId> holders(Meeting meeting) {
        Set<StaffId> holders = new HashSet<>();
        for (MeetingSeat seat : meeting.seats()) {
            StaffId who = seat.staffId();
            if (who != null) {
                holders.add(who);
            }
        }
        return holders;
    }

    /** Returns the days of absent staff on which a duty becomes vacant. */
    private Set<PersonDay> exemptDays() {
        Set<PersonDay> exempt = new HashSet<>();
        for (var absence : change.absences()) {
            for (Meeting meeting : change.timetable().meetings()) {
                Interval heldBlocks = meeting.time().intervals(zone).getFirst();
                if (holders(meeting).contains(absence.staffId())
                        && heldBlocks.overlaps(absence.toInterval(zone))
                        && !isPast(heldBlocks)) {
                    exempt.add(new PersonDay(absence.staffId(), meeting.time().firstDate()));
                }
            }
        }
        return exempt;
    }

    /** Fixes teams, and the subjects of modules that have started. */
    private void fixUnchangeable(CampModel model) {
        for (int course = 0; course < facts.courses().size(); course++) {
            String subject = facts.courses().get(course).subject();
            model.subjects().hostVariables().get(course).forEach((host, here) -> {
                var heldBlocks = facts.held().get(host);
                if (isPast(heldBlocks.slot().interval())) {
                    Meeting old = Objects.requireNonNull(
                            before.get(heldBlocks.session().id().value()));
                    model.model().addEquality(here, old.subject().equals(subject) ? 1 : 0);
                }
            });
        }
        Map<Object, Object> groupOf = new HashMap<>();
        for (GroupMembers group : change.timetable().groups()) {
            group.members().forEach(member -> groupOf.put(member.studentId(), group.id()));
        }
        for (int grouping = 0; grouping < facts.groupings().size(); grouping++) {
            var asked = facts.groupings().get(grouping);
            for (int student = 0; student < asked.students().size(); student++) {
                Object group = groupOf.get(asked.students().get(student));
                List<Object> ids =
                        asked.groups().stream().<Object>map(one -> one.id()).toList();
                BoolVar[] in = model.members().membership().get(grouping)[student];
                for (int one = 0; one < in.length; one++) {
                    model.model().addEquality(in[one], ids.get(one).equals(group) ? 1 : 0);
                }
            }
        }
    }
}
