package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.camp.Subject;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Constraints and costs of subjects: which subject is taught in which module, and by which adults. */
final class SubjectConstraints {
    /**
     * Maximum number of combinations of module, subject and adult for which separate variables are created; they give better
     * bounds.
     */
    private static final int FEW = 30_000;

    private final DutyVariables duties;
    private final StaffingConstraints staffing;
    private final CampFacts facts;
    private final CpModel model;
    private final CampObjective cost;
    private final List<Map<Integer, BoolVar>> placed = new ArrayList<>();

    SubjectConstraints(DutyVariables duties, StaffingConstraints staffing, CampObjective cost) {
        this.duties = duties;
        this.staffing = staffing;
        this.facts = duties.facts();
        this.model = duties.model();
        this.cost = cost;
    }

    void add() {
        Map<Integer, List<Literal>> inHost = new LinkedHashMap<>();
        for (var course : facts.courses()) {
            var ofCourse = new LinkedHashMap<Integer, BoolVar>();
            for (int host : course.hosts()) {
                BoolVar here = model.newBoolVar("");
                ofCourse.put(host, here);
                inHost.computeIfAbsent(host, any -> new ArrayList<>()).add(here);
            }
            placed.add(ofCourse);
            addMissingModules(course, ofCourse);
            addPerDay(course, ofCourse);
            addTimeOfDay(course, ofCourse);
            addQualified(course, ofCourse);
        }
        inHost.values().forEach(model::addAtMostOne);
        addThreads();
        if (cost.hasSoft()) {
            addTeachers();
        }
    }

    /** Returns for each course, in order, whether it is taught in a module, by the module's number. */
    List<Map<Integer, BoolVar>> hostVariables() {
        return placed;
    }

    private Subject subject(CampFacts.TeamSubjectWeek course) {
        return facts.parameters().subjects().stream()
                .filter(one -> one.id().equals(course.subject()))
                .findFirst()
                .orElseThrow();
    }

