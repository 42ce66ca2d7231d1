package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.SharedValues;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.domain.people.StudentName;
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

/** Creates lesson drafts from source lessons, and collects those that can't be converted. */
final class LessonDraftFactory {
    private final EntityRegistry entities;
    private final WeekResolver weeks;
    private final BellTimes bells;
    private final Map<String, String> subjects;
    private final FileFindingList findings;
    private final List<SourceLocation> withoutWeek = new ArrayList<>();
    private final Map<String, List<SourceLocation>> withoutBell = new TreeMap<>();
    private final List<SourceLocation> divided = new ArrayList<>();
    private final Map<LocalDate, SourceLocation> closed = new TreeMap<>();
    private final SharedValues shared = new SharedValues();

    LessonDraftFactory(AssemblySettings settings, EntityRegistry entities, BellTimes bells, FileFindingList findings) {
        this.entities = entities;
        this.weeks = new WeekResolver(settings.horizon());
        this.bells = bells;
        this.subjects = settings.mapping().subjects();
        this.findings = findings;
    }

    /** Returns the drafts of a lesson: one for each weekday and each time range between breaks. */
    List<LessonDraft> createDrafts(SourceLesson lesson) {
        var who = shared.share(participants(lesson));
        if (!who.hasLearners() && who.staff().isEmpty() && lesson.rooms().isEmpty()) {
            findings.warning(lesson.place(), "import.lesson.nobody");
            return List.of();
        }
        if (!who.hasLearners() && !lesson.busy()) {
            findings.warning(lesson.place(), "import.lesson.no-class", displayName(lesson));
        }
        var rooms = shared.share(lesson.rooms().stream()
                .map(room -> entities.rooms.findOrAdd(room).id())
                .distinct()
                .toList());
        var drafts = new ArrayList<LessonDraft>();
        var byDay = weeks.resolve(lesson.days());
        weeks.closedDates(lesson.days()).forEach(day -> closed.putIfAbsent(day, lesson.place()));
        if (byDay.isEmpty()) {
            withoutWeek.add(lesson.place());
        }
        byDay.forEach((day, held) -> {
            for (BellTimes.TimeRange stretch : timeRanges(lesson, day)) {
                drafts.add(new LessonDraft(
                        List.of(lesson.place()),
                        lesson.coupling().isEmpty() ? "" : lesson.place().file() + "\n" + lesson.coupling(),
                        who,
                        rooms,
                        subject(lesson),
                        lesson.title(),
                        lesson.busy() || !who.hasLearners(),
                        lesson.part(),
                        shared.share(new LessonDraft.DraftTime(day, stretch.start(), stretch.end(), held))));
            }
        });
        return drafts;
    }

    private LessonDraft.DraftParticipants participants(SourceLesson lesson) {
        var classes = resolveIds(
                lesson.classes(), word -> entities.classes.findOrAdd(word).id());
        var courses = new TreeSet<String>();
        for (SourceText word : lesson.courses()) {
            var asClass = entities.courses.lookUp(word.text()).isEmpty()
                    ? entities.classes.lookUp(word.text())
                    : java.util.Optional.<NameIndex.Entry>empty();
            if (asClass.isPresent()) {
                classes.add(entities.classes.findOrAdd(word).id());
            } else {
                courses.add(entities.courses.findOrAdd(word).id());
            }
        }
        var students = new TreeSet<String>();
        for (SourceText word : entities.students.joinCutNames(lesson.students())) {
            entities.students
                    .findAndRecordPlace(word)
                    .ifPresentOrElse(
                            known -> students.add(known.id()),
                            () -> findings.warning(
                                    word.place(), "import.student.unknown", new StudentName(word.text())));
        }
        return new LessonDraft.DraftParticipants(
                classes,
                courses,
                students,
                resolveIds(
                        entities.staff.joinCutNames(lesson.teachers()),
                        word -> entities.staff.findOrAdd(word).id()));
    }

