package dk.grundskema.examples.cpsat;

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
import dk.grundskema.solver.engine.ReplanRequest;
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
 * Proves how few person-days a repair has to change: a staff member's duties on a date, where they aren't as before. Those of whoever
 * is away don't count on the dates of duties that fall. What has begun stays, and so do teams; subjects may move.
 */
public final class ReplanJudge {
    /**
     * The least that can be.
     *
     * @param medium     fewest points of medium rules
     * @param personDays fewest changed person-days with so few points
     */
    public record Least(long medium, long personDays) {}

    private final ReplanRequest request;
    private final CampFacts facts;
    private final ZoneId zone;
    private final Map<String, Meeting> before;

    /**
     * @param request   who is away from which plan, and when it is now
     * @param fromNowOn the problem with whoever is away as unavailable
     * @throws IllegalArgumentException if the problem has something that the model doesn't carry
     */
    public ReplanJudge(ReplanRequest request, Problem fromNowOn) {
        Loader.loadNativeLibraries();
        this.request = request;
        this.facts = CampFacts.of(fromNowOn);
        this.zone = fromNowOn.horizon().zone();
        this.before = request.timetable().meetings().stream()
                .collect(Collectors.toMap(meeting -> meeting.sessionId().value(), meeting -> meeting));
    }

    /**
     * The least, if it can be proved.
     *
     * @param effort how much work CP-SAT may do, in its deterministic units: about a second each
     * @return empty if the proof takes more
     */
    public Optional<Least> least(double effort) {
        CampModel model = CampModel.leastChanged(facts);
        Set<PersonDay> exempt = exempt();
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
                            "(%s) was somewhere on (%s) where it can't be.".formatted(day.staffId(), day.date()));
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
        days.values().forEach(model.cost()::changed);
        whatStays(model);
        return prove(model.complete(), effort);
    }

    private static Optional<Least> prove(CampModel model, double effort) {
        CpSolver solver = new CpSolver();
        solver.getParameters().setMaxDeterministicTime(effort).setNumWorkers(1).setRandomSeed(1);
        if (solver.solve(model.model()) != CpSolverStatus.OPTIMAL) {
            return Optional.empty();
        }
        long objective = Math.round(solver.objectiveValue());
        return Optional.of(new Least(objective / Cost.MEDIUM, objective % Cost.MEDIUM));
    }

    private boolean isPast(Interval interval) {
        return interval.start() < Interval.minute(request.now(), zone);
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

    /** Days of those away on which a duty falls open. */
    private Set<PersonDay> exempt() {
        Set<PersonDay> exempt = new HashSet<>();
        for (var absence : request.absences()) {
            for (Meeting meeting : request.timetable().meetings()) {
                Interval held = meeting.time().intervals(zone).getFirst();
                if (holders(meeting).contains(absence.staffId())
                        && held.overlaps(absence.interval(zone))
                        && !isPast(held)) {
                    exempt.add(new PersonDay(absence.staffId(), meeting.time().firstDate()));
                }
            }
        }
        return exempt;
    }

    /** Teams stay as they are, and subjects of modules that have begun. */
    private void whatStays(CampModel model) {
        for (int course = 0; course < facts.courses().size(); course++) {
            String subject = facts.courses().get(course).subject();
            model.subjects().placed().get(course).forEach((host, here) -> {
                var held = facts.held().get(host);
                if (isPast(held.slot().interval())) {
                    Meeting old = Objects.requireNonNull(
                            before.get(held.session().id().value()));
                    model.model().addEquality(here, old.subject().equals(subject) ? 1 : 0);
                }
            });
        }
        Map<Object, Object> groupOf = new HashMap<>();
        for (GroupMembers group : request.timetable().groups()) {
            group.members().forEach(member -> groupOf.put(member.studentId(), group.id()));
        }
        for (int grouping = 0; grouping < facts.groupings().size(); grouping++) {
            var asked = facts.groupings().get(grouping);
            for (int student = 0; student < asked.students().size(); student++) {
                Object group = groupOf.get(asked.students().get(student));
                List<Object> ids =
                        asked.groups().stream().<Object>map(one -> one.id()).toList();
                BoolVar[] in = model.members().joined().get(grouping)[student];
                for (int one = 0; one < in.length; one++) {
                    model.model().addEquality(in[one], ids.get(one).equals(group) ? 1 : 0);
                }
            }
        }
    }
}
