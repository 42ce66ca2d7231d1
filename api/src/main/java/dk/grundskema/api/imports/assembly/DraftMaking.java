package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.Clock;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.SourceLesson;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Makes drafts of lessons as files have them, and keeps what can't be made into one. */
final class DraftMaking {
    private final Cast cast;
    private final WeekChoice weeks;
    private final BellTimes bells;
    private final Map<String, String> subjects;
    private final FindingList findings;
    private final List<Place> withoutWeek = new ArrayList<>();
    private final Map<String, List<Place>> withoutBell = new TreeMap<>();
    private final List<Place> divided = new ArrayList<>();
    private final Map<LocalDate, Place> closed = new TreeMap<>();

    DraftMaking(AssemblySettings settings, Cast cast, BellTimes bells, FindingList findings) {
        this.cast = cast;
        this.weeks = new WeekChoice(settings.horizon());
        this.bells = bells;
        this.subjects = settings.mapping().subjects();
        this.findings = findings;
    }

    /** The drafts of a lesson: one for each weekday and each stretch between breaks. */
    List<Draft> of(SourceLesson lesson) {
        var who = who(lesson);
        if (!who.hasLearners() && who.staff().isEmpty() && lesson.rooms().isEmpty()) {
            findings.warning(lesson.place(), "import.lesson.nobody");
            return List.of();
        }
        if (!who.hasLearners() && !lesson.busy()) {
            findings.warning(lesson.place(), "import.lesson.no-class", called(lesson));
        }
        var rooms = lesson.rooms().stream()
                .map(room -> cast.rooms.find(room).id())
                .distinct()
                .toList();
        var drafts = new ArrayList<Draft>();
        var byDay = weeks.of(lesson.days());
        weeks.onClosedDays(lesson.days()).forEach(day -> closed.putIfAbsent(day, lesson.place()));
        if (byDay.isEmpty()) {
            withoutWeek.add(lesson.place());
        }
        byDay.forEach((day, held) -> {
            for (BellTimes.Stretch stretch : stretches(lesson, day)) {
                drafts.add(new Draft(
                        List.of(lesson.place()),
                        lesson.coupling().isEmpty() ? "" : lesson.place().file() + "\n" + lesson.coupling(),
                        who,
                        rooms,
                        subject(lesson),
                        lesson.title(),
                        lesson.busy() || !who.hasLearners(),
                        lesson.part(),
                        new Draft.When(day, stretch.start(), stretch.end(), held)));
            }
        });
        return drafts;
    }

    private Draft.Who who(SourceLesson lesson) {
        var classes = ids(lesson.classes(), word -> cast.classes.find(word).id());
        var courses = new TreeSet<String>();
        for (Said word : lesson.courses()) {
            var asClass = cast.courses.look(word.text()).isEmpty()
                    ? cast.classes.look(word.text())
                    : java.util.Optional.<NameBook.Entry>empty();
            if (asClass.isPresent()) {
                classes.add(cast.classes.find(word).id());
            } else {
                courses.add(cast.courses.find(word).id());
            }
        }
        var students = new TreeSet<String>();
        for (Said word : cast.students.whole(lesson.students())) {
            cast.students
                    .seek(word)
                    .ifPresentOrElse(
                            known -> students.add(known.id()),
                            () -> findings.warning(word.place(), "import.student.unknown"));
        }
        return new Draft.Who(
                classes,
                courses,
                students,
                ids(
                        cast.staff.whole(lesson.teachers()),
                        word -> cast.staff.find(word).id()));
    }

    private static SortedSet<String> ids(List<Said> words, Function<Said, String> id) {
        var ids = new TreeSet<String>();
        words.forEach(word -> ids.add(id.apply(word)));
        return ids;
    }

    private String subject(SourceLesson lesson) {
        String said = lesson.subject() == null ? "" : lesson.subject().text();
        return subjects.getOrDefault(said, said);
    }

    private String called(SourceLesson lesson) {
        String subject = subject(lesson);
        return subject.isEmpty() ? lesson.title() : subject;
    }

    private List<BellTimes.Stretch> stretches(SourceLesson lesson, DayOfWeek day) {
        return switch (lesson.clock()) {
            case Clock.Times times -> {
                overBreak(lesson, day, times);
                yield List.of(new BellTimes.Stretch(times.start(), times.end()));
            }
            case Clock.Periods periods -> {
                var stretches = bells.stretches(day, periods);
                if (stretches.isEmpty()) {
                    withoutBell
                            .computeIfAbsent(beyond(periods), any -> new ArrayList<>())
                            .add(lesson.place());
                }
                for (int i = 1; i < stretches.size(); i++) {
                    if (isLong(new BellTimes.Stretch(
                            /* start= */ stretches.get(i - 1).end(),
                            /* end= */ stretches.get(i).start()))) {
                        divided.add(lesson.place());
                    }
                }
                yield stretches;
            }
        };
    }

    private static String beyond(Clock.Periods periods) {
        return periods.count() == 1 ? periods.name() : periods.name() + " (" + periods.count() + ")";
    }

    private void overBreak(SourceLesson lesson, DayOfWeek day, Clock.Times times) {
        if (!lesson.busy()) {
            bells.breaks(day).stream()
                    .filter(pause -> !pause.start().isBefore(times.start())
                            && !pause.end().isAfter(times.end()))
                    .filter(DraftMaking::isLong)
                    .forEach(pause -> findings.warning(
                            lesson.place(), "import.lesson.over-break", called(lesson), pause.start(), pause.end()));
        }
    }

    private static boolean isLong(BellTimes.Stretch pause) {
        return Duration.between(pause.start(), pause.end()).toMinutes() >= BellTimes.LONG_BREAK;
    }

    /** Says what could not be made into drafts. */
    void tell() {
        if (!withoutWeek.isEmpty()) {
            findings.warning(
                    withoutWeek.getFirst(),
                    "import.lessons.no-week",
                    withoutWeek.size(),
                    FindingList.where(withoutWeek));
        }
        if (!closed.isEmpty()) {
            findings.warning(
                    closed.values().iterator().next(),
                    "import.lessons.closed-day",
                    closed.size(),
                    closed.keySet().stream().limit(5).map(LocalDate::toString).toList());
        }
        if (!divided.isEmpty()) {
            findings.info(divided.getFirst(), "import.lessons.divided", divided.size(), FindingList.where(divided));
        }
        if (withoutBell.isEmpty()) {
            return;
        }
        if (bells.isEmpty()) {
            var all = withoutBell.values().stream().flatMap(List::stream).toList();
            var names = new LinkedHashMap<String, List<Place>>(withoutBell).keySet();
            findings.error(new Place(all.getFirst().file(), ""), "import.bells.none", all.size(), List.copyOf(names));
        } else {
            withoutBell.forEach((name, places) -> findings.error(
                    places.getFirst(), "import.bells.unknown", name, places.size(), FindingList.where(places)));
        }
    }
}
