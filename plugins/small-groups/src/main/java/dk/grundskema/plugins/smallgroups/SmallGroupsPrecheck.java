package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.WordMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts shortages: tutors' sessions, rooms, and times at which candidates are free. */
final class SmallGroupsPrecheck {
    private final SmallGroupsContext context;
    private final SmallGroupsParameters parameters;
    private final boolean mayCover;
    private final FindingCollector findings;
    private final GroupCapacity capacity;

    /** The sessions of the groups; other interventions may have moved their weeks. */
    private final List<Session> sessions;

    private SmallGroupsPrecheck(Intervention<SmallGroupsParameters> intervention, Problem problem, Demand demand) {
        this.parameters = intervention.parameters();
        this.context = new SmallGroupsContext(intervention, problem, List.of());
        this.mayCover = !parameters.cover().isEmpty();
        this.findings = new FindingCollector("small-groups", problem);
        this.capacity = new GroupCapacity(parameters.sessionsPerWeek(), parameters.largest(), findings);
        this.sessions = demand.sessions().stream()
                .filter(session -> session.kind().equals("small-group"))
                .toList();
    }

    static List<Finding> of(Intervention<SmallGroupsParameters> intervention, Problem problem, Demand demand) {
        return new SmallGroupsPrecheck(intervention, problem, demand).findings();
    }

    private List<Finding> findings() {
        checkTutors();
        for (CandidatePool pool : context.pools) {
            var times = context.groupTimes(pool);
            if (parameters.oneSessionADay().isBinding()) {
                capacity.checkDays(pool, times, "oneSessionADay");
            }
            capacity.checkRooms(pool, context.rooms(pool), times, "rooms");
            context.suggestTimes(capacity.checkTimes(pool, times, "usable"), pool.subject(), findings);
        }
        return findings.all();
    }

    private void checkTutors() {
        int candidates = parameters.candidates().size();
        List<MeetingTime> times = sessions.isEmpty() ? context.usable : times(sessions);
        long own = context.tutors.sessionCapacity(times, context.free, mayCover);
        Double hours = parameters.tutorHoursPerWeek();
        long paid = hours == null ? own : Math.min(own, Math.round(hours * 60) / parameters.paidMinutes());
        capacity.checkTutors(candidates, paid, parameters.mostGroups(), "tutors");
        Set<StaffId> lacking = new LinkedHashSet<>();
        if (capacity.isEnough(candidates, own)) {
            lacking.addAll(checkSubjects());
        } else {
            lacking.addAll(context.tutors.ids());
        }
        context.tutors.checkWeeks(lacking, times, context.problem, findings, "tutors");
    }

    /**
     * Counts the tutors of each subject for its candidates alone. The validation reports subjects in which nobody is trained.
     *
     * @return the tutors of subjects in which they do not suffice
     */
    private Set<StaffId> checkSubjects() {
        Map<String, List<Session>> bySubject = new TreeMap<>();
        sessions.forEach(session -> bySubject
                .computeIfAbsent(WordMatcher.idPart(session.subject()), any -> new ArrayList<>())
                .add(session));
        Set<StaffId> lacking = new LinkedHashSet<>();
        bySubject.forEach((key, some) -> {
            String subject = some.getFirst().subject();
            SortedSet<IsoWeek> weeks = new TreeSet<>();
            some.forEach(session -> session.times().forEach(time -> weeks.addAll(time.weeks())));
            TutorPool tutors = context.tutors.trainedIn(subject, weeks);
            int candidates = context.pools.stream()
                    .filter(pool -> WordMatcher.idPart(pool.subject()).equals(key))
                    .mapToInt(pool -> pool.candidates().size())
                    .sum();
            long given = tutors.sessionCapacity(times(some), context.free, mayCover);
            if (!tutors.all().isEmpty() && !capacity.checkTutorsOf(subject, candidates, given, "tutors")) {
                lacking.addAll(tutors.ids());
            }
        });
        return lacking;
    }

    private static List<MeetingTime> times(List<Session> some) {
        return some.stream()
                .flatMap(session -> session.times().stream())
                .distinct()
                .toList();
    }
}
