package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.plugins.smallgroups.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Soft costs of small groups: similar members, a regular week, tutors the members know, wished company, days without gaps. */
final class GroupsSoftCosts {
    private final GroupsVariables variables;
    private final GroupsFacts facts;
    private final CpModel model;
    private final GroupsObjective cost;

    GroupsSoftCosts(GroupsVariables variables, GroupsObjective cost) {
        this.variables = variables;
        this.facts = variables.facts();
        this.model = variables.model();
        this.cost = cost;
    }

    void add() {
        for (int place = 0; place < facts.places().size(); place++) {
            addLevelSpread(place);
            addMemberSorts(place, "small-groups.areas", Candidate::area);
            addMemberSorts(
                    place,
                    "small-groups.classmates",
                    one -> String.valueOf(facts.student(one.studentId()).classGroup()));
            addTimeSorts(
                    place,
                    "small-groups.rhythm",
                    time -> facts.times().get(time).start());
            days(place);
            ownTeacher(place);
        }
        facts.pools().forEach(this::company);
        for (StaffId tutor : variables.tutors()) {
            gaps(tutor);
        }
    }

    private void addLevelSpread(int place) {
        List<Candidate> students = facts.poolOf(place).students();
        int least = students.stream().mapToInt(Candidate::level).min().orElse(0);
        int most = students.stream().mapToInt(Candidate::level).max().orElse(0);
        IntVar lowest = model.newIntVar(least, most, "");
        IntVar highest = model.newIntVar(least, most, "");
        model.addLessOrEqual(lowest, highest);
        for (int i = 0; i < students.size(); i++) {
            BoolVar member = variables.memberVariables(place).get(i);
            int level = students.get(i).level();
            model.addGreaterOrEqual(highest, LinearExpr.affine(member, level - least, least));
            model.addLessOrEqual(lowest, LinearExpr.affine(member, level - most, most));
        }
        cost.addSoft(
                "small-groups.level-spread",
                LinearExpr.weightedSum(new IntVar[] {highest, lowest}, new long[] {1, -1}),
                1);
    }

    /** Costs each kind of member beyond the first. */
    private void addMemberSorts(int place, String rule, Function<Candidate, String> sort) {
        List<Candidate> students = facts.poolOf(place).students();
        Map<String, List<BoolVar>> members = new LinkedHashMap<>();
        for (int i = 0; i < students.size(); i++) {
            members.computeIfAbsent(sort.apply(students.get(i)), any -> new ArrayList<>())
                    .add(variables.memberVariables(place).get(i));
        }
        var beyond = LinearExpr.newBuilder().addTerm(variables.isUsed(place), -1);
        members.values().forEach(some -> beyond.add(anyOf(some)));
        cost.addSoft(rule, beyond.build(), 1);
    }

    /** Returns a variable that is true if any of the given ones is. */
    private BoolVar anyOf(List<BoolVar> some) {
        BoolVar any = model.newBoolVar("");
        some.forEach(one -> model.addImplication(one, any));
        return any;
    }

    /** Costs each kind of time beyond the first at which the group meets. */
    private void addTimeSorts(int place, String rule, Function<Integer, Object> sort) {
        Map<Object, List<BoolVar>> held = new LinkedHashMap<>();
        for (int time = 0; time < facts.times().size(); time++) {
            held.computeIfAbsent(sort.apply(time), any -> new ArrayList<>())
                    .add(variables.meetsAt(place).get(time));
        }
        var beyond = LinearExpr.newBuilder();
        held.values().forEach(some -> beyond.add(anyOf(some)));
        BoolVar isHeld = model.newBoolVar("");
        model.addLessOrEqual(isHeld, LinearExpr.sum(variables.meetsAt(place).toArray(BoolVar[]::new)));
        beyond.addTerm(isHeld, -1);
        cost.addSoft(rule, beyond.build(), 1);
    }

