package dk.grundskema.examples.generated;

/**
 * A subject of a class with its teacher.
 *
 * @param number   index among the school's teachings, from 0
 * @param of       the class
 * @param subject  the subject
 * @param teacher  number of the teacher; -1 for electives, whose courses have teachers of their own
 */
record ClassSubject(int number, SchoolClass of, SchoolSubject subject, int teacher) {
    int lessons() {
        return subject.lessons(of.year());
    }
}
