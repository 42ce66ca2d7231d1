package dk.grundskema.examples.scoring;

/** What is held at a school beside its lessons: where rooms are taken twice, and when the school is closed. */
final class SchoolDuties {
    private final SchoolPlan plan;

    SchoolDuties(SchoolPlan plan) {
        this.plan = plan;
    }

    /** Minutes for which a further room is taken twice. */
    long roomInTwoPlaces() {
        return plan.parameters().secondRooms().stream()
                .mapToLong(room -> RoomDays.takenTwice(
                        plan.problem(),
                        room,
                        plan.timetable().meetings().stream()
                                .filter(meeting -> meeting.extraRoomIds().contains(room))
                                .toList()))
                .sum();
    }

    /** Dates on which something is held that isn't a lesson though the school is closed. */
    long closed() {
        return plan.timetable().meetings().stream()
                .filter(meeting -> !meeting.kind().equals("lesson"))
                .flatMap(meeting -> meeting.time().dates().stream())
                .filter(plan.problem().horizon()::isClosed)
                .count();
    }
}
