package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.plugins.bookpackages.BookPackagesParameters.Way;
import dk.grundskema.solver.spi.toolkit.OwnLessons;
import dk.grundskema.solver.spi.toolkit.SchoolWeeks;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who gets packages, when, and from whom: what parameters and problem come to. */
final class PackagePlan {
    private final BookPackagesParameters asked;
    private final Problem problem;
    private final OwnLessons lessons;
    private final SchoolWeeks school;

    PackagePlan(Intervention<BookPackagesParameters> intervention, Problem problem) {
        this.asked = intervention.parameters();
        this.problem = problem;
        this.lessons = new OwnLessons(problem);
        this.school = new SchoolWeeks(problem);
    }

    BookPackagesParameters asked() {
        return asked;
    }

    OwnLessons lessons() {
        return lessons;
    }

    /** Whom a line of the list means, as far as the problem knows them. */
    List<StudentId> meant(Receiver receiver) {
        return Stream.concat(
                        Stream.ofNullable(receiver.studentId()),
                        Stream.ofNullable(receiver.groupId()).flatMap(this::members))
                .filter(id -> problem.student(id).isPresent())
                .distinct()
                .toList();
    }

    private Stream<StudentId> members(GroupId group) {
        return Stream.concat(
                problem.group(group).stream()
                        .flatMap(one -> one.members().stream().map(GroupMember::studentId)),
                problem.students().stream()
                        .filter(one -> group.equals(one.classGroup()))
                        .map(Student::id));
    }

    /** Everybody who gets packages, with the language of the family; what is said of a student goes before the class. */
    Map<StudentId, String> languages() {
        Map<StudentId, String> languages = new LinkedHashMap<>();
        for (Receiver receiver : asked.students()) {
            meant(receiver).forEach(id -> {
                if (receiver.studentId() != null) {
                    languages.put(id, receiver.language());
                } else {
                    languages.putIfAbsent(id, receiver.language());
                }
            });
        }
        return languages;
    }

    /** Those who get packages by class, each in order; who has no class is under an empty name. */
    SortedMap<String, List<StudentId>> classes() {
        SortedMap<String, List<StudentId>> classes = new TreeMap<>();
        languages()
                .keySet()
                .forEach(id -> classes.computeIfAbsent(home(id), any -> new ArrayList<>())
                        .add(id));
        classes.values().forEach(some -> some.sort(Comparator.naturalOrder()));
        return classes;
    }

    private String home(StudentId id) {
        return problem.student(id)
                .flatMap(student -> Optional.ofNullable(student.classGroup()))
                .map(GroupId::value)
                .orElseGet(() -> asked.students().stream()
                        .filter(one -> one.groupId() != null && meant(one).contains(id))
                        .findFirst()
                        .map(one -> String.valueOf(one.groupId()))
                        .orElse(""));
    }

    /** How a class is called; empty for those without. */
    String className(String home) {
        return home.isEmpty()
                ? ""
                : problem.group(new GroupId(home)).orElseThrow().name();
    }

    /** Those of a class who are called out at once: as few parts as the share allows. */
    List<List<StudentId>> parts(String home, List<StudentId> some) {
        long all = home.isEmpty()
                ? some.size()
                : Math.max(some.size(), members(new GroupId(home)).distinct().count());
        int most = (int) Math.max(1, all * asked.mostOfClassPercent() / 100);
        int parts = (some.size() + most - 1) / most;
        return IntStream.range(0, parts)
                .mapToObj(i -> some.subList(i * some.size() / parts, (i + 1) * some.size() / parts))
                .toList();
    }

    /** Who sends, hands out and informs: as the planner says, else whoever teaches most of the students' lessons first. */
    List<StaffId> people(List<StudentId> some) {
        StaffId sender = asked.sender();
        if (sender != null) {
            return List.of(sender);
        }
        Map<StaffId, Integer> known = new TreeMap<>();
        for (StudentId student : some) {
            for (Lesson lesson : lessons.of(student)) {
                if (lesson.kind() == Lesson.Kind.TEACHING) {
                    lesson.teachers().forEach(who -> known.merge(who, 1, Integer::sum));
                }
            }
        }
        return known.entrySet().stream()
                .sorted(Map.Entry.<StaffId, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many of the students somebody doesn't teach. */
    long strangers(StaffId who, List<StudentId> some) {
        return some.stream()
                .filter(student -> !lessons.teachers(student).contains(who))
                .count();
    }

    /** Whether there is school on a date: an open day of a week with teaching, or any open weekday where no lessons are known. */
    boolean isSchoolDay(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                && !problem.horizon().isClosed(date)
                && !school.holidays().contains(IsoWeek.of(date));
    }

    /** The first school day from a date on, forwards or backwards; the date itself if there is none in the weeks that are planned. */
    LocalDate schoolDay(LocalDate from, int step) {
        LocalDate date = from;
        while (problem.horizon().contains(date) && !isSchoolDay(date)) {
            date = date.plusDays(step);
        }
        return problem.horizon().contains(date) ? date : from;
    }

    /** Dates that were asked for, or come of the rhythm, before any of them moves. */
    List<LocalDate> wishedDates() {
        var dates = new ArrayList<LocalDate>();
        LocalDate first = firstDate();
        for (BookPackage one : asked.row()) {
            LocalDate rhythm = first.plusWeeks((long) asked.mode().weeksBetween() * dates.size());
            dates.add(one.date() != null ? one.date() : rhythm);
        }
        return dates;
    }

    private LocalDate firstDate() {
        IsoWeek week = asked.firstWeek();
        if (week != null) {
            return week.date(asked.weekday());
        }
        LocalDate informed = schoolDay(problem.horizon().firstDay(), 1);
        LocalDate date = IsoWeek.of(informed).date(asked.weekday());
        while (opens(date).isBefore(informed.plusDays(asked.parentsDaysBefore()))) {
            date = date.plusWeeks(1);
        }
        return date;
    }

    /** Dates of the packages: those on closed days and in holidays on the next school day. */
    List<LocalDate> dates() {
        return wishedDates().stream().map(date -> schoolDay(date, 1)).toList();
    }

    /** The first day on which a package of a date may come: what is handed out may come on any day of the week. */
    LocalDate opens(LocalDate date) {
        return asked.delivery() == Way.SENT_HOME ? date : IsoWeek.of(date).date(DayOfWeek.MONDAY);
    }

    /** When parents are informed: so many days before the first package, on a school day before it. */
    LocalDate parentsDate() {
        LocalDate first = opens(dates().stream().min(Comparator.naturalOrder()).orElseThrow());
        LocalDate date = schoolDay(first.minusDays(asked.parentsDaysBefore()), 1);
        return date.isBefore(first) ? date : schoolDay(first.minusDays(1), -1);
    }

    /** Languages of the families, each once; empty is the school's own. */
    Set<String> spoken() {
        return new LinkedHashSet<>(languages().values());
    }

    /** What a language is called in an id. */
    static String idOf(String language) {
        return language.isEmpty() ? "own" : language.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }
}
