package dk.grundskema.api.server.identity;

/** What an operation asks of whoever calls it. */
public enum Permission {
    /** Nothing: anybody may. */
    NONE,
    /** To be signed in, whatever the role and organisation. */
    SIGNED_IN,
    /** To change the own account: its password and its tokens. */
    ACCOUNT,
    /** To see the organisation's plans; students are numbers then. */
    READ,
    /** To see students' names. */
    READ_STUDENTS,
    /** To change existing plans: edits, locks, absences, what was delivered, solves. */
    EDIT,
    /** To make and take away plans, and to change what they are of. */
    PLAN,
    /** To see the own timetable and to enter what came of own meetings. */
    OWN,
    /** To say who may do what, and to see who did. */
    ADMINISTER
}