    private static LinearExprBuilder sum(Iterable<BoolVar> some) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        some.forEach(sum::add);
        return sum;
    }

    private void addMissingModules(CampFacts.TeamSubjectWeek course, Map<Integer, BoolVar> modules) {
        int wanted = course.guests().size();
        IntVar missing = model.newIntVar(0, wanted, "");
        model.addEquality(sum(modules.values()).add(missing).build(), wanted);
        cost.addMedium("camp.modules-per-subject", missing);
    }

    private void addPerDay(CampFacts.TeamSubjectWeek course, Map<Integer, BoolVar> modules) {
        int most = subject(course).maxPerDay();
        hostsByKey(modules, host -> facts.held().get(host).slot().date()).forEach(ofDay -> {
            if (ofDay.size() > most) {
                IntVar more = model.newIntVar(0, ofDay.size() - most, "");
                model.addLessOrEqual(sum(ofDay).addTerm(more, -1).build(), most);
                cost.addMedium("camp.subject-per-day", more);
            }
        });
    }

    private void addTimeOfDay(CampFacts.TeamSubjectWeek course, Map<Integer, BoolVar> modules) {
        if (subject(course).demanding()) {
            modules.forEach((host, here) -> {
                LocalTime start =
                        facts.held().get(host).session().times().getFirst().start();
                if (!start.isBefore(LocalTime.NOON)) {
                    cost.addSoft("camp.demanding-before-noon", here);
                }
            });
        }
        hostsByKey(
                        modules,
                        host -> List.of(
                                IsoWeek.of(facts.held().get(host).slot().date()),
                                facts.held().get(host).block().id()))
                .forEach(same -> {
                    if (same.size() > 1) {
                        IntVar again = model.newIntVar(0, same.size() - 1, "");
                        model.addLessOrEqual(sum(same).addTerm(again, -1).build(), 1);
                        cost.addSoft("camp.variety", again);
                    }
                });
    }

    private interface HostKey {
        Object keyOf(int host);
    }

    private static Iterable<List<BoolVar>> hostsByKey(Map<Integer, BoolVar> modules, HostKey alike) {
        Map<Object, List<BoolVar>> groups = new LinkedHashMap<>();
        modules.forEach((host, here) -> groups.computeIfAbsent(alike.keyOf(host), any -> new ArrayList<>())
                .add(here));
        return groups.values();
    }

    private void addQualified(CampFacts.TeamSubjectWeek course, Map<Integer, BoolVar> modules) {
        String skill = subject(course).skill();
        if (skill == null) {
            return;
        }
        modules.forEach((host, here) -> {
            LinearExprBuilder able = LinearExpr.newBuilder();
            for (int person = 0; person < facts.staff().size(); person++) {
                BoolVar duty = duties.duty(host, person);
                if (duty != null && duties.person(person).skills().contains(skill)) {
                    able.add(duty);
                }
            }
            BoolVar unqualified = model.newBoolVar("");
            able.add(unqualified).add(staffing.isUnattended(host)).addTerm(here, -1);
            model.addGreaterOrEqual(able.build(), 0);
            cost.addMedium("camp.unqualified-module", unqualified);
        });
    }

    /** In each week in which a thread continues, all teams have its subject on the same days, equally often. */
    private void addThreads() {
        var weeks = facts.courses().stream()
                .map(course -> weekOf(course.hosts().getFirst()))
                .distinct()
                .sorted()
                .toList();
        Map<List<Object>, List<BoolVar>> together = new LinkedHashMap<>();
        for (int number = 0; number < placed.size(); number++) {
            var course = facts.courses().get(number);
            int week = weeks.indexOf(weekOf(course.hosts().getFirst()));
            int steps = subject(course).steps().size();
            int ofWeek = steps / weeks.size() + (week < steps % weeks.size() ? 1 : 0);
            if (Math.min(ofWeek, subject(course).modulesPerWeek()) > 1) {
                placed.get(number)
                        .forEach((host, here) -> together.computeIfAbsent(
                                        List.of(
                                                course.subject(),
                                                facts.held().get(host).slot().date()),
                                        any -> new ArrayList<>())
                                .add(here));
            }
        }
        int teams = facts.teams().size();
        together.values().forEach(modules -> {
            IntVar beyond = model.newIntVar(-teams, teams, "");
            IntVar outOfStep = model.newIntVar(0, teams, "");
            IntVar times = model.newIntVar(0, Math.ceilDiv(modules.size(), teams), "");
            model.addEquality(
                    sum(modules).addTerm(beyond, -1).addTerm(times, -teams).build(), 0);
            model.addAbsEquality(outOfStep, beyond);
            cost.addMedium("camp.thread-in-step", outOfStep);
        });
    }

    private IsoWeek weekOf(int host) {
        return IsoWeek.of(facts.held().get(host).slot().date());
    }

    /** An adult who teaches a team a subject costs once, regardless of the modules and weeks. */
    private void addTeachers() {
        Map<List<Object>, BoolVar> teachers = new LinkedHashMap<>();
        long pairs = facts.courses().stream()
                .mapToLong(
                        course -> (long) course.hosts().size() * facts.staff().size())
                .sum();
        Map<List<Integer>, LinearExprBuilder> taught = new LinkedHashMap<>();
        for (int number = 0; number < placed.size(); number++) {
            var course = facts.courses().get(number);
            placed.get(number).forEach((host, here) -> {
                for (int person = 0; person < facts.staff().size(); person++) {
                    BoolVar duty = duties.duty(host, person);
                    if (duty == null) {
                        continue;
                    }
                    BoolVar teacher =
                            teachers.computeIfAbsent(List.of(course.team(), course.subject(), person), any -> {
                                BoolVar fresh = model.newBoolVar("");
                                cost.addSoft("camp.lead-staff", fresh);
                                return fresh;
                            });
                    if (pairs > FEW) {
                        model.addBoolOr(List.of(duty.not(), here.not(), teacher));
                    } else {
                        BoolVar teaches = model.newBoolVar("");
                        model.addImplication(teaches, here);
                        model.addImplication(teaches, teacher);
                        taught.computeIfAbsent(List.of(host, person), any -> LinearExpr.newBuilder())
                                .add(teaches);
                    }
                }
            });
        }
        taught.forEach((who, all) -> {
            BoolVar duty = Objects.requireNonNull(duties.duty(who.getFirst(), who.getLast()));
            BoolVar nothing = model.newBoolVar("");
            placed.forEach(course -> {
                BoolVar here = course.get(who.getFirst());
                if (here != null) {
                    model.addImplication(nothing, here.not());
                }
            });
            model.addEquality(all.add(nothing).build(), duty);
        });
    }
}
