package dk.grundskema.examples.generated;

import java.util.List;

/**
 * A co-teaching plan that proves that a made-up school's minima can be reached: the budgets are what it takes and a little more.
 *
 * @param lessons      who is in which lesson as the second adult
 * @param preparations who prepares when
 */
public record PlantedPlan(List<CoTaught> lessons, List<Preparation> preparations) {
    /** Copies the lists. */
    public PlantedPlan {
        lessons = List.copyOf(lessons);
        preparations = List.copyOf(preparations);
    }

    /**
     * A lesson with a second adult.
     *
     * @param lesson     id of the lesson
     * @param coTeacher  id of the second adult
     * @param secondRoom id of the room of the second group; empty if there is none
     */
    public record CoTaught(String lesson, String coTeacher, String secondRoom) {}

    /**
     * A shared preparation.
     *
     * @param group     id of the class
     * @param coTeacher id of the main co-teacher
     * @param teacher   id of one of the class's own teachers
     * @param slot      which lesson of the week it begins with
     */
    public record Preparation(String group, String coTeacher, String teacher, int slot) {}
}
