package dk.grundskema.api.service.plan;

import dk.grundskema.api.documents.timetable.StudentAliases;
import dk.grundskema.api.platform.access.OrganisationId;
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
 * Assigns numbers to students and stores them, so that a number is never reassigned. Calendars show these numbers instead of names. A plan
 * shares the numbers with its scenarios, because revisions can be copied between them. Numbers are stored when students change for the first
 * time; until then they follow from the problem.
 */
@Component
public final class StudentNumberRepository {
    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final RevisionRepository revisions;
    private final DocumentStore documents;

    StudentNumberRepository(
            JdbcClient database, JdbcTemplate batches, RevisionRepository revisions, DocumentStore documents) {
        this.database = database;
        this.batches = batches;
        this.revisions = revisions;
        this.documents = documents;
    }

    /**
     * Returns the change with student numbers preserved. The problem is left unchanged if it already has the right numbers; otherwise each
     * number is written into it.
     *
     * @param plan the plan, which must be locked
     */
    RevisionContent assignNumbers(Plan plan, RevisionContent change) {
        StoredDocument.StoredProblem after = change.problem();
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
        AssignedStudentNumbers known = findAssigned(plan.family());
        AssignedStudentNumbers given = known.withNumbersOf(before);
        List<Integer> numbers = given.assign(before, after.value());
        StoredDocument.StoredProblem numbered =
                numbers.equals(List.copyOf(said.values())) ? after : documents.storeNumberedProblem(after, numbers);
        add(plan.family(), known, given.withNumbersOf(numbered.value()).whose());
        return new RevisionContent(change.code(), change.arguments(), numbered, change.timetable());
    }

    /** Adds the student's number to the arguments of a change to one student. */
    RevisionContent withStudentNumber(Plan plan, RevisionContent change) {
        if (!RevisionDescriber.isToStudent(change.code()) || change.arguments().size() != 1) {
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
        return new RevisionContent(change.code(), arguments, change.problem(), change.timetable());
    }

    /** Serialises concurrent changes to plans of one family, so that the second sees the numbers assigned by the first. */
    private void lock(OrganisationId organisation) {
        database.sql("SELECT id FROM organisation WHERE id = :id FOR UPDATE")
                .param("id", organisation.value())
                .query(String.class)
                .list();
    }

    /** Returns the numbers assigned by the plans of a family. */
    public AssignedStudentNumbers findAssigned(PlanId family) {
        var whose = new TreeMap<Integer, StudentId>();
        database.sql("SELECT number, student FROM student_number WHERE family = :family")
                .param("family", family.value())
                .query(row -> {
                    whose.put(row.getInt("number"), new StudentId(row.getString("student")));
                });
        return new AssignedStudentNumbers(whose);
    }

    /** Stores numbers of a family. Existing assignments are kept. */
    public void store(PlanId family, SortedMap<Integer, StudentId> whose) {
        add(family, findAssigned(family), whose);
    }

    private void add(PlanId family, AssignedStudentNumbers known, SortedMap<Integer, StudentId> whose) {
        List<Object[]> rows = new ArrayList<>();
        whose.forEach((number, student) -> {
            if (!known.whose().containsKey(number)) {
                rows.add(new Object[] {family.value(), number, student.value()});
            }
        });
        batches.batchUpdate("INSERT INTO student_number (family, number, student) VALUES (?, ?, ?)", rows);
    }

    /** Deletes the numbers of a plan's family if the plan is its last member. */
    public void deleteIfLastOfFamily(PlanId plan) {
        database.sql("""
                        DELETE FROM student_number WHERE family = (SELECT family FROM plan WHERE id = :plan)
                        AND NOT EXISTS (SELECT 1 FROM plan o JOIN plan p ON p.family = o.family
                                        WHERE p.id = :plan AND o.id <> :plan)""").param("plan", plan.value()).update();
    }
}
