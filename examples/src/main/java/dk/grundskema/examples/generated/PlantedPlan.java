package dk.grundskema.examples.generated;

import java.util.List;

/**
 * A co-teaching plan that proves that a generated school's minima can be reached. The budgets are what it needs and slightly
 * more.
 *
 * @param lessons      lessons with their second adults
 * @param preparations preparations with their participants
 */
public record PlantedPlan(List<PlantedLesson> lessons, List<PlantedPreparation> preparations) {
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
    public record PlantedLesson(String lesson, String coTeacher, String secondRoom) {}

    /**
     * A shared preparation.
     *
     * @param group     id of the class
     * @param coTeacher id of the main co-teacher
     * @param teacher   id of one of the class's own teachers
     * @param slot      index of the lesson in the week at which it begins
     */
    public record PlantedPreparation(String group, String coTeacher, String teacher, int slot) {}
}
