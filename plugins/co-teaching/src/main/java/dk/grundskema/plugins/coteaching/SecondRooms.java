package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Determines the rooms in which the other half of a class could be taught: the named ones, or ordinary classrooms at the lesson's
 * site.
 */
final class SecondRooms {
    private static final String CLASSROOM = "classroom";

    private final CoTeachingContext context;
    private final Problem problem;
    private @Nullable String usualKind;

    SecondRooms(CoTeachingContext context) {
        this.context = context;
        this.problem = context.problem();
    }

    /** Returns the kind of room that most lessons use; counted on first use, because few interventions need a second room. */
    private String usualKind() {
        String known = usualKind;
        if (known == null) {
            Map<String, Long> lessons = new TreeMap<>();
            for (Lesson lesson : problem.lessons()) {
                if (lesson.roomId() != null) {
                    problem.room(lesson.roomId()).ifPresent(room -> lessons.merge(room.kind(), 1L, Long::sum));
                }
            }
            known = lessons.entrySet().stream()
                    .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                    .map(Map.Entry::getKey)
                    .orElse(CLASSROOM);
            usualKind = known;
        }
        return known;
    }

    /**
     * Returns the rooms except the lesson's own. The school's kind of classroom is taken from its lessons: the one that most of
     * them use.
     */
    List<RoomId> of(Lesson lesson) {
        var named = context.parameters().secondRooms();
        Set<String> kinds = new HashSet<>(List.of(CLASSROOM, usualKind()));
        SiteId site = context.siteOf(lesson);
        return problem.rooms().stream()
                .filter(room -> named.isEmpty()
                        ? kinds.contains(room.kind())
                                && problem.siteOrDefault(room.site()).equals(site)
                        : named.contains(room.id()))
                .map(Room::id)
                .filter(room ->
                        !room.equals(lesson.roomId()) && !lesson.extraRoomIds().contains(room))
                .toList();
    }
}
