package dk.grundskema.api.exports.program;

import dk.grundskema.domain.finding.Severity;

/** What a format cannot express. */
enum Loss {
    /** Meetings over midnight, left out. */
    NIGHT("export.nights", Severity.WARNING),
    /** Dated meetings in weeks that the file does not describe, left out. */
    OTHER_WEEKS("export.other-weeks", Severity.WARNING),
    /** Meetings on one date only, left out of a typical week. */
    SINGLE_DATE("export.single-dates", Severity.WARNING),
    /** Meetings whose times fit no period, left out. */
    OFF_GRID("export.off-grid", Severity.WARNING),
    /** Tasks of a day without a time, left out. */
    TASK("export.tasks", Severity.WARNING),
    /** Lessons that the file has every week, though they are not held in every week. */
    NOT_EVERY_WEEK("export.not-every-week", Severity.INFO),
    /** Meetings of several periods that go on in the breaks between them. */
    BREAK_INSIDE("export.breaks-inside", Severity.INFO),
    /** Lessons of groups or of single students, whose members are not in the file. */
    STUDENTS("export.students", Severity.INFO),
    /** Lessons with required seats that nobody fills. */
    VACANT_SEAT("export.vacant-seats", Severity.INFO),
    /** Periods that are numbered after the ordinary ones, since they overlap them or have no class. */
    FURTHER_PERIOD("export.further-periods", Severity.INFO),
    /** Lessons without a subject, which get a word for one, because aSc and FET need it. */
    NO_SUBJECT("export.no-subject", Severity.INFO),
    /** People, rooms or classes left out of an activity, because FET allows nobody and nothing in two activities at once. */
    FET_TWICE("export.fet.twice", Severity.WARNING),
    /** Lessons without a class and a teacher, left out because a line of Untis needs one of the two. */
    UNTIS_NOBODY("export.untis.nobody", Severity.WARNING),
    /** Lessons of several adults without a single room, whose lines look like parallel courses. */
    UNTIS_PARALLEL("export.untis.parallel", Severity.INFO),
    /** Lessons of several periods, which have a line for each. */
    UNTIS_PERIODS("export.untis.periods", Severity.INFO),
    /** Weeks beyond the first, each with its own timetable file. */
    UNTIS_WEEKS("export.untis.weeks", Severity.INFO);

    private final String code;
    private final Severity severity;

    Loss(String code, Severity severity) {
        this.code = code;
        this.severity = severity;
    }

    /** Returns the code of its finding. */
    String code() {
        return code;
    }

    /** Returns the severity of its finding: a warning if something is left out. */
    Severity severity() {
        return severity;
    }
}
