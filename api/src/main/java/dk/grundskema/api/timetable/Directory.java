package dk.grundskema.api.timetable;

import dk.grundskema.api.timetable.Entry.Existing;
import dk.grundskema.api.timetable.Entry.Helper;
import dk.grundskema.api.timetable.Entry.Member;
import dk.grundskema.api.timetable.Entry.Named;
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

/** Who and what is meant by the ids of a timetable. */
final class Directory {
    private final Map<StaffId, Named<StaffId>> staff = new HashMap<>();
    private final Map<RoomId, Named<RoomId>> rooms = new HashMap<>();
    private final Map<GroupId, Named<GroupId>> groups = new HashMap<>();
    private final Map<GroupId, Map<StudentId, GroupMember>> members = new HashMap<>();
    private final Map<StudentId, Member> students = new HashMap<>();

    private final UnaryOperator<String> words;

    /** @param words makes words of keys of texts; gives back what is no such key */
    Directory(Problem problem, Collection<Demand> demands, Timetable timetable, UnaryOperator<String> words) {
        this.words = words;
        var firstNames = new FirstNames(problem.staff());
        problem.staff().forEach(one -> staff.put(one.id(), new Named<>(one.id(), one.name(), firstNames.of(one.id()))));
        problem.rooms().forEach(one -> rooms.put(one.id(), new Named<>(one.id(), one.name(), one.name())));
        var aliases = StudentAliases.of(problem);
        for (Student one : problem.students()) {
            int number = aliases.number(one.id()).orElse(0);
            students.put(one.id(), new Member(one.id(), one.name(), number));
        }
        problem.groups().forEach(this::add);
        demands.stream()
                .flatMap(demand -> demand.groupings().stream())
                .flatMap(grouping -> grouping.groups().stream())
                .forEach(this::add);
        for (GroupMembers one : timetable.groups()) {
            enter(one.id(), one.members());
        }
    }

    private void add(Group group) {
        groups.put(group.id(), new Named<>(group.id(), group.name(), group.name()));
        enter(group.id(), group.members());
    }

    private void enter(GroupId group, List<GroupMember> those) {
        var byStudent = new LinkedHashMap<StudentId, GroupMember>();
        those.forEach(member -> byStudent.put(member.studentId(), member));
        members.put(group, byStudent);
    }

    Named<StaffId> person(StaffId id) {
        return staff.getOrDefault(id, new Named<>(id, id.value(), id.value()));
    }

    Named<RoomId> room(RoomId id) {
        return rooms.getOrDefault(id, new Named<>(id, id.value(), id.value()));
    }

    Named<GroupId> group(GroupId id) {
        return groups.getOrDefault(id, new Named<>(id, id.value(), id.value()));
    }

    Member student(StudentId id) {
        return Objects.requireNonNull(students.get(id), "The timetable is of another problem.");
    }

    boolean isMember(StudentId student, GroupId group, IsoWeek week) {
        GroupMember member = members.getOrDefault(group, Map.of()).get(student);
        return member != null && (member.weeks().isEmpty() || member.weeks().contains(week));
    }

    /** Who is in a group in one of the weeks at least. */
    Set<StudentId> memberIds(GroupId group) {
        return members.getOrDefault(group, Map.of()).keySet();
    }

    List<Member> members(GroupId group) {
        return members.getOrDefault(group, Map.of()).keySet().stream()
                .map(this::student)
                .sorted(NaturalOrder.by(Member::name))
                .toList();
    }

    /** @param together groups that all take part in what is for all */
    Entry entry(Occurrence occurrence, Look look, Set<GroupId> together) {
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
        return new Entry(
                occurrence,
                look,
                inRooms,
                meeting.groupIds().stream()
                        .map(this::group)
                        .sorted(NaturalOrder.by(Named::name))
                        .toList(),
                together.size() > 1 && together.equals(Set.copyOf(meeting.groupIds())),
                present,
                (int) missing,
                meeting.studentIds().stream().map(this::student).toList(),
                form(meeting),
                ExistingLessons.is(meeting) ? existing(meeting) : null);
    }

    /** How it is held: the intervention's words, with commas between them. */
    private String form(Meeting meeting) {
        return meeting.form().isEmpty()
                ? ""
                : Stream.of(meeting.form().split(", "))
                        .map(one -> word("form.", one))
                        .collect(Collectors.joining(", "));
    }

    private Existing existing(Meeting meeting) {
        var teachers = new ArrayList<Named<StaffId>>();
        var helpers = new ArrayList<Helper>();
        for (MeetingSeat seat : meeting.seats()) {
            StaffId who = seat.staffId();
            if (who != null && ExistingLessons.isTeacher(meeting, seat)) {
                teachers.add(person(who));
            } else if (who != null) {
                helpers.add(new Helper(person(who), word("role.", seat.role())));
            }
        }
        return new Existing(teachers, helpers);
    }

    /** A word of an intervention in people's words: of its own sort, or of an enumeration of the plugin's; else the word itself. */
    private String word(String sort, String word) {
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
