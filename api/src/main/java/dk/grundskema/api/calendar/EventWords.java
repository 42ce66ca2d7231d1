package dk.grundskema.api.calendar;

import dk.grundskema.api.timetable.Occurrence;
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

/** What an event says, in one language. Every text that somebody wrote goes through {@link Discretion}. */
final class EventWords {
    private static final int MOST_NAMED = 3;

    private final Problem problem;
    private final Map<GroupId, List<GroupMember>> members = new HashMap<>();
    private final String plan;
    private final Set<GroupId> teams;
    private final Function<Object, Object> names;
    private final Map<SessionId, SiteId> sites;
    private final Map<InterventionId, Decoration> decorations;
    private final Discretion discretion;
    private final Texts texts;

    /**
     * @param problem    people, rooms and sites
     * @param timetable  who is in which group
     * @param words      names of groups, sites and looks of meetings
     * @param discretion keeps students out
     * @param texts      texts in the language
     */
    EventWords(Problem problem, Timetable timetable, Wording words, Discretion discretion, Texts texts) {
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
        this.discretion = discretion;
        this.texts = texts;
    }

    /** What a calendar is called, after the plan and what it is of. */
    String calendar(String of) {
        return texts.text("calendar.name", discretion.of(plan, texts), of);
    }

    /** A text with numbers instead of students. */
    String discreet(String text) {
        return discretion.of(text, texts);
    }

    /** What a group is called. */
    String group(GroupId id) {
        return discretion.of(String.valueOf(names.apply(id)), texts);
    }

    /** What a room is called. */
    String room(Room room) {
        return discretion.of(room.name(), texts);
    }

    /** What an intervention is called. */
    String intervention(Intervention<?> intervention) {
        return discretion.of(intervention.title(), texts);
    }

    /** What is held and for whom; a team is not told that it is itself. */
    String summary(Meeting meeting, Audience audience) {
        String title = discretion.of(meeting.title(), meeting.studentIds(), texts);
        String whom = audience.isGroup() ? "" : whom(meeting);
        return whom.isEmpty() || title.contains(whom) ? title : texts.text("calendar.summary", title, whom);
    }

    /** What is to be done, and for how many; students stay out of it. */
    String summary(Task task) {
        String title = discretion.of(task.title(), task.studentIds(), texts);
        return task.studentIds().isEmpty()
                ? title
                : texts.text(
                        "calendar.summary",
                        title,
                        texts.text(
                                "calendar.students-in-number", task.studentIds().size()));
    }

    private String whom(Meeting meeting) {
        if (meeting.groupIds().size() > 1 && meeting.groupIds().containsAll(teams)) {
            return texts.text("calendar.all-groups");
        }
        List<String> all = Stream.concat(
                        meeting.groupIds().stream().map(this::group),
                        meeting.studentIds().stream().map(student -> discretion.alias(student, texts)))
                .toList();
        if (all.size() <= MOST_NAMED) {
            return String.join(", ", all);
        }
        return meeting.studentIds().isEmpty()
                ? texts.text("calendar.groups-in-number", all.size())
                : texts.text("calendar.students", students(meeting, null));
    }

    /** In which rooms, and at which site; without a room the session's own site, or the only one. */
    String location(Meeting meeting) {
        var rooms = rooms(Stream.concat(Stream.ofNullable(meeting.roomId()), meeting.extraRoomIds().stream()));
        return rooms.isEmpty() ? place(rooms, withoutRoom(meeting).stream().collect(Collectors.toSet())) : place(rooms);
    }

    /** Where rooms are, and what they are called. */
    String place(Stream<RoomId> some) {
        return place(rooms(some));
    }

    private List<Room> rooms(Stream<RoomId> some) {
        return some.map(problem::room).flatMap(Optional::stream).toList();
    }

    private String place(List<Room> rooms) {
        return place(
                rooms, rooms.stream().map(room -> problem.siteOr(room.site())).collect(Collectors.toSet()));
    }

    private String place(List<Room> rooms, Set<SiteId> at) {
        return Stream.concat(
                        rooms.stream().map(this::room),
                        problem.sites().stream()
                                .filter(site -> at.contains(site.id()))
                                .map(site -> discretion.of(site.name(), texts)))
                .collect(Collectors.joining(", "));
    }

