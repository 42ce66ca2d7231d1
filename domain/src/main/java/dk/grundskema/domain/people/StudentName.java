package dk.grundskema.domain.people;

/**
 * Name of a student as a file has it, as an argument of a finding. Only readers who may see students' names are shown it; others read "the student
 * here".
 *
 * @param name the name
 */
public record StudentName(String name) {
    /** Hides the name. */
    @Override
    public String toString() {
        return "a student";
    }
}
