package dk.grundskema.api.service.subscribe.clients;

import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;

import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.ZoneId;
import java.util.List;

/** A camp whose names of people and rooms are hard to encode; its weeks span both clock changes. */
final class ClientCampFixture {
    static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    static final InterventionId ID = new InterventionId("lejr");
    static final GroupId TEAM = new GroupId("team-1");
    static final StudentId IDA = new StudentId("elev-ida-7");

    private static final String SITE_NAME = "Lejrskolen Engen";

    private record NoParameters() {}

    private ClientCampFixture() {}

    /** Staff. */
    enum Person {
        BO("bo", "Bo Øster"),
        ANE("ane", "Ane; \"Bjerre\", \\ Ø 🌲"),
        AASE("aase", "Åse Ærenlund");

        final String called;
        private final String id;

        Person(String id, String called) {
            this.id = id;
            this.called = called;
        }

        StaffId id() {
            return new StaffId(id);
        }
    }

    /** Rooms. */
    enum Place {
        HALL("sal", "Salen; øst, bag \\ 🎪"),
        LABORATORY("lab", "Værksted \"Å\": nr. 2");

        final String called;
        private final String id;

        Place(String id, String called) {
            this.id = id;
            this.called = called;
        }

        RoomId id() {
            return new RoomId(id);
        }

        /** Returns the location in a calendar. */
        String location() {
            return called + ", " + SITE_NAME;
        }
    }

    static Problem problem() {
        return problem(ZONE, Person.values());
    }

    static Problem problem(ZoneId zone, Person... people) {
        var problem = SchoolBuilder.school(new IsoWeek(2026, 42), 26)
                .title("Efterårscamp; æøå")
                .language(Language.DA)
                .zone(zone)
                .firstSite("engen", SITE_NAME)
                .student(aStudent(IDA).name("Ida Marie Lund"))
                .group(TEAM.value(), "Hold Å", Group.Kind.TEAM, List.of(GroupMember.always(IDA)))
                .intervention(new Intervention<>(ID, "book-packages", "Lejr", new NoParameters()));
        for (Place place : Place.values()) {
            problem.room(aRoom(place.id()).name(place.called).kind("hall"));
        }
        for (Person person : people) {
            problem.staff(aStaffMember(person.id()).name(person.called));
        }
        return problem.build();
    }

    static Timetable timetable(String problem, ZoneId zone, List<CampSession> sessions, List<Task> tasks) {
        return new Timetable(
                Timetable.VERSION,
                problem,
                zone,
                1,
                new Score(0, 0, 0),
                List.of(),
                List.of(new GroupMembers(TEAM, List.of(GroupMember.always(IDA)))),
                sessions.stream().map(CampSession::meeting).toList(),
                tasks);
    }
}
