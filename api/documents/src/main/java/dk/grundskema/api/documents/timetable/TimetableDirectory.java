package dk.grundskema.api.documents.timetable;

import dk.grundskema.api.documents.timetable.TimetableEntry.ExistingLesson;
import dk.grundskema.api.documents.timetable.TimetableEntry.LessonHelper;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.documents.timetable.TimetableEntry.NumberedStudent;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Resolves the ids of a timetable to names and members. */
final class TimetableDirectory {
    private final Map<StaffId, NamedEntity<StaffId>> staff = new HashMap<>();
    private final Map<RoomId, NamedEntity<RoomId>> rooms = new HashMap<>();
    private final Map<GroupId, NamedEntity<GroupId>> groups = new HashMap<>();
    private final Map<GroupId, Map<StudentId, GroupMember>> members = new HashMap<>();
    private final Map<StudentId, NumberedStudent> students = new HashMap<>();

    private final UnaryOperator<String> words;

    /** @param words translates text keys; returns any other text unchanged */
    TimetableDirectory(Problem problem, Collection<Demand> demands, Timetable timetable, UnaryOperator<String> words) {
        this.words = words;
        var firstNames = new ShortStaffNames(problem.staff());
        problem.staff()
                .forEach(one ->
                        staff.put(one.id(), new NamedEntity<>(one.id(), one.name(), firstNames.shortName(one.id()))));
        problem.rooms().forEach(one -> rooms.put(one.id(), new NamedEntity<>(one.id(), one.name(), one.name())));
        var aliases = StudentAliases.of(problem);
        for (Student one : problem.students()) {
            int number = aliases.number(one.id()).orElse(0);
            students.put(one.id(), new NumberedStudent(one.id(), one.name(), number));
        }
        problem.groups().forEach(this::add);
        demands.stream()
                .flatMap(demand -> demand.groupings().stream())
                .flatMap(grouping -> grouping.groups().stream())
                .forEach(this::add);
        for (GroupMembers one : timetable.groups()) {
            putMembers(one.id(), one.members());
        }
    }

    private void add(Group group) {
        groups.put(group.id(), new NamedEntity<>(group.id(), group.name(), group.name()));
        putMembers(group.id(), group.members());
    }

    private void putMembers(GroupId group, List<GroupMember> those) {
        var byStudent = new LinkedHashMap<StudentId, GroupMember>();
        those.forEach(member -> byStudent.put(member.studentId(), member));
        members.put(group, byStudent);
    }

    NamedEntity<StaffId> person(StaffId id) {
        return staff.getOrDefault(id, new NamedEntity<>(id, id.value(), id.value()));
    }

    NamedEntity<RoomId> room(RoomId id) {
        return rooms.getOrDefault(id, new NamedEntity<>(id, id.value(), id.value()));
    }

    NamedEntity<GroupId> group(GroupId id) {
        return groups.getOrDefault(id, new NamedEntity<>(id, id.value(), id.value()));
    }

    NumberedStudent student(StudentId id) {
        return Objects.requireNonNull(students.get(id), "The timetable is of another problem.");
    }

    boolean isMember(StudentId student, GroupId group, IsoWeek week) {
        GroupMember member = members.getOrDefault(group, Map.of()).get(student);
        return member != null && (member.weeks().isEmpty() || member.weeks().contains(week));
    }

    /** Returns the students who are members of a group in at least one week. */
    Set<StudentId> memberIds(GroupId group) {
        return members.getOrDefault(group, Map.of()).keySet();
    }

    List<NumberedStudent> members(GroupId group) {
        return members.getOrDefault(group, Map.of()).keySet().stream()
                .map(this::student)
                .sorted(NaturalOrder.by(NumberedStudent::name))
                .toList();
    }

    /** @param together the groups that all take part in entries for everybody */
    TimetableEntry createEntry(Occurrence occurrence, MeetingStyle meetingStyle, Set<GroupId> together) {
        Meeting meeting = occurrence.meeting();
        var inRooms = Stream.concat(Stream.ofNullable(meeting.roomId()), meeting.extraRoomIds().stream())
                .map(this::room)
                .toList();
        var present = meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .distinct()
                .map(this::person)
                .toList();
        long missing = meeting.seats().stream()
                .filter(seat -> seat.required() && seat.staffId() == null)
                .count();
        return new TimetableEntry(
                occurrence,
                meetingStyle,
                inRooms,
                meeting.groupIds().stream()
                        .map(this::group)
                        .sorted(NaturalOrder.by(NamedEntity::name))
                        .toList(),
                together.size() > 1 && together.equals(Set.copyOf(meeting.groupIds())),
                present,
                (int) missing,
                meeting.studentIds().stream().map(this::student).toList(),
                formText(meeting),
                ExistingLessons.isExistingLesson(meeting) ? existingLesson(meeting) : null);
    }

    /** Returns how the meeting is held: the intervention's words, translated and joined with commas. */
    private String formText(Meeting meeting) {
        return meeting.form().isEmpty()
                ? ""
                : Stream.of(meeting.form().split(", "))
                        .map(one -> translateWord("form.", one))
                        .collect(Collectors.joining(", "));
    }

    private ExistingLesson existingLesson(Meeting meeting) {
        var teachers = new ArrayList<NamedEntity<StaffId>>();
        var helpers = new ArrayList<LessonHelper>();
        for (MeetingSeat seat : meeting.seats()) {
            StaffId who = seat.staffId();
            if (who != null && ExistingLessons.isTeacherSeat(meeting, seat)) {
                teachers.add(person(who));
            } else if (who != null) {
                helpers.add(new LessonHelper(person(who), translateWord("role.", seat.role())));
            }
        }
        return new ExistingLesson(teachers, helpers);
    }

    /** Translates a word of an intervention: by a key of its kind, or by a constant of a plugin's enum; else returns the word. */
    private String translateWord(String sort, String word) {
        String key = sort + word;
        String ofEnum = "enum." + word.toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.of(key, ofEnum)
                .map(each -> Map.entry(each, words.apply(each)))
                .filter(each -> !each.getKey().equals(each.getValue()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(word);
    }
}
