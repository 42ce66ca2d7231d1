package dk.grundskema.examples.generated;

import dk.grundskema.examples.generated.Subject.Area;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Who teaches what at a made-up school: a class's main teacher has Danish and what belongs to it, others have areas of which nobody
 * has many, and all have about as many lessons. Some teach less, since they are co-teachers too.
 */
final class Posts {
    private static final int LESSONS = 20;
    private static final int LESSONS_OF_CO_TEACHERS = 12;
    private static final int MOST_AREAS = 3;

    /** Subjects of a class that stay with one teacher. */
    private record Bundle(SchoolClass of, Area area, List<Subject> subjects, int lessons) {}

    /** Classes of one year whose electives are at the same time, and who teaches the courses: one more than there are classes. */
    record Band(int year, List<SchoolClass> classes, List<Integer> teachers) {}

    private final List<SchoolClass> classes = new ArrayList<>();
    private final List<Teaching> teachings = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();
    private final int[] load;
    private final List<Set<Area>> areas = new ArrayList<>();
    private final int coTeachers;

    Posts(SchoolSize size, SplittableRandom random) {
        makeClasses(size);
        List<Bundle> bundles = bundles(random);
        int sum = bundles.stream().mapToInt(Bundle::lessons).sum();
        coTeachers = Math.max(1, size.covered() / 2);
        int spared = coTeachers * (LESSONS - LESSONS_OF_CO_TEACHERS);
        load = new int[Math.max(size.classes() + 2, Math.round((float) (sum + spared) / LESSONS))];
        for (int teacher = 0; teacher < load.length; teacher++) {
            load[teacher] = teacher < coTeachers ? LESSONS - LESSONS_OF_CO_TEACHERS : 0;
            areas.add(EnumSet.noneOf(Area.class));
        }
        bundles.forEach(this::handOut);
        makeBands();
        teachings.sort(
                Comparator.comparingInt((Teaching one) -> one.of().number()).thenComparing(Teaching::subject));
        for (int i = 0; i < teachings.size(); i++) {
            Teaching one = teachings.get(i);
            teachings.set(i, new Teaching(i, one.of(), one.subject(), one.teacher()));
        }
        for (int teacher = 0; teacher < coTeachers; teacher++) {
            load[teacher] -= LESSONS - LESSONS_OF_CO_TEACHERS;
        }
    }

    /** Every tenth class is of the same year; of what is over, years in the middle get more. */
    private void makeClasses(SchoolSize size) {
        int[] ofYear = new int[10];
        int[] first = {1, 8, 4, 6, 2, 9, 0, 5, 3, 7};
        for (int i = 0; i < size.classes(); i++) {
            ofYear[first[i % 10]]++;
        }
        for (int year = 0; year < 10; year++) {
            for (int letter = 0; letter < ofYear[year]; letter++) {
                classes.add(new SchoolClass(classes.size(), year, letter));
            }
        }
    }

    private List<Bundle> bundles(SplittableRandom random) {
        var bundles = new ArrayList<Bundle>();
        for (SchoolClass one : classes) {
            var byArea = new TreeMap<Area, List<Subject>>();
            for (Subject subject : Subject.values()) {
                if (subject.lessons(one.year()) > 0 && subject != Subject.ELECTIVE) {
                    byArea.computeIfAbsent(subject.area(), any -> new ArrayList<>())
                            .add(subject);
                }
            }
            byArea.forEach((area, subjects) -> bundles.add(new Bundle(
                    one,
                    area,
                    subjects,
                    subjects.stream()
                            .mapToInt(subject -> subject.lessons(one.year()))
                            .sum())));
        }
        for (int i = bundles.size() - 1; i > 0; i--) {
            bundles.add(bundles.remove(random.nextInt(i + 1)));
        }
        bundles.sort(Comparator.comparingInt(Bundle::lessons).reversed());
        return bundles;
    }

    private void handOut(Bundle bundle) {
        int best = 0;
        for (int teacher = 1; teacher < load.length; teacher++) {
            if (cost(teacher, bundle) < cost(best, bundle)) {
                best = teacher;
            }
        }
        load[best] += bundle.lessons();
        areas.get(best).add(bundle.area());
        for (Subject subject : bundle.subjects()) {
            teachings.add(new Teaching(0, bundle.of(), subject, best));
        }
    }

    private int cost(int teacher, Bundle bundle) {
        boolean isNew = !areas.get(teacher).contains(bundle.area());
        boolean isTooMuch = isNew && areas.get(teacher).size() >= MOST_AREAS;
        return load[teacher] + (isNew ? 1 : 0) + (isTooMuch ? 100 : 0);
    }

    private void makeBands() {
        for (int year = 7; year <= 9; year++) {
            int ofYear = year;
            List<SchoolClass> together =
                    classes.stream().filter(one -> one.year() == ofYear).toList();
            if (together.isEmpty()) {
                continue;
            }
            var teachers = new ArrayList<Integer>();
            for (int course = 0; course <= together.size(); course++) {
                int least = -1;
                for (int teacher = 0; teacher < load.length; teacher++) {
                    if (!teachers.contains(teacher) && (least < 0 || load[teacher] < load[least])) {
                        least = teacher;
                    }
                }
                teachers.add(least);
                load[least] += Subject.ELECTIVE.lessons(year);
            }
            bands.add(new Band(year, together, List.copyOf(teachers)));
            together.forEach(one -> teachings.add(new Teaching(0, one, Subject.ELECTIVE, -1)));
        }
    }

    List<SchoolClass> classes() {
        return classes;
    }

    List<Teaching> teachings() {
        return teachings;
    }

    List<Band> bands() {
        return bands;
    }

    int teachers() {
        return load.length;
    }

    /** Lessons a week of a teacher. */
    int lessons(int teacher) {
        return load[teacher];
    }

    /** How many of the first teachers have time for co-teaching. */
    int coTeachers() {
        return coTeachers;
    }
}
