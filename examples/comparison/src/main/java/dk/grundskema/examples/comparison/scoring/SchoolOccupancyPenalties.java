package dk.grundskema.examples.comparison.scoring;

/** Penalties for meetings at a school besides its lessons: double-booked rooms, and meetings while the school is closed. */
final class SchoolOccupancyPenalties {
    private final SchoolPlan plan;

    SchoolOccupancyPenalties(SchoolPlan plan) {
        this.plan = plan;
    }

    /** Returns the minutes for which an additional room is double-booked. */
    long roomInTwoPlaces() {
        return plan.parameters().secondRooms().stream()
                .mapToLong(room -> RoomOccupancy.doubleBookedMinutes(
                        plan.problem(),
                        room,
                        plan.timetable().meetings().stream()
                                .filter(meeting -> meeting.extraRoomIds().contains(room))
                                .toList()))
                .sum();
    }

    /** Returns the dates on which a meeting other than a lesson is held while the school is closed. */
    long onClosedDays() {
        return plan.timetable().meetings().stream()
                .filter(meeting -> !meeting.kind().equals("lesson"))
                .flatMap(meeting -> meeting.time().dates().stream())
                .filter(plan.problem().horizon()::isClosed)
                .count();
    }
}
