package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.plugins.coteaching.CoTeacher;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Costs of one class's co-teaching. */
final class SchoolClassCosts {
    private static final int MANY_LESSONS = 4;

    private final SchoolVariables variables;
    private final CpModel model;
    private final SchoolObjective cost;
    private final CoTaughtClassFacts one;

    /** Number of lessons that each staff member has here as the second adult, and whether there are any. */
    private final Map<Integer, IntVar> lessonsOf = new LinkedHashMap<>();

    private final IntVar taken;

    SchoolClassCosts(SchoolVariables variables, SchoolObjective cost, CoTaughtClassFacts one) {
        this.variables = variables;
        this.model = variables.model();
        this.cost = cost;
        this.one = one;
        this.taken = model.newIntVar(0, one.lessons().size(), "");
        var all = LinearExpr.newBuilder();
        one.lessons().forEach(lesson -> all.add(variables.countHolders(seat(lesson))));
        model.addEquality(all.build(), taken);
    }

    private int seat(Session session) {
        return variables.facts().seatsOf(session).getFirst();
    }

    void addMedium() {
        minimum();
        preparation();
        secondRooms();
    }

    void addSoft() {
        people();
        addMainCosts();
        lessons();
        spread();
    }

    private void minimum() {
        IntVar missing = model.newIntVar(0, one.asked(), "");
        model.addGreaterOrEqual(
                LinearExpr.newBuilder()
                        .add(missing)
                        .addTerm(taken, one.minutes())
                        .build(),
                one.asked());
        cost.addMedium("co-teaching.minimum", missing, one.weight());
    }

    /** Missing preparation costs in proportion to the lessons that the class has, step by step. */
    private void preparation() {
        if (one.preparationMinutes() == 0) {
            return;
        }
        Literal complete = completePreparation();
        long before = 0;
        for (int lessons = 1; lessons <= one.lessons().size(); lessons++) {
            long given = Math.min(one.asked(), (long) lessons * one.minutes());
            long whole = Math.max(1, one.preparationMinutes() * one.weight() * given / one.asked());
            if (whole > before) {
                BoolVar isCharged = model.newBoolVar("");
                model.addLessOrEqual(taken, lessons - 1).onlyEnforceIf(new Literal[] {isCharged.not(), complete.not()});
                cost.addMedium("co-teaching.preparation", isCharged, whole - before);
            }
            before = whole;
        }
    }

    private Literal completePreparation() {
        Session session = one.preparation();
        if (session == null) {
            return model.falseLiteral();
        }
        BoolVar complete = model.newBoolVar("");
        model.addLessOrEqual(
                complete, LinearExpr.sum(variables.timeVariables(session).toArray(Literal[]::new)));
        for (int seat : variables.facts().seatsOf(session)) {
            model.addLessOrEqual(complete, variables.countHolders(seat));
        }
        return complete;
    }

    private void secondRooms() {
        for (Session lesson : one.lessons()) {
            if (lesson.form().equals("parallel")) {
                BoolVar without = model.newBoolVar("");
                var rooms =
                        LinearExpr.sum(variables.roomVariables(lesson).values().toArray(Literal[]::new));
                model.addLessOrEqual(
                        variables.countHolders(seat(lesson)),
                        LinearExpr.newBuilder().add(rooms).add(without).build());
                cost.addMedium("co-teaching.second-room", without, Math.max(1, one.minutes() * one.weight() / 4));
            }
        }
    }

    private void people() {
        for (int person = 0; person < variables.facts().staff().size(); person++) {
            var here = new ArrayList<BoolVar>();
            for (Session lesson : one.lessons()) {
                BoolVar holds = variables.holderVariable(seat(lesson), person);
                if (holds != null) {
                    here.add(holds);
                }
            }
            if (here.isEmpty()) {
                continue;
            }
            IntVar lessons = model.newIntVar(0, here.size(), "");
            model.addEquality(LinearExpr.sum(here.toArray(Literal[]::new)), lessons);
            lessonsOf.put(person, lessons);
            BoolVar any = model.newBoolVar("");
            here.forEach(holds -> model.addImplication(holds, any));
            cost.addSoft("co-teaching.few-co-teachers", any, one.weeks());
            IntVar few = model.newIntVar(0, MANY_LESSONS, "");
            model.addGreaterOrEqual(
                    LinearExpr.newBuilder().add(few).add(lessons).build(), LinearExpr.term(any, MANY_LESSONS));
            cost.addSoft("co-teaching.many-lessons-each", few, one.weeks());
        }
    }