    private static SortedSet<String> resolveIds(List<SourceText> words, Function<SourceText, String> id) {
        var ids = new TreeSet<String>();
        words.forEach(word -> ids.add(id.apply(word)));
        return ids;
    }

    private String subject(SourceLesson lesson) {
        String said = lesson.subject() == null ? "" : lesson.subject().text();
        return subjects.getOrDefault(said, said);
    }

    private String displayName(SourceLesson lesson) {
        String subject = subject(lesson);
        return subject.isEmpty() ? lesson.title() : subject;
    }

    private List<BellTimes.TimeRange> timeRanges(SourceLesson lesson, DayOfWeek day) {
        return switch (lesson.clock()) {
            case SourceTime.Times times -> {
                reportOverBreak(lesson, day, times);
                yield List.of(new BellTimes.TimeRange(times.start(), times.end()));
            }
            case SourceTime.Periods periods ->
                reported(lesson, describePeriods(periods), bells.lessonTimes(day, periods));
            case SourceTime.PeriodRun run ->
                reported(lesson, String.join("–", run.names()), bells.lessonTimes(day, run));
        };
    }

    /** Returns the time ranges; notes the lesson if it has none, or if it is divided at a long break. */
    private List<BellTimes.TimeRange> reported(
            SourceLesson lesson, String periods, List<BellTimes.TimeRange> stretches) {
        if (stretches.isEmpty()) {
            withoutBell.computeIfAbsent(periods, any -> new ArrayList<>()).add(lesson.place());
        }
        for (int i = 1; i < stretches.size(); i++) {
            if (isLongBreak(new BellTimes.TimeRange(
                    /* start= */ stretches.get(i - 1).end(),
                    /* end= */ stretches.get(i).start()))) {
                divided.add(lesson.place());
            }
        }
        return stretches;
    }

    private static String describePeriods(SourceTime.Periods periods) {
        return periods.count() == 1 ? periods.name() : periods.name() + " (" + periods.count() + ")";
    }

    private void reportOverBreak(SourceLesson lesson, DayOfWeek day, SourceTime.Times times) {
        if (!lesson.busy()) {
            bells.breaks(day).stream()
                    .filter(pause -> !pause.start().isBefore(times.start())
                            && !pause.end().isAfter(times.end()))
                    .filter(LessonDraftFactory::isLongBreak)
                    .forEach(pause -> findings.warning(
                            lesson.place(),
                            "import.lesson.over-break",
                            displayName(lesson),
                            pause.start(),
                            pause.end()));
        }
    }

    private static boolean isLongBreak(BellTimes.TimeRange pause) {
        return Duration.between(pause.start(), pause.end()).toMinutes() >= BellTimes.LONG_BREAK;
    }

    /** Reports the lessons that could not be converted. */
    void reportSkippedLessons() {
        if (!withoutWeek.isEmpty()) {
            findings.warning(
                    withoutWeek.getFirst(),
                    "import.lessons.no-week",
                    withoutWeek.size(),
                    FileFindingList.describePlaces(withoutWeek));
        }
        if (!closed.isEmpty()) {
            findings.warning(
                    closed.values().iterator().next(),
                    "import.lessons.closed-day",
                    closed.size(),
                    closed.keySet().stream().limit(5).map(LocalDate::toString).toList());
        }
        if (!divided.isEmpty()) {
            findings.info(
                    divided.getFirst(),
                    "import.lessons.divided",
                    divided.size(),
                    FileFindingList.describePlaces(divided));
        }
        if (withoutBell.isEmpty()) {
            return;
        }
        if (bells.isEmpty()) {
            var all = withoutBell.values().stream().flatMap(List::stream).toList();
            var names = new LinkedHashMap<String, List<SourceLocation>>(withoutBell).keySet();
            findings.error(
                    new SourceLocation(all.getFirst().file(), ""), "import.bells.none", all.size(), List.copyOf(names));
        } else {
            withoutBell.forEach((name, places) -> findings.error(
                    places.getFirst(),
                    "import.bells.unknown",
                    name,
                    places.size(),
                    FileFindingList.describePlaces(places)));
        }
    }
}
