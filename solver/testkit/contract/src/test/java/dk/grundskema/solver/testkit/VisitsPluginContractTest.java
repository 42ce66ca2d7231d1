package dk.grundskema.solver.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Membership;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.PluginViolations;
import java.time.DayOfWeek;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Groups to be formed, a limit of students in a session and some who come twice, as in {@code docs/write-a-plugin.md}. */
class VisitsPluginContractTest extends PluginContractTest {
    private static final String SAME = "visits.same-session";
    private static final String FULL = "visits.too-many";

    /**
     * The parameters.
     *
     * @param most  most students in a session
     * @param twice students who come twice
     */
    public record Visits(int most, List<StudentId> twice) {
        /** Copies the list. */
        public Visits {
            twice = List.copyOf(twice);
        }
    }

    private static final class VisitsPlugin extends ComposedPlugin<Visits> {
        private static final RuleType SAME_SESSION = RuleType.hard(SAME, RuleType.OURS);
        private static final RuleType TOO_MANY = RuleType.hard(FULL, RuleType.OURS);

        VisitsPlugin() {
            super(parts(
                            new InterventionType("visits", 1, InterventionType.Category.AROUND, "an example"),
                            Visits.class,
                            (visits, problem, interruptions) -> demand(visits, problem))
                    .rules(
                            List.of(SAME_SESSION, TOO_MANY),
                            (visits, problem, demand) -> List.of(
                                    sameSession(problem, demand),
                                    tooMany(visits.parameters().most(), demand)))
                    .checker(VisitsPlugin::found));
        }

        private static Demand demand(Intervention<Visits> visits, Problem problem) {
            var draft = new DemandBuilder(visits, problem);
            int most = visits.parameters().most();
            List<StudentId> twice = visits.parameters().twice();
            List<StudentId> all = problem.students().stream().map(Student::id).toList();
            List<MeetingTime> times = List.of(
                    SchoolBuilder.school(2).time(DayOfWeek.MONDAY, "14:00", "15:00"),
                    SchoolBuilder.school(2).time(DayOfWeek.TUESDAY, "14:00", "15:00"));
            List<GroupId> first = DemandBuilder.groupIds(visits, "first", 2);
            List<GroupId> second = DemandBuilder.groupIds(visits, "second", 2);
            draft.addGrouping(new Grouping(visits.id(), groups(first), all, 1, most));
            draft.addGrouping(new Grouping(visits.id(), groups(second), twice, 0, most));
            for (int number = 0; number < 2; number++) {
                draft.add(draft.session("visit", "Visit", number + 1)
                        .times(times)
                        .groups(List.of(first.get(number), second.get(number))));
            }
            return draft.build();
        }

        private static List<Group> groups(List<GroupId> ids) {
            return DemandBuilder.emptyGroups(ids, Group.Kind.SMALL_GROUP, number -> "Group " + number);
        }

        private static Rule sameSession(Problem problem, Demand demand) {
            Grouping first = demand.groupings().getFirst();
            Grouping second = demand.groupings().getLast();
            List<Scope> scopes = second.students().stream()
                    .map(id -> problem.student(id).orElseThrow())
                    .map(who -> List.of(new Membership(first, who), new Membership(second, who)))
                    .map(both -> new Scope(both.getFirst().student().id(), List.of(), List.of(), both))
                    .toList();
            List<GroupId> ones = first.groups().stream().map(Group::id).toList();
            List<GroupId> others = second.groups().stream().map(Group::id).toList();
            return LocalRule.local(SAME_SESSION, scopes, (scope, view, charge) -> {
                GroupId one = view.joinedGroup(0);
                GroupId other = view.joinedGroup(1);
                boolean isSame = one != null && other != null && ones.indexOf(one) == others.indexOf(other);
                charge.add(isSame ? 1 : 0, scope.key());
            });
        }

        private static Rule tooMany(int most, Demand demand) {
            return LocalRule.perSession(TOO_MANY, demand.sessions(), (scope, view, charge) -> {
                if (view.time(0) != null) {
                    charge.add(
                            Math.max(0, view.studentCount(0) - most),
                            scope.sessions().getFirst().id());
                }
            });
        }

        private static List<RuleViolation> found(Intervention<Visits> visits, Problem problem, Timetable timetable) {
            var faults = new PluginViolations("visits");
            var finished = new FinishedIntervention(visits, problem, timetable);
            for (Meeting meeting : finished.meetings()) {
                Set<StudentId> there =
                        finished.students(meeting, meeting.weeks().first());
                faults.hard("too-many", there.size() - visits.parameters().most(), meeting.sessionId());
            }
            for (GroupMembers group : finished.groupsByPrefix("first/")) {
                String twin = group.id().value().replace("-first-", "-second-");
                for (GroupMember one : group.members()) {
                    boolean isSame = finished.members(new GroupId(twin)).contains(one.studentId());
                    faults.hard("same-session", isSame ? 1 : 0, one.studentId());
                }
            }
            return faults.all();
        }

        @Override
        public ResourceBundle texts(Locale locale) {
            return new ListResourceBundle() {
                @Override
                protected Object[][] getContents() {
                    return new Object[][] {
                        {"type.name", "Visits"},
                        {"type.summary", "So many a session, and some who come twice."},
                        {"field.Visits.most", "Most students in a session."},
                        {"field.Visits.twice", "Who comes twice."},
                        {"rule." + SAME + ".name", "Two sessions"},
                        {"rule." + SAME + ".sentence", "Nobody comes to one session twice."},
                        {"rule." + SAME + ".broken", "{1} is in both groups ({0})."},
                        {"rule." + FULL + ".name", "Places"},
                        {"rule." + FULL + ".sentence", "No session has more than it may."},
                        {"rule." + FULL + ".broken", "{1}: {0} too many."}
                    };
                }
            };
        }
    }

    private static SchoolBuilder school() {
        return SchoolBuilder.school(2)
                .schoolClass("7A", "ea", "ib", "bo")
                .intervention("visits", "visits", new Visits(2, List.of(new StudentId("ea"), new StudentId("ib"))));
    }

    @Override
    protected InterventionPlugin<?> plugin() {
        return new VisitsPlugin();
    }

    @Override
    protected List<Problem> problems() {
        return List.of(
                school().build(),
                school().memberLock("ea", "visits-first-1")
                        .memberLock("ea", "visits-second-1")
                        .build());
    }

    @Test
    void aStudentInBothGroupsOfASessionCostsOne() {
        RuleBench bench = RuleBench.of(new VisitsPlugin(), school().build());
        bench.join("ea", "visits-first-1").join("ea", "visits-second-2");
        assertThat(bench.penalty(SAME)).isZero();

        bench.join("ea", "visits-second-1");
        assertThat(bench.places(SAME)).containsExactly(List.of(new StudentId("ea")));
    }

    @Test
    void studentsOfBothGroupsAreCountedOverTheWholeSession() {
        MeetingTime monday = SchoolBuilder.school(2).time(DayOfWeek.MONDAY, "14:00", "15:00");
        RuleBench bench = RuleBench.of(new VisitsPlugin(), school().build()).time("visits/visit/1", monday);
        bench.join("bo", "visits-first-1").join("ea", "visits-first-1");
        assertThat(bench.penalty(FULL)).isZero();

        bench.join("ib", "visits-second-1");
        assertThat(bench.penalty(FULL)).isEqualTo(1);
    }
}
