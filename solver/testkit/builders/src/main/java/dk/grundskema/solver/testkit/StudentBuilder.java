package dk.grundskema.solver.testkit;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.SchoolId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Builds a student, by default always available, without class, home school, number, wishes and vetoes. */
public final class StudentBuilder {
    private final StudentId id;
    private String name;
    private @Nullable Integer number;
    private final List<Period> only = new ArrayList<>();
    private final List<Period> except = new ArrayList<>();
    private final TreeSet<StudentId> wishedWith = new TreeSet<>();
    private final TreeSet<StudentId> neverWith = new TreeSet<>();
    private @Nullable SiteId site;
    private @Nullable SchoolId school;
    private @Nullable GroupId classGroup;

    private StudentBuilder(StudentId id) {
        this.id = id;
        name = "Student " + id;
    }

    /** Returns a builder of the student with an id. */
    public static StudentBuilder aStudent(String id) {
        return aStudent(new StudentId(id));
    }

    /** Returns a builder of the student with an id. */
    public static StudentBuilder aStudent(StudentId id) {
        return new StudentBuilder(id);
    }

    /** Returns a builder of a student like another. */
    public static StudentBuilder like(Student other) {
        var builder = aStudent(other.id()).name(other.name()).available(other.availability());
        builder.number = other.number();
        builder.site = other.site();
        builder.school = other.school();
        builder.classGroup = other.classGroup();
        builder.wishedWith.addAll(other.wishedWith());
        builder.neverWith.addAll(other.neverWith());
        return builder;
    }

    /** Sets the name. */
    public StudentBuilder name(String value) {
        name = value;
        return this;
    }

    /** Sets the number; {@code null} means the position among the students. */
    public StudentBuilder number(@Nullable Integer value) {
        number = value;
        return this;
    }

    /** Adds an availability to the present one. */
    public StudentBuilder available(Availability some) {
        only.addAll(some.only());
        except.addAll(some.except());
        return this;
    }

    /** Adds a time at which the student is not available. */
    public StudentBuilder except(Period period) {
        except.add(period);
        return this;
    }

    /** Adds students who must not be in a group with this one. */
    public StudentBuilder neverWith(String... others) {
        Arrays.stream(others).map(StudentId::new).forEach(neverWith::add);
        return this;
    }

    /** Adds students with whom this one should be. */
    public StudentBuilder wishedWith(String... others) {
        Arrays.stream(others).map(StudentId::new).forEach(wishedWith::add);
        return this;
    }

    /** Sets the site before and after an activity. */
    public StudentBuilder site(String value) {
        site = new SiteId(value);
        return this;
    }

    /** Sets the home school; {@code null} means not known. */
    public StudentBuilder school(@Nullable String value) {
        school = value == null ? null : new SchoolId(value);
        return this;
    }

    /** Sets the student's class, which is a group of its own; {@code null} means not known. */
    public StudentBuilder ofClass(@Nullable String value) {
        classGroup = value == null ? null : new GroupId(value);
        return this;
    }

    /** Returns the student. */
    public Student build() {
        return new Student(
                id, name, number, site, school, classGroup, new Availability(only, except), wishedWith, neverWith);
    }
}
