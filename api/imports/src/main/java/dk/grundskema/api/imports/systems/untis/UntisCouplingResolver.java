package dk.grundskema.api.imports.systems.untis;

import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Resolves the lines of one Untis coupling at one time into lessons, and adds them to the data of the file. */
final class UntisCouplingResolver {
    /**
     * One lesson of a coupling.
     *
     * @param where    place of the first of its lines
     * @param classes  classes that take part; empty means none
     * @param teachers teachers; empty means none
     * @param subject  subject; empty if not stated
     * @param rooms    rooms; empty if not stated
     */
    record CoupledLesson(String where, Set<String> classes, Set<String> teachers, String subject, Set<String> rooms) {
        static CoupledLesson of(String where, String schoolClass, String teacher, String subject, String room) {
            return new CoupledLesson(
                    where,
                    singletonUnlessBlank(schoolClass),
                    singletonUnlessBlank(teacher),
                    subject,
                    singletonUnlessBlank(room));
        }

        private static Set<String> singletonUnlessBlank(String text) {
            return text.isEmpty() ? Set.of() : Set.of(text);
        }

        private CoupledLesson mergedWith(CoupledLesson other) {
            return new CoupledLesson(
                    where,
                    union(classes, other.classes),
                    union(teachers, other.teachers),
                    subject,
                    union(rooms, other.rooms));
        }

        private static Set<String> union(Set<String> one, Set<String> other) {
            var both = new TreeSet<>(one);
            both.addAll(other);
            return Collections.unmodifiableSet(both);
        }
    }

    private final SystemSourceBuilder source;
    private final BiFunction<String, CoupledLesson, Optional<String>> courses;

    /** @param courses returns the course of a coupling's lesson, whose students are known; empty if there is none */
    UntisCouplingResolver(SystemSourceBuilder source, BiFunction<String, CoupledLesson, Optional<String>> courses) {
        this.source = source;
        this.courses = courses;
    }

    /** Adds the lessons of a coupling at one time. Lessons that share classes are a band, of which each is a part. */
    void addCoupling(String number, SourceDays days, SourceTime clock, List<CoupledLesson> lines) {
        var bands = findBands(resolveLessons(lines));
        for (int band = 0; band < bands.size(); band++) {
            String coupling = "lesson " + number + (band == 0 ? "" : " (" + (band + 1) + ")");
            for (CoupledLesson lesson : bands.get(band)) {
                addLesson(number, lesson, bands.get(band).size() > 1 ? coupling : "", days, clock);
            }
        }
    }

    private void addLesson(String number, CoupledLesson lesson, String coupling, SourceDays days, SourceTime clock) {
        String where = lesson.where();
        var course = courses.apply(number, lesson);
        source.lessons.add(new SourceLesson(
                source.location(where),
                coupling,
                lesson.classes().stream().map(each -> source.text(each, where)).toList(),
                course.stream().map(each -> source.text(each, where)).toList(),
                List.of(),
                lesson.teachers().stream().map(each -> source.text(each, where)).toList(),
                lesson.subject().isEmpty() ? null : source.text(lesson.subject(), where),
                lesson.rooms().stream().map(each -> source.text(each, where)).toList(),
                days,
                clock,
                !coupling.isEmpty() && course.isEmpty(),
                lesson.classes().isEmpty(),
                ""));
    }

    /**
     * Merges lines to lessons. One teacher in one room teaches all classes of these lines. One teacher is in one place, so several rooms
     * belong to that lesson. Several teachers of the same subject in the same room, or of one class without a room, teach together.
     */
    static List<CoupledLesson> resolveLessons(List<CoupledLesson> lines) {
        var classes = mergeByKey(lines, each -> List.of(each.teachers(), each.subject(), each.rooms()));
        var rooms = mergeByKey(
                classes,
                each -> each.teachers().isEmpty()
                        ? new Object()
                        : List.of(each.teachers(), each.subject(), each.classes()));
        return mergeByKey(
                rooms,
                each -> each.rooms().isEmpty() && each.classes().size() != 1
                        ? new Object()
                        : List.of(each.classes(), each.subject(), each.rooms()));
    }

    private static List<CoupledLesson> mergeByKey(List<CoupledLesson> lessons, Function<CoupledLesson, Object> key) {
        Map<Object, CoupledLesson> byKey = new LinkedHashMap<>();
        lessons.forEach(each -> byKey.merge(key.apply(each), each, CoupledLesson::mergedWith));
        return List.copyOf(byKey.values());
    }

    /** Groups lessons that share classes, directly or through others; a group of more than one is a band, whose classes are split. */
    static List<List<CoupledLesson>> findBands(List<CoupledLesson> lessons) {
        var bands = new ArrayList<List<CoupledLesson>>();
        for (CoupledLesson lesson : lessons) {
            var mine = new ArrayList<CoupledLesson>();
            bands.removeIf(band -> {
                boolean shares =
                        band.stream().anyMatch(each -> !Collections.disjoint(each.classes(), lesson.classes()));
                if (shares) {
                    mine.addAll(band);
                }
                return shares;
            });
            mine.add(lesson);
            bands.add(mine);
        }
        return bands;
    }
}
