package dk.grundskema.solver.testkit;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Creates variants of a problem that must not change the ids of an intervention. */
final class ProblemVariants {
    private ProblemVariants() {}

    static Problem withRoomAndStudent(Problem old) {
        var rooms = new ArrayList<>(old.rooms());
        rooms.add(new Room(new RoomId("contract-room"), "Room", null, "broom-cupboard", 1, Availability.always()));
        var students = new ArrayList<>(old.students());
        students.add(new Student(
                new StudentId("contract-student"),
                "Somebody new",
                null,
                null,
                Availability.always(),
                new TreeSet<>(),
                new TreeSet<>()));
        return with(old, rooms, old.staff(), students, old.groups());
    }

    static Problem inReverseOrder(Problem old) {
        return with(
                old,
                old.rooms().reversed(),
                old.staff().reversed(),
                old.students().reversed(),
                old.groups().reversed());
    }

    private static Problem with(
            Problem old, List<Room> rooms, List<StaffMember> staff, List<Student> students, List<Group> groups) {
        return new Problem(
                old.version(),
                old.title(),
                old.language(),
                old.horizon(),
                old.sites(),
                old.travel(),
                rooms,
                old.schools(),
                staff,
                students,
                groups,
                old.lessons(),
                old.work(),
                old.interventions(),
                old.locks(),
                old.memberLocks(),
                old.weights());
    }
}