    /** Costs each session beyond a day's first. */
    private void days(int place) {
        Map<Object, LinearExprBuilder> days = new LinkedHashMap<>();
        var beyond = LinearExpr.newBuilder();
        for (int time = 0; time < facts.times().size(); time++) {
            BoolVar held = variables.meetsAt(place).get(time);
            days.computeIfAbsent(facts.times().get(time).weekday(), any -> LinearExpr.newBuilder())
                    .add(held);
            beyond.add(held);
        }
        for (LinearExprBuilder day : days.values()) {
            BoolVar isDay = model.newBoolVar("");
            model.addLessOrEqual(isDay, day.build());
            beyond.addTerm(isDay, -1);
        }
        cost.addSoft("small-groups.one-a-day", beyond.build(), 1);
    }

    /** Costs each member that the tutor does not teach; a group without a tutor costs as if the tutor taught none. */
    private void ownTeacher(int place) {
        List<Candidate> students = facts.poolOf(place).students();
        var without = LinearExpr.newBuilder();
        for (int i = 0; i < students.size(); i++) {
            BoolVar member = variables.memberVariables(place).get(i);
            without.add(member);
            var teachers = LinearExpr.newBuilder();
            boolean hasOne = false;
            for (StaffId teacher : facts.teachers(students.get(i))) {
                BoolVar isTutor = variables.isTutor(place, teacher);
                if (isTutor != null) {
                    teachers.add(isTutor);
                    hasOne = true;
                }
            }
            if (hasOne) {
                BoolVar knows = model.newBoolVar("");
                model.addImplication(knows, member);
                model.addLessOrEqual(knows, teachers.build());
                without.addTerm(knows, -1);
            }
        }
        cost.addSoft("small-groups.own-teacher", without.build(), 1);
    }

    /** Costs pairs in different groups if one wishes for the other. */
    private void company(GroupsFacts.StudentPool pool) {
        for (int i = 0; i < pool.students().size(); i++) {
            for (int j = 0; j < i; j++) {
                var one = facts.student(pool.students().get(i).studentId());
                var other = facts.student(pool.students().get(j).studentId());
                if (one.wishedWith().contains(other.id()) || other.wishedWith().contains(one.id())) {
                    addApart(pool, i, j);
                }
            }
        }
    }

    private void addApart(GroupsFacts.StudentPool pool, int i, int j) {
        BoolVar isApart = model.newBoolVar("");
        var least = LinearExpr.newBuilder().add(-1);
        for (int place : pool.places()) {
            BoolVar one = variables.memberVariables(place).get(i);
            BoolVar other = variables.memberVariables(place).get(j);
            BoolVar together = model.newBoolVar("");
            model.addImplication(together, one);
            model.addImplication(together, other);
            least.add(one).add(other).addTerm(together, -1);
        }
        model.addGreaterOrEqual(isApart, least.build());
        cost.addSoft("core.wished-company", isApart, 1);
    }

    /** Costs gaps of each weekday, in each of its weeks. */
    private void gaps(StaffId tutor) {
        Map<Object, List<GapPath.DayStretch>> days = new LinkedHashMap<>();
        Map<Object, Integer> weeks = new LinkedHashMap<>();
        for (int time = 0; time < facts.times().size(); time++) {
            List<BoolVar> now = variables.teachingAt(tutor, time);
            if (!now.isEmpty()) {
                WeekdayTime when = WeekdayTime.of(facts.times().get(time));
                BoolVar works = model.newBoolVar("");
                model.addEquality(LinearExpr.sum(now.toArray(BoolVar[]::new)), works);
                add(days, when, works);
                weeks.put(when.weekday(), when.weeks().size());
            }
        }
        for (WeekdayTime lesson : facts.taughtTimes(tutor)) {
            if (days.containsKey(lesson.weekday())) {
                add(days, lesson, null);
            }
        }
        days.forEach((weekday, stops) -> {
            stops.sort(Comparator.comparingInt(
                            (GapPath.DayStretch one) -> one.when().start())
                    .thenComparingInt(one -> one.when().end()));
            cost.addSoft("core.gaps", GapPath.gapQuarters(model, stops), weeks.getOrDefault(weekday, 0));
        });
    }

    private static void add(
            Map<Object, List<GapPath.DayStretch>> days,
            WeekdayTime when,
            @org.jspecify.annotations.Nullable Literal works) {
        days.computeIfAbsent(when.weekday(), any -> new ArrayList<>())
                .add(new GapPath.DayStretch(when, works != null, works));
    }
}
