package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.DemandDraft;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What peer learning needs: each set's lessons, held for all its students at once, and its pairs. */
final class PeerExpansion {
    /** What a lesson in pairs is in a timetable. */
    static final String KIND = "peer-learning";

    private final Intervention<PeerLearningParameters> intervention;
    private final Problem problem;
    private final PeerTimes times;
    private final PluginTexts texts;
    private final DemandDraft draft;

    private PeerExpansion(
            Intervention<PeerLearningParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        this.intervention = intervention;
        this.problem = problem;
        this.times = PeerTimes.of(intervention.parameters(), problem, interruptions);
        this.texts = PluginTexts.beside(PeerExpansion.class, problem.language());
        this.draft = new DemandDraft(intervention, problem);
    }

    static Demand of(Intervention<PeerLearningParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        var expansion = new PeerExpansion(intervention, problem, interruptions);
        for (Roster roster : Roster.of(intervention.parameters(), problem)) {
            expansion.lessons(roster);
            expansion.pairs(roster);
        }
        return expansion.draft.demand();
    }

    private void lessons(Roster roster) {
        PeerSet set = roster.set();
        List<MeetingTime> choices = times.of(roster);
        for (int number = 1; number <= intervention.parameters().lessonsPerWeek() && !choices.isEmpty(); number++) {
            var session = draft.session(KIND, title(set), set.id(), number)
                    .form(set.form().name().toLowerCase(Locale.ROOT))
                    .times(choices)
                    .rooms(times.rooms(roster));
            if (set.without().isEmpty()) {
                session.groups(set.allClasses()).students(set.allStudents());
            } else {
                session.students(roster.all());
            }
            if (set.place() == PeerSet.Place.INSIDE) {
                draft.add(session.inside(hosts(roster)));
            } else {
                draft.seat("supervisor", true, supervisors(), draft.add(session));
            }
        }
    }

    /** The lessons inside which a set may meet. */
    private Set<LessonId> hosts(Roster roster) {
        return times.common().lessons(roster.all(), PeerTimes.suits(roster.set().subjects())).stream()
                .map(Lesson::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String title(PeerSet set) {
        return texts.orText(set.title(), "title.kind." + KIND);
    }

    private List<StaffId> supervisors() {
        List<StaffId> named = intervention.parameters().supervisors();
        return named.isEmpty() ? problem.staff().stream().map(StaffMember::id).toList() : named;
    }

    /** Pairs that are kept first, then those to be formed, each with its given student if it is one of tutors. */
    private void pairs(Roster roster) {
        var groups = new ArrayList<Group>();
        roster.pinned().forEach(pair -> groups.add(group(roster.set(), groups.size() + 1, pair.students())));
        int kept = groups.size();
        for (int number = 0; number < roster.open(); number++) {
            boolean isTutoring = roster.set().form() == PeerSet.Form.TUTORING;
            List<StudentId> given = isTutoring ? List.of(roster.seeds().get(number)) : List.of();
            groups.add(group(roster.set(), groups.size() + 1, given));
        }
        List<GroupId> open = groups.subList(roster.open() > 0 ? kept : 0, groups.size()).stream()
                .filter(group -> group.members().size() < 3)
                .map(Group::id)
                .toList();
        Map<StudentId, List<GroupId>> choices = new HashMap<>();
        roster.joining().forEach(one -> choices.put(one, open));
        int largest = roster.all().size() == 2 * groups.size() ? 2 : 3;
        draft.grouping(new Grouping(intervention.id(), groups, roster.joining(), 2, largest, false, choices, Map.of()));
    }

    private Group group(PeerSet set, int number, List<StudentId> given) {
        return new Group(
                pair(intervention, set, number),
                texts.text("title.pair", title(set), set.id(), number),
                Group.Kind.PAIR,
                given.stream().map(GroupMember::always).toList());
    }

    /** The id of a set's pair. */
    static GroupId pair(Intervention<?> intervention, PeerSet set, int number) {
        return new GroupId(
                DemandDraft.id(intervention, "pair", set.id(), number).value());
    }
}
