package dk.grundskema.api.planning.explanation;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.edit.ManualChange.GroupChange;
import dk.grundskema.solver.edit.ManualChange.RoomChange;
import dk.grundskema.solver.edit.ManualChange.SeatChange;
import dk.grundskema.solver.edit.ManualChange.SubjectChange;
import dk.grundskema.solver.edit.ManualChange.SubjectSwap;
import dk.grundskema.solver.edit.ManualChange.TimeChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Expresses the difference between two timetables of one problem as changes by hand. */
final class TimetableMoves {
    private final List<ManualChange> moves = new ArrayList<>();
    private final Map<SessionId, String> subjects = new LinkedHashMap<>();
    private final Map<SessionId, String> wanted = new LinkedHashMap<>();

    private TimetableMoves() {}

    /** Returns changes that make the second timetable of the first, one after the other, as far as that can be done by hand. */
    static List<ManualChange> between(Timetable before, Timetable after) {
        var moves = new TimetableMoves();
        moves.addGroups(before, after);
        moves.addMeetings(before, after);
        moves.addSubjects();
        return List.copyOf(moves.moves);
    }

    private void addGroups(Timetable before, Timetable after) {
        Map<StudentId, SortedSet<GroupId>> then = groups(before);
        Map<StudentId, SortedSet<GroupId>> now = groups(after);
        now.forEach((student, groups) -> groups.stream()
                .filter(group -> !then.getOrDefault(student, new TreeSet<>()).contains(group))
                .forEach(group -> moves.add(new GroupChange(student, group))));
        then.keySet().stream()
                .filter(student -> !now.containsKey(student)) // who leaves one of several groups cannot do that by hand
                .forEach(student -> moves.add(new GroupChange(student, null)));
    }

    private static Map<StudentId, SortedSet<GroupId>> groups(Timetable timetable) {
        Map<StudentId, SortedSet<GroupId>> groups = new TreeMap<>();
        timetable
                .groups()
                .forEach(group -> group.members()
                        .forEach(member -> groups.computeIfAbsent(member.studentId(), any -> new TreeSet<>())
                                .add(group.id())));
        return groups;
    }

    private void addMeetings(Timetable before, Timetable after) {
        Map<SessionId, Meeting> then = new LinkedHashMap<>();
        before.meetings().forEach(meeting -> then.put(meeting.sessionId(), meeting));
        for (Meeting meeting : after.meetings()) {
            addMeeting(Optional.ofNullable(then.remove(meeting.sessionId())), meeting);
        }
        then.keySet().forEach(session -> moves.add(new TimeChange(session, null)));
    }

    private void addMeeting(Optional<Meeting> then, Meeting now) {
        SessionId session = now.sessionId();
        if (!then.map(Meeting::time).equals(Optional.of(now.time()))) {
            moves.add(new TimeChange(session, now.time()));
        }
        if (!Objects.equals(then.map(Meeting::roomId).orElse(null), now.roomId())) {
            moves.add(new RoomChange(session, now.roomId()));
        }
        String subject = then.map(Meeting::subject)
                .orElse(now.subject()); // a meeting without modules has the subject of its session
        if (!subject.equals(now.subject())) {
            subjects.put(session, subject);
            wanted.put(session, now.subject());
        }
        for (int position = 0; position < now.seats().size(); position++) {
            int place = position;
            var holder = now.seats().get(place).staffId();
            var earlier = then.filter(meeting -> place < meeting.seats().size())
                    .map(meeting -> meeting.seats().get(place).staffId());
            if (!Objects.equals(earlier.orElse(null), holder)) {
                moves.add(new SeatChange(session, place, holder));
            }
        }
    }

    /** Swaps subjects of modules as long as a module that is to lose one has what another is to have; the rest was or becomes unplaced. */
    private void addSubjects() {
        wanted.forEach((session, subject) -> subjects.entrySet().stream()
                .filter(other -> !other.getKey().equals(session)
                        && other.getValue().equals(subject)
                        && !subject.equals(wanted.get(other.getKey()))
                        && !subject.equals(subjects.get(session)))
                .findFirst()
                .ifPresent(other -> {
                    moves.add(new SubjectSwap(session, other.getKey()));
                    other.setValue(subjects.put(session, subject));
                }));
        wanted.forEach((session, subject) -> {
            if (!subject.equals(subjects.get(session))) {
                moves.add(new SubjectChange(session, subject.isEmpty() ? null : subject));
            }
        });
    }
}
