package dk.grundskema.examples.generated;

import dk.grundskema.examples.generated.SchoolSubject.SubjectArea;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Assigns teachers at a generated school. A class's main teacher has Danish and related subjects, other teachers have few areas
 * each, and all have about the same number of lessons. Some teach less because they are also co-teachers.
 */
final class TeacherAssignments {
    private static final int LESSONS = 20;
    private static final int LESSONS_OF_CO_TEACHERS = 12;
    private static final int MOST_AREAS = 3;

    /** Subjects of a class that stay with one teacher. */
    private record SubjectBundle(SchoolClass of, SubjectArea area, List<SchoolSubject> subjects, int lessons) {}

    /** Classes of one year with simultaneous electives, and the teachers of the courses: one more than there are classes. */
    record ElectiveBand(int year, List<SchoolClass> classes, List<Integer> teachers) {}

    private final List<SchoolClass> classes = new ArrayList<>();
    private final List<ClassSubject> teachings = new ArrayList<>();
    private final List<ElectiveBand> bands = new ArrayList<>();
    private final int[] load;
    private final List<Set<SubjectArea>> areas = new ArrayList<>();
    private final int coTeachers;

    TeacherAssignments(SchoolSize size, SplittableRandom random) {
        makeClasses(size);
        List<SubjectBundle> bundles = bundles(random);
        int sum = bundles.stream().mapToInt(SubjectBundle::lessons).sum();
        coTeachers = Math.max(1, size.covered() / 2);
        int spared = coTeachers * (LESSONS - LESSONS_OF_CO_TEACHERS);
        load = new int[Math.max(size.classes() + 2, Math.round((float) (sum + spared) / LESSONS))];
        for (int teacher = 0; teacher < load.length; teacher++) {
            load[teacher] = teacher < coTeachers ? LESSONS - LESSONS_OF_CO_TEACHERS : 0;
            areas.add(EnumSet.noneOf(SubjectArea.class));
        }
        bundles.forEach(this::assign);
        makeBands();
        teachings.sort(
                Comparator.comparingInt((ClassSubject one) -> one.of().number()).thenComparing(ClassSubject::subject));
        for (int i = 0; i < teachings.size(); i++) {
            ClassSubject one = teachings.get(i);
            teachings.set(i, new ClassSubject(i, one.of(), one.subject(), one.teacher()));
        }
        for (int teacher = 0; teacher < coTeachers; teacher++) {
            load[teacher] -= LESSONS - LESSONS_OF_CO_TEACHERS;
        }
    }

    /** Every tenth class is of the same year; years in the middle share the remainder. */
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

    private List<SubjectBundle> bundles(SplittableRandom random) {
        var bundles = new ArrayList<SubjectBundle>();
        for (SchoolClass one : classes) {
            var byArea = new TreeMap<SubjectArea, List<SchoolSubject>>();
            for (SchoolSubject subject : SchoolSubject.values()) {
                if (subject.lessons(one.year()) > 0 && subject != SchoolSubject.ELECTIVE) {
                    byArea.computeIfAbsent(subject.area(), any -> new ArrayList<>())
                            .add(subject);
                }
            }
            byArea.forEach((area, subjects) -> bundles.add(new SubjectBundle(
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
        bundles.sort(Comparator.comparingInt(SubjectBundle::lessons).reversed());
        return bundles;
    }

    private void assign(SubjectBundle bundle) {
        int best = 0;
        for (int teacher = 1; teacher < load.length; teacher++) {
            if (assignmentCost(teacher, bundle) < assignmentCost(best, bundle)) {
                best = teacher;
            }
        }
        load[best] += bundle.lessons();
        areas.get(best).add(bundle.area());
        for (SchoolSubject subject : bundle.subjects()) {
            teachings.add(new ClassSubject(0, bundle.of(), subject, best));
        }
    }

    private int assignmentCost(int teacher, SubjectBundle bundle) {
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
                load[least] += SchoolSubject.ELECTIVE.lessons(year);
            }
            bands.add(new ElectiveBand(year, together, List.copyOf(teachers)));
            together.forEach(one -> teachings.add(new ClassSubject(0, one, SchoolSubject.ELECTIVE, -1)));
        }
    }

    List<SchoolClass> classes() {
        return classes;
    }

    List<ClassSubject> teachings() {
        return teachings;
    }

    List<ElectiveBand> bands() {
        return bands;
    }

    int teachers() {
        return load.length;
    }

    /** Returns a teacher's lessons a week. */
    int lessons(int teacher) {
        return load[teacher];
    }

    /** Returns how many of the first teachers have time for co-teaching. */
    int coTeachers() {
        return coTeachers;
    }
}
