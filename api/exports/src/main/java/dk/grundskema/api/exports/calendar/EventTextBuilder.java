package dk.grundskema.api.exports.calendar;

import dk.grundskema.api.documents.timetable.ExistingLessons;
import dk.grundskema.api.documents.timetable.Occurrence;
import dk.grundskema.api.documents.timetable.TitleNames;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.spi.Decoration.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds the texts of events in one language. Every text entered by a user passes {@link StudentNameRedactor}. */
final class EventTextBuilder {
    /** Key of the line of a lesson to which the plan adds nobody any more. */
    static final String NOBODY_ADDED = "calendar.nobody-added";

    private static final int MOST_NAMED = 3;

    private final Problem problem;
    private final Map<GroupId, List<GroupMember>> members = new HashMap<>();
    private final String plan;
    private final Set<GroupId> teams;
    private final Function<Object, Object> names;
    private final Map<SessionId, SiteId> sites;
    private final Map<InterventionId, Decoration> decorations;
    private final StudentNameRedactor redactor;
    private final Texts texts;

    /**
     * @param problem    people, rooms and sites
     * @param timetable  members of the groups
     * @param words      names of groups, sites and styles of meetings
     * @param redactor removes students' names
     * @param texts      texts in the language
     */
    EventTextBuilder(
            Problem problem, Timetable timetable, CalendarWording words, StudentNameRedactor redactor, Texts texts) {
        this.problem = problem;
        timetable
                .groups()
                .forEach(group -> members.computeIfAbsent(group.id(), none -> new ArrayList<>())
                        .addAll(group.members()));
        this.teams = timetable.meetings().stream()
                .flatMap(meeting -> meeting.groupIds().stream())
                .collect(Collectors.toSet());
        this.plan = words.title().isEmpty() ? problem.title() : words.title();
        this.names = words.names();
        this.sites = words.sites();
        this.decorations = words.decorations();
        this.redactor = redactor;
        this.texts = texts;
    }

    /** Returns the title of a calendar: plan and owner. */
    String calendarTitle(String of) {
        return texts.text("calendar.name", redactor.redact(plan, texts), of);
    }

    /** Returns the text with numbers instead of students. */
    String redact(String text) {
        return redactor.redact(text, texts);
    }

    /** Returns the name of a group. */
    String groupName(GroupId id) {
        return redactor.redact(String.valueOf(names.apply(id)), texts);
    }

    /** Returns the name of a room. */
    String roomName(Room room) {
        return redactor.redact(room.name(), texts);
    }

    /** Returns the name of an intervention. */
    String interventionName(Intervention<?> intervention) {
        return redactor.redact(intervention.title(), texts);
    }

    /** Returns what is held and for which group; a team's own calendar does not repeat its name. */
    String summary(Meeting meeting, CalendarAudience audience) {
        String title = redactor.redact(meeting.title(), meeting.studentIds(), texts);
        String participants = audience.isGroup() ? "" : participants(meeting);
        return participants.isEmpty() || TitleNames.isNamed(title, participants)
                ? title
                : texts.text("calendar.summary", title, participants);
    }

    /** Returns what is to be done, and for how many students, without their names. */
    String summary(Task task) {
        String title = redactor.redact(task.title(), task.studentIds(), texts);
        return task.studentIds().isEmpty()
                ? title
                : texts.text(
                        "calendar.summary",
                        title,
                        texts.text(
                                "calendar.students-in-number", task.studentIds().size()));
    }

    private String participants(Meeting meeting) {
        if (meeting.groupIds().size() > 1 && meeting.groupIds().containsAll(teams)) {
            return texts.text("calendar.all-groups");
        }
        List<String> all = Stream.concat(
                        meeting.groupIds().stream().map(this::groupName),
                        meeting.studentIds().stream().map(student -> redactor.alias(student, texts)))
                .toList();
        if (all.size() <= MOST_NAMED) {
            return String.join(", ", all);
        }
        return meeting.studentIds().isEmpty()
                ? texts.text("calendar.groups-in-number", all.size())
                : texts.text("calendar.students", studentCount(meeting, null));
    }

