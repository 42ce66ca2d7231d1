package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.people.SchoolId;
import dk.grundskema.domain.people.Student;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Variables and constraints of team membership. Rooms are large enough for the largest team, so that nothing else depends on it.
 */
final class TeamMemberConstraints {
    private final CampFacts facts;
    private final CpModel model;
    private final CampObjective cost;
    private final List<BoolVar[][]> joined = new ArrayList<>();

    TeamMemberConstraints(CampFacts facts, CpModel model, CampObjective cost) {
        this.facts = facts;
        this.model = model;
        this.cost = cost;
    }

    void add() {
        facts.groupings().forEach(this::addGrouping);
    }

    /** Returns for each grouping whether a student (by index in the grouping) is in a group (by its index). */
    List<BoolVar[][]> membership() {
        return joined;
    }

    private void addGrouping(Grouping grouping) {
        int groups = grouping.groups().size();
        List<Student> students = grouping.students().stream()
                .map(id -> facts.problem().student(id).orElseThrow())
                .toList();
        BoolVar[][] in = new BoolVar[students.size()][groups];
        BoolVar[] without = new BoolVar[students.size()];
        for (int student = 0; student < in.length; student++) {
            without[student] = model.newBoolVar("");
            var one = new ArrayList<Literal>();
            one.add(without[student]);
            for (int group = 0; group < groups; group++) {
                in[student][group] = model.newBoolVar("");
                one.add(in[student][group]);
            }
            model.addExactlyOne(one);
            cost.addMedium("core.student-without-group", without[student]);
            // groups are interchangeable: the first student is in the first group, unless groups were formed before
            for (int group = student + 1; group < groups && cost.aim() != CampObjective.Aim.LEAST_CHANGED; group++) {
                model.addEquality(in[student][group], 0);
            }
        }
        for (int group = 0; group < groups; group++) {
            size(grouping, memberColumn(in, group));
            if (cost.hasSoft()) {
                schools(students, groups, memberColumn(in, group));
            }
        }
        company(students, in, without);
        joined.add(in);
    }

    private static BoolVar[] memberColumn(BoolVar[][] in, int group) {
        BoolVar[] column = new BoolVar[in.length];
        for (int student = 0; student < in.length; student++) {
            column[student] = in[student][group];
        }
        return column;
    }

    private void size(Grouping grouping, BoolVar[] members) {
        int all = grouping.students().size();
        int groups = grouping.groups().size();
        int fewest = all / groups;
        int most = Math.ceilDiv(all, groups);
        IntVar size = model.newIntVar(grouping.smallest(), grouping.largest(), "");
        model.addEquality(LinearExpr.sum(members), size);
        int worst = Math.max(0, Math.max(fewest - grouping.smallest(), grouping.largest() - most));
        IntVar off = model.newIntVar(0, worst, "");
        model.addGreaterOrEqual(LinearExpr.newBuilder().add(off).add(size).build(), fewest);
        model.addGreaterOrEqual(
                LinearExpr.newBuilder().add(off).addTerm(size, -1).build(), -most);
        IntVar square = model.newIntVar(0, (long) worst * worst, "");
        for (int x = 0; x < worst; x++) {
            model.addGreaterOrEqual(
                    LinearExpr.newBuilder()
                            .add(square)
                            .addTerm(off, -(2L * x + 1))
                            .build(),
                    -(long) x * (x + 1));
        }
        cost.addSoft("core.even-groups", square);
    }

    private void schools(List<Student> students, int groups, BoolVar[] members) {
        Map<SchoolId, List<BoolVar>> perSchool = new LinkedHashMap<>();
        for (int student = 0; student < members.length; student++) {
            SchoolId school = students.get(student).school();
            if (school != null) {
                perSchool.computeIfAbsent(school, any -> new ArrayList<>()).add(members[student]);
            }
        }
        perSchool.values().forEach(some -> {
            int share = Math.ceilDiv(some.size(), groups);
            IntVar more = model.newIntVar(0, some.size() - share, "");
            LinearExprBuilder sum = LinearExpr.newBuilder();
            some.forEach(sum::add);
            model.addLessOrEqual(sum.addTerm(more, -1).build(), share);
            cost.addSoft("core.mixed-schools", more);
        });
    }

    private void company(List<Student> students, BoolVar[][] in, BoolVar[] without) {
        for (int i = 0; i < in.length; i++) {
            for (int j = i + 1; j < in.length; j++) {
                Student one = students.get(i);
                Student other = students.get(j);
                if (one.neverWith().contains(other.id()) || other.neverWith().contains(one.id())) {
                    for (int group = 0; group < in[i].length; group++) {
                        model.addAtMostOne(List.of(in[i][group], in[j][group]));
                    }
                }
                if (cost.hasSoft()
                        && (one.wishedWith().contains(other.id())
                                || other.wishedWith().contains(one.id()))) {
                    addWishCost(in[i], in[j], without[i], without[j]);
                }
            }
        }
    }

    private void addWishCost(BoolVar[] one, BoolVar[] other, BoolVar withoutOne, BoolVar withoutOther) {
        BoolVar apart = model.newBoolVar("");
        LinearExprBuilder sum =
                LinearExpr.newBuilder().add(apart).add(withoutOne).add(withoutOther);
        for (int group = 0; group < one.length; group++) {
            BoolVar together = model.newBoolVar("");
            model.addImplication(together, one[group]);
            model.addImplication(together, other[group]);
            sum.add(together);
        }
        model.addGreaterOrEqual(sum.build(), 1);
        cost.addSoft("core.wished-company", apart);
    }
}