    private Optional<SiteId> withoutRoom(Meeting meeting) {
        return Stream.concat(Stream.of(meeting.sessionId()), Stream.ofNullable(meeting.originId()))
                .flatMap(id -> Stream.ofNullable(sites.get(id)))
                .findFirst()
                .or(() -> problem.sites().size() == 1
                        ? Optional.of(problem.sites().getFirst().id())
                        : Optional.empty());
    }

    /**
     * With whom, for which team, as what and how, line by line.
     *
     * @param students how many take part
     */
    List<String> description(Meeting meeting, int students, @Nullable StaffId reader) {
        var lines = new ArrayList<String>();
        List<String> others = others(meeting, reader);
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
                .ifPresent(seat -> lines.add(texts.text("calendar.role", role(seat))));
        lines.addAll(who(meeting, students));
        String form = form(meeting);
        if (!form.isEmpty()) {
            lines.add(texts.text("calendar.form", discretion.of(form, meeting.studentIds(), texts)));
        }
        return lines;
    }

    /** How a meeting is held, as far as its title doesn't say so. */
    private String form(Meeting meeting) {
        return Stream.of(meeting.form().split(", "))
                .map(one -> word("form." + one, one))
                .filter(one -> !meeting.title().contains(one))
                .collect(Collectors.joining(", "));
    }

    /** The adults that a reader meets there, where they are there as something else with that; all of them if nobody in particular reads. */
    List<String> others(Meeting meeting, @Nullable StaffId reader) {
        var own = meeting.seats().stream()
                .filter(seat -> seat.staffId() != null && seat.staffId().equals(reader))
                .map(MeetingSeat::role)
                .collect(Collectors.toSet());
        return meeting.seats().stream()
                .filter(seat -> seat.staffId() != null && !seat.staffId().equals(reader))
                .map(seat -> own.isEmpty() || own.contains(seat.role())
                        ? person(seat)
                        : texts.text("calendar.person-as", person(seat), role(seat)))
                .distinct()
                .toList();
    }

    private String person(MeetingSeat seat) {
        StaffId id = Objects.requireNonNull(seat.staffId());
        return problem.staffMember(id).map(StaffMember::name).orElse(id.value());
    }

    private String role(MeetingSeat seat) {
        return discretion.of(word("role." + seat.role(), seat.role()), texts);
    }

    private List<String> who(Meeting meeting, int students) {
        if (!meeting.groupIds().isEmpty()) {
            String groups = meeting.groupIds().stream().map(this::group).collect(Collectors.joining(", "));
            boolean areClasses = meeting.groupIds().stream()
                    .allMatch(id -> problem.group(id)
                            .filter(group -> group.kind() == Group.Kind.CLASS)
                            .isPresent());
            return List.of(texts.text(areClasses ? "calendar.classes" : "calendar.groups", groups, students));
        }
        return students > MOST_NAMED ? List.of(texts.text("calendar.students", students)) : List.of();
    }

    /** How many students take part, in that week if one is named. */
    int students(Meeting meeting, @Nullable Occurrence occurrence) {
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

    /** What sort of meeting it is: first the wider heading, then what people call it, if the plugin says so. */
    List<String> categories(Meeting meeting) {
        return mark(meeting)
                .map(mark -> Stream.of(mark.category(), mark.name()).map(key -> word(key, key)))
                .orElseGet(() -> Stream.of(kind(meeting)))
                .map(category -> discretion.of(category, meeting.studentIds(), texts))
                .distinct()
                .toList();
    }

    private String kind(Meeting meeting) {
        String kind = meeting.kind().isBlank() ? meeting.interventionId().value() : meeting.kind();
        return word("enum." + kind.toUpperCase(Locale.ROOT).replace('-', '_'), kind);
    }

    /** The name of the colour that tells such meetings apart. */
    String colour(Meeting meeting) {
        return mark(meeting).map(mark -> ColourNames.nearest(mark.colour())).orElse(ColourNames.NEUTRAL);
    }

    private Optional<Mark> mark(Meeting meeting) {
        return decorations
                .getOrDefault(meeting.interventionId(), Decoration.NONE)
                .of(meeting.kind(), meeting.subject());
    }

    /** The text of a key, or the word itself where no plugin has a text for it. */
    private String word(String key, String otherwise) {
        return texts.has(key) ? texts.text(key) : otherwise;
    }
}