    /** Returns rooms and site; without a room, the session's own site or the only one. */
    String location(Meeting meeting) {
        var rooms = findRooms(Stream.concat(Stream.ofNullable(meeting.roomId()), meeting.extraRoomIds().stream()));
        return rooms.isEmpty()
                ? placeNames(rooms, siteWithoutRoom(meeting).stream().collect(Collectors.toSet()))
                : placeNames(rooms);
    }

    /** Returns the names of rooms with their sites. */
    String placeNames(Stream<RoomId> some) {
        return placeNames(findRooms(some));
    }

    private List<Room> findRooms(Stream<RoomId> some) {
        return some.map(problem::room).flatMap(Optional::stream).toList();
    }

    private String placeNames(List<Room> rooms) {
        return placeNames(
                rooms,
                rooms.stream().map(room -> problem.siteOrDefault(room.site())).collect(Collectors.toSet()));
    }

    private String placeNames(List<Room> rooms, Set<SiteId> at) {
        return Stream.concat(
                        rooms.stream().map(this::roomName),
                        problem.sites().stream()
                                .filter(site -> at.contains(site.id()))
                                .map(site -> redactor.redact(site.name(), texts)))
                .collect(Collectors.joining(", "));
    }

    private Optional<SiteId> siteWithoutRoom(Meeting meeting) {
        return Stream.concat(Stream.of(meeting.sessionId()), Stream.ofNullable(meeting.originId()))
                .flatMap(id -> Stream.ofNullable(sites.get(id)))
                .findFirst()
                .or(() -> problem.sites().size() == 1
                        ? Optional.of(problem.sites().getFirst().id())
                        : Optional.empty());
    }

    /**
     * Returns the description, one line per element: adults, team, role and form.
     *
     * @param students number of students who take part
     */
    List<String> description(Meeting meeting, int students, @Nullable StaffId reader) {
        var lines = new ArrayList<String>();
        List<String> others = otherAdults(meeting, reader);
        if (!others.isEmpty()) {
            lines.add(texts.text(reader == null ? "calendar.adults" : "calendar.with", String.join(", ", others)));
        }
        long missing = meeting.seats().stream()
                .filter(seat -> seat.required() && seat.staffId() == null)
                .count();
        if (missing > 0) {
            lines.add(texts.text("calendar.missing", missing));
        }
        meeting.seats().stream()
                .filter(seat -> seat.staffId() != null && seat.staffId().equals(reader))
                .findFirst()
                .ifPresent(seat -> lines.add(texts.text("calendar.role", roleName(seat))));
        lines.addAll(participantLines(meeting, students));
        String form = formText(meeting);
        if (ExistingLessons.isUntouched(meeting)) {
            lines.add(texts.text(NOBODY_ADDED));
        } else if (!form.isEmpty()) {
            lines.add(texts.text("calendar.form", redactor.redact(form, meeting.studentIds(), texts)));
        }
        return lines;
    }

    /** Returns the form of a meeting, unless its title contains it. */
    private String formText(Meeting meeting) {
        return Stream.of(meeting.form().split(", "))
                .map(one -> textOrWord("form." + one, one))
                .filter(one -> !TitleNames.isNamed(meeting.title(), one))
                .collect(Collectors.joining(", "));
    }

    /** Returns the other adults that a reader meets, with their role if it differs from the reader's; all adults if there is no particular reader. */
    List<String> otherAdults(Meeting meeting, @Nullable StaffId reader) {
        var own = meeting.seats().stream()
                .filter(seat -> seat.staffId() != null && seat.staffId().equals(reader))
                .map(MeetingSeat::role)
                .collect(Collectors.toSet());
        return meeting.seats().stream()
                .filter(seat -> seat.staffId() != null && !seat.staffId().equals(reader))
                .map(seat -> own.isEmpty() || own.contains(seat.role())
                        ? personName(seat)
                        : texts.text("calendar.person-as", personName(seat), roleName(seat)))
                .distinct()
                .toList();
    }

