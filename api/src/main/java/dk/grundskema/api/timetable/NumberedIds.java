package dk.grundskema.api.timetable;

import dk.grundskema.api.platform.RecordWriter;
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
 * Ids as callers read them who may not see who the students are: a student's number stands for the id, also within the ids of sessions that are held
 * for that student. All other ids stay as they are.
 */
public final class NumberedIds implements RecordWriter.IdTexts {
    /** Stands for a student that the problem doesn't have; numbers begin at 1. */
    private static final String UNKNOWN = "0";

    /** Stands for a session or a seat that neither the problem nor the timetable has: it may have been one student's who isn't there any more. */
    public static final String UNKNOWN_SESSION = "?";

    /** Stands before the number in ids of sessions, so that the ids of two sessions stay different whatever else is in them. */
    private static final String MARK = "*";

    private final Map<StudentId, Integer> numbers;
    private final Map<String, String> sessions;

    private NumberedIds(Map<StudentId, Integer> numbers, Map<String, String> sessions) {
        this.numbers = numbers;
        this.sessions = sessions;
    }

    /**
     * The ids of a problem and of a timetable.
     *
     * @param demands   what the problem's interventions ask for
     * @param timetable a timetable of it; {@code null} means none
     */
    public static NumberedIds of(Problem problem, Collection<Demand> demands, @Nullable Timetable timetable) {
        var ids = new NumberedIds(StudentAliases.of(problem).all(), new HashMap<>());
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

    /** The ids of nobody: every student is unknown. */
    public static NumberedIds none() {
        return new NumberedIds(Map.of(), Map.of());
    }

    /** Whether an id may tell of a student: it is a student's, a session's or a seat's. */
    public static boolean mayTell(Object id) {
        return id instanceof StudentId || id instanceof SessionId || id instanceof SeatId;
    }

    /** These, and of another problem those that are not among them. */
    public NumberedIds and(NumberedIds other) {
        var both = new NumberedIds(new HashMap<>(numbers), new HashMap<>(sessions));
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
                        .replaceAll(Matcher.quoteReplacement(MARK + number(student)));
            }
        }
        if (!text.equals(id) || !sessions.containsKey(id)) {
            sessions.put(id, text);
        }
    }

    @Override
    public String of(Id id) {
        return switch (id) {
            case StudentId student -> number(student);
            case SessionId session -> sessions.getOrDefault(session.value(), UNKNOWN_SESSION);
            case SeatId seat -> seat(seat.value());
            default -> id.value();
        };
    }

    private String number(StudentId student) {
        Integer number = numbers.get(student);
        return number == null ? UNKNOWN : String.valueOf(number);
    }

    /** A seat that no demand has is known by its session's id, which is what stands before the last {@code #}. */
    private String seat(String id) {
        String known = sessions.get(id);
        int end = id.lastIndexOf('#');
        if (known != null || end < 0) {
            return known == null ? UNKNOWN_SESSION : known;
        }
        String session = sessions.get(id.substring(0, end));
        return session == null ? UNKNOWN_SESSION : session + id.substring(end);
    }
}
