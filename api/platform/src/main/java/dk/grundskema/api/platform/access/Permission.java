package dk.grundskema.api.platform.access;

/** What an operation asks of anybody who calls it. */
public enum Permission {
    /** No permission: anyone may call the operation. */
    NONE,
    /** The caller is signed in, with any role and organisation. */
    SIGNED_IN,
    /** Change the caller's own account: password and tokens. */
    ACCOUNT,
    /** See the organisation's plans, with numbers instead of students' names. */
    READ,
    /** See students' names. */
    READ_STUDENTS,
    /** Change existing plans: edits, locks, absences, delivered hours, solver runs. */
    EDIT,
    /** Create and delete plans, and change their input. */
    PLAN,
    /** See the caller's own timetable and record the outcome of own meetings. */
    OWN,
    /** Assign roles, and read the audit log. */
    ADMINISTER
}