    private String personName(MeetingSeat seat) {
        StaffId id = Objects.requireNonNull(seat.staffId());
        return problem.staffMember(id).map(StaffMember::name).orElse(id.value());
    }

    private String roleName(MeetingSeat seat) {
        return redactor.redact(textOrWord("role." + seat.role(), seat.role()), texts);
    }

    private List<String> participantLines(Meeting meeting, int students) {
        if (!meeting.groupIds().isEmpty()) {
            String groups = meeting.groupIds().stream().map(this::groupName).collect(Collectors.joining(", "));
            boolean areClasses = meeting.groupIds().stream()
                    .allMatch(id -> problem.group(id)
                            .filter(group -> group.kind() == Group.Kind.CLASS)
                            .isPresent());
            if (areClasses) {
                return List.of(texts.text("calendar.classes", groups));
            }
            return List.of(
                    isEachMemberKnown(meeting)
                            ? texts.text("calendar.groups.with-number", groups, students)
                            : texts.text("calendar.groups", groups));
        }
        return students > MOST_NAMED ? List.of(texts.text("calendar.students", students)) : List.of();
    }

    /** Whether the plan knows all students of a meeting's groups. Of a class or course it may know only those who take part in interventions. */
    private boolean isEachMemberKnown(Meeting meeting) {
        return meeting.groupIds().stream()
                .flatMap(id -> problem.group(id).stream())
                .noneMatch(group -> group.kind() == Group.Kind.CLASS || group.kind() == Group.Kind.COURSE);
    }

    /** Returns how many students take part; in the occurrence's week if one is given. */
    int studentCount(Meeting meeting, @Nullable Occurrence occurrence) {
        Set<StudentId> all = new HashSet<>(meeting.studentIds());
        meeting.groupIds().stream()
                .flatMap(group -> members.getOrDefault(group, List.of()).stream())
                .filter(member -> occurrence == null
                        || member.weeks().isEmpty()
                        || member.weeks().contains(occurrence.week()))
                .map(GroupMember::studentId)
                .forEach(all::add);
        return all.size();
    }

    /**
     * Returns the categories of a meeting: category and name of the plugin's mark, or else the kind of the meeting. A lesson to which the plan adds nobody
     * has at most the former.
     */
    List<String> categories(Meeting meeting) {
        if (ExistingLessons.isUntouched(meeting)) {
            return markOf(meeting).stream()
                    .map(mark -> redactor.redact(textOrWord(mark.category(), mark.category()), texts))
                    .toList();
        }
        return markOf(meeting)
                .map(mark -> Stream.of(mark.category(), mark.name()).map(key -> textOrWord(key, key)))
                .orElseGet(() -> Stream.of(kindText(meeting)))
                .map(category -> redactor.redact(category, meeting.studentIds(), texts))
                .distinct()
                .toList();
    }

    private String kindText(Meeting meeting) {
        String kind = meeting.kind().isBlank() ? meeting.interventionId().value() : meeting.kind();
        return textOrWord("enum." + kind.toUpperCase(Locale.ROOT).replace('-', '_'), kind);
    }

    /** Returns the CSS colour name of the meeting's style. */
    String colour(Meeting meeting) {
        return markOf(meeting)
                .map(mark -> CssColourNames.nearest(mark.colour()))
                .orElse(CssColourNames.NEUTRAL);
    }

    private Optional<Mark> markOf(Meeting meeting) {
        return decorations
                .getOrDefault(meeting.interventionId(), Decoration.NONE)
                .markOf(meeting.kind(), meeting.subject());
    }

    /** Returns the text of a key, or the given word if no plugin has a text for it. */
    private String textOrWord(String key, String otherwise) {
        return texts.has(key) ? texts.text(key) : otherwise;
    }
}