    /** The adults who prepare should be those with most lessons, co-teacher and teacher alike. */
    private void addMainCosts() {
        Session session = one.preparation();
        if (session == null) {
            return;
        }
        List<Integer> seats = variables.facts().seatsOf(session);
        addLessonsBehind("co-teaching.main-co-teacher", seats.getFirst(), lessonsOf);
        Map<Integer, IntVar> lessonsWith = new LinkedHashMap<>();
        for (int person = 0; person < variables.facts().staff().size(); person++) {
            StaffId who = variables.facts().staff().get(person).id();
            List<Session> taught = one.lessons().stream()
                    .filter(lesson ->
                            variables.facts().lesson(lesson).staffIds().contains(who))
                    .toList();
            if (!taught.isEmpty()) {
                IntVar lessons = model.newIntVar(0, taught.size(), "");
                var sum = LinearExpr.newBuilder();
                taught.forEach(lesson -> sum.add(variables.countHolders(seat(lesson))));
                model.addEquality(sum.build(), lessons);
                lessonsWith.put(person, lessons);
            }
        }
        addLessonsBehind("co-teaching.main-teacher", seats.getLast(), lessonsWith);
    }

    private void addLessonsBehind(String rule, int seat, Map<Integer, IntVar> lessons) {
        int many = one.lessons().size();
        IntVar most = model.newIntVar(0, many, "");
        lessons.values().forEach(some -> model.addGreaterOrEqual(most, some));
        IntVar behind = model.newIntVar(0, many, "");
        for (int person = 0; person < variables.facts().staff().size(); person++) {
            BoolVar holds = variables.holderVariable(seat, person);
            if (holds != null) {
                LinearExprBuilder own = LinearExpr.newBuilder().add(behind);
                IntVar some = lessons.get(person);
                if (some != null) {
                    own.add(some);
                }
                model.addGreaterOrEqual(own.build(), most).onlyEnforceIf(holds);
            }
        }
        cost.addSoft(rule, behind, one.weeks());
    }

    private void lessons() {
        for (Session lesson : one.lessons()) {
            var taught = variables.facts().lesson(lesson);
            long weeks = taught.time().weeks().size();
            var none = LinearExpr.newBuilder().add(1);
            for (int person = 0; person < variables.facts().staff().size(); person++) {
                BoolVar holds = variables.holderVariable(seat(lesson), person);
                if (holds == null) {
                    continue;
                }
                none.addTerm(holds, -1);
                StaffMember who = variables.facts().staff().get(person);
                if (!variables.facts().complements(who, taught)) {
                    cost.addSoft("co-teaching.skills", holds, weeks);
                }
                if (isInexperienced(who.id())) {
                    cost.addSoft("co-teaching.experience", holds, weeks);
                }
            }
            cost.addSoft(
                    "co-teaching.unused-budget",
                    none.build(),
                    weeks * one.need().need());
        }
    }

    private boolean isInexperienced(StaffId who) {
        var parameters = variables.facts().parameters();
        return parameters.pool().stream()
                .filter(entry -> entry.staffId().equals(who))
                .map(CoTeacher::yearsOfExperience)
                .anyMatch(years -> years != null && years < parameters.experienceYears());
    }

    private void spread() {
        Map<DayOfWeek, LinearExprBuilder> days = new EnumMap<>(DayOfWeek.class);
        for (Session lesson : one.lessons()) {
            days.computeIfAbsent(lesson.times().getFirst().weekday(), any -> LinearExpr.newBuilder())
                    .add(variables.countHolders(seat(lesson)));
        }
        IntVar share = model.newIntVar(0, one.lessons().size(), "");
        model.addGreaterOrEqual(LinearExpr.term(share, days.size()), taken);
        model.addLessOrEqual(
                LinearExpr.term(share, days.size()),
                LinearExpr.newBuilder().add(taken).add(days.size() - 1).build());
        for (LinearExprBuilder day : days.values()) {
            IntVar beyond = model.newIntVar(0, one.lessons().size(), "");
            model.addLessOrEqual(
                    day.build(), LinearExpr.newBuilder().add(share).add(beyond).build());
            cost.addSoft("co-teaching.spread", beyond, one.weeks());
        }
    }
}
