package dk.grundskema.examples.generated;

/**
 * A subject of a class with its teacher.
 *
 * @param number   among the school's teachings, from 0
 * @param of       whose
 * @param subject  what
 * @param teacher  number of the teacher; -1 for electives, whose courses have teachers of their own
 */
record Teaching(int number, SchoolClass of, Subject subject, int teacher) {
    int lessons() {
        return subject.lessons(of.year());
    }
}
