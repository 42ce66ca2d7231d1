package dk.grundskema.domain.people;

import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.Availability;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A student, with no more about the child than planning needs.
 *
 * @param id           the id; not a name, since ids go into files that others may see
 * @param name         first and last name
 * @param number       number shown instead of the name where names are not allowed, as in calendars: 1 to {@value #HIGHEST_NUMBER}, unique in the
 *     problem. {@code null} means the position among the problem's students, or the next free number
 * @param site         site before and after an activity; {@code null} means the problem's first site. No rule counts the travel of students
 * @param school       home school; {@code null} means not known
 * @param classGroup   class at the home school, one of the problem's groups; {@code null} means not known
 * @param availability when the student can take part (bus, leisure)
 * @param wishedWith   students with whom this one should be, if possible; empty means none
 * @param neverWith    students who must not be in one small group or team with this one; counts both ways
 */
public record Student(
        StudentId id,
        String name,
        @Nullable Integer number,
        @Nullable SiteId site,
        @Nullable SchoolId school,
        @Nullable GroupId classGroup,
        Availability availability,
        SortedSet<StudentId> wishedWith,
        SortedSet<StudentId> neverWith) {
    /** The highest number that a student can have. */
    public static final int HIGHEST_NUMBER = 999_999;

    /**
     * @throws dk.grundskema.domain.finding.InvalidValueException if the name is blank or too long, the number is out of range, the student is in
     *     their own {@code wishedWith} or {@code neverWith}, or another student is in both
     */
    public Student {
        wishedWith = Collections.unmodifiableSortedSet(new TreeSet<>(wishedWith));
        neverWith = Collections.unmodifiableSortedSet(new TreeSet<>(neverWith));
        var checks = new RecordValidator()
                .name("name", name)
                .require(!wishedWith.contains(id), "wishedWith", "student.company-of-self")
                .require(!neverWith.contains(id), "neverWith", "student.company-of-self");
        if (number != null) {
            checks.range("number", number, 1, HIGHEST_NUMBER);
        }
        for (StudentId other : wishedWith) {
            checks.require(!neverWith.contains(other), "neverWith", "student.wished-and-vetoed", other);
        }
        checks.throwIfInvalid();
    }

    /** Creates a student without a number. */
    public Student(
            StudentId id,
            String name,
            @Nullable SiteId site,
            @Nullable SchoolId school,
            @Nullable GroupId classGroup,
            Availability availability,
            SortedSet<StudentId> wishedWith,
            SortedSet<StudentId> neverWith) {
        this(id, name, null, site, school, classGroup, availability, wishedWith, neverWith);
    }

    /** Creates a student at the problem's first site, without a number. */
    public Student(
            StudentId id,
            String name,
            @Nullable SchoolId school,
            @Nullable GroupId classGroup,
            Availability availability,
            SortedSet<StudentId> wishedWith,
            SortedSet<StudentId> neverWith) {
        this(id, name, null, null, school, classGroup, availability, wishedWith, neverWith);
    }

    /**
     * Returns the same student with another number.
     *
     * @param other the number; {@code null} means none
     * @throws dk.grundskema.domain.finding.InvalidValueException if the number is out of range
     */
    public Student withNumber(@Nullable Integer other) {
        return new Student(id, name, other, site, school, classGroup, availability, wishedWith, neverWith);
    }

    /** Returns the same student with another availability. */
    public Student withAvailability(Availability other) {
        return new Student(id, name, number, site, school, classGroup, other, wishedWith, neverWith);
    }

    /** Returns the same student in another class. */
    public Student withClassGroup(@Nullable GroupId other) {
        return new Student(id, name, number, site, school, other, availability, wishedWith, neverWith);
    }

    /** Returns only the id, so that no log contains a name. */
    @Override
    public String toString() {
        return id.value();
    }
}
