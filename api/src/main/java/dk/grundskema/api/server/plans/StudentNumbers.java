package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.timetable.StudentAliases;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives students the numbers by which calendars call them, and keeps them: whatever becomes of a plan's problem, nobody gets another's. A plan and
 * its scenarios give them together, for a revision of one can become one of the other. They are noted when students first change; until then, the
 * problem says them.
 */
@Component
final class StudentNumbers {
    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Revisions revisions;
    private final Documents documents;

    StudentNumbers(JdbcClient database, JdbcTemplate batches, Revisions revisions, Documents documents) {
        this.database = database;
        this.batches = batches;
        this.revisions = revisions;
        this.documents = documents;
    }

    /**
     * A change after which students are called as before. Its problem stays as it was sent if it says so already; otherwise it says each number.
     *
     * @param plan the plan, which is locked
     */
    Change in(Plan plan, Change change) {
        Kept.OfProblem after = change.problem();
        String head = revisions.get(plan.head()).problem();
        if (head.equals(after.hash())) {
            return change;
        }
        Problem before = documents.problem(head).value();
        var said = StudentAliases.of(after.value()).all();
        if (StudentAliases.of(before).all().equals(said)) {
            return change;
        }
        lock(plan.organisation());
        GivenNumbers known = given(plan.family());
        GivenNumbers given = known.and(before);
        List<Integer> numbers = given.of(before, after.value());
        Kept.OfProblem numbered =
                numbers.equals(List.copyOf(said.values())) ? after : documents.keepNumbered(after, numbers);
        add(plan.family(), known, given.and(numbered.value()).whose());
        return new Change(change.code(), change.arguments(), numbered, change.timetable());
    }

    /** A change to one student, whose number is told beside the id. */
    Change told(Plan plan, Change change) {
        if (!RevisionWords.isToStudent(change.code()) || change.arguments().size() != 1) {
            return change;
        }
        var student = new StudentId(change.arguments().getFirst());
        Problem before = documents.problem(revisions.get(plan.head()).problem()).value();
        OptionalInt number = Stream.of(change.problem().value(), before)
                .map(problem -> StudentAliases.of(problem).number(student))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElseGet(OptionalInt::empty);
        List<String> arguments =
                number.isPresent() ? List.of(student.value(), String.valueOf(number.getAsInt())) : change.arguments();
        return new Change(change.code(), arguments, change.problem(), change.timetable());
    }

    /** Plans of one family may be changed at once; whoever comes second sees what the first one gave. */
    private void lock(OrganisationId organisation) {
        database.sql("SELECT id FROM organisation WHERE id = :id FOR UPDATE")
                .param("id", organisation.value())
                .query(String.class)
                .list();
    }

    /** The numbers that a family's plans have given. */
    GivenNumbers given(PlanId family) {
        var whose = new TreeMap<Integer, StudentId>();
        database.sql("SELECT number, student FROM student_number WHERE family = :family")
                .param("family", family.value())
                .query(row -> {
                    whose.put(row.getInt("number"), new StudentId(row.getString("student")));
                });
        return new GivenNumbers(whose);
    }

    /** Keeps numbers of a family's; what was given already stays whose it was. */
    void keep(PlanId family, SortedMap<Integer, StudentId> whose) {
        add(family, given(family), whose);
    }

    private void add(PlanId family, GivenNumbers known, SortedMap<Integer, StudentId> whose) {
        List<Object[]> rows = new ArrayList<>();
        whose.forEach((number, student) -> {
            if (!known.whose().containsKey(number)) {
                rows.add(new Object[] {family.value(), number, student.value()});
            }
        });
        batches.batchUpdate("INSERT INTO student_number (family, number, student) VALUES (?, ?, ?)", rows);
    }

    /** Lets go of a family's numbers, if a plan is the last of it. */
    void dropWithTheLast(PlanId plan) {
        database.sql("""
                        DELETE FROM student_number WHERE family = (SELECT family FROM plan WHERE id = :plan)
                        AND NOT EXISTS (SELECT 1 FROM plan o JOIN plan p ON p.family = o.family
                                        WHERE p.id = :plan AND o.id <> :plan)""").param("plan", plan.value()).update();
    }
}
