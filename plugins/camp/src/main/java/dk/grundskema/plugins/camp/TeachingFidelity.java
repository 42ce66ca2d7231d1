package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.camp.FinishedCamp.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether each team is taught what is asked, and enough of it.
 *
 * @param camp the camp
 */
record TeachingFidelity(FinishedCamp camp) {
    private static final int LESSON = 45;
    private static final int LESSONS = 35;
    private static final int WEEKS = 2;

    List<Ask> asks() {
        return List.of(mainSubjects(), strategies(), lessonsAWeek());
    }

    /** Danish and mathematics, each team each week. */
    private Ask mainSubjects() {
        var places = new ArrayList<Place>();
        long asked = 0;
        for (KnownSubject known : List.of(KnownSubject.DANISH, KnownSubject.MATHEMATICS)) {
            for (GroupId team : camp.teams()) {
                for (IsoWeek week : weeksWithModules()) {
                    asked++;
                    if (modulesOf(team, week).stream().noneMatch(module -> known.isTaughtIn(module, camp))) {
                        places.add(Place.at(whyNot(known, team, week), team, titleOf(known), week));
                    }
                }
            }
        }
        return Ask.counted("camp.ask.main-subjects", CampSources.WHAT_WORKS_PARTLY_OURS, "times", asked, places);
    }

    /** How one learns, each team at least once. */
    private Ask strategies() {
        String code = "camp.ask.learning-strategies";
        if (KnownSubject.STRATEGIES.in(camp.parameters().subjects()).isEmpty()) {
            return Ask.notPlanned(code, CampSources.WHAT_WORKS_PARTLY_OURS, "teams", 0);
        }
        var places = camp.teams().stream()
                .filter(team -> camp.modules().stream()
                        .noneMatch(module -> module.has(team) && KnownSubject.STRATEGIES.isTaughtIn(module, camp)))
                .map(team -> Place.at(Reason.of("camp.why.no-module-left"), team))
                .toList();
        return Ask.counted(
                code, CampSources.WHAT_WORKS_PARTLY_OURS, "teams", camp.teams().size(), places);
    }

    private List<IsoWeek> weeksWithModules() {
        return camp.days().stream()
                .filter(day -> day.hasBlock(block -> block.kind() == Block.Kind.MODULE))
                .map(FinishedCamp.Day::week)
                .distinct()
                .toList();
    }

    private List<Held> modulesOf(GroupId team, IsoWeek week) {
        return camp.modules().stream()
                .filter(module -> module.has(team) && module.week().equals(week))
                .toList();
    }

    private String titleOf(KnownSubject known) {
        return known.in(camp.parameters().subjects())
                .map(camp.texts()::subject)
                .orElseGet(() -> known.title(camp.texts()));
    }

    private Reason whyNot(KnownSubject known, GroupId team, IsoWeek week) {
        Optional<Subject> subject = known.in(camp.parameters().subjects());
        if (subject.isEmpty()) {
            return Reason.of("camp.why.subject-not-asked");
        }
        var modules = modulesOf(team, week);
        if (!modules.isEmpty() && modules.stream().allMatch(this::isSubjectLocked)) {
            return Reason.of("camp.why.locked-subjects");
        }
        return Reason.of(camp.isCutShort(week) ? "camp.why.closed-days" : "camp.why.no-module-left");
    }

    private boolean isSubjectLocked(Held module) {
        return camp.problem().locks().stream()
                .anyMatch(lock -> lock.subject() != null
                        && lock.sessionId().equals(module.meeting().sessionId()));
    }

    /** Full-time weeks, counted in lessons. */
    private Ask lessonsAWeek() {
        var places = new ArrayList<Place>();
        for (GroupId team : camp.teams()) {
            var minutes = new TreeMap<IsoWeek, Long>();
            camp.held().stream()
                    .filter(held -> held.has(team) && (held.is("module") || held.is("quiet-hour")))
                    .forEach(held -> minutes.merge(held.week(), camp.minutes(held), Long::sum));
            long full = minutes.values().stream()
                    .filter(sum -> sum >= (long) LESSONS * LESSON)
                    .count();
            if (full < WEEKS) {
                long best = minutes.values().stream().reduce(0L, Math::max) / LESSON;
                places.add(new Place(List.of(team), WEEKS - full, Reason.of("camp.why.fewer-lessons", best)));
            }
        }
        return Ask.counted(
                "camp.ask.lessons-a-week",
                CampSources.GUIDE_D_PARTLY_OURS,
                "team-weeks",
                (long) WEEKS * camp.teams().size(),
                places,
                LESSONS,
                LESSON,
                WEEKS);
    }
}
