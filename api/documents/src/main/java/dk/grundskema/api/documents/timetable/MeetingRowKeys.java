package dk.grundskema.api.documents.timetable;

import dk.grundskema.api.documents.file.Sha256;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keys of the rows of a table of meetings, so that a row is recognised when its date, time or people were changed in a spreadsheet. A key
 * reveals no student: it is derived from the session's id with students' numbers, and the date.
 */
public final class MeetingRowKeys {
    private static final int DIGITS = 10;
    private static final String PART = "d";
    private static final String WHOLE = "k";
    private static final Pattern FORM = Pattern.compile("[" + PART + WHOLE + "][0-9a-f]{" + DIGITS + "}");

    private final PseudonymousIds ids;
    private final Map<SessionId, Integer> lessons = new HashMap<>();

    /**
     * @param demands   demands of the problem's interventions
     * @param timetable the plan of the table
     */
    public MeetingRowKeys(Problem problem, Collection<Demand> demands, Timetable timetable) {
        this.ids = PseudonymousIds.of(problem, demands, timetable);
        problem.lessons()
                .forEach(lesson -> lessons.put(new SessionId(lesson.id().value()), lessons.size()));
    }

    /**
     * Returns the key of a dated meeting, or of a lesson of the existing timetable that no intervention uses.
     *
     * @param session the session; of a lesson its id
     * @param date   date on which it begins
     * @param isPart whether the table has only a part of the plan, so that a missing row means nothing
     */
    public String key(SessionId session, LocalDate date, boolean isPart) {
        String id = ids.of(session);
        Integer lesson = lessons.get(session);
        if (id.equals(PseudonymousIds.UNKNOWN_SESSION) && lesson != null) {
            id = "lesson " + lesson; // its id may contain that of a student
        }
        return (isPart ? PART : WHOLE) + Sha256.of(id + " " + date).substring(0, DIGITS);
    }

    /** Returns the key that means the same row of a table of the whole plan; empty if the text is no key. */
    public static Optional<String> normalize(String text) {
        String key = text.strip();
        return FORM.matcher(key).matches() ? Optional.of(WHOLE + key.substring(1)) : Optional.empty();
    }

    /** Whether a key is of a table with only a part of the plan. */
    public static boolean isOfPart(String key) {
        return key.startsWith(PART);
    }
}
