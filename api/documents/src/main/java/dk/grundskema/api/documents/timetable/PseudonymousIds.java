package dk.grundskema.api.documents.timetable;

import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Formats ids for callers who may not identify students. A student id becomes the student's number, also within the ids of sessions for
 * that student. All other ids stay as they are.
 */
public final class PseudonymousIds implements RecordWriter.IdFormatter {
    /** Replaces the id of a student who is not in the problem; real numbers begin at 1. */
    private static final String UNKNOWN = "0";

    /**
     * Replaces the id of a session or seat that neither the problem nor the timetable has: it may contain the id of a student who has been
     * removed.
     */
    public static final String UNKNOWN_SESSION = "?";

    /** Precedes the number in session ids, so that the ids of two sessions stay different. */
    private static final String MARK = "*";

    private final Map<StudentId, Integer> numbers;
    private final Map<String, String> sessions;

    private PseudonymousIds(Map<StudentId, Integer> numbers, Map<String, String> sessions) {
        this.numbers = numbers;
        this.sessions = sessions;
    }

    /**
     * Returns the ids of a problem and a timetable.
     *
     * @param demands   demands of the problem's interventions
     * @param timetable a timetable of the problem; {@code null} means none
     */
    public static PseudonymousIds of(Problem problem, Collection<Demand> demands, @Nullable Timetable timetable) {
        var ids = new PseudonymousIds(StudentAliases.of(problem).all(), new HashMap<>());
        for (Demand demand : demands) {
            demand.sessions().forEach(session -> ids.add(session.id().value(), session.students()));
            ids.addSeats(demand);
        }
        if (timetable != null) {
            for (Meeting meeting : timetable.meetings()) {
                ids.add(meeting.sessionId().value(), meeting.studentIds());
                if (meeting.originId() != null) {
                    ids.add(meeting.originId().value(), meeting.studentIds());
                }
            }
        }
        return ids;
    }

    /** Returns ids without any known student. */
    public static PseudonymousIds withoutStudents() {
        return new PseudonymousIds(Map.of(), Map.of());
    }

    /** Whether an id may reveal a student: the id of a student, a session or a seat. */
    public static boolean mayRevealStudent(Object id) {
        return id instanceof StudentId || id instanceof SessionId || id instanceof SeatId;
    }

    /** Returns these ids, with those of another problem as a fallback. */
    public PseudonymousIds withFallback(PseudonymousIds other) {
        var both = new PseudonymousIds(new HashMap<>(numbers), new HashMap<>(sessions));
        other.numbers.forEach(both.numbers::putIfAbsent);
        other.sessions.forEach(both.sessions::putIfAbsent);
        return both;
    }

    private void addSeats(Demand demand) {
        Map<SessionId, List<StudentId>> students = demand.sessions().stream()
                .collect(Collectors.toMap(Session::id, Session::students, (one, other) -> one));
        demand.seats()
                .forEach(seat -> add(
                        seat.id().value(),
                        seat.sessions().stream()
                                .flatMap(session -> students.getOrDefault(session, List.of()).stream())
                                .distinct()
                                .toList()));
    }

    private void add(String id, List<StudentId> students) {
        String text = id;
        for (StudentId student : students) {
            if (text.contains(student.value())) {
                text = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(student.value()) + "(?![\\p{L}\\p{N}])")
                        .matcher(text)
                        .replaceAll(Matcher.quoteReplacement(MARK + studentNumber(student)));
            }
        }
        if (!text.equals(id) || !sessions.containsKey(id)) {
            sessions.put(id, text);
        }
    }

    @Override
    public String of(Id id) {
        return switch (id) {
            case StudentId student -> studentNumber(student);
            case SessionId session -> sessions.getOrDefault(session.value(), UNKNOWN_SESSION);
            case SeatId seat -> seatText(seat.value());
            default -> id.value();
        };
    }

    private String studentNumber(StudentId student) {
        Integer number = numbers.get(student);
        return number == null ? UNKNOWN : String.valueOf(number);
    }

    /** Formats a seat that no demand has by its session's id, the part before the last {@code #}. */
    private String seatText(String id) {
        String cached = sessions.get(id);
        int end = id.lastIndexOf('#');
        if (cached != null || end < 0) {
            return cached == null ? UNKNOWN_SESSION : cached;
        }
        String session = sessions.get(id.substring(0, end));
        return session == null ? UNKNOWN_SESSION : session + id.substring(end);
    }
}
