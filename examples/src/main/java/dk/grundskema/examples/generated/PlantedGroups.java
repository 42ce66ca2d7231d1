package dk.grundskema.examples.generated;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/**
 * A plan of small groups that proves how much need can be served: all tutors' hours and all groups are full.
 *
 * @param groups       the groups
 * @param unservedNeed sum of the needs of candidates without a group
 */
public record PlantedGroups(List<PlantedGroup> groups, long unservedNeed) {
    /** Copies the list. */
    public PlantedGroups {
        groups = List.copyOf(groups);
    }

    /**
     * A group.
     *
     * @param subject  its subject
     * @param tutor    id of the tutor
     * @param students ids of the members
     * @param sessions its sessions of each week
     */
    public record PlantedGroup(String subject, String tutor, List<String> students, List<PlantedSession> sessions) {
        /** Copies the lists. */
        public PlantedGroup {
            students = List.copyOf(students);
            sessions = List.copyOf(sessions);
        }
    }

    /**
     * A session of each week.
     *
     * @param weekday its weekday
     * @param start   its start
     * @param room    id of the room
     */
    public record PlantedSession(DayOfWeek weekday, LocalTime start, String room) {}
}
