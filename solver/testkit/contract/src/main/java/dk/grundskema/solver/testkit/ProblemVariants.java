package dk.grundskema.solver.testkit;

import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;

import dk.grundskema.domain.problem.Problem;

/** Creates variants of a problem that must not change the ids of an intervention. */
final class ProblemVariants {
    private ProblemVariants() {}

    static Problem withRoomAndStudent(Problem old) {
        return SchoolBuilder.like(old)
                .room(aRoom("contract-room").kind("broom-cupboard").capacity(1))
                .student("contract-student")
                .build();
    }

    static Problem inReverseOrder(Problem old) {
        return SchoolBuilder.like(old)
                .rooms(old.rooms().reversed())
                .staff(old.staff().reversed())
                .students(old.students().reversed())
                .groups(old.groups().reversed())
                .build();
    }
}
