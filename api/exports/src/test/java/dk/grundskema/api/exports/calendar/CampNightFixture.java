package dk.grundskema.api.exports.calendar;

import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A camp of two staff, two students, a team and a room with its meetings; each test changes one fact. */
final class CampNightFixture {
    static final StaffId ANE = new StaffId("ane");
    static final StaffId BO = new StaffId("bo");
    static final StudentId IDA = new StudentId("elev-ida-7");
    static final StudentId JENS = new StudentId("elev-jens-8");
    static final GroupId TEAM = new GroupId("team-1");
    static final RoomId ROOM = new RoomId("sal");

    String title = "Efterårscamp";
    String site = "engen";
    String teamName = "Hold Å";
    Group.Kind teamKind = Group.Kind.TEAM;
    String roomName = "Salen";
    String bosName = "Bo Øster";
    String idasName = "Ida Marie Lund";

    @Nullable
    Language bosLanguage;

    ZoneId zone = ZoneId.of("Europe/Copenhagen");
    IsoWeek firstWeek = new IsoWeek(2026, 43);
    int weeks = 2;
    final List<Site> moreSites = new ArrayList<>();
    final List<Room> moreRooms = new ArrayList<>();
    final Map<SessionId, SiteId> sessionSites = new HashMap<>();
    final List<Meeting> meetings = new ArrayList<>();
    final List<Task> tasks = new ArrayList<>();
    Decoration decoration = Decoration.NONE;

    record NoParameters() {}

    Problem problem() {
        var problem = SchoolBuilder.school(firstWeek, weeks)
                .title(title)
                .language(Language.DA)
                .zone(zone)
                .firstSite(site, "Lejrskolen Engen")
                .room(room(ROOM, roomName))
                .staff(aStaffMember(ANE).name("Ane Bjerre"))
                .staff(aStaffMember(BO).name(bosName).language(bosLanguage))
                .student(aStudent(IDA).name(idasName))
                .student(aStudent(JENS).name("Jens Friis"))
                .group(TEAM.value(), teamName, teamKind, members())
                .intervention(new Intervention<>(new InterventionId("lejr"), "toy", "Lejr", new NoParameters()));
        moreSites.forEach(problem::site);
        moreRooms.forEach(problem::room);
        return problem.build();
    }

    static Room room(RoomId id, String name) {
        return aRoom(id).name(name).kind("hall").build();
    }

    private static List<GroupMember> members() {
        return List.of(GroupMember.always(IDA), GroupMember.always(JENS));
    }

    Timetable timetable() {
        return new Timetable(
                Timetable.VERSION,
                "abc",
                zone,
                1,
                new Score(0, 0, 0),
                List.of(),
                List.of(new GroupMembers(TEAM, members())),
                meetings,
                tasks);
    }

    CampNightFixture task(@Nullable StaffId who, LocalDate date, String title, StudentId... students) {
        tasks.add(new Task(
                new TaskId("camp/" + tasks.size()),
                new InterventionId("camp"),
                "book-package",
                title,
                date,
                List.of(students),
                who));
        return this;
    }

    CampNightFixture with(CampNightMeeting... some) {
        Arrays.stream(some).map(CampNightMeeting::meeting).forEach(meetings::add);
        return this;
    }

    SortedMap<String, byte[]> files() {
        return CalendarFiles.writeFiles(problem(), timetable(), wording());
    }

    CalendarWording wording() {
        return new CalendarWording(
                id -> id.equals(TEAM) ? teamName : id,
                sessionSites,
                Map.of(new InterventionId("lejr"), decoration),
                language -> List.of(new ListResourceBundle() {
                    @Override
                    protected Object[][] getContents() {
                        return new Object[][] {
                            {"role.teacher", language.getLanguage().equals("da") ? "underviser" : "teacher"},
                            {"title.category.teaching", "Undervisning"},
                            {"enum.MODULE", "modul"},
                        };
                    }
                }));
    }

    /** Returns the unfolded lines of one file. */
    List<String> lines(String file) {
        byte[] content = files().get(file);
        if (content == null) {
            throw new IllegalArgumentException("There is no file (%s), only %s.".formatted(file, files().keySet()));
        }
        String text = new String(content, StandardCharsets.UTF_8).replace("\r\n ", "");
        return List.of(text.split("\r\n"));
    }

    /** A meeting; by default a module of both staff and the team on the first Monday. */
    static final class CampNightMeeting {
        String id = "lejr/team-1/2026-10-19/modul-1";
        String title = "Dansk";
        String kind = "module";
        String subject = "dansk";
        String form = "";
        LocalDate date = LocalDate.of(2026, 10, 19);
        LocalTime start = LocalTime.of(9, 0);
        LocalTime end = LocalTime.of(10, 30);
        List<String> demandedWeeks = List.of();
        Workload workload = Workload.defaults();

        @Nullable
        String origin;

        @Nullable
        RoomId room = ROOM;

        List<RoomId> extraRooms = List.of();
        List<GroupId> groups = List.of(TEAM);
        List<StudentId> students = List.of();
        List<@Nullable StaffId> staff = Arrays.asList(ANE, BO);

        static CampNightMeeting module() {
            return new CampNightMeeting();
        }

        static CampNightMeeting night(String date) {
            var night = new CampNightMeeting();
            night.id = "lejr/all/" + date + "/nat";
            night.title = "Nattevagt";
            night.kind = "night";
            night.subject = "";
            night.date = LocalDate.parse(date);
            night.start = LocalTime.of(23, 0);
            night.end = LocalTime.of(7, 0);
            night.staff = Arrays.asList(BO);
            return night;
        }

        static CampNightMeeting talk(StudentId student) {
            var talk = new CampNightMeeting();
            talk.id = "lejr/samtale/" + student + "/1";
            talk.title = "Elevsamtale";
            talk.kind = "conversation";
            talk.subject = "";
            talk.start = LocalTime.of(14, 0);
            talk.end = LocalTime.of(14, 20);
            talk.groups = List.of();
            talk.students = List.of(student);
            talk.staff = Arrays.asList(BO);
            return talk;
        }

        Meeting meeting() {
            var weeks = new TreeSet<IsoWeek>();
            demandedWeeks.forEach(week -> weeks.add(IsoWeek.parse(week)));
            return new Meeting(
                    new SessionId(id),
                    origin == null ? null : new SessionId(origin),
                    weeks,
                    new InterventionId("lejr"),
                    kind,
                    form,
                    title,
                    subject,
                    new TreeSet<>(List.of(IsoWeek.of(date))),
                    DayOfWeek.from(date),
                    start,
                    end,
                    room,
                    extraRooms,
                    groups,
                    students,
                    List.of(),
                    List.of(),
                    staff.stream()
                            .map(person -> new MeetingSeat("teacher", person, true, false))
                            .toList(),
                    workload,
                    MeetingLock.NONE);
        }
    }
}
